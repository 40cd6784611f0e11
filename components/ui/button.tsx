import type { ComponentProps, ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

/** `primary` is the next thing to do: at most one on a screen. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const base =
  "inline-flex items-center justify-center gap-2 rounded-md font-medium text-center transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55";

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: "bg-ember-fill text-on-ember hover:bg-ember-fill-hover",
  secondary: "border border-edge text-ink hover:bg-sunken",
  quiet: "text-soft hover:bg-sunken hover:text-ink",
  danger: "bg-danger-fill text-on-danger hover:opacity-90",
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: "min-h-8 px-3 text-xs",
  md: "min-h-11 px-4 text-sm md:min-h-10",
  lg: "min-h-12 px-6 text-sm",
};

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string | undefined;
}

export function buttonLook({ variant = "secondary", size = "md", className }: ButtonLook): string {
  return cx(base, variants[variant], sizes[size], className);
}

interface ButtonProps extends Omit<ComponentProps<"button">, "className">, ButtonLook {
  /** Work is under way: the button cannot be pressed again and says so. */
  busy?: boolean;
}

export function Button({
  variant,
  size,
  className,
  busy = false,
  disabled,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      disabled={(disabled ?? false) || busy}
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }), className })}
      {...rest}
    />
  );
}

type AnchorButtonProps = Omit<ComponentProps<"a">, "className"> & ButtonLook;

/** A link that looks like a button and loads its page anew, for pages that carry no router code. */
export function AnchorButton({ variant, size, className, ...rest }: AnchorButtonProps) {
  return (
    <a
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }), className })}
      {...rest}
    />
  );
}

interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "size"> {
  /** What it does, for those who do not see the icon; also the tooltip. */
  label: string;
  children: ReactNode;
}

export function IconButton({
  label,
  variant = "quiet",
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Button
      variant={variant}
      aria-label={label}
      title={label}
      className={cx("size-11 px-0! md:size-10", className)}
      {...rest}
    >
      {children}
    </Button>
  );
}
