import { expect, test } from "./fixtures.ts";
import { becomeGuest } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue, makeNearlyLeech } from "./study.ts";

/** With a card for each of its three rungs. */
const question = "docker-44";

test("undo goes back many steps, also from the end of the session", async ({ page, database }) => {
  const userId = await becomeGuest(page.request);
  const session = new SessionPage(page);
  await session.open(question);
  await session.expectCounts({ new: 3, learning: 0, due: 0 });
  const asked: string[] = [];
  for (const key of ["4", "4", "4"]) {
    asked.push(await page.getByRole("article").innerText());
    await session.answerWith(key);
  }
  await expect(session.summary("Done for now")).toBeFocused();
  await expect(page.getByRole("button", { name: "Undo the last" }).locator("kbd")).toHaveText("u");

  for (const text of asked.toReversed()) {
    await page.keyboard.press("u");
    await expect(page.getByRole("article")).toHaveText(text, { useInnerText: true });
  }
  await session.expectCounts({ new: 3, learning: 0, due: 0 });
  await expect.poll(async () => (await database.events(userId)).length).toBe(6);
  expect(await database.reviews(userId)).toEqual([]);

  for (const key of ["4", "4", "4"]) await session.answerWith(key);
  await expect(session.summary("Done for now")).toBeFocused();
  await expect.poll(async () => (await database.reviews(userId)).length).toBe(3);
  await page.getByRole("button", { name: "Undo the last" }).click();
  await expect(session.question).toBeFocused();
  await expect.poll(async () => (await database.reviews(userId)).length).toBe(2);
});

test("a session is left and resumed, here and after closing the page", async ({ page }) => {
  await becomeGuest(page.request);
  const session = new SessionPage(page);
  await session.open();
  await session.answerWith("4");
  await session.answerWith("4");
  const third = await session.title();
  await page.getByRole("button", { name: "Leave the session" }).click();
  await expect(session.summary("Session ended")).toBeFocused();
  await expect(page.getByText("2 answers in under a minute")).toBeVisible();
  await page.getByRole("button", { name: "Go on (18 left)" }).click();
  await expect(session.question).toHaveText(third);
  await session.expectDelivered();

  await page.goto("/topics");
  await session.open();
  await expect(session.question).toHaveText(third);
  await session.expectCounts({ new: 18, learning: 0, due: 0 });
});

test("buried and suspended cards stay away, and their toasts take it back", async ({
  page,
  database,
}) => {
  const userId = await becomeGuest(page.request);
  const session = new SessionPage(page);
  await session.open();
  const { cards } = await listDue(page.request);
  const [first, second, third] = cards;
  if (!first || !second || !third) throw new Error("there are new cards");

  const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
  await page.getByRole("button", { name: "Bury until tomorrow" }).click();
  await session.expectCounts({ new: 19, learning: 0, due: 0 });
  await undo.click();
  await session.expectCounts({ new: 20, learning: 0, due: 0 });
  await expect(undo).toHaveCount(0);
  await page.getByRole("button", { name: "Bury until tomorrow" }).click();
  await session.expectCounts({ new: 19, learning: 0, due: 0 });
  await page.getByRole("button", { name: "Suspend" }).click();
  await session.expectCounts({ new: 18, learning: 0, due: 0 });
  await expect.poll(async () => (await database.events(userId)).length).toBe(4);
  expect((await database.findState(userId, first.id))?.buriedUntilDay).not.toBeNull();
  expect((await database.findState(userId, second.id))?.suspended).toBe(true);

  await session.answerWith("4");
  await expect.poll(async () => (await database.reviews(userId)).length).toBe(1);
  // Something was answered since: only the suspension is lifted, the answer stays.
  await undo.last().click();
  await expect
    .poll(async () => (await database.findState(userId, second.id))?.suspended)
    .toBe(false);
  expect(await database.reviews(userId)).toHaveLength(1);

  await session.open();
  const ids = (await listDue(page.request)).cards.map(({ id }) => id);
  expect(ids).toContain(second.id);
  expect(ids).not.toContain(first.id);
  expect(ids).not.toContain(third.id);
});

test("a card forgotten for the eighth time is called out, and can be suspended there", async ({
  page,
  database,
}) => {
  const userId = await becomeGuest(page.request);
  const card = await makeNearlyLeech(page.request);
  const session = new SessionPage(page);
  await session.open();
  await session.expectCounts({ new: 20, learning: 0, due: 1 });
  for (let tries = 0; (await session.counts()).due === 1 && tries < 22; tries++) {
    const isLeech =
      (await page.locator(".underline [data-count]").getAttribute("data-count")) === "due";
    await session.answerWith(isLeech ? "1" : "4");
    if (isLeech) break;
  }
  const notice = page.getByRole("status").filter({ hasText: "has been forgotten 8 times" });
  await expect(notice).toContainText(card.face.title);
  await notice.getByRole("button", { name: "Suspend it" }).click();
  await expect.poll(async () => (await database.findState(userId, card.id))?.suspended).toBe(true);
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 780 } });

  test("a double tap reveals without grading, and a second try grades", async ({ page }) => {
    await becomeGuest(page.request);
    const session = new SessionPage(page);
    await page.clock.install();
    await session.open(question);
    const box = await session.showAnswer.boundingBox();
    if (!box) throw new Error("the button has a place");
    const good = { x: box.x + box.width * 0.6, y: box.y + box.height / 2 };
    // Time stands still, so that the second tap is fast on any machine.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    await page.touchscreen.tap(good.x, good.y);
    await expect(session.answer).toBeFocused();
    await page.touchscreen.tap(good.x, good.y);
    await expect(session.answer).toBeVisible();
    await session.expectCounts({ new: 3, learning: 0, due: 0 });
    await page.clock.runFor(300);
    await session.grade("Good").tap();
    await expect(session.answer).toHaveCount(0);
    await session.expectCounts({ new: 2, learning: 1, due: 0 });
  });
});
