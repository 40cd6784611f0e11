"use client";

import { send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { PasswordField } from "#components/account/password-field.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Button } from "#components/ui/button.tsx";
import { resetSchema } from "#lib/accounts/schema.ts";

/** Sets a new password by a mailed link. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const { form, onSubmit, problem, errorOf, isSubmitting } = useAccountForm(
    resetSchema,
    { token, password: "" },
    (values) => send<{ email: string }>("POST", "/api/account/reset", values),
    (answer) => location.assign(`/sign-in?notice=reset&email=${encodeURIComponent(answer.email)}`),
  );
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      className="grid gap-5"
    >
      <FormProblem problem={problem} />
      {/* For password managers: whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        hint="At least 8 characters, of any kind."
        error={errorOf("password")}
        {...form.register("password")}
      />
      <Button type="submit" variant="primary" busy={isSubmitting}>
        {isSubmitting ? "Setting it…" : "Set the new password"}
      </Button>
    </form>
  );
}
