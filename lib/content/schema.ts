import { z } from "zod";
import { lessonPayloadSchema, pathPayloadSchema } from "#lib/content/lesson-schema.ts";
import { type Rung, rungs } from "#lib/content/rungs.ts";
import {
  itemBase,
  type Level,
  levelSchema,
  type Source,
  sourceSchema,
  stableIdSchema,
  textSchema,
} from "#lib/content/schema-base.ts";

/**
 * The content of Whetstone, once it has been parsed: what a question, a comparison, a myth and a
 * decision consist of. Files under `seed/content`, the database and (later) editors all speak this
 * shape. Everything here is safe to import in the browser.
 */

export { type Level, levelSchema, type Source, stableIdSchema };

export const rungSchema = z.enum(rungs);
export type { Rung };

export const mustSayPointSchema = z.strictObject({
  /** Stable within the question, so that ticks survive a rewording. */
  id: stableIdSchema,
  text: textSchema,
});

export const interviewHintSchema = z.strictObject({
  title: textSchema,
  advice: textSchema,
  /** What one might say aloud; `{placeholders}` stand for the candidate's own evidence. */
  sampleResponse: textSchema.regex(/\{[a-z][^{}]*\}/, "must hold at least one {placeholder}"),
});

export const followUpSchema = z.strictObject({ question: textSchema, answer: textSchema });

export const codeSampleSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("code"),
    language: textSchema,
    code: textSchema,
    caption: z.string(),
  }),
  z.strictObject({ kind: z.literal("none"), reason: textSchema }),
]);

/** Another wording of a question: an address and a search hit of its own, the same answer and cards. */
export const variantSchema = z.strictObject({
  slug: stableIdSchema,
  title: textSchema.max(120),
  /** As an interviewer would say it, Markdown. */
  question: textSchema,
});
export type Variant = z.infer<typeof variantSchema>;

/** Prose fields are Markdown. */
export const questionPayloadSchema = z.strictObject({
  kind: z.literal("question"),
  ...itemBase,
  number: z.int().min(1).max(9999),
  question: textSchema,
  variants: z.array(variantSchema).max(3).optional(),
  superBrief: textSchema,
  brief: textSchema,
  detailed: textSchema,
  perspective: textSchema,
  mustSay: z.array(mustSayPointSchema).min(4).max(8),
  hints: z.array(interviewHintSchema).min(2),
  followUps: z.array(followUpSchema).min(2).max(4),
  code: codeSampleSchema,
  sources: z.array(sourceSchema).min(2),
});
export type QuestionPayload = z.infer<typeof questionPayloadSchema>;

/**
 * A quantity as a closed range in one unit; a single number has `min` equal to `max`, and an open
 * end is left out ("100 or more" has no `max`).
 */
export const quantitySchema = z
  .strictObject({
    min: z.number().optional(),
    max: z.number().optional(),
    unit: textSchema,
  })
  .refine((q) => q.min !== undefined || q.max !== undefined, "needs min, max or both")
  .refine((q) => q.min === undefined || q.max === undefined || q.min <= q.max, "min is above max");

/** What one or more sources say of a subject in one aspect. */
export const claimSchema = z.strictObject({
  value: textSchema.refine((v) => v.split(/\s+/).length <= 12, "is longer than 12 words"),
  quantity: quantitySchema.optional(),
  /** Rank on the aspect's own scale, 1 being the least. */
  ordinal: z.int().min(1).max(9).optional(),
  /** Under which circumstances the claim holds. */
  condition: textSchema.optional(),
  /** Keys of the comparison's `sources`. */
  sources: z.array(stableIdSchema).min(1),
});
export type Claim = z.infer<typeof claimSchema>;

/** One claim where the sources agree; two or more, each with its condition, where they do not. */
export const factSchema = z
  .strictObject({ claims: z.array(claimSchema).min(1).max(4) })
  .refine(
    (f) => f.claims.length === 1 || f.claims.every((c) => c.condition !== undefined),
    "is contested, so every claim needs the condition under which it holds",
  );
export type Fact = z.infer<typeof factSchema>;

export const valueTypeSchema = z.enum(["text", "quantity", "ordinal"]);

