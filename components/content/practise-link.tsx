import { type ButtonVariant } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

/** Starts a review session with the cards of one item. `itemId` is the id that its author chose. */
export function PractiseLink({
  itemId,
  variant = "primary",
  className,
}: {
  itemId: string;
  variant?: ButtonVariant;
  className?: string;
}) {
  return (
    <ButtonLink
      href={`/review?item=${itemId}`}
      prefetch={false}
      variant={variant}
      className={className}
    >
      Practise this
    </ButtonLink>
  );
}
