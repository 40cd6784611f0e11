import { z } from "zod";

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  AUTH_SECRET: z.string().min(32),
  /** Where people reach the site: links in mails and the Origin check rest on it. */
  NEXTAUTH_URL: z.url().default("http://localhost:3000"),
  WHETSTONE_VERSION: z.string().default("0.1.0"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Whetstone <whetstone@localhost>"),
  /** Folder of the local mailbox, used while SMTP_URL is not set. */
  MAILBOX_DIR: z.string().default(".data/mailbox"),
  /** "1" when a proxy that sets X-Forwarded-For stands in front. */
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
});
export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/**
 * The settings of this process, parsed once. The only place that reads `process.env`.
 * @throws Error naming every variable that is missing or malformed (never its value).
 */
export function env(): Env {
  if (parsed) return parsed;
  const filled = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
  const result = envSchema.safeParse(filled);
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `${issue.path.join(".")}: ${issue.message}`,
    );
    throw new Error(`The configuration is not usable. ${problems.join("; ")}`);
  }
  parsed = result.data;
  return parsed;
}
