import { expect, noNetwork, test } from "./fixtures.ts";
import { becomeGuest, signIn, signUp } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue, makeDue } from "./study.ts";

test("a card answered in one tab is not asked in another", async ({ page, context }) => {
  await becomeGuest(page.request);
  const first = new SessionPage(page);
  const second = new SessionPage(await context.newPage());
  await first.open();
  await second.open();
  expect(await second.title()).toBe(await first.title());

  await page.bringToFront();
  await first.answerWith("4");
  await first.answerWith("4");
  const next = await first.title();
  await expect(second.question).toHaveText(next);
  await second.expectCounts({ new: 18, learning: 0, due: 0 });
  await second.page.bringToFront();
  await second.answerWith("4");
  await expect(first.question).toHaveText(await second.title());
});

test("another device shows what was answered here", async ({ page, otherDevice }) => {
  const person = await signUp(page.request);
  const here = new SessionPage(page);
  await here.open();
  await here.answerWith("4");
  await here.expectDelivered();

  const device = await otherDevice();
  const there = new SessionPage(await device.newPage());
  await signIn(there.page.request, person);
  await there.open();
  await there.expectCounts({ new: 19, learning: 0, due: 0 });
  // Here nothing is known of it yet: answering it again is one more review, not a lost one.
  await there.answerWith("4");
  await there.expectDelivered();
  await here.open();
  await here.expectCounts({ new: 18, learning: 0, due: 0 });
});

test.describe("without a network", () => {
  test("the session goes on, and every answer is delivered once", async ({
    page,
    context,
    database,
    trouble,
  }) => {
    trouble.expect(noNetwork);
    const userId = await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open();
    await session.answerWith("4");
    await session.expectDelivered();

    await context.setOffline(true);
    for (const key of ["4", "3", "1"]) await session.answerWith(key);
    await page.keyboard.press("u");
    await expect(session.question).toBeFocused();
    await session.answerWith("2");
    await expect(
      page.getByRole("status").filter({ hasText: "No connection. 5 answers are kept" }),
    ).toBeVisible();
    await session.expectWaiting(5);
    expect(await database.events(userId)).toHaveLength(1);

    await context.setOffline(false);
    await expect.poll(async () => (await database.events(userId)).length).toBe(6);
    await session.expectDelivered();
    expect((await database.reviews(userId)).map(({ grade }) => grade)).toEqual([4, 4, 3, 2]);
    await expect(page.getByText("No connection")).toHaveCount(0);
  });

  test("the page itself opens without a network, once it was opened with one", async ({
    page,
    context,
    database,
    trouble,
  }) => {
    trouble.expect(noNetwork);
    const userId = await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open();
    // The page and its files are being kept in the background.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const cache = await caches.open("whetstone-review-1");
          return (await cache.keys()).filter(({ url }) => url.endsWith("/review")).length;
        }),
      )
      .toBe(1);

    await context.setOffline(true);
    await page.reload();
    await expect(session.question).toBeFocused();
    await session.answerWith("3");
    await session.expectWaiting(1);
    await page.reload();
    await expect(session.question).toBeFocused();
    await session.expectWaiting(1);

    await context.setOffline(false);
    await session.expectDelivered();
    expect(await database.events(userId)).toHaveLength(1);
  });

  test("an answer that the browser's storage refuses is delivered all the same", async ({
    page,
    database,
  }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("The disk is full.", "QuotaExceededError");
      };
    });
    const userId = await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open();
    await session.answerWith("3");
    await expect.poll(async () => (await database.events(userId)).length).toBe(1);
    await session.expectDelivered();
  });

  test("nothing waits for a server that never answers", async ({ page, database }) => {
    const userId = await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open();
    let held = 0;
    await page.route("**/api/reviews", () => {
      held += 1;
    });
    const seen = new Set<string>();
    for (let answered = 0; answered < 5; answered++) {
      seen.add(await session.title());
      await session.answerWith("4");
    }
    expect(seen.size).toBe(5);
    await session.expectCounts({ new: 15, learning: 0, due: 0 });
    expect(held).toBeGreaterThan(0);
    expect(await database.events(userId)).toEqual([]);
  });

  test("an answer whose receipt was lost is sent again and counted once", async ({
    page,
    database,
    trouble,
  }) => {
    trouble.expect(noNetwork);
    const userId = await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open();
    let lost = 0;
    await page.route("**/api/reviews", async (route) => {
      if (lost > 0) return route.fallback();
      await route.fetch();
      lost += 1;
      return route.abort();
    });
    await session.answerWith("4");
    await expect.poll(() => lost).toBe(1);
    await session.expectDelivered();
    expect(await database.events(userId)).toHaveLength(1);
  });

  test("undelivered answers survive a reload and are delivered then", async ({
    page,
    database,
    trouble,
  }) => {
    trouble.expect(noNetwork);
    const userId = await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open();
    await page.route("**/api/reviews", (route) => route.abort());
    await session.answerWith("4");
    await session.answerWith("1");
    await session.expectWaiting(2);
    const next = await session.title();

    await page.reload();
    await expect(session.question).toHaveText(next);
    await session.expectCounts({ new: 18, learning: 1, due: 0 });
    await session.expectWaiting(2);
    expect(await database.events(userId)).toEqual([]);

    await page.unroute("**/api/reviews");
    await page.reload();
    await expect(session.question).toHaveText(next);
    await expect
      .poll(async () => (await database.reviews(userId)).map(({ grade }) => grade))
      .toEqual([4, 1]);
    await session.expectDelivered();
    await session.expectCounts({ new: 18, learning: 1, due: 0 });
  });
});

