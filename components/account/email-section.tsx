"use client";

import { useState } from "react";
import { type Refusal, send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { PasswordField } from "#components/account/password-field.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { changeEmailSchema } from "#lib/accounts/schema.ts";

interface EmailSectionProps {
  email: string | null;
  isVerified: boolean;
  hasPassword: boolean;
}

/** The address, whether it is confirmed, and how to change it. */
export function EmailSection({ email, isVerified, hasPassword }: EmailSectionProps) {
  return (
    <Panel
      title="E-mail address"
      aside={email && <Badge>{isVerified ? "confirmed" : "not confirmed"}</Badge>}
    >
      <div className="grid gap-5">
        <p className="wrap-anywhere">{email ?? "None yet."}</p>
        {email && !isVerified && <ResendVerification />}
        {email && !hasPassword ? (
          <p className="text-soft">
            To change the address, set a password first: it proves that it is you.
          </p>
        ) : (
          <ChangeEmail hasPassword={hasPassword} isFirst={email === null} />
        )}
      </div>
    </Panel>
  );
}

function ResendVerification() {
  const [state, setState] = useState<"idle" | "busy" | "sent">("idle");
  const [problem, setProblem] = useState<Refusal | null>(null);

  async function resend(): Promise<void> {
    setState("busy");
    setProblem(null);
    const answer = await send("POST", "/api/account/verify-request");
    setState(answer.ok ? "sent" : "idle");
    if (!answer.ok) setProblem(answer.refusal);
  }

  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-soft">
        We mailed you a link. Open it in this browser, so that your password stays as it is.
      </p>
      <FormProblem problem={problem} />
      {state === "sent" ? (
        <p role="status" className="font-medium">
          Another link is on its way.
        </p>
      ) : (
        <Button busy={state === "busy"} onClick={() => void resend()}>
          Mail the link again
        </Button>
      )}
    </div>
  );
}

function ChangeEmail({ hasPassword, isFirst }: { hasPassword: boolean; isFirst: boolean }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, onSubmit, problem, errorOf, isSubmitting } = useAccountForm(
    changeEmailSchema,
    { email: "", password: "" },
    (values) => send("POST", "/api/account/email", values),
    (_data, { email }) => {
      setSentTo(email);
      form.reset();
    },
  );
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      className="grid gap-4"
    >
      {sentTo && (
        <Callout tone="good" role="status">
          A link is on its way to {sentTo}. Open it in this browser; until then the address stays as
          it is.
        </Callout>
      )}
      <FormProblem problem={problem} />
      <Field label={isFirst ? "Add an address" : "New address"} error={errorOf("email")}>
        {(control) => (
          <Input
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            inputMode="email"
            {...control}
            {...form.register("email")}
          />
        )}
      </Field>
      {hasPassword && (
        <PasswordField
          label="Your password"
          autoComplete="current-password"
          error={errorOf("password")}
          {...form.register("password")}
        />
      )}
      <Button type="submit" busy={isSubmitting} className="justify-self-start">
        {isFirst ? "Add the address" : "Change the address"}
      </Button>
    </form>
  );
}
