import type { Page } from "@playwright/test";
import { formatIntervalShort } from "#lib/scheduler/format-interval.ts";
import { expect, test } from "./fixtures.ts";
import { becomeGuest } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue, makeDue } from "./study.ts";
import { storedWait } from "./study-database.ts";

/** A question with all three rungs, hints and must-say points; a myth has a single card. */
const question = "docker-44";
const myth = "myth-containers-less-secure";

/** The words of rendered HTML, as they stand in a page. */
function wordsOf(page: Page, html: string): Promise<string> {
  return page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, "text/html");
    return (body.querySelector("p")?.textContent ?? "").slice(0, 60);
  }, html);
}

test.describe("with the keyboard alone", () => {
  test("a stranger practises from the first card to the summary", async ({ page, database }) => {
    const session = new SessionPage(page);
    await session.open();
    await session.expectCounts({ new: 20, learning: 0, due: 0 });
    const { cards, userId } = await listDue(page.request);
    expect(cards[0]?.kind).toBe("question");

    const hints = page
      .getByRole("article")
      .getByRole("list")
      .filter({ has: page.locator("svg") });
    await expect(page.getByRole("button", { name: /^Hint \(2\)/ }).locator("kbd")).toHaveText("h");
    await page.keyboard.press("h");
    await expect(hints.getByRole("listitem")).toHaveCount(1);
    await expect(session.answer).toHaveCount(0);
    await expect(session.showAnswer.locator("kbd")).toHaveText("Space");
    await page.keyboard.press("3");
    await expect(session.showAnswer, "a grade before the answer does nothing").toBeVisible();

    await page.keyboard.press("Space");
    await expect(session.answer).toBeFocused();
    await expect(session.grades.locator("kbd")).toHaveText(["1", "2", "3", "4"]);
    await expect(page.getByRole("button", { name: /^Longer answer/ }).locator("kbd")).toHaveText(
      "d",
    );
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await expect(page.getByRole("region", { name: "A longer answer" })).toHaveCount(2);
    await expect(page.getByRole("button", { name: /^Longer answer/ })).toHaveCount(0);
    await page.keyboard.press("Enter");
    await session.expectCounts({ new: 19, learning: 1, due: 0 });
    await expect(session.question).toBeFocused();

    await page.keyboard.press("Enter");
    await page.keyboard.press("1");
    await session.answerWith("2");
    await session.answerWith("4");
    await session.expectCounts({ new: 16, learning: 3, due: 0 });

    const fifth = await session.title();
    await page.keyboard.press("-");
    await session.expectCounts({ new: 15, learning: 3, due: 0 });
    await expect(page.getByText("Buried until tomorrow.")).toBeVisible();
    await page.keyboard.press("u");
    await expect(session.question).toHaveText(fifth);
    await page.keyboard.press("@");
    await session.expectCounts({ new: 15, learning: 3, due: 0 });
    await expect(session.question).not.toHaveText(fifth);
    await page.keyboard.press("Control+z");
    await expect(session.question).toHaveText(fifth);

    const mark = page.getByRole("button", { name: /mark/i });
    await page.keyboard.press("*");
    await expect(mark).toHaveAttribute("aria-pressed", "true");

    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keys and actions" });
    await expect(help).toBeVisible();
    await page.keyboard.press("-");
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
    await expect(session.question, "a dialog keeps the keys, and Esc closes it only").toHaveText(
      fifth,
    );
    await session.expectCounts({ new: 16, learning: 3, due: 0 });

    await page.keyboard.press("Escape");
    await expect(session.summary("Session ended")).toBeFocused();
    await expect(page.getByText("4 answers in under a minute. Every one is saved.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Grades" }).getByRole("listitem")).toHaveText([
      "Again1",
      "Hard1",
      "Good1",
      "Easy1",
    ]);
    await expect(page.getByText("Tomorrow:")).toBeVisible();
    await session.expectDelivered();
    const reviews = await database.reviews(userId);
    expect(reviews.map(({ grade }) => grade)).toEqual([3, 1, 2, 4]);
    expect(reviews[0]?.hintsUsed).toBe(1);
    const kinds = (await database.events(userId)).map(({ kind }) => kind);
    expect(kinds.slice(4)).toEqual(["bury", "undo", "suspend", "undo", "mark"]);
  });

  test("keys do nothing while a text is typed, and Space ticks a focused box", async ({ page }) => {
    await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open(question);
    const asked = await session.title();
    await page.evaluate(() => {
      const input = document.createElement("input");
      input.setAttribute("aria-label", "note");
      document.querySelector("article")?.append(input);
      input.focus();
    });
    const note = page.getByRole("textbox", { name: "note" });
    await note.pressSequentially(" h?u-@*3d");
    await expect(note).toHaveValue(" h?u-@*3d");
    await expect(session.showAnswer).toBeVisible();
    await expect(page.getByRole("button", { name: /^Hint \(3\)/ })).toBeVisible();
    await session.expectCounts({ new: 3, learning: 0, due: 0 });

    await session.showAnswer.click();
    const box = page.getByRole("checkbox").first();
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
    await expect(session.question).toHaveText(asked);
    await page.keyboard.press("4");
    await session.expectCounts({ new: 2, learning: 0, due: 0 });
  });
});

