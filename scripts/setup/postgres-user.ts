import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { SetupError } from "#scripts/setup/progress.ts";

/** How PostgreSQL is started: it refuses to run as root, so root hands it to a user without rights. */
export interface PostgresUser {
  /** Undefined when nothing changes hands (not root). */
  ids: { uid: number; gid: number } | undefined;
  /** The command that runs `program` as that user, and the ids for `spawn` when it is to drop them itself. */
  command(
    program: string,
    args: string[],
  ): { file: string; args: string[]; ids: { uid?: number; gid?: number } };
}

const userName = "whetstone-db";

const sameUser: PostgresUser = {
  ids: undefined,
  command: (file, args) => ({ file, args, ids: {} }),
};

/**
 * Chooses the user for PostgreSQL.
 * @param postgres the server's binary, to see whether the user can reach it
 * @param dataParent the folder of the data directory, likewise
 * @param dataOwner the owner of an existing data directory: it is kept
 */
export function choosePostgresUser(
  postgres: string,
  dataParent: string,
  dataOwner: { uid: number; gid: number } | undefined,
): PostgresUser {
  if (process.getuid?.() !== 0) return sameUser;
  const ids = dataOwner && dataOwner.uid !== 0 ? dataOwner : findOrCreateUser();
  const candidates = [
    plainDrop(ids),
    withCapability(ids, "dac_read_search"),
    withCapability(ids, "dac_override"),
  ];
  const usable = candidates.find((user) => canReach(user, postgres, dataParent));
  if (usable) return usable;
  const closed = closedFolders(dataParent);
  throw new SetupError(
    `PostgreSQL does not run as root, and no other user may enter ${closed[0] ?? dataParent}`,
    `Open the way (chmod o+x ${closed.join(" ")}), move the folder, or set DATABASE_URL to a PostgreSQL of your own`,
  );
}

function plainDrop(ids: { uid: number; gid: number }): PostgresUser {
  return { ids, command: (file, args) => ({ file, args, ids }) };
}

/**
 * For a clone below a folder that only root may enter, as `mktemp -d` makes it: the user keeps the one capability that
 * passes closed folders. `no_setuid_fixup` lets access(2), which initdb asks, honour it.
 */
function withCapability(ids: { uid: number; gid: number }, capability: string): PostgresUser {
  const only = `-all,+${capability}`;
  const flags = [
    ...["--reuid", String(ids.uid), "--regid", String(ids.gid), "--clear-groups", "--no-new-privs"],
    ...[
      `--inh-caps=${only}`,
      `--ambient-caps=${only}`,
      `--bounding-set=${only}`,
      "--securebits=+no_setuid_fixup",
    ],
  ];
  return {
    ids,
    command: (file, args) => ({
      file: "setpriv",
      args: [...flags, file, ...args],
      ids: {},
    }),
  };
}

function canReach(user: PostgresUser, postgres: string, dataParent: string): boolean {
  const probe = user.command("/bin/sh", [
    "-c",
    'test -x "$1" && cd "$2"',
    "sh",
    postgres,
    dataParent,
  ]);
  return (
    spawnSync(probe.file, probe.args, {
      ...probe.ids,
      cwd: "/",
      stdio: "ignore",
    }).status === 0
  );
}

function closedFolders(path: string): string[] {
  const parent = dirname(path);
  const above = parent === path ? [] : closedFolders(parent);
  return (statSync(path).mode & 0o001) === 0 ? [...above, path] : above;
}

function findOrCreateUser(): { uid: number; gid: number } {
  const existing = idsOf(userName);
  if (existing) return existing;
  const shell = ["--shell", "/usr/sbin/nologin"];
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", ...shell, userName], {
    stdio: "ignore",
  });
  if (!idsOf(userName))
    spawnSync("adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", userName], {
      stdio: "ignore",
    });
  const ids = idsOf(userName) ?? idsOf("postgres") ?? idsOf("nobody");
  if (ids) return ids;
  throw new SetupError(
    "PostgreSQL does not run as root, and no user could be made for it",
    "Make one (useradd --system whetstone-db), start as an ordinary user, or set DATABASE_URL",
  );
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    spawnSync("id", [flag, name], { encoding: "utf8" }),
  );
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
