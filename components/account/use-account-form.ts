import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import type { Answer, Refusal } from "#components/account/account-client.ts";

/**
 * A form over a zod schema. What the server refuses about a field is shown beside it, like what the
 * browser found, and the first wrong field gets the focus; anything else becomes `problem`.
 * @param submit sends the values; what it returns decides what is shown.
 */
export function useAccountForm<Input extends FieldValues, Output extends FieldValues, Data>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
  submit: (values: Output) => Promise<Answer<Data>>,
  onDone: (data: Data, values: Output) => void,
) {
  const [problem, setProblem] = useState<Refusal | null>(null);
  const form = useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    defaultValues,
    shouldFocusError: false,
  });
  /** The first on the page: the order of `defaultValues`, since registering follows the rendering. */
  const focusFirst = (isWrong: (name: string) => boolean) => {
    const first = Object.keys(defaultValues).find(isWrong);
    if (first) form.setFocus(first as Path<Input>);
  };
  const onSubmit = form.handleSubmit(
    async (values) => {
      setProblem(null);
      const answer = await submit(values);
      if (answer.ok) {
        onDone(answer.data, values);
        return;
      }
      const known = answer.refusal.issues.filter(({ path }) => path in defaultValues);
      for (const { path, message } of known) form.setError(path as Path<Input>, { message });
      focusFirst((name) => known.some(({ path }) => path === name));
      if (known.length === 0) setProblem(answer.refusal);
    },
    (wrong) => {
      focusFirst((name) => name in wrong);
    },
  );
  const { errors, isSubmitting } = form.formState;
  /** The words beside a field: "Password" + "needs at least 8 characters". */
  const errorOf = (name: Path<Input>): string | undefined => {
    const message = errors[name]?.message;
    return typeof message === "string" ? sentence(message) : undefined;
  };
  return { form, onSubmit, problem, setProblem, errorOf, isSubmitting };
}

/** Schemas say it without a subject, "is missing"; beside a field it stands alone. */
function sentence(message: string): string {
  if (/^[A-Z]/.test(message)) return message;
  return `This ${message}.`;
}
