import type { z } from "zod";
import { lessonBodyFields, readLessonBody } from "#lib/content/files/lesson-body.ts";
import {
  type FieldPath,
  type FileProblem,
  fieldName,
  type Positioned,
} from "#lib/content/files/problem.ts";
import { questionBodyFields, readQuestionBody } from "#lib/content/files/question-body.ts";
import { readYaml } from "#lib/content/files/yaml-source.ts";
import {
  lessonPayloadSchema,
  pathPayloadSchema,
  type TrackFile,
  trackSchema,
} from "#lib/content/lesson-schema.ts";
import {
  type ContentKind,
  type ContentPayload,
  comparisonPayloadSchema,
  decisionPayloadSchema,
  mythPayloadSchema,
  questionPayloadSchema,
  type TopicFile,
  topicSchema,
} from "#lib/content/schema.ts";

/** A file that was read, or what is wrong with it; `id` is what it calls itself, if that could be read. */
export type ParsedFile<T> =
  | { ok: true; item: Positioned<T> }
  | { ok: false; id: string | null; problems: FileProblem[] };

/** What a file says before the schema has judged it. */
interface Draft {
  value: Record<string, unknown>;
  problems: FileProblem[];
  lineOf: (path: FieldPath) => number;
}

const payloadSchemaByKind = {
  question: questionPayloadSchema,
  comparison: comparisonPayloadSchema,
  myth: mythPayloadSchema,
  decision: decisionPayloadSchema,
  lesson: lessonPayloadSchema,
  path: pathPayloadSchema,
} satisfies Record<ContentKind, z.ZodType<ContentPayload>>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function draftOfYaml(file: string, text: string, firstLine = 1): Draft {
  const yaml = readYaml(text, firstLine);
  const problems = yaml.problems.map((problem) => ({ file, field: "", ...problem }));
  if (problems.length === 0 && !isRecord(yaml.value)) {
    problems.push({ file, field: "", line: firstLine, message: "must be a map of fields" });
  }
  return { value: isRecord(yaml.value) ? yaml.value : {}, problems, lineOf: yaml.lineOf };
}

const frontMatterPattern = /^---[ \t]*\n(?<yaml>[\s\S]*?)^---[ \t]*(?:\n|$)/m;

/** The Markdown after the front matter, by fields. Lines are those of the body. */
interface Body {
  fields: Record<string, unknown>;
  lines: ReadonlyMap<string, number>;
  problems: { field: string; line: number; message: string }[];
}

function draftOfMarkdown(
  file: string,
  text: string,
  readBody: (body: string, front: Record<string, unknown>) => Body,
  bodyFields: ReadonlySet<string>,
): Draft {
  const match = frontMatterPattern.exec(text);
  if (match?.index !== 0) {
    const message = "must begin with front matter: YAML between two lines of ---";
    return { value: {}, problems: [{ file, field: "", line: 1, message }], lineOf: () => 1 };
  }
  const front = draftOfYaml(file, match.groups?.["yaml"] ?? "", 2);
  const body = readBody(text.slice(match[0].length), front.value);
  const skipped = match[0].split("\n").length - 1;

  const problems = [...front.problems];
  for (const problem of body.problems)
    problems.push({ file, ...problem, line: problem.line + skipped });
  for (const key of Object.keys(front.value).filter((key) => bodyFields.has(key))) {
    problems.push({
      file,
      field: key,
      line: front.lineOf([key]),
      message: "belongs in the Markdown, not in the front matter",
    });
  }
  return {
    value: { ...front.value, ...body.fields },
    problems,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const line = body.lines.get(fieldName(path.slice(0, length)));
        if (line !== undefined) return line + skipped;
      }
      return front.lineOf(path);
    },
  };
}

function draftOf(file: string, kind: ContentKind, text: string): Draft {
  switch (kind) {
    case "question":
      return draftOfMarkdown(file, text, readQuestionBody, questionBodyFields);
    case "lesson":
      return draftOfMarkdown(file, text, readLessonBody, lessonBodyFields);
    default:
      return draftOfYaml(file, text);
  }
}

function problemsOfSchema(file: string, error: z.ZodError, draft: Draft): FileProblem[] {
  const reported = new Set(
    draft.problems.map((problem) => problem.field).filter((field) => field !== ""),
  );
  const isReported = (path: FieldPath) =>
    path.some((_, index) => reported.has(fieldName(path.slice(0, index + 1))));
  return error.issues
    .filter((issue) => !isReported(issue.path))
    .flatMap((issue) => {
      if (issue.code !== "unrecognized_keys") {
        return [
          {
            file,
            field: fieldName(issue.path),
            line: draft.lineOf(issue.path),
            message: issue.message,
          },
        ];
      }
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return {
          file,
          field: fieldName(path),
          line: draft.lineOf(path),
          message: "is not a field of this format",
        };
      });
    });
}

function judge<T>(
  file: string,
  schema: z.ZodType<T>,
  draft: Draft,
  given: Record<string, unknown>,
): ParsedFile<T> {
  const id = typeof draft.value["id"] === "string" ? draft.value["id"] : null;
  // With broken YAML every field would be reported missing as well.
  if (
    draft.problems.some(
      (problem) => problem.field === "" && problem.message.startsWith("is not valid YAML"),
    )
  ) {
    return { ok: false, id, problems: draft.problems };
  }
  const problems = [...draft.problems];
  for (const key of Object.keys(given).filter((key) => key in draft.value)) {
    problems.push({
      file,
      field: key,
      line: draft.lineOf([key]),
      message: "is said by the folder, not by the file",
    });
  }
  const result = schema.safeParse(
    { ...draft.value, ...given },
    {
      error: (issue) =>
        issue.input === undefined && issue.code === "invalid_type" ? "is missing" : undefined,
    },
  );
  if (!result.success) problems.push(...problemsOfSchema(file, result.error, draft));
  if (result.success && problems.length === 0) {
    return { ok: true, item: { file, payload: result.data, lineOf: draft.lineOf } };
  }
  return { ok: false, id, problems };
}

/** Line feeds only and no byte order mark, so that the same words always give the same payload. */
function normalised(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

/**
 * Parses the text of one content file.
 * @param file the name for messages
 * @param kind what its folder says it is
 */
export function parseContentFile(
  file: string,
  kind: ContentKind,
  text: string,
): ParsedFile<ContentPayload> {
  const source = normalised(text);
  const draft = draftOf(file, kind, source);
  const schema: z.ZodType<ContentPayload> = payloadSchemaByKind[kind];
  return judge(file, schema, draft, { kind });
}

/** Parses the text of a `topic.yaml`. */
export function parseTopicFile(file: string, text: string): ParsedFile<TopicFile> {
  return judge(file, topicSchema, draftOfYaml(file, normalised(text)), {});
}

/** Parses the text of a `track.yaml`. */
export function parseTrackFile(file: string, text: string): ParsedFile<TrackFile> {
  return judge(file, trackSchema, draftOfYaml(file, normalised(text)), {});
}
