import Link from "next/link";
import { itemLabel } from "#components/content/item-label.ts";
import { TryCard } from "#components/question/try-card.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { LadderMark } from "#components/ui/ladder.tsx";
import { getQuestion, listComparisons, listQuestions, listTopics } from "#lib/content/queries.ts";
import { rungs } from "#lib/content/rungs.ts";
import { renderInline, renderMarkdown } from "#lib/markdown/render.ts";

/** The question that most visitors can judge from their own work; otherwise the first there is. */
const preferredNumber = 44;

async function findSample() {
  const [topic] = await listTopics(null);
  if (!topic) return null;
  const questions = await listQuestions(null, topic.slug);
  const chosen = questions.find(({ number }) => number === preferredNumber) ?? questions[0];
  return chosen ? getQuestion(null, topic.slug, chosen.slug) : null;
}

/** The headline, a line for each rung. */
const spoken = ["Say it in thirty seconds.", "Then in two minutes.", "Then in five."] as const;

const promises = [
  {
    title: "Three lengths, because a conversation has them",
    text: "Thirty seconds to open, two minutes to explain, five to defend. Every question is answered at each, with the points an interviewer listens for.",
  },
  {
    title: "Ready on the day, not merely once",
    text: "A model of memory decides what comes back and when. It tells you the interval before you grade, and keeps to it.",
  },
  {
    title: "Facts with their conditions",
    text: "Where published figures disagree, both stay, each with its source and the circumstances it was measured in. That is the senior answer.",
  },
] as const;

/** What a stranger sees: what this is, and a real card to try at once. */
export async function Welcome() {
  const [sample, topics, comparisons] = await Promise.all([
    findSample(),
    listTopics(null),
    listComparisons(null),
  ]);
  const questions = topics.reduce((sum, topic) => sum + topic.counts.question, 0);
  return (
    <>
      <section className="grid items-start gap-x-16 gap-y-10 pb-16 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)] lg:pt-8">
        <div>
          <h1 className="question-title grid gap-3">
            {spoken.map((text, index) => (
              <span key={text} className="flex items-center gap-4">
                <LadderMark rung={rungs[index] ?? "detailed"} size={36} />
                {text}
              </span>
            ))}
          </h1>
          <p className="mt-6 max-w-measure text-md text-soft">
            Interview practice for senior engineers: real questions answered at three lengths, and a
            scheduler that is honest about what you will still recall.
          </p>
          <div className="mt-8 flex flex-wrap items-center gap-3">
            <ButtonLink href="/review" variant="primary" size="lg" prefetch={false}>
              Practise now
            </ButtonLink>
            <ButtonLink href="/topics" variant="quiet" size="lg">
              Read the questions
            </ButtonLink>
          </div>
          <p className="mt-3 text-xs text-faint">
            No account needed. Create one later and every review comes along.
          </p>
        </div>
        {sample && (
          <TryCard
            label={itemLabel(sample)}
            questionHtml={renderInline(sample.payload.question)}
            answerHtml={renderMarkdown(sample.payload.superBrief, { idPrefix: "try-" })}
            itemId={sample.payload.id}
            path={sample.path}
          />
        )}
      </section>
      <section
        aria-label="What makes it different"
        className="grid gap-x-10 gap-y-8 border-t border-line pt-10 md:grid-cols-3"
      >
        {promises.map(({ title, text }) => (
          <div key={title}>
            <h2 className="font-semibold text-balance">{title}</h2>
            <p className="mt-2 text-soft">{text}</p>
          </div>
        ))}
      </section>
      <p className="tabular mt-12 text-xs text-faint">
        {questions} questions and {comparisons.length} comparisons so far.{" "}
        <Link href="/about" prefetch={false} className="text-link">
          About Whetstone
        </Link>
      </p>
    </>
  );
}