test("the interval above each grade is exactly what is stored", async ({ page, database }) => {
  const userId = await becomeGuest(page.request);
  await makeDue(page.request, 4);
  const session = new SessionPage(page);
  await session.open();
  await session.expectCounts({ new: 20, learning: 0, due: 4 });
  const grades = ["Again", "Hard", "Good", "Easy"] as const;
  for (let answered = 0; answered < 8; answered++) {
    const name = grades[answered % 4] ?? "Good";
    await session.showAnswer.click();
    const button = session.grade(name);
    const shown = await button.locator("span").first().innerText();
    const before = await database.reviews(userId);
    await expect(session.answer).toBeFocused();
    await page.keyboard.press(String(grades.indexOf(name) + 1));
    await expect.poll(async () => (await database.reviews(userId)).length).toBe(before.length + 1);
    const last = (await database.reviews(userId)).at(-1);
    const state = await database.findState(userId, last?.cardId ?? "");
    if (!state) throw new Error("an answered card has a state");
    expect(formatIntervalShort(storedWait(state)), `${name} of ${state.phase}`).toBe(shown);
  }
});

test("ticks suggest a grade, are kept, and what was left out is said the next time", async ({
  page,
  database,
}) => {
  const userId = await becomeGuest(page.request);
  const session = new SessionPage(page);
  await session.open(question);
  await page.keyboard.press("Space");
  const boxes = page.getByRole("checkbox");
  await expect(boxes).toHaveCount(7);
  const suggested = session.grades.and(
    page.getByRole("button", { name: "Suggested by what you ticked" }),
  );
  await expect(suggested).toHaveCount(0);
  const expected = ["Again", "Again", "Again", "Hard", "Hard", "Hard", "Good"];
  for (const [index, name] of expected.entries()) {
    await boxes.nth(index).check();
    await expect(suggested).toHaveAccessibleName(new RegExp(`^${name}: `));
  }
  await boxes.nth(0).uncheck();
  await expect(suggested).toHaveAccessibleName(/^Hard: a pass/);
  // The person decides, whatever the ticks say.
  await session.grade("Again").click();
  await expect.poll(async () => (await database.reviews(userId)).length).toBe(1);
  const [first] = await database.reviews(userId);
  expect(first?.grade).toBe(1);
  expect(first?.ticks).toHaveLength(6);

  await session.open(question);
  // The other rungs first: the card in learning comes when nothing else is left.
  await session.answerWith("4");
  await session.answerWith("4");
  await page.keyboard.press("Space");
  await expect(page.getByRole("listitem").filter({ hasText: "missed last time" })).toHaveCount(1);
  await expect(boxes.nth(0).locator("..")).toContainText("missed last time");
});

const items = {
  question,
  fact: "containers-vs-virtual-machines",
  myth,
  decision: "decision-untrusted-tenants",
};
for (const [kind, item] of Object.entries(items)) {
  test(`the answer of a ${kind} is not in the page before it is revealed`, async ({ page }) => {
    await becomeGuest(page.request);
    const session = new SessionPage(page);
    await session.open(item);
    const { cards } = await listDue(page.request, item);
    const face = cards[0]?.face;
    if (!face) throw new Error(`${item} has no card`);
    const secret = await (() => {
      switch (face.kind) {
        case "question":
          return wordsOf(page, face.answerHtmlByRung[face.rung]);
        case "fact":
          return face.claims[0]?.value ?? "";
        case "condition":
          return face.claims[0]?.condition ?? "";
        case "myth":
          return wordsOf(page, face.realityHtml);
        case "decision":
          return wordsOf(page, face.whyHtml);
      }
    })();
    expect(secret.length).toBeGreaterThan(3);
    const wholePage = () => page.evaluate(() => document.documentElement.textContent);
    expect(await wholePage()).not.toContain(secret);
    await expect(session.answer).toHaveCount(0);

    await session.showAnswer.click();
    await expect(session.answer).toBeFocused();
    expect(await wholePage()).toContain(secret);
  });
}
