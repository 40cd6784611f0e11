import type { Metadata } from "next";
import { cache } from "react";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { Breadcrumbs } from "#components/content/breadcrumbs.tsx";
import { levelLabels } from "#components/content/item-label.ts";
import { PageContents } from "#components/content/page-contents.tsx";
import { RelatedItems } from "#components/content/related-items.tsx";
import { Section } from "#components/content/section.tsx";
import { plural } from "#components/progress/format.ts";
import { FollowForm } from "#components/study-path/follow-form.tsx";
import { PlaceWords } from "#components/study-path/place-words.tsx";
import { WeekSection } from "#components/study-path/week-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { weekAnchor } from "#lib/content/paths.ts";
import { plainText } from "#lib/markdown/plain-text.ts";
import type { PathDetail } from "#lib/study-paths/dto.ts";
import { getPath } from "#lib/study-paths/queries.ts";

interface PathPageProps {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) =>
  orNotFound(getPath(await currentActor(), slug, new Date())),
);

export async function generateMetadata({ params }: PathPageProps): Promise<Metadata> {
  const { title, summary, path } = await load((await params).slug);
  return pageMetadata({ title, description: plainText(summary), path, type: "article" });
}

/** What following does, or where one is. */
function Following({ path }: { path: PathDetail }) {
  const { isFollowed, place } = path;
  return (
    <div className="grid max-w-measure gap-2 border-l-2 border-edge pl-4">
      {isFollowed ? (
        <>
          <p className="text-soft">
            You follow this path: its new cards come first, in the order below.
          </p>
          <PlaceWords path={path.path} weeks={path.weeks.length} place={place} />
        </>
      ) : (
        <p className="text-soft">
          Follow it, and its new cards come first, in the order below, all others after them. What
          you have practised already stays as it is, and you can stop at any time.
        </p>
      )}
    </div>
  );
}

export default async function PathPage({ params }: PathPageProps) {
  const path = await load((await params).slug);
  const { id, title, role, summary, level, weeks, related, isFollowed, place } = path;
  const items = weeks.reduce((sum, week) => sum + week.items.length, 0);
  return (
    <article>
      <PageHeader
        eyebrow={
          <>
            <Breadcrumbs trail={[{ href: "/paths", label: "Study paths" }]} />
            <p className="tabular mt-4 text-sm text-soft">
              <span className="font-semibold text-ink">{role}</span> · {levelLabels[level]} ·{" "}
              {plural(weeks.length, "week")} · {plural(items, "item")}
            </p>
          </>
        }
        title={title}
        lead={plainText(summary)}
        actions={<FollowForm pathId={id} isFollowed={isFollowed} from="path" />}
      />
      <Following path={path} />
      <div className="grid gap-x-16 xl:grid-cols-[minmax(0,50rem)_14rem]">
        <div className="min-w-0">
          {weeks.map((week) => (
            <WeekSection
              key={week.number}
              week={week}
              pathId={id}
              isReached={isFollowed && week.number === place?.week.number}
            />
          ))}
          {related.length > 0 && (
            <Section id="related" title="Related">
              <RelatedItems items={related} />
            </Section>
          )}
        </div>
        <PageContents
          entries={weeks.map(({ number, title: label }) => ({
            id: weekAnchor(number),
            label: (
              <>
                <span className="tabular mr-2 text-faint">{number}</span>
                {label}
              </>
            ),
          }))}
        />
      </div>
    </article>
  );
}
