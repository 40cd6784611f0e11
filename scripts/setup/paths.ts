import { join, resolve } from "node:path";

/** The repository. */
export const root = resolve(import.meta.dirname, "../..");

/** Everything that one clone keeps between runs: the embedded database, secrets, locks. */
export const dataDirectory = join(root, ".data");

export const migrationsDirectory = join(root, "prisma/migrations");
