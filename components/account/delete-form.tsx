"use client";

import { useState } from "react";
import { send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { PasswordField } from "#components/account/password-field.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { deleteAccountSchema, deleteWord } from "#lib/accounts/schema.ts";

interface DeleteFormProps {
  email: string | null;
  hasPassword: boolean;
  reviewCount: number;
}

/** Deletes the account, after one has typed what it is called. */
export function DeleteForm({ email, hasPassword, reviewCount }: DeleteFormProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { form, onSubmit, problem, errorOf, isSubmitting } = useAccountForm(
    deleteAccountSchema,
    { confirmation: "", password: "" },
    (values) => send("POST", "/api/account/delete", values),
    () => location.assign("/"),
  );
  const expected = email ?? deleteWord;
  return (
    <div className="grid gap-4">
      <p className="text-soft">
        Deletes {email ? "the account" : "what you practised as a guest"}
        {reviewCount > 0 &&
          `, ${reviewCount.toLocaleString("en")} ${reviewCount === 1 ? "review" : "reviews"}`}{" "}
        and your settings, at once and for good. Download your data first if you may want it back.
      </p>
      {!isOpen && (
        <Button className="justify-self-start" onClick={() => setIsOpen(true)}>
          Delete everything…
        </Button>
      )}
      {isOpen && (
        <form
          method="post"
          noValidate
          onSubmit={(event) => void onSubmit(event)}
          className="grid gap-4"
        >
          <FormProblem problem={problem} />
          <Field
            label={
              <>
                Type <span className="wrap-anywhere">{expected}</span> to confirm
              </>
            }
            error={errorOf("confirmation")}
          >
            {(control) => (
              <Input
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                autoFocus
                {...control}
                {...form.register("confirmation")}
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
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="danger" busy={isSubmitting}>
              {isSubmitting ? "Deleting…" : "Delete everything for good"}
            </Button>
            <Button variant="quiet" disabled={isSubmitting} onClick={() => setIsOpen(false)}>
              Keep it
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
