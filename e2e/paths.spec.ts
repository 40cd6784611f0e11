import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { demo, signIn, signUp, userIdOf } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue } from "./study.ts";

/** Opens the first path that is listed. @returns its address and its stable id */
async function openFirstPath(page: Page): Promise<{ path: string; id: string }> {
  await page.goto("/paths");
  const link = page.getByRole("main").getByRole("listitem").first().getByRole("link");
  const role = await link.innerText();
  await link.click();
  await expect(page).toHaveURL(/\/paths\/[\w-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(role);
  const id = await page.locator("input[name=path]").inputValue();
  return { path: new URL(page.url()).pathname, id };
}

/** Ids of the cards that one is shown, of everything or of a week. */
async function cardIds(page: Page, query = ""): Promise<string[]> {
  const response = await page.request.get(`/api/cards/due?limit=100${query}`);
  expect(response.status()).toBe(200);
  const { cards } = (await response.json()) as { cards: { id: string }[] };
  return cards.map(({ id }) => id);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a path by week, followed by a stranger, found on Today, changed in the settings", async ({
    page,
  }) => {
    const { path } = await openFirstPath(page);
    const weeks = page.getByRole("region").filter({ hasText: /^Week \d/ });
    expect(await weeks.count()).toBeGreaterThanOrEqual(2);
    for (const [index, week] of (await weeks.all()).entries()) {
      await expect(week).toHaveAttribute("id", `week-${index + 1}`);
      expect(await week.getByRole("listitem").count()).toBeGreaterThan(0);
    }
    await expect(page.getByRole("main")).not.toContainText("begun");

    await page.getByRole("button", { name: "Follow this path" }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole("main")).toContainText("You follow this path");
    await expect(page.getByRole("main")).toContainText(/Week 1 of \d+/);
    await expect(weeks.first()).toContainText(/0 of \d+ cards? begun/);
    await expect(page.getByRole("main")).toContainText("Next:");

    await page.goto("/");
    const today = page.getByRole("region", { name: "Your study path" });
    await expect(today.getByRole("link").first()).toHaveAttribute("href", path);
    await expect(today).toContainText(/Week 1 of \d+/);

    await page.goto("/settings");
    const setting = page.getByRole("region", { name: "Study path" });
    await expect(setting.getByRole("link")).toHaveAttribute("href", path);
    await setting.getByRole("button", { name: "Stop following" }).click();
    await expect(page).toHaveURL(/\/settings#study-path$/);
    await expect(setting).toContainText("You follow none");
    await setting.getByRole("combobox").selectOption({ index: 0 });
    await setting.getByRole("button", { name: "Follow", exact: true }).click();
    await expect(setting).toContainText("You follow");
    await page.goto(path);
    await page.getByRole("button", { name: "Stop following" }).click();
    await expect(page.getByRole("button", { name: "Follow this path" })).toBeVisible();
  });

  test("a path is found by its role", async ({ page }) => {
    await page.goto("/paths");
    const link = page.getByRole("main").getByRole("listitem").first().getByRole("link");
    const path = (await link.getAttribute("href")) ?? "none";
    await page.goto(`/search?q=${encodeURIComponent(`"${await link.innerText()}"`)}`);
    await expect(page.getByRole("main").locator(`a[href^="${path}"]`).first()).toBeVisible();
  });
});

test("who follows a path is shown its cards first, and all others again after leaving it", async ({
  page,
}) => {
  await signUp(page.request);
  const { id } = await openFirstPath(page);
  const before = await cardIds(page);
  const week = await cardIds(page, `&item=${id}&week=1`);
  await page.getByRole("button", { name: "Follow this path" }).click();
  await expect(page.getByRole("button", { name: "Stop following" })).toBeVisible();
  const followed = await cardIds(page);
  expect(followed[0]).toBe(week[0]);
  const all = new Set(await cardIds(page, `&item=${id}`));
  expect(all.has(followed[1] ?? "")).toBe(true);
  await page.getByRole("button", { name: "Stop following" }).click();
  await expect(page.getByRole("button", { name: "Follow this path" })).toBeVisible();
  expect(await cardIds(page)).toEqual(before);
});

test("a week is practised in its order", async ({ page, database }) => {
  const { userId } = await signUp(page.request);
  const { id } = await openFirstPath(page);
  const due = await page.request.get(`/api/cards/due?item=${id}&week=2&limit=100`);
  const { cards, counts } = (await due.json()) as {
    cards: { id: string }[];
    counts: { new: number };
  };
  expect(cards.length).toBeGreaterThan(0);
  const week = page.locator("#week-2");
  await week.getByRole("link", { name: "Practise this week" }).click();
  await expect(page).toHaveURL(`/review?item=${id}&week=2`);
  await expect(page.locator("[data-count=new]")).toHaveText(String(Math.min(100, counts.new)));
  const session = new SessionPage(page);
  await session.answerWith("3");
  await session.expectDelivered();
  const [review] = await database.reviews(userId);
  expect(review?.cardId).toBe(cards[0]?.id);
});

test("a guest's path is still followed after signing up", async ({ page }) => {
  const { path } = await openFirstPath(page);
  await page.getByRole("button", { name: "Follow this path" }).click();
  await expect(page.getByRole("button", { name: "Stop following" })).toBeVisible();
  const guest = await userIdOf(page.request);
  const { userId } = await signUp(page.request);
  expect(userId).toBe(guest);
  await page.goto(path);
  await expect(page.getByRole("main")).toContainText("You follow this path");
});

test("how far somebody is who has practised", async ({ page }) => {
  await signIn(page.request, demo);
  await page.goto("/paths");
  await expect(
    page
      .getByRole("main")
      .getByText(/[1-9]\d* of \d+ cards begun/)
      .first(),
  ).toBeVisible();
});

test("what is no path is a 404, for following it as well", async ({ page, trouble }) => {
  trouble.expect(/status of 404/);
  const response = await page.goto("/paths/nothing");
  expect(response?.status()).toBe(404);
  for (const path of ["nothing", "docker-44"]) {
    const form = { path, follow: "true" };
    expect((await page.request.post("/api/study-path", { form })).status()).toBe(404);
  }
  expect(await (await page.request.get("/api/auth/session")).json()).toEqual({});
  await signUp(page.request);
  expect((await page.request.get("/api/cards/due?item=docker-44&week=1")).status()).toBe(404);
  expect((await listDue(page.request, "docker-44")).cards).not.toEqual([]);
});
