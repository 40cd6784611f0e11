import { expect, type Locator, type Page } from "@playwright/test";

export type Counts = Record<"new" | "learning" | "due", number>;

/** The review session as a person meets it. */
export class SessionPage {
  /** What is asked. */
  readonly question: Locator;
  readonly answer: Locator;
  readonly showAnswer: Locator;
  readonly grades: Locator;
  readonly outbox: Locator;

  constructor(readonly page: Page) {
    this.question = page.locator("article h1");
    this.answer = page.getByRole("region", { name: "Answer", exact: true });
    this.showAnswer = page.getByRole("button", { name: "Show answer" });
    this.grades = page
      .getByRole("group", { name: "How well did you know it?" })
      .getByRole("button");
    this.outbox = page.locator("[data-outbox]");
  }

  /** Opens what is due, or all cards of one item, and waits for the first card. */
  async open(item?: string): Promise<void> {
    await this.page.goto(item === undefined ? "/review" : `/review?item=${item}`);
    await expect(this.question).toBeFocused();
  }

  grade(name: "Again" | "Hard" | "Good" | "Easy"): Locator {
    return this.page.getByRole("button", { name: `${name}: ` });
  }

  summary(title: string): Locator {
    return this.page.getByRole("heading", { level: 1, name: title });
  }

  async title(): Promise<string> {
    return this.question.innerText();
  }

  /** Reveals and grades by keys, and waits for the next card or the summary. */
  async answerWith(key: string): Promise<void> {
    await expect(this.showAnswer).toBeVisible();
    await this.page.keyboard.press("Space");
    await expect(this.answer).toBeFocused();
    await this.page.keyboard.press(key);
    await expect(this.answer).toBeHidden();
  }

  async counts(): Promise<Counts> {
    const count = async (kind: keyof Counts) =>
      Number(await this.page.locator(`[data-count=${kind}]`).innerText());
    return { new: await count("new"), learning: await count("learning"), due: await count("due") };
  }

  async expectCounts(counts: Counts): Promise<void> {
    await expect.poll(() => this.counts()).toEqual(counts);
  }

  /** Everything has reached the server. */
  async expectDelivered(): Promise<void> {
    await expect(this.outbox).toHaveAttribute("data-pending", "0");
    await expect(this.outbox).toHaveAttribute("data-outbox", "idle");
  }

  async expectWaiting(pending: number): Promise<void> {
    await expect(this.outbox).toHaveAttribute("data-pending", String(pending));
  }
}
