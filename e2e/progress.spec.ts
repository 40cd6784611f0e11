import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { becomeGuest, demo, signIn } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue, makeDue } from "./study.ts";

/** A single figure by the name under it. */
function figure(page: Page, name: string): Locator {
  return page.locator("dl > div").filter({ hasText: name }).locator("dd");
}

/** The sittings of the progress page. */
function sessionsOf(page: Page): Locator {
  const list = page.getByRole("region", { name: "Sessions" }).getByRole("listitem");
  return list.filter({ has: page.getByRole("link") });
}

test.describe("the demo account", () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page.request, demo);
  });

  test("today tells what is due, what is coming and what was forgotten", async ({ page }) => {
    const { counts } = await listDue(page.request);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    for (const kind of ["due", "learning", "new"] as const) {
      await expect(page.locator("dl > div").filter({ hasText: kind }).locator("dd")).toHaveText(
        String(counts[kind]),
      );
    }
    const total = counts.due + counts.learning + counts.new;
    await expect(
      page.getByRole("link", { name: new RegExp(`^Review ${total} cards`) }),
    ).toHaveAttribute("href", "/review");
    await expect(page.getByText(/study days? in a row|No days in a row/)).toBeVisible();
    await expect(
      page.getByRole("img", { name: /^Cards that fall due in the next 14 days: \d+ today/ }),
    ).toBeVisible();
    await expect(
      page.getByRole("region", { name: "Last session" }).getByRole("link"),
    ).toBeVisible();
  });

  test("every chart has a name with its main figures, and a table with all of them", async ({
    page,
  }) => {
    await page.goto("/progress");
    const names: string[] = [];
    const figures = page.getByRole("figure");
    expect(await page.getByRole("img").count()).toBe(await figures.count());
    for (const part of await figures.all()) {
      const name = (await part.getByRole("img").getAttribute("aria-label")) ?? "";
      names.push(name);
      expect(name, "a name with figures in it").toMatch(/\d/);
      await part.getByText("As a table").click();
      const table = part.getByRole("table");
      await expect(table).toBeVisible();
      await expect(table).toHaveAccessibleName(/.{10,}/);
      expect(await table.getByRole("columnheader").count()).toBeGreaterThanOrEqual(2);
      expect(await table.getByRole("rowheader").count()).toBeGreaterThan(0);
    }
    for (const start of [
      "Cards that fall due in the next 30 days",
      "Docker: cards by predicted recall today",
      "True retention by week",
      "Reviews of the last year by day",
      "Time spent by day",
      "Time spent by week",
    ]) {
      expect(
        names.filter((name) => name.startsWith(start)),
        start,
      ).toHaveLength(1);
    }
    expect(names.some((name) => name.startsWith("Calibration"))).toBe(true);
    const forecast = page
      .getByRole("figure")
      .filter({ has: page.getByRole("img", { name: /next 30 days/ }) });
    await expect(forecast.getByRole("row").nth(1)).toContainText("Today");
    const due = (await forecast.getByRole("cell").allTextContents()).map(Number);
    expect(due).toHaveLength(30);
    const total = due.reduce((sum, count) => sum + count, 0);
    await expect(forecast.getByRole("img")).toHaveAccessibleName(
      new RegExp(
        `: ${due[0] ?? "?"} today, ${total} in all, the most \\(${Math.max(...due)}\\) on `,
      ),
    );
    await expect(figure(page, "in a row")).toHaveText(/^\d+ days?$/);
    await expect(figure(page, "recalled in reviews")).toHaveText(/^\d+ %$/);
  });

  test("a session's page tells what was missed, card by card", async ({ page }) => {
    await page.goto("/progress");
    const first = sessionsOf(page).first();
    const cards = Number(/(\d+) cards?/.exec(await first.innerText())?.[1]);
    await first.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: /^Session of / })).toBeVisible();
    await expect(
      page.getByRole("table", { name: "Cards of this session" }).getByRole("rowheader"),
    ).toHaveCount(cards);
    await expect(page.getByRole("region", { name: "What was missed" })).toBeVisible();

    await page.getByRole("table").getByRole("rowheader").first().getByRole("link").first().click();
    await expect(page.getByRole("img", { name: /recall/i })).toBeVisible();
    await expect(
      page
        .getByRole("region", { name: "History" })
        .getByRole("listitem")
        .or(page.getByRole("row"))
        .first(),
    ).toBeVisible();
  });

  test("a topic and the list of cards, searched and paged", async ({ page }) => {
    await page.goto("/progress/docker");
    await expect(page.getByRole("heading", { level: 1, name: "Docker" })).toBeVisible();
    await expect(page.getByRole("table", { name: /least likely recalled/ })).toBeVisible();
    await page.getByRole("link", { name: "Its cards" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your cards" })).toBeVisible();
    const table = page.getByRole("table", { name: "Your cards" });
    expect(await table.getByRole("rowheader").count()).toBeGreaterThan(10);
  });
});

test("a first session turns the empty pages into ones with figures", async ({ page }) => {
  await page.goto("/progress");
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  await becomeGuest(page.request);
  await page.goto("/progress");
  await expect(page.getByText("Nothing to show yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Answer your first cards" })).toHaveAttribute(
    "href",
    "/review",
  );

  await makeDue(page.request, 2);
  const session = new SessionPage(page);
  await session.open();
  for (const key of ["3", "1", "4"]) await session.answerWith(key);
  await session.expectDelivered();
  await page.goto("/progress");
  await expect(
    page.getByRole("img", { name: /^Reviews of the last year by day: 5 reviews on 3 days/ }),
  ).toBeVisible();
  const row = sessionsOf(page);
  await expect(row).toHaveCount(1);
  await row.getByRole("link").click();
  await expect(
    page.getByRole("table", { name: "Cards of this session" }).getByRole("rowheader"),
  ).toHaveCount(3);
  await expect(page.getByRole("region", { name: "What was missed" })).toContainText(
    "1 card answered Again",
  );
});

test("a suspended card is brought back from its page", async ({ page, database }) => {
  const userId = await becomeGuest(page.request);
  const session = new SessionPage(page);
  await session.open();
  const card = (await listDue(page.request)).cards[0];
  await page.keyboard.press("@");
  await expect
    .poll(async () => (await database.findState(userId, card?.id ?? ""))?.suspended)
    .toBe(true);
  await page.goto(`/progress/cards/${card?.id ?? ""}`);
  await page.getByRole("button", { name: "Unsuspend" }).click();
  await expect(page.getByRole("button", { name: "Suspend", exact: true })).toBeVisible();
  await expect
    .poll(async () => (await database.findState(userId, card?.id ?? ""))?.suspended)
    .toBe(false);
  await session.open();
  await session.expectCounts({ new: 20, learning: 0, due: 0 });
});
