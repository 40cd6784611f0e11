import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { fillAndSend, formOf, heading } from "./forms.ts";
import { becomeGuest, demo, signIn, signUp, trySignIn } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue, review, send } from "./study.ts";

test("changing the password ends the other sessions and keeps this one", async ({
  page,
  otherDevice,
  trouble,
}) => {
  trouble.expect(/status of (400|401|403)/);
  const person = await signUp(page.request);
  const device = await otherDevice();
  await signIn(device.request, person);
  await page.goto("/settings/account");
  await formOf(page, "Account");
  const section = page.getByRole("region", { name: "Password" });
  const password = "another long password";
  await section.getByLabel("Current password").fill("not the password");
  await section.getByLabel("New password", { exact: true }).fill(password);
  await section.getByRole("button", { name: "Change the password" }).click();
  await expect(section.getByLabel("Current password")).toHaveAttribute("aria-invalid", "true");
  expect((await device.request.get("/api/cards/due")).status()).toBe(200);

  await section.getByLabel("Current password").fill(person.password);
  await section.getByRole("button", { name: "Change the password" }).click();
  await expect(
    page.getByText("Your password is changed. Every other device was signed out."),
  ).toBeVisible();
  expect((await device.request.get("/api/cards/due")).status()).toBe(401);
  expect((await page.request.get("/api/cards/due")).status()).toBe(200);
  expect(await trySignIn(device.request, person)).toBe(401);
  expect(await trySignIn(device.request, { ...person, password })).toBe(200);
});

test("sessions are listed, ended one by one, and everywhere", async ({ page, otherDevice }) => {
  const person = await signUp(page.request);
  const tablet = await otherDevice();
  const phone = await otherDevice();
  await signIn(tablet.request, person);
  await signIn(phone.request, person);
  await page.goto("/settings/account");
  await formOf(page, "Account");
  const section = page.getByRole("region", { name: "Where you are signed in" });
  const rows = section.getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("this device");
  await expect(rows.nth(0).getByRole("button")).toHaveCount(0);
  await rows
    .nth(1)
    .getByRole("button", { name: /^Sign out/ })
    .click();
  await expect(rows).toHaveCount(2);
  const statuses = async () =>
    Promise.all(
      [page, tablet, phone].map(async ({ request }) =>
        (await request.get("/api/cards/due")).status(),
      ),
    );
  expect((await statuses()).toSorted()).toEqual([200, 200, 401]);

  await section.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("You are signed out on every device.")).toBeVisible();
  expect(await statuses()).toEqual([401, 401, 401]);
});

test("everything is downloaded as one JSON file", async ({ page }) => {
  const person = await signUp(page.request);
  const { cards } = await listDue(page.request);
  const events = cards.slice(0, 3).map(({ id }) => review(id, 3));
  await send(page.request, events);
  await page.goto("/settings/account");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download my data" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^whetstone-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), "utf8");
  const data = JSON.parse(text) as {
    profile: object;
    cardStates: object[];
    reviewEvents: { id: string }[];
  };
  expect(data.profile).toMatchObject({ email: person.email, hasPassword: true });
  expect(data.reviewEvents.map(({ id }) => id).toSorted()).toEqual(
    events.map(({ id }) => id).toSorted(),
  );
  expect(data.cardStates).toHaveLength(3);
  expect(text).not.toMatch(/argon2|password_?hash/i);
});

test("deleting asks for the address and the password, and leaves nothing", async ({
  page,
  database,
  trouble,
}) => {
  trouble.expect(/status of (400|401|403)/);
  const person = await signUp(page.request);
  const { cards } = await listDue(page.request);
  await send(page.request, [review(cards[0]?.id ?? "", 3)]);
  await page.goto("/settings/account");
  await formOf(page, "Account");
  const section = page.getByRole("region", { name: "Delete everything" });
  await expect(section).toContainText("1 review");
  await section.getByRole("button", { name: "Delete everything…" }).click();
  const confirmation = section.getByLabel(`Type ${person.email} to confirm`);
  const sure = section.getByRole("button", { name: "Delete everything for good" });
  await confirmation.fill("somebody else");
  await section.getByLabel("Your password").fill(person.password);
  await sure.click();
  await expect(confirmation).toHaveAttribute("aria-invalid", "true");
  await confirmation.fill(person.email);
  await section.getByLabel("Your password").fill("not the password");
  await sure.click();
  await expect(section.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
  expect(await database.userExists(person.userId)).toBe(true);

  await section.getByLabel("Your password").fill(person.password);
  await sure.click();
  await expect(page.getByRole("link", { name: "Practise now" })).toBeVisible();
  expect(await database.userExists(person.userId)).toBe(false);
  expect(await database.events(person.userId)).toEqual([]);
  expect(await trySignIn(page.request, person)).toBe(401);
});

test("settings are kept and count from the next card on", async ({ page, database }) => {
  const userId = await becomeGuest(page.request);
  await page.goto("/settings");
  await formOf(page, "Profile and study");
  const save = page.getByRole("button", { name: "Save settings" });
  const saved = page.getByText("Your settings are saved.");
  await page.getByLabel("New cards a day").fill("3");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("A new day begins at").selectOption("05:00");
  await page.getByText("Dark", { exact: true }).click();
  await page.getByRole("checkbox", { name: /^Detailed, 5 minutes/ }).check();
  await page.getByRole("checkbox", { name: /^Super brief/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Brief/ }).uncheck();
  await save.click();
  await expect(saved).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByLabel("New cards a day")).toHaveValue("3");
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
  const { cards, counts, settings } = await listDue(page.request);
  expect(counts).toEqual({ new: 3, learning: 0, due: 0 });
  expect(settings.dayStartsAtHour).toBe(5);
  for (const { face } of cards) if (face.kind === "question") expect(face.rung).toBe("detailed");
  const session = new SessionPage(page);
  await session.open();
  await session.expectCounts({ new: 3, learning: 0, due: 0 });
  for (let answered = 0; answered < 3; answered++) await session.answerWith("4");
  await expect(session.summary("Done for now")).toBeFocused();
  await session.expectDelivered();
  await expect.poll(async () => (await database.reviews(userId)).length).toBe(3);

  await page.goto("/settings");
  await formOf(page, "Profile and study");
  await page.getByRole("slider").press("ArrowRight");
  await page.getByLabel("New cards a day").fill("-1");
  await save.click();
  await expect(page.getByLabel("New cards a day")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("New cards a day").fill("5");
  await page.getByText("Light", { exact: true }).click();
  await save.click();
  await expect(saved).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  const after = await listDue(page.request);
  expect(after.counts.new).toBe(2);
  expect(after.settings.desiredRetention).toBe(0.91);
});

test("personal pages ask strangers to sign in and come back", async ({ page }) => {
  await page.goto("/progress");
  await expect(page.getByRole("main").getByRole("link", { name: /Sign in/ })).toBeVisible();
  await page.goto("/settings/account");
  await expect(
    page.getByText("Sign in to see that page, or practise as a guest first."),
  ).toBeVisible();
  await fillAndSend(page, demo, "Sign in");
  await expect(heading(page, "Account")).toBeVisible();
});
