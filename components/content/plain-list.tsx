/** Short lines, each sanitized HTML. */
export function PlainList({ itemsHtml }: { itemsHtml: readonly string[] }) {
  return (
    <ul className="grid gap-2">
      {itemsHtml.map((html) => (
        <li key={html} className="flex gap-3">
          <span aria-hidden className="mt-[0.68em] h-px w-3 shrink-0 bg-edge" />
          <span className="prose-inline" dangerouslySetInnerHTML={{ __html: html }} />
        </li>
      ))}
    </ul>
  );
}
