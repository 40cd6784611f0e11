import { expect, type Page } from "@playwright/test";
import type { Person } from "./people.ts";

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });

/** A form takes over what is typed once React has it; a machine types before. */
export async function formOf(page: Page, title: string | RegExp): Promise<void> {
  await expect(heading(page, title)).toBeVisible();
  await page.waitForFunction(() => {
    const form = document.querySelector("main form");
    return form !== null && Object.keys(form).some((key) => key.startsWith("__react"));
  });
}

export async function fillAndSend(
  page: Page,
  { email, password }: Person,
  button: "Sign in" | "Create an account",
): Promise<void> {
  await formOf(page, button);
  const main = page.getByRole("main");
  await main.getByLabel("E-mail").fill(email);
  await main.getByLabel("Password", { exact: true }).fill(password);
  await main.getByRole("button", { name: button, exact: true }).click();
}
