import { ButtonLink } from "#components/ui/button.tsx";

/** Starts a review session with the cards of one item. `itemId` is the id that its author chose. */
export function PractiseLink({ itemId, className }: { itemId: string; className?: string }) {
  return (
    <ButtonLink href={`/review?item=${itemId}`} prefetch={false} variant="primary" className={className}>
      Practise this
    </ButtonLink>
  );
}
