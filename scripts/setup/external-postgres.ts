import pg from "pg";
import { reasonOf, SetupError } from "#scripts/setup/progress.ts";

const CONNECT_TIMEOUT_MS = 4000;
const OLDEST_POSTGRES = 14;

const mendByCode: Record<string, string> = {
  "28P01": "Correct the user or the password in DATABASE_URL",
  "28000": "Correct the user in DATABASE_URL, or let it in (pg_hba.conf)",
  "3D000": "Create that database (createdb), or correct its name in DATABASE_URL",
};
const usualMend =
  "Start that server, correct DATABASE_URL, or unset it to use the embedded database";

/** Sees that DATABASE_URL leads to a PostgreSQL that can be used; its messages never hold the password. */
export async function requireReachable(connectionString: string): Promise<void> {
  const client = openClient(connectionString);
  client.on("error", () => undefined);
  const place = `${client.host}:${client.port}/${client.database ?? ""}`;
  try {
    await within(CONNECT_TIMEOUT_MS, client.connect());
    await requireVersion(client);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = withoutPassword(reasonOf(error) || code, client.password);
    throw new SetupError(
      `DATABASE_URL cannot be used (${place}): ${reason}`,
      mendByCode[code] ?? usualMend,
    );
  } finally {
    await within(1000, client.end()).catch(() => undefined);
  }
}

function openClient(connectionString: string): pg.Client {
  try {
    if (!/^postgres(ql)?:\/\//.test(connectionString)) throw new Error("another kind of address");
    return new pg.Client({
      connectionString,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
  } catch {
    throw new SetupError(
      "DATABASE_URL is not the address of a PostgreSQL",
      "It looks like this: postgresql://user:password@host:5432/database",
    );
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  const version = rows[0]?.server_version ?? "";
  if (Number.parseInt(version, 10) >= OLDEST_POSTGRES) return;
  throw new SetupError(
    `DATABASE_URL leads to PostgreSQL ${version}`,
    `Whetstone needs PostgreSQL >= ${OLDEST_POSTGRES}; unset DATABASE_URL to use the embedded one`,
  );
}

function withoutPassword(message: string, password: string | null | undefined): string {
  return password ? message.replaceAll(password, "…") : message;
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
