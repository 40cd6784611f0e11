"use client";

import { useState } from "react";
import { send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { resetRequestSchema } from "#lib/accounts/schema.ts";

/** Asks for a link that sets a new password; says the same whether or not there is an account. */
export function ResetRequestForm({ email }: { email: string }) {
  const [message, setMessage] = useState<string | null>(null);
  const { form, onSubmit, problem, errorOf, isSubmitting } = useAccountForm(
    resetRequestSchema,
    { email },
    (values) => send<{ message: string }>("POST", "/api/account/reset-request", values),
    (answer) => setMessage(answer.message),
  );
  if (message) {
    return (
      <Callout tone="good" role="status" title="Look into your mailbox">
        {message} If none comes within a few minutes, look into the folder for spam and check the
        address.
      </Callout>
    );
  }
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      className="grid gap-5"
    >
      <FormProblem problem={problem} />
      <Field label="E-mail" error={errorOf("email")}>
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
      <Button type="submit" variant="primary" busy={isSubmitting}>
        {isSubmitting ? "Sending…" : "Mail me a link"}
      </Button>
    </form>
  );
}
