import { Button } from "#components/ui/button.tsx";
import { Field, Input, Select } from "#components/ui/field.tsx";
import type { CardFilter } from "#lib/progress/schema.ts";

const shows: readonly (readonly [CardFilter["show"], string])[] = [
  ["started", "All started"],
  ["review", "In review"],
  ["learning", "In learning"],
  ["marked", "Marked"],
  ["leech", "Leeches"],
  ["suspended", "Suspended"],
  ["new", "Not started"],
];

const sorts: readonly (readonly [CardFilter["sort"], string])[] = [
  ["due", "Due first"],
  ["recall", "Least sure first"],
  ["lapses", "Most lapses first"],
  ["difficulty", "Hardest first"],
  ["recent", "Last answered first"],
];

/** A plain GET form: it works without JavaScript, and every result has an address. */
export function CardFilterForm({ filter }: { filter: CardFilter }) {
  return (
    <form
      method="get"
      action="/progress/cards"
      className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_12rem_13rem_auto] lg:items-end"
    >
      {filter.topic && <input type="hidden" name="topic" value={filter.topic} />}
      <Field label="Find" className="sm:col-span-2 lg:col-span-1">
        {(field) => (
          <Input
            {...field}
            type="search"
            name="q"
            defaultValue={filter.q}
            placeholder="Title, Q44, aspect"
          />
        )}
      </Field>
      <Field label="Show">
        {(field) => (
          <Select {...field} name="show" defaultValue={filter.show}>
            {shows.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Order">
        {(field) => (
          <Select {...field} name="sort" defaultValue={filter.sort}>
            {sorts.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit">Apply</Button>
    </form>
  );
}