export const aspectSchema = z
  .strictObject({
    id: stableIdSchema,
    name: textSchema.max(60),
    /** The prompt of a fact card, with `{subject}` for the subject's name. */
    prompt: textSchema.regex(/\{subject\}/, "must contain {subject}"),
    type: valueTypeSchema,
    /** Why the values are what they are; shown under the revealed answer. */
    why: textSchema.optional(),
    facts: z.record(stableIdSchema, factSchema),
  })
  .superRefine((aspect, context) => {
    for (const [subject, fact] of Object.entries(aspect.facts)) {
      fact.claims.forEach((claim, index) => {
        const path = ["facts", subject, "claims", index];
        if (aspect.type === "quantity" && claim.quantity === undefined) {
          context.addIssue({
            code: "custom",
            path,
            message: "needs a quantity: the aspect is one",
          });
        }
        if (aspect.type === "ordinal" && claim.ordinal === undefined) {
          context.addIssue({
            code: "custom",
            path,
            message: "needs an ordinal: the aspect is one",
          });
        }
      });
    }
  });
export type Aspect = z.infer<typeof aspectSchema>;

export const comparisonPayloadSchema = z
  .strictObject({
    kind: z.literal("comparison"),
    ...itemBase,
    summary: textSchema,
    subjects: z
      .array(z.strictObject({ id: stableIdSchema, name: textSchema.max(40) }))
      .min(2)
      .max(4),
    sources: z.record(stableIdSchema, sourceSchema),
    aspects: z.array(aspectSchema).min(8),
    /** What to conclude from the table, in a paragraph or two. */
    takeaway: textSchema,
  })
  .superRefine((comparison, context) => {
    comparison.aspects.forEach((aspect, index) => {
      const path = ["aspects", index, "facts"];
      for (const { id } of comparison.subjects) {
        if (!(id in aspect.facts)) {
          context.addIssue({ code: "custom", path, message: `has no fact for subject "${id}"` });
        }
      }
      for (const [subject, fact] of Object.entries(aspect.facts)) {
        if (!comparison.subjects.some(({ id }) => id === subject)) {
          context.addIssue({
            code: "custom",
            path,
            message: `names an unknown subject "${subject}"`,
          });
        }
        for (const source of fact.claims.flatMap((claim) => claim.sources)) {
          if (!(source in comparison.sources)) {
            context.addIssue({
              code: "custom",
              path: [...path, subject],
              message: `names an unknown source "${source}"`,
            });
          }
        }
      }
    });
  });
export type ComparisonPayload = z.infer<typeof comparisonPayloadSchema>;

export const mythPayloadSchema = z.strictObject({
  kind: z.literal("myth"),
  ...itemBase,
  claim: textSchema,
  reality: textSchema,
  whyBelieved: textSchema,
  sources: z.array(sourceSchema).min(1),
});
export type MythPayload = z.infer<typeof mythPayloadSchema>;

export const decisionPayloadSchema = z.strictObject({
  kind: z.literal("decision"),
  ...itemBase,
  scenario: textSchema,
  constraints: z.array(textSchema).min(2).max(6),
  options: z.array(textSchema).min(2).max(5),
  choice: textSchema,
  why: textSchema,
  flip: z.strictObject({ constraint: textSchema, choice: textSchema }),
  /** The answer that combines both worlds, where it is the right one. */
  hybrid: textSchema.optional(),
  sources: z.array(sourceSchema).min(1),
});
export type DecisionPayload = z.infer<typeof decisionPayloadSchema>;

export const contentPayloadSchema = z.union([
  questionPayloadSchema,
  comparisonPayloadSchema,
  mythPayloadSchema,
  decisionPayloadSchema,
  lessonPayloadSchema,
  pathPayloadSchema,
]);
export type ContentPayload = z.infer<typeof contentPayloadSchema>;
export type ContentKind = ContentPayload["kind"];
export type { LessonPayload, PathPayload } from "#lib/content/lesson-schema.ts";

export const topicSchema = z.strictObject({
  id: stableIdSchema,
  name: textSchema.max(60),
  summary: textSchema,
  position: z.int().min(1),
});
export type TopicFile = z.infer<typeof topicSchema>;
