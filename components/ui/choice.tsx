import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "#components/ui/cx.ts";

interface ChoiceProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

function Labelled({
  label,
  hint,
  hintId,
  input,
  className,
}: {
  label: ReactNode;
  hint?: ReactNode;
  hintId: string;
  input: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={className}>
      <label className="flex min-h-11 items-center gap-3 py-1 md:min-h-9">
        {input}
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="pl-8 text-xs text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A box to tick; `hint` says what ticking it does. */
export function Checkbox({ label, hint, className, ...rest }: ChoiceProps) {
  const hintId = useId();
  const input = (
    <input
      type="checkbox"
      className="choice size-5 shrink-0"
      aria-describedby={hint ? hintId : undefined}
      {...rest}
    />
  );
  return <Labelled label={label} hint={hint} hintId={hintId} input={input} className={className} />;
}

interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface RadioGroupProps
  extends Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "children"> {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  /** Side by side as one bar, for two to four short words. */
  segmented?: boolean;
}

/** One of several; controlled by `value` + `onChange`, or by `defaultValue` inside a form. */
export function RadioGroup({
  legend,
  name,
  options,
  value,
  defaultValue,
  segmented = false,
  className,
  ...rest
}: RadioGroupProps) {
  return (
    <fieldset className={cx("min-w-0", className)}>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div
        className={
          segmented
            ? "inline-flex max-w-full flex-wrap rounded-md border border-edge bg-raised p-0.5"
            : "grid gap-1"
        }
      >
        {options.map((option) => {
          const checked =
            value === undefined
              ? { defaultChecked: defaultValue === option.value }
              : { checked: value === option.value };
          const input = (
            <input
              type="radio"
              name={name}
              value={option.value}
              {...checked}
              {...rest}
              className={segmented ? "peer sr-only" : "choice size-5 shrink-0"}
            />
          );
          if (!segmented) {
            return (
              <label
                key={option.value}
                className="flex min-h-11 items-center gap-3 py-1 md:min-h-9"
              >
                {input}
                <span>
                  {option.label}
                  {option.hint && <span className="block text-xs text-faint">{option.hint}</span>}
                </span>
              </label>
            );
          }
          return (
            <label key={option.value} className="segment relative">
              {input}
              <span className="flex min-h-10 items-center rounded-[6px] px-3.5 text-soft peer-checked:bg-ink peer-checked:text-paper md:min-h-8.5">
                {option.label}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
