/** References to the numbered sources below the table, or on the page that has it whole. */
export function SourceRefs({
  numbers,
  page = "",
}: {
  numbers: readonly number[];
  page?: string | undefined;
}) {
  return (
    <span className="tabular text-xs whitespace-nowrap text-faint">
      {numbers.map((number) => (
        <a
          key={number}
          href={`${page}#source-${number}`}
          aria-label={`Source ${number}`}
          className="inline-grid min-h-6 min-w-6 place-items-center hover:text-ink hover:underline"
        >
          [{number}]
        </a>
      ))}
    </span>
  );
}
