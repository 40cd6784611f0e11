import { cx } from "#components/ui/cx.ts";

interface ProseProps {
  /** Sanitized HTML from `renderMarkdown` of lib/markdown/render.ts, and from nowhere else. */
  html: string;
  /** In the interface's face and size, for short texts among controls. */
  plain?: boolean;
  className?: string | undefined;
}

export function Prose({ html, plain = false, className }: ProseProps) {
  return (
    <div
      className={cx("prose", plain && "prose-ui", className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
