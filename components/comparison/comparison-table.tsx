import { FactCell } from "#components/comparison/fact-cell.tsx";
import { Table } from "#components/ui/table.tsx";
import { aspectAnchor } from "#lib/content/paths.ts";
import type { ComparisonPayload } from "#lib/content/schema.ts";

interface ComparisonTableProps {
  comparison: Pick<ComparisonPayload, "title" | "subjects" | "aspects">;
  sourceNumber: (key: string) => number;
  /** Where sources and reasons stand, when that is not the page with the table. */
  page?: string;
}

/** Aspects down, subjects across; on a phone the aspects stay in sight while the subjects scroll. */
export function ComparisonTable({ comparison, sourceNumber, page }: ComparisonTableProps) {
  const { title, subjects, aspects } = comparison;
  return (
    <Table caption={`${title}, by aspect`} captionHidden className="comparison-table">
      <thead>
        <tr>
          <th scope="col">Aspect</th>
          {subjects.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {aspects.map((aspect) => (
          <tr key={aspect.id} id={page === undefined ? aspectAnchor(aspect.id) : undefined}>
            <th scope="row">
              {aspect.name}
              {aspect.why && (
                <a
                  href={`${page ?? ""}#why-${aspect.id}`}
                  className="mt-0.5 block w-fit text-xs font-normal text-faint hover:text-ink hover:underline"
                >
                  why<span className="sr-only">: {aspect.name}</span>
                </a>
              )}
            </th>
            {subjects.map(({ id }) => {
              const fact = aspect.facts[id];
              return (
                <td key={id}>
                  {fact && <FactCell fact={fact} sourceNumber={sourceNumber} page={page} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
