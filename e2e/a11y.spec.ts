import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoSidewaysScroll, resize } from "./layout.ts";
import { becomeGuest, demo, signIn } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue, makeDue } from "./study.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const desk = { width: 1280, height: 900 };
const phone = { width: 320, height: 640 };

/** What axe finds, in words that lead to the place. */
async function violations(page: Page): Promise<string[]> {
  // Legacy mode leaves out frames of other origins, of which there are none, and takes half the time.
  const axe = new AxeBuilder({ page }).withTags(tags).setLegacyMode(true);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(" ")}: ${failureSummary ?? ""}`,
    ),
  );
}

/** The page as it stands, in both themes, at the width of a desk and of a small phone. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const viewport of [desk, phone]) {
    await resize(page, viewport);
    if (viewport === phone) await expectNoSidewaysScroll(page, where);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const place = `${where}, ${colorScheme}, ${viewport.width} px`;
      expect.soft(await violations(page), place).toEqual([]);
    }
  }
}

async function expectPagesAccessible(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.setViewportSize(desk);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  }
}

const stranger = {
  start: ["/", "/about"],
  lists: ["/topics", "/topics/docker", "/compare"],
  question: ["/topics/docker/44-containers-vs-virtual-machines"],
  comparison: ["/compare/containers-vs-virtual-machines"],
  "myth and decision": [
    "/topics/docker/myths/containers-are-less-secure",
    "/topics/docker/decisions/untrusted-tenants-code",
  ],
  search: ["/search", "/search?q=contaner+kernal", "/search?q=zzqqxx"],
  accounts: ["/sign-in", "/sign-up", "/reset", "/reset/no-such-link", "/verify/no-such-link"],
  "mailed links": [
    "/sign-in/check-mail",
    "/sign-in/confirm?email=a@example.test&token=t",
    "/sign-out",
    "/progress",
  ],
};

for (const [name, paths] of Object.entries(stranger)) {
  test(`signed out: ${name}`, async ({ page }) => {
    await expectPagesAccessible(page, paths);
  });
}

/** The first track and its first lesson, whatever is taught. */
async function lessonPaths(page: Page): Promise<[string, string]> {
  await page.goto("/lessons");
  const main = page.getByRole("main");
  const track = await main
    .getByRole("heading", { level: 2 })
    .getByRole("link")
    .first()
    .getAttribute("href");
  const lesson = await main.getByRole("listitem").first().getByRole("link").getAttribute("href");
  return [track ?? "", lesson ?? ""];
}

test("signed out: lessons, a track and a lesson", async ({ page }) => {
  await expectPagesAccessible(page, ["/lessons", ...(await lessonPaths(page))]);
});

/** The first study path, whatever is listed. */
async function studyPath(page: Page): Promise<string> {
  await page.goto("/paths");
  const link = page.getByRole("main").getByRole("listitem").first().getByRole("link");
  return (await link.getAttribute("href")) ?? "";
}

test("signed out: study paths", async ({ page }) => {
  await expectPagesAccessible(page, ["/paths", await studyPath(page)]);
});

test("signed out: nothing there", async ({ page, trouble }) => {
  trouble.expect(/status of 404/);
  await expectPagesAccessible(page, ["/nothing"]);
});

test.describe("a guest", () => {
  test.beforeEach(async ({ page }) => {
    await becomeGuest(page.request);
  });

  test("home, settings and empty progress", async ({ page }) => {
    await expectPagesAccessible(page, ["/", "/settings/account", "/progress", "/sign-out"]);
  });

  test("a lesson begun, and the list of lessons", async ({ page }) => {
    const [track, lesson] = await lessonPaths(page);
    await page.goto(lesson);
    await page.getByRole("button", { name: "Read, next section" }).first().click();
    await expect(page.getByRole("button", { name: /^Mark unread/ })).toBeVisible();
    await expectPagesAccessible(page, [lesson, track, "/lessons"]);
  });

  test("a study path that is followed", async ({ page }) => {
    const path = await studyPath(page);
    await page.goto(path);
    await page.getByRole("button", { name: "Follow this path" }).click();
    await expect(page.getByRole("button", { name: "Stop following" })).toBeVisible();
    await expectPagesAccessible(page, [path, "/paths", "/", "/settings"]);
  });

  test("review: question, hints, answer and longer answers", async ({ page }) => {
    const session = new SessionPage(page);
    await session.open("docker-44");
    await expectAccessible(page, "the front of a question");
    for (const key of ["h", "h", "h", "Space", "d", "d"]) await page.keyboard.press(key);
    await expect(session.answer).toBeVisible();
    await page.getByRole("checkbox").first().check();
    await expectAccessible(page, "the answer of a question");
  });

  test("review: fact, myth and decision, revealed", async ({ page }) => {
    const session = new SessionPage(page);
    for (const item of [
      "containers-vs-virtual-machines",
      "myth-containers-less-secure",
      "decision-untrusted-tenants",
    ]) {
      await page.setViewportSize(desk);
      await session.open(item);
      await page.keyboard.press("Space");
      await expect(session.answer).toBeVisible();
      await expectAccessible(page, item);
    }
  });

  test("review: the keys, the summary, and nothing left", async ({ page }) => {
    await makeDue(page.request, 1);
    const session = new SessionPage(page);
    await session.open("myth-containers-less-secure");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, "the keys");
    await page.keyboard.press("Escape");
    await page.setViewportSize(desk);
    await session.answerWith("1");
    await page.keyboard.press("Escape");
    await expect(
      session.summary("Session ended").or(session.summary("Done for now")),
    ).toBeVisible();
    await expectAccessible(page, "the summary");
  });
});

test.describe("the demo account", () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page.request, demo);
  });

  test("home and settings", async ({ page }) => {
    await expectPagesAccessible(page, ["/", "/settings", "/settings/account"]);
  });

  test("progress, its charts and tables", async ({ page }) => {
    await page.goto("/progress");
    for (const table of await page.getByText("As a table").all()) await table.click();
    await expectAccessible(page, "/progress with every table open");
  });

  test("a topic, the cards, a card and a session", async ({ page }) => {
    const { cards } = await listDue(page.request);
    const practised = cards.find(({ state }) => state !== null);
    await page.goto("/progress");
    const session = page.getByRole("region", { name: "Sessions" }).getByRole("link").first();
    const paths = ["/progress/docker", "/progress/cards", `/progress/cards/${practised?.id ?? ""}`];
    await expectPagesAccessible(page, [...paths, (await session.getAttribute("href")) ?? ""]);
  });
});

test("the palette is a dialog with a name, found by keys alone", async ({ page }) => {
  await page.goto("/topics");
  await page.keyboard.press("Control+k");
  const input = page.getByRole("combobox");
  await expect(input).toBeFocused();
  await input.fill("kernel");
  await expect(page.getByRole("option", { name: /Namespaces/ })).toBeVisible();
  await expectAccessible(page, "the palette");
});
