import { type BrowserContext, test as base } from "@playwright/test";
import { StudyDatabase } from "./study-database.ts";

export { expect } from "@playwright/test";

/** Where it is about noon now, so that no study day turns while a test runs. */
function zoneAtNoon(): string {
  const hoursBehind = new Date().getUTCHours() - 12;
  return `Etc/GMT${hoursBehind < 0 ? "-" : "+"}${Math.abs(hoursBehind)}`;
}

export const noonZone = zoneAtNoon();

/** What went wrong in pages without anybody asking; a test that did not provoke it fails. */
export class Trouble {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Listens to every page that the context has or will have. */
  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      this.found.push(`console.error: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (thrown) => {
      const error = thrown.error();
      this.found.push(`uncaught: ${error.stack ?? error.message}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 500) this.found.push(`${response.status()}: ${response.url()}`);
    });
  }

  /** For what the test itself provokes: the whole line has to hold a match. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  unexpected(): string[] {
    return this.found.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }
}

/** What browsers say when a request finds no network. */
export const noNetwork = /net::ERR_(INTERNET_DISCONNECTED|FAILED|NETWORK_CHANGED|ABORTED)/;

interface TestFixtures {
  trouble: Trouble;
  /** Another browser of the same or another person: no cookie, no storage. */
  otherDevice: () => Promise<BrowserContext>;
}

/** Tests of the server alone start no browser: they take `request` and `database` only. */
export const test = base.extend<TestFixtures, { database: StudyDatabase }>({
  timezoneId: noonZone,

  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const database = StudyDatabase.open();
      await use(database);
      await database.close();
    },
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  trouble: async ({}, use) => {
    const trouble = new Trouble();
    await use(trouble);
    base
      .expect(trouble.unexpected(), "errors in the browser that the test did not provoke")
      .toEqual([]);
  },

  context: async ({ context, trouble }, use) => {
    trouble.watch(context);
    await use(context);
  },

  otherDevice: async ({ browser, trouble }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ timezoneId: noonZone });
      trouble.watch(context);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});
