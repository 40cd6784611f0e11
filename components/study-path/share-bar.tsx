import { shareOf } from "#components/study-path/standing-words.ts";
import type { Standing } from "#lib/study-paths/dto.ts";

/** A hairline that fills; the words beside it say the same. */
export function ShareBar({ standing }: { standing: Standing }) {
  const share = shareOf(standing);
  if (share === null) return null;
  return (
    <span aria-hidden className="block h-1 overflow-hidden rounded-full bg-line">
      <span
        className="block h-full rounded-full bg-ink"
        style={{ width: `${(share * 100).toFixed(1)}%` }}
      />
    </span>
  );
}
