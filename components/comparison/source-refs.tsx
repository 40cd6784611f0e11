/** References to the numbered sources below the table. */
export function SourceRefs({ numbers }: { numbers: readonly number[] }) {
  return (
    <span className="tabular -ml-0.5 text-xs whitespace-nowrap text-faint">
      {numbers.map((number) => (
        <a key={number} href={`#source-${number}`} aria-label={`Source ${number}`} className="-my-1 px-0.5 py-1 hover:text-ink hover:underline">
          [{number}]
        </a>
      ))}
    </span>
  );
}
