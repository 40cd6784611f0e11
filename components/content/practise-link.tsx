import type { ReactNode } from "react";
import type { ButtonSize, ButtonVariant } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

interface PractiseLinkProps {
  /** The id that its author chose. */
  itemId: string;
  /** Heard after the words of the link, where several stand together. */
  name?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children?: ReactNode;
}

/** Starts a review session with the cards of one item. */
export function PractiseLink({
  itemId,
  name,
  variant = "primary",
  size = "md",
  className,
  children = "Practise this",
}: PractiseLinkProps) {
  return (
    <ButtonLink
      href={`/review?item=${itemId}`}
      prefetch={false}
      variant={variant}
      size={size}
      className={className}
    >
      {children}
      {name !== undefined && <span className="sr-only">: {name}</span>}
    </ButtonLink>
  );
}
