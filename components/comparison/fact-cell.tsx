import { ForkMark } from "#components/comparison/fork-mark.tsx";
import { SourceRefs } from "#components/comparison/source-refs.tsx";
import type { Claim, Fact } from "#lib/content/schema.ts";

interface FactCellProps {
  fact: Fact;
  /** The number under which a source stands below the table. */
  sourceNumber: (key: string) => number;
  /** The page with the sources; left out for the one where the table is. */
  page: string | undefined;
}

function Condition({ claim, sourceNumber, page }: Omit<FactCellProps, "fact"> & { claim: Claim }) {
  return (
    <span className="block text-xs text-faint">
      {claim.condition && `${claim.condition} `}
      <SourceRefs numbers={claim.sources.map(sourceNumber)} page={page} />
    </span>
  );
}

/** What is said of one subject in one aspect; where sources disagree, a fork that opens every claim. */
export function FactCell({ fact, sourceNumber, page }: FactCellProps) {
  const [only, ...others] = fact.claims;
  if (!only) return null;
  if (others.length === 0) {
    return (
      <>
        {only.value}
        <Condition claim={only} sourceNumber={sourceNumber} page={page} />
      </>
    );
  }
  return (
    <details className="group">
      <summary className="flex items-start gap-2">
        <ForkMark className="mt-1 shrink-0 text-soft" />
        <span>
          <span className="group-open:hidden">
            {fact.claims.map(({ value }, index) => (
              <span key={value} className="block">
                {index > 0 && <span className="sr-only">or </span>}
                {value}
              </span>
            ))}
            <span className="block text-xs text-faint underline decoration-dotted underline-offset-3">{`sources disagree: ${fact.claims.length} claims`}</span>
          </span>
          <span className="hidden text-xs leading-6 text-faint group-open:inline">
            each under its condition
          </span>
        </span>
      </summary>
      <ul className="mt-1 ml-1.75 grid gap-2 border-l border-edge pl-4">
        {fact.claims.map((claim) => (
          <li key={claim.value}>
            <span className="font-medium">{claim.value}</span>
            <Condition claim={claim} sourceNumber={sourceNumber} page={page} />
          </li>
        ))}
      </ul>
    </details>
  );
}
