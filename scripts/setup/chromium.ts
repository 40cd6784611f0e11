import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "#scripts/setup/paths.ts";
import { SetupError, step } from "#scripts/setup/progress.ts";

const INSTALL_TIMEOUT_MS = 600_000;
const playwrightCli = join(root, "node_modules/playwright/cli.js");

const systemBrowsers = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const packageManagers = [
  {
    name: "apt-get",
    commands: [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ],
  },
  { name: "dnf", commands: [["install", "-y", "-q", "chromium"]] },
  { name: "apk", commands: [["add", "--quiet", "chromium"]] },
];

/**
 * A Chromium that runs: CHROMIUM_PATH, a browser of Playwright, one of the system; else one is installed by Playwright
 * or, as root, by the system's package manager.
 */
export async function findOrInstallChromium(): Promise<string> {
  const given = process.env["CHROMIUM_PATH"];
  if (given && runs(given)) return given;
  if (given)
    throw new SetupError(
      `CHROMIUM_PATH=${given} does not run`,
      "Correct it, or unset it to have one found",
    );
  const found =
    (await findChromium()) ?? (await installByPlaywright()) ?? (await installBySystem());
  if (found) return found;
  throw new SetupError(
    "There is no Chromium for the browser tests, and none could be installed",
    "Install one (apt-get install chromium, or npx playwright install --with-deps chromium), or set CHROMIUM_PATH",
  );
}

async function findChromium(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  return [chromium.executablePath(), ...systemBrowsers]
    .map(locate)
    .find((path) => path !== undefined && runs(path));
}

function locate(name: string): string | undefined {
  if (name.startsWith("/")) return existsSync(name) ? name : undefined;
  const folders = (process.env["PATH"] ?? "").split(":").filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** A package may hold only a stub, and a download may lack libraries: what prints its version runs. */
function runs(path: string): boolean {
  const run = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 15_000 });
  return run.status === 0 && /chrom/i.test(run.stdout);
}

async function installByPlaywright(): Promise<string | undefined> {
  step("Installing Chromium (npx playwright install chromium)");
  attempt(process.execPath, [playwrightCli, "install", "chromium"]);
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  if (!existsSync(path)) return undefined;
  if (!runs(path) && process.getuid?.() === 0)
    attempt(process.execPath, [playwrightCli, "install-deps", "chromium"]);
  return runs(path) ? path : undefined;
}

async function installBySystem(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const { name, commands } of packageManagers) {
    if (spawnSync("sh", ["-c", `command -v ${name}`]).status !== 0) continue;
    step(`Installing Chromium (${name} ${commands.at(-1)?.join(" ") ?? ""})`);
    for (const args of commands) attempt(name, args);
    const found = await findChromium();
    if (found) return found;
  }
  return undefined;
}

/** What it says is shown only when it fails: the next way may still work. */
function attempt(file: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = spawnSync(file, args, { encoding: "utf8", timeout: INSTALL_TIMEOUT_MS, env });
  if (run.status === 0) return;
  const lines = `${run.stdout}${run.stderr}`
    .split("\n")
    .filter((line) => /error|fail|unable|^E:/i.test(line));
  step(`That did not work: ${lines[0]?.trim() ?? run.error?.message ?? "no reason given"}`);
}