test.describe("accounts", () => {
  test("an ended session says so, keeps the answers, and delivers them after signing in", async ({
    page,
    database,
    trouble,
  }) => {
    trouble.expect(/status of 401/);
    const person = await signUp(page.request);
    const session = new SessionPage(page);
    await session.open();
    await session.answerWith("4");
    await session.expectDelivered();

    await database.endSessions(person.userId);
    await session.answerWith("4");
    const note = page.getByRole("status").filter({ hasText: "You were signed out." });
    await expect(note).toContainText("1 answer is kept in this browser");
    await session.answerWith("3");
    await expect(note).toContainText("2 answers are kept in this browser");

    await page.goto("/review");
    await expect(
      page.getByText("You are signed out").or(page.getByText("You were signed out")).first(),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: /Sign in/ }).first()).toBeVisible();
    expect(await database.reviews(person.userId)).toHaveLength(1);

    await signIn(page.request, person);
    await session.open();
    await expect
      .poll(async () => (await database.reviews(person.userId)).map(({ grade }) => grade))
      .toEqual([4, 4, 3]);
    await session.expectDelivered();
  });

  test("signing in adds a guest's reviews to the account, also those not sent yet", async ({
    page,
    otherDevice,
    database,
    trouble,
  }) => {
    trouble.expect(noNetwork);
    const device = await otherDevice();
    const person = await signUp(device.request);
    const mine = await makeDue(device.request, 2);

    const session = new SessionPage(page);
    await session.open();
    const guestId = (await listDue(page.request)).userId;
    for (let answered = 0; answered < 3; answered++) await session.answerWith("4");
    await session.expectDelivered();
    const asGuest = await database.reviews(guestId);
    expect(asGuest).toHaveLength(3);
    await page.route("**/api/reviews", (route) => route.abort());
    await session.answerWith("3");
    await session.expectWaiting(1);
    await page.unroute("**/api/reviews");

    await signIn(page.request, person);
    await session.open();
    await expect
      .poll(async () => (await database.reviews(person.userId)).length)
      .toBe(mine.length + 4);
    await session.expectDelivered();
    const kept = (await database.reviews(person.userId)).map(({ id }) => id);
    for (const { id } of asGuest) expect(kept).toContain(id);
    expect(await database.userExists(guestId)).toBe(false);
  });
});
