import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { signUp, userIdOf } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue } from "./study.ts";

/* Against whatever is taught: the first lesson of the first track. */

/** A lesson as a reader meets it. */
class LessonPage {
  readonly readButtons: Locator;
  readonly unreadButtons: Locator;

  constructor(readonly page: Page) {
    this.readButtons = page.getByRole("button", { name: /^Read, / });
    this.unreadButtons = page.getByRole("button", { name: /^Mark unread: / });
  }

  /** Opens the first lesson from the list. @returns its path */
  async openFirst(): Promise<string> {
    await this.page.goto("/lessons");
    await this.page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
    await expect(this.page).toHaveURL(/\/lessons\/[^/]+\/1-/);
    return new URL(this.page.url()).pathname;
  }

  /** Ids of the sections in their order. */
  async sections(): Promise<string[]> {
    const forms = this.page.locator("form[action='/api/lessons/progress'] input[name=section]");
    return forms.evaluateAll((inputs) =>
      inputs.map((input) => (input instanceof HTMLInputElement ? input.value : "")),
    );
  }

  /** The title, as it stands in lists. */
  title(): Promise<string> {
    return this.page.getByRole("heading", { level: 1 }).innerText();
  }
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lesson is found, read section by section, taken back, and gone on with", async ({
    page,
  }) => {
    await page.goto("/topics");
    const learn = page.getByRole("navigation", { name: "Learn" });
    await learn.getByRole("link", { name: "Lessons" }).click();
    await expect(learn.getByRole("link", { name: "Lessons" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    const lesson = new LessonPage(page);
    const path = await lesson.openFirst();
    const title = await lesson.title();
    const sections = await lesson.sections();
    expect(sections.length).toBeGreaterThanOrEqual(2);
    await expect(page.getByText(`Section 1 of ${sections.length} · Lesson 1 of `)).toBeVisible();
    await expect(lesson.readButtons).toHaveCount(sections.length);

    await lesson.readButtons.first().click();
    await expect(page).toHaveURL(new RegExp(`${path}#${sections[1]}$`));
    expect(await userIdOf(page.request)).toMatch(/^[0-9a-f-]{36}$/);
    await expect(lesson.unreadButtons).toHaveCount(1);
    await expect(page.getByRole("navigation", { name: "On this page" })).toContainText("Read: ");

    await lesson.unreadButtons.click();
    await expect(page).toHaveURL(new RegExp(`${path}#${sections[0]}$`));
    await expect(lesson.unreadButtons).toHaveCount(0);

    for (const [index] of sections.entries()) {
      await lesson.readButtons.first().click();
      await expect(lesson.unreadButtons).toHaveCount(index + 1);
    }
    await expect(page).toHaveURL(new RegExp(`${path}#takeaways$`));
    await expect(page.getByRole("region", { name: /^Key takeaways/ })).toBeVisible();

    await page.goto("/lessons");
    const entry = page.getByRole("main").getByRole("listitem").first();
    await expect(entry).toContainText(title);
    await expect(entry).toContainText("Read: ");
  });

  test("callouts, tables of comparisons and misconceptions say what they are", async ({ page }) => {
    await page.goto("/lessons");
    const links = page.getByRole("main").getByRole("listitem").getByRole("link");
    const paths = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    const seen = { notes: 0, tables: 0, misconceptions: 0 };
    for (const path of paths.slice(0, 3)) {
      await page.goto(path);
      seen.notes += await page.getByRole("note").count();
      seen.misconceptions += await page.getByRole("note", { name: "Misconception" }).count();
      seen.tables += await page.locator(".comparison-table").count();
    }
    expect(seen.notes).toBeGreaterThanOrEqual(3);
    expect(seen.tables).toBeGreaterThanOrEqual(1);
    expect(seen.misconceptions).toBeGreaterThanOrEqual(1);
  });
});

test("with JavaScript the page stays, and reading goes on at the next section", async ({
  page,
}) => {
  const lesson = new LessonPage(page);
  const path = await lesson.openFirst();
  const [first = "", second = ""] = await lesson.sections();
  await page.evaluate(() => {
    document.documentElement.dataset["stayed"] = "yes";
  });
  await lesson.readButtons.first().click();
  await expect(page).toHaveURL(new RegExp(`${path}#${second}$`));
  await expect(page.locator(`#${second} h2`)).toBeFocused();
  await expect(page.locator(`#${second} h2`)).toBeInViewport();
  await expect(lesson.unreadButtons).toHaveCount(1);

  const undo = page.locator(`#${first}`).getByRole("button", { name: /^Mark unread: / });
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(lesson.unreadButtons).toHaveCount(0);
  await expect(page.locator(`#${first}`).getByRole("button")).toBeFocused();
  expect(await page.locator("html").getAttribute("data-stayed")).toBe("yes");
});

test("what a guest has read is there after signing up, and Today leads back to it", async ({
  page,
}) => {
  const lesson = new LessonPage(page);
  const path = await lesson.openFirst();
  const title = await lesson.title();
  const [, second = ""] = await lesson.sections();
  await lesson.readButtons.first().click();
  await expect(lesson.unreadButtons).toHaveCount(1);
  await signUp(page.request);

  await page.goto("/");
  const step = page.getByRole("region", { name: "Continue the lesson" });
  await expect(step).toContainText("section 2 of ");
  await step.getByRole("link", { name: title }).click();
  await expect(page).toHaveURL(new RegExp(`${path}#${second}$`));
  await expect(lesson.unreadButtons).toHaveCount(1);

  await page.goto("/lessons");
  await page.getByRole("link", { name: `Continue: ${title}, section 2` }).click();
  await expect(page).toHaveURL(new RegExp(`${path}#${second}$`));
});

test("the cards of a lesson are practised together", async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.openFirst();
  const cards = page.getByRole("region", { name: /^Cards to take along/ });
  expect(await cards.getByRole("link", { name: /^Practise this/ }).count()).toBeGreaterThan(0);
  const practise = cards.getByRole("link", { name: "Practise these cards" });
  const item = new URL((await practise.getAttribute("href")) ?? "", page.url()).searchParams;
  await practise.click();
  const session = new SessionPage(page);
  await expect(session.question).toBeFocused();
  const { counts } = await listDue(page.request, item.get("item") ?? "");
  expect(counts.new).toBeGreaterThan(1);
  await session.expectCounts(counts);
  await session.answerWith("3");
  await session.expectDelivered();
});

test("a section that does not exist is refused, and makes nobody a guest", async ({ request }) => {
  const form = { lesson: "lesson-that-is-not", section: "anything", read: "true" };
  const refused = await request.post("/api/lessons/progress", { form });
  expect(refused.status()).toBe(404);
  expect(await refused.json()).toMatchObject({ error: { code: "NOT_FOUND" } });
  const senseless = await request.post("/api/lessons/progress", { form: { ...form, read: "so" } });
  expect(senseless.status()).toBe(400);
  expect(await (await request.get("/api/auth/session")).json()).toEqual({});
});

test("search and structured data know lessons", async ({ page }) => {
  const lesson = new LessonPage(page);
  const path = await lesson.openFirst();
  const title = await lesson.title();
  const json = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(json ?? "")).toMatchObject({ "@type": "LearningResource", name: title });
  const response = await page.request.get(`/api/search?q=${encodeURIComponent(title)}`);
  const { results } = (await response.json()) as { results: { href: string; kind: string }[] };
  expect(results.filter(({ kind }) => kind === "Lesson").map(({ href }) => href)).toEqual(
    expect.arrayContaining([expect.stringContaining(path)]),
  );
});
