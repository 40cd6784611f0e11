import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "#components/ui/cx.ts";

interface SliderProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  /** The value in words, such as "90 %"; the owner formats it, so that it stays right while sliding. */
  display: string;
  hint?: ReactNode;
}

/** A native range with its value in words beside the label, announced as such. */
export function Slider({ label, display, hint, className, ...rest }: SliderProps) {
  const id = useId();
  return (
    <div className={cx("grid gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} className="tabular">
          {display}
        </output>
      </div>
      <input
        id={id}
        type="range"
        className="choice h-8 w-full"
        aria-valuetext={display}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
