import Link from "next/link";
import { levelLabels } from "#components/content/item-label.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, Input, Select } from "#components/ui/field.tsx";
import type { Level } from "#lib/content/schema.ts";

interface QuestionFilterFormProps {
  path: string;
  levels: readonly { level: Level; questions: number }[];
  tags: readonly { tag: string; questions: number }[];
  current: { level?: Level | undefined; tag?: string | undefined; text?: string | undefined };
}

/** A plain GET form: the filter is in the address, so it can be shared and works without JavaScript. */
export function QuestionFilterForm({ path, levels, tags, current }: QuestionFilterFormProps) {
  const isFiltered = Boolean(current.level ?? current.tag ?? current.text);
  return (
    <form
      action={path}
      role="search"
      aria-label="Filter the questions"
      className="grid grid-cols-2 items-end gap-3 md:grid-cols-[1fr_9rem_12rem_auto]"
    >
      <Field label="Words or number" className="col-span-2 md:col-span-1">
        {(control) => (
          <Input
            type="search"
            name="text"
            maxLength={100}
            defaultValue={current.text}
            placeholder="memory, or 44"
            {...control}
          />
        )}
      </Field>
      <Field label="Level">
        {(control) => (
          <Select name="level" defaultValue={current.level ?? ""} {...control}>
            <option value="">Any</option>
            {levels.map(({ level, questions }) => (
              <option key={level} value={level}>{`${levelLabels[level]} (${questions})`}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Tag">
        {(control) => (
          <Select name="tag" defaultValue={current.tag ?? ""} {...control}>
            <option value="">Any</option>
            {tags.map(({ tag, questions }) => (
              <option key={tag} value={tag}>{`${tag} (${questions})`}</option>
            ))}
          </Select>
        )}
      </Field>
      <div className="col-span-2 flex items-center gap-4 md:col-span-1">
        <Button type="submit">Filter</Button>
        {isFiltered && (
          <Link href={path} prefetch={false} className="text-link text-sm">
            Show all
          </Link>
        )}
      </div>
    </form>
  );
}
