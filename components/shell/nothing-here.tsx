import { AnchorButton, Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/field.tsx";

/** What a 404 says: what happened, and where to go from here. */
export function NothingHere() {
  return (
    <div className="max-w-measure pt-8 md:pt-16">
      <p className="tabular text-sm font-semibold text-faint">404</p>
      <h1 className="mt-2 text-xl font-semibold tracking-tight">
        There is nothing at this address
      </h1>
      <p className="mt-4 text-md text-soft">
        The page was moved or never existed, or it belongs to somebody else and is not shared with
        you. Nothing of yours was lost.
      </p>
      <form action="/search" role="search" className="mt-8 flex gap-3">
        <Input
          type="search"
          name="q"
          aria-label="Search everything"
          placeholder="Search everything"
          maxLength={100}
        />
        <Button type="submit">Search</Button>
      </form>
      <div className="mt-4 flex flex-wrap gap-3">
        <AnchorButton href="/topics" variant="quiet" className="-ml-4">
          Browse the topics
        </AnchorButton>
        <AnchorButton href="/" variant="quiet">
          Go to the start
        </AnchorButton>
      </div>
    </div>
  );
}
