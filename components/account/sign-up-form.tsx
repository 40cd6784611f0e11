"use client";

import Link from "next/link";
import { deliverReviews, enter, send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { PasswordField } from "#components/account/password-field.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { signUpSchema } from "#lib/accounts/schema.ts";

/** E-mail, password and, if one likes, a name. */
export function SignUpForm({ callbackUrl }: { callbackUrl: string }) {
  const { form, onSubmit, problem, errorOf, isSubmitting } = useAccountForm(
    signUpSchema,
    { email: "", password: "", name: "" },
    async (values) => {
      await deliverReviews();
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return send("POST", "/api/account/sign-up", { ...values, timeZone });
    },
    () => enter(callbackUrl),
  );
  const isTaken = form.formState.errors.email?.message?.startsWith("There is an account") ?? false;
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      className="grid gap-5"
    >
      <FormProblem problem={problem} />
      <Field
        label="E-mail"
        error={
          errorOf("email") && (
            <>
              {errorOf("email")}{" "}
              {isTaken && (
                <Link
                  className="underline underline-offset-4"
                  href={`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`}
                >
                  Sign in instead
                </Link>
              )}
            </>
          )
        }
      >
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            inputMode="email"
            {...control}
            {...form.register("email")}
          />
        )}
      </Field>
      <PasswordField
        label="Password"
        autoComplete="new-password"
        hint="At least 8 characters, of any kind. A few words that only you would put together are good."
        error={errorOf("password")}
        {...form.register("password")}
      />
      <Field label="Name (optional)" error={errorOf("name")}>
        {(control) => (
          <Input autoComplete="name" maxLength={80} {...control} {...form.register("name")} />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={isSubmitting}>
        {isSubmitting ? "Creating your account…" : "Create an account"}
      </Button>
    </form>
  );
}
