import pino from "pino";
import { env } from "#lib/env.ts";

let logger: pino.Logger | undefined;

/** The log of this process: one JSON object a line on standard output. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    redact: ["password", "*.password", "token", "*.token", "cookie", "*.cookie"],
  });
  return logger;
}
