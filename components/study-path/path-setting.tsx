import Link from "next/link";
import { FollowForm } from "#components/study-path/follow-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, Select } from "#components/ui/field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { PathSummary } from "#lib/study-paths/dto.ts";
import { pathSettingAnchor } from "#lib/study-paths/schema.ts";

/** Which study path is followed, and the choice of another. Counts at once; needs no JavaScript. */
export function PathSetting({ paths }: { paths: readonly PathSummary[] }) {
  const followed = paths.find(({ isFollowed }) => isFollowed);
  const others = paths.filter(({ isFollowed }) => !isFollowed);
  return (
    <div id={pathSettingAnchor} className="mt-6">
      <Panel title="Study path">
        <div className="grid gap-5">
          {followed ? (
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <p className="min-w-0">
                You follow{" "}
                <Link
                  href={followed.path}
                  prefetch={false}
                  className="font-medium underline decoration-edge underline-offset-4 hover:decoration-current"
                >
                  {followed.title}
                </Link>
                . Its cards are introduced first.
              </p>
              <FollowForm pathId={followed.id} isFollowed from="settings" />
            </div>
          ) : (
            <p className="text-soft">
              You follow none: new cards are introduced topic by topic. A path puts those of one
              role first.
            </p>
          )}
          {others.length > 0 && (
            <form
              method="post"
              action="/api/study-path"
              className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <input type="hidden" name="follow" value="true" />
              <input type="hidden" name="from" value="settings" />
              <Field label={followed ? "Another path" : "A path"}>
                {(control) => (
                  <Select name="path" {...control}>
                    {others.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <Button type="submit">Follow</Button>
            </form>
          )}
        </div>
      </Panel>
    </div>
  );
}
