import { LocalTimeZone } from "#components/study-path/local-time-zone.tsx";
import { Button } from "#components/ui/button.tsx";

interface FollowFormProps {
  /** Stable id of the path. */
  pathId: string;
  isFollowed: boolean;
  from: "path" | "settings";
}

/** Follows a path, or not any more; works without JavaScript and without an account. */
export function FollowForm({ pathId, isFollowed, from }: FollowFormProps) {
  return (
    <form method="post" action="/api/study-path">
      <input type="hidden" name="path" value={pathId} />
      <input type="hidden" name="follow" value={String(!isFollowed)} />
      <input type="hidden" name="from" value={from} />
      <LocalTimeZone />
      <Button type="submit" variant={isFollowed ? "secondary" : "primary"}>
        {isFollowed ? "Stop following" : "Follow this path"}
      </Button>
    </form>
  );
}
