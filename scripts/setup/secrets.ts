import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDirectory } from "#scripts/setup/paths.ts";
import { SetupError } from "#scripts/setup/progress.ts";

const MIN_LENGTH = 32;

/**
 * The secret that signs sessions. For the embedded database it is made once and kept; somebody who runs a database of
 * their own in production, perhaps with several servers, has to say it, so that all of them agree.
 */
export function authSecret(options: { embedded: boolean; production: boolean }): string {
  const given = process.env["AUTH_SECRET"];
  if (given) {
    if (given.length >= MIN_LENGTH) return given;
    throw new SetupError(
      `AUTH_SECRET is shorter than ${MIN_LENGTH} characters`,
      "Make one: openssl rand -base64 33",
    );
  }
  if (options.embedded || !options.production)
    return keptSecret(join(dataDirectory, "auth-secret"));
  throw new SetupError(
    "AUTH_SECRET is not set, and DATABASE_URL asks for one in production",
    'Make one and keep it: AUTH_SECRET="$(openssl rand -base64 33)" npm start',
  );
}

function keptSecret(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(33).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length >= MIN_LENGTH) return secret;
  throw new SetupError(
    `The secret in ${path} is cut short`,
    "Remove the file (everybody signs in again) and start",
  );
}
