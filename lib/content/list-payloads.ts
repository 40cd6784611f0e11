import { z } from "zod";

/*
 * As much of a stored payload as a list shows. Whatever is stored went through the full schemas once;
 * judging sixty whole tables again for a list of titles would take longer than reading them.
 */

export const questionListSchema = z.object({
  number: z.int(),
  tags: z.array(z.string()),
  question: z.string(),
});

export const comparisonListSchema = z.object({
  summary: z.string(),
  subjects: z.array(z.object({ name: z.string() })),
  aspects: z.array(
    z.object({ facts: z.record(z.string(), z.object({ claims: z.array(z.unknown()) })) }),
  ),
});

export const mythListSchema = z.object({ claim: z.string(), reality: z.string() });

export const decisionListSchema = z.object({ scenario: z.string(), choice: z.string() });
