import { pageMetadata } from "#app/page-metadata.ts";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata = pageMetadata({
  title: "About",
  description:
    "What Whetstone is, how it schedules, where its facts come from and what it keeps about you.",
  path: "/about",
});

export default function AboutPage() {
  return (
    <article>
      <PageHeader
        title="About Whetstone"
        lead="Interview practice for senior engineers. You know most of it already; this keeps the edge on it."
      />
      <div className="prose">
        <p>
          A senior interview rarely asks what something is. It asks when you would not use it, what
          breaks first, and what you measured. Every question here is therefore answered three
          times, for the three lengths that a conversation has: thirty seconds, two minutes and
          five. The short answer is the frame; the longer ones hang on it.
        </p>
        <h2>How it decides what to ask</h2>
        <p>
          Each card carries an estimate of how long you will remember it, made by FSRS-6, a
          published model of memory. A card comes back on the day on which your chance of recalling
          it falls to the level that you chose, 90 % unless you say otherwise. You see the interval
          before you press a grade, and it is exactly what will happen. Nothing is rewarded but
          remembering.
        </p>
        <h2>Where the facts come from</h2>
        <p>
          Every fact names its source. Where published figures disagree, both stay, each with the
          condition under which it was measured: knowing why they differ is usually the better
          answer. The texts are our own, kept as plain files in the repository, and a correction is
          a pull request.
        </p>
        <h2>What it keeps about you</h2>
        <p>
          Your reviews, your settings and, if you create an account, your e-mail address. No
          tracking, no remote fonts, no third party. You can practise as a guest, download
          everything, and delete everything, from the settings.
        </p>
      </div>
    </article>
  );
}
