/** References to the numbered sources below the table. */
export function SourceRefs({ numbers }: { numbers: readonly number[] }) {
  return (
    <span className="tabular text-xs whitespace-nowrap text-faint">
      {numbers.map((number) => (
        <a
          key={number}
          href={`#source-${number}`}
          aria-label={`Source ${number}`}
          className="inline-grid min-h-6 min-w-6 place-items-center hover:text-ink hover:underline"
        >
          [{number}]
        </a>
      ))}
    </span>
  );
}
