import Link from "next/link";
import { Section } from "#components/progress/section.tsx";
import { PlaceWords } from "#components/study-path/place-words.tsx";
import { ShareBar } from "#components/study-path/share-bar.tsx";
import { standingInWords } from "#components/study-path/standing-words.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { FollowedPath } from "#lib/study-paths/dto.ts";

/** On Today: the path that is followed, the week reached, what is next. */
export function FollowedSection({ followed }: { followed: FollowedPath }) {
  const { id, title, path, place } = followed;
  return (
    <Section
      title="Your study path"
      about={
        <p>
          <Link
            href={path}
            prefetch={false}
            className="underline decoration-edge underline-offset-4 hover:decoration-current"
          >
            {title}
          </Link>
        </p>
      }
    >
      <div className="grid gap-2">
        <PlaceWords {...followed} />
        {place?.week.standing && (
          <div className="tabular mt-1 grid max-w-measure gap-2 text-xs text-soft">
            <ShareBar standing={place.week.standing} />
            <p>{standingInWords(place.week.standing)}</p>
          </div>
        )}
      </div>
      {place && (place.week.standing?.cards ?? 0) > 0 && (
        <div className="mt-4">
          <ButtonLink href={`/review?item=${id}&week=${place.week.number}`} prefetch={false}>
            Practise this week
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
