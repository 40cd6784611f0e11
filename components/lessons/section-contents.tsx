import { Circle, CircleCheck } from "lucide-react";

interface SectionContentsProps {
  sections: readonly { id: string; title: string; titleHtml: string }[];
  /** Ids of those that were read. */
  read: readonly string[];
}

/** Whether a section was read, as a mark that is also heard. */
export function ReadMark({ isRead }: { isRead: boolean }) {
  const Icon = isRead ? CircleCheck : Circle;
  return (
    <>
      <Icon
        size={16}
        strokeWidth={isRead ? 2 : 1.5}
        aria-hidden
        className={`mt-0.5 shrink-0 ${isRead ? "text-good" : "text-edge"}`}
      />
      {isRead && <span className="sr-only">Read: </span>}
    </>
  );
}

/** The sections of a lesson above its text, where there is no room for them beside it. */
export function SectionContents({ sections, read }: SectionContentsProps) {
  return (
    <nav aria-label="Sections" className="max-w-measure border-y border-line py-2 xl:hidden">
      <ol>
        {sections.map(({ id, titleHtml }) => (
          <li key={id}>
            <a href={`#${id}`} className="flex items-start gap-2.5 py-1.5 text-soft hover:text-ink">
              <ReadMark isRead={read.includes(id)} />
              <span className="prose-inline" dangerouslySetInnerHTML={{ __html: titleHtml }} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
