"use client";

import { useRouter } from "next/navigation";
import { send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { PasswordField } from "#components/account/password-field.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { changePasswordSchema } from "#lib/accounts/schema.ts";

/** Changes the password; where there is none, a mailed link sets one. */
export function PasswordSection({
  email,
  hasPassword,
}: {
  email: string | null;
  hasPassword: boolean;
}) {
  if (hasPassword) return <ChangePassword email={email} />;
  return (
    <Panel title="Password">
      <p className="mb-4 text-soft">
        {email
          ? "You have none: you sign in by a mailed link or with another service."
          : "Add an e-mail address first; then you can set one."}
      </p>
      {email && <ButtonLink href="/reset">Set a password</ButtonLink>}
    </Panel>
  );
}

function ChangePassword({ email }: { email: string | null }) {
  const router = useRouter();
  const { form, onSubmit, problem, errorOf, isSubmitting } = useAccountForm(
    changePasswordSchema,
    { currentPassword: "", newPassword: "" },
    (values) => send("POST", "/api/account/password", values),
    () => {
      form.reset();
      showToast("Your password is changed. Every other device was signed out.");
      router.refresh();
    },
  );
  return (
    <Panel title="Password">
      <form
        method="post"
        noValidate
        onSubmit={(event) => void onSubmit(event)}
        className="grid gap-4"
      >
        <FormProblem problem={problem} />
        <input
          type="email"
          name="email"
          autoComplete="username"
          value={email ?? ""}
          readOnly
          hidden
        />
        <PasswordField
          label="Current password"
          autoComplete="current-password"
          error={errorOf("currentPassword")}
          {...form.register("currentPassword")}
        />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          hint="At least 8 characters, of any kind. Every other device is signed out."
          error={errorOf("newPassword")}
          {...form.register("newPassword")}
        />
        <Button type="submit" busy={isSubmitting} className="justify-self-start">
          {isSubmitting ? "Changing…" : "Change the password"}
        </Button>
      </form>
    </Panel>
  );
}
