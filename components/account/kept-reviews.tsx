import { Callout } from "#components/ui/callout.tsx";

/** Tells a guest that what they practised comes with them. */
export function KeptReviews({ count, way }: { count: number; way: "signing in" | "signing up" }) {
  if (count === 0) return null;
  const reviews = count === 1 ? "The 1 review" : `All ${count.toLocaleString("en")} reviews`;
  const verb = count === 1 ? "is" : "are";
  return (
    <Callout tone="good">
      {way === "signing up"
        ? `${reviews} that you made as a guest ${verb} kept.`
        : `${reviews} that you made as a guest ${verb} added to the account.`}
    </Callout>
  );
}
