import { CopyButton } from "#components/question/copy-button.tsx";
import { Prose } from "#components/ui/prose.tsx";

interface CodeSampleProps {
  captionHtml: string;
  /** The highlighted `<pre>`. */
  codeHtml: string;
  /** The code itself, for the clipboard. */
  code: string;
  language: string;
}

export function CodeSample({ captionHtml, codeHtml, code, language }: CodeSampleProps) {
  return (
    <figure>
      {captionHtml && (
        <figcaption className="mb-4">
          <Prose html={captionHtml} />
        </figcaption>
      )}
      <div className="relative">
        <div className="mb-1 flex min-h-9 items-center justify-between text-xs text-faint">
          <span>{language}</span>
          <CopyButton text={code} />
        </div>
        <div className="prose max-w-none!" dangerouslySetInnerHTML={{ __html: codeHtml }} />
      </div>
    </figure>
  );
}
