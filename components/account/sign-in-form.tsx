"use client";

import Link from "next/link";
import { useState } from "react";
import {
  deliverReviews,
  enter,
  postAuth,
  type Refusal,
} from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { PasswordField } from "#components/account/password-field.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { credentialsSchema, emailSchema } from "#lib/accounts/schema.ts";

interface SignInFormProps {
  /** A path of this site. */
  callbackUrl: string;
  email: string;
  services: readonly { id: string; name: string }[];
}

/** With a password, by a mailed link, or with another service's account. */
export function SignInForm({ callbackUrl, email, services }: SignInFormProps) {
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const { form, onSubmit, problem, setProblem, errorOf, isSubmitting } = useAccountForm(
    credentialsSchema,
    { email, password: "" },
    async (values) => {
      await deliverReviews();
      return postAuth("callback/credentials", { ...values, callbackUrl });
    },
    ({ url }) => enter(url),
  );

  async function goElsewhere(
    id: string,
    fields: Readonly<Record<string, string>>,
    go: (url: string) => void,
  ): Promise<void> {
    setElsewhere(id);
    setProblem(null);
    await deliverReviews();
    const answer = await postAuth(`signin/${id}`, { ...fields, callbackUrl });
    if (answer.ok) {
      go(answer.data.url);
      return;
    }
    setElsewhere(null);
    setProblem(answer.refusal satisfies Refusal);
  }

  async function mailLink(): Promise<void> {
    form.clearErrors();
    const parsed = emailSchema.safeParse(form.getValues("email"));
    if (!parsed.success) {
      form.setError(
        "email",
        { message: parsed.error.issues[0]?.message ?? "is not an e-mail address" },
        { shouldFocus: true },
      );
      return;
    }
    await goElsewhere("email", { email: parsed.data }, () =>
      location.assign("/sign-in/check-mail"),
    );
  }

  const isBusy = isSubmitting || elsewhere !== null;
  return (
    <div className="grid gap-6">
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
        <div className="grid gap-1.5">
          <PasswordField
            label="Password"
            autoComplete="current-password"
            error={errorOf("password")}
            {...form.register("password")}
          />
          <Link
            href="/reset"
            className="justify-self-start py-1 text-xs text-soft underline underline-offset-4 hover:text-ink"
          >
            Forgot your password?
          </Link>
        </div>
        <Button type="submit" variant="primary" busy={isSubmitting} disabled={isBusy}>
          {isSubmitting ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      <div
        role="group"
        aria-label="Other ways to sign in"
        className="grid gap-3 border-t border-line pt-6"
      >
        <Button busy={elsewhere === "email"} disabled={isBusy} onClick={() => void mailLink()}>
          Mail me a link instead
        </Button>
        {services.map(({ id, name }) => (
          <Button
            key={id}
            busy={elsewhere === id}
            disabled={isBusy}
            onClick={() => void goElsewhere(id, {}, (url) => location.assign(url))}
          >
            Sign in with {name}
          </Button>
        ))}
      </div>
    </div>
  );
}
