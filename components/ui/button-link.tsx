import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "#components/ui/button.tsx";

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "className"> & ButtonLook;

/** A link within the site that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return (
    <Link
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }), className })}
      {...rest}
    />
  );
}
