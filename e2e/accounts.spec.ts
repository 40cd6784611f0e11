import { expect, test } from "./fixtures.ts";
import { fillAndSend, formOf, heading } from "./forms.ts";
import { linkMailedTo } from "./mailbox.ts";
import { demo, signUp, stranger, trySignIn, userIdOf } from "./people.ts";
import { SessionPage } from "./session-page.ts";
import { listDue } from "./study.ts";

test("a guest practises, signs up, and keeps every review; signing out and in changes nothing", async ({
  page,
  database,
}) => {
  const session = new SessionPage(page);
  await session.open();
  const guestId = await userIdOf(page.request);
  for (const key of ["4", "3", "1", "2", "4"]) await session.answerWith(key);
  await page.keyboard.press("*");
  const next = await session.title();
  const counts = await session.counts();
  expect(counts).toEqual({ new: 15, learning: 3, due: 0 });
  await expect.poll(async () => (await database.events(guestId)).length).toBe(6);
  const history = await database.events(guestId);
  const due = await listDue(page.request);

  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByText("All 5 reviews that you made as a guest are kept.")).toBeVisible();
  const person = stranger();
  await fillAndSend(page, person, "Create an account");
  await expect(heading(page, "Today")).toBeVisible();
  expect(await userIdOf(page.request)).toBe(guestId);
  expect(await database.events(guestId)).toEqual(history);

  const expectTheSame = async () => {
    await session.open();
    await session.expectCounts(counts);
    await expect(session.question).toHaveText(next);
    expect((await listDue(page.request)).cards.map(({ id, state }) => ({ id, state }))).toEqual(
      due.cards.map(({ id, state }) => ({ id, state })),
    );
  };
  await expectTheSame();

  await page.goto("/sign-out");
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Practise now" })).toBeVisible();
  await page.goto("/review");
  await expect(page.getByText("You are signed out")).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await fillAndSend(page, person, "Sign in");
  await expect(session.question).toBeFocused();
  await expectTheSame();
  expect(await database.events(guestId)).toEqual(history);
});

test("what a guest could not send before signing up is delivered by the form", async ({
  page,
  database,
  trouble,
}) => {
  trouble.expect(/net::ERR_FAILED/);
  const session = new SessionPage(page);
  await session.open();
  const userId = await userIdOf(page.request);
  await page.route("**/api/reviews", (route) => route.abort());
  await session.answerWith("4");
  await session.answerWith("3");
  await session.expectWaiting(2);
  await page.unroute("**/api/reviews");
  await page.goto("/sign-up");
  await fillAndSend(page, stranger(), "Create an account");
  await expect(heading(page, "Today")).toBeVisible();
  expect((await database.reviews(userId)).map(({ grade }) => grade)).toEqual([4, 3]);
});

test("forms say what is wrong beside the field, and a wrong password without telling who exists", async ({
  page,
  trouble,
}) => {
  trouble.expect(/status of (400|401|409)/);
  await page.goto("/sign-up");
  const main = page.getByRole("main");
  await fillAndSend(page, { email: "nobody", password: "short" }, "Create an account");
  await expect(main.getByLabel("E-mail")).toHaveAccessibleDescription(
    "This is not an e-mail address.",
  );
  await expect(main.getByLabel("E-mail")).toBeFocused();
  await expect(main.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /This needs at least 8 characters\./,
  );
  await fillAndSend(
    page,
    { email: demo.email, password: "a password of somebody else" },
    "Create an account",
  );
  await expect(main.getByLabel("E-mail")).toHaveAccessibleDescription(
    /There is an account with this address already/,
  );
  await main.getByRole("link", { name: "Sign in instead" }).click();

  const wrong =
    "The e-mail address or the password is not right. Check both, or set a new password.";
  await fillAndSend(page, { ...stranger(), password: "not the password" }, "Sign in");
  await expect(main.getByRole("alert")).toHaveText(wrong);
  await fillAndSend(page, { email: demo.email, password: "not the password" }, "Sign in");
  await expect(main.getByRole("alert")).toHaveText(wrong);
  await expect(main.getByLabel("E-mail"), "what was typed stays").toHaveValue(demo.email);
  await fillAndSend(page, demo, "Sign in");
  await expect(heading(page, /^(Today|Done for today)$/)).toBeVisible();
});

test("a forgotten password is set by the mailed link, once, and ends every session", async ({
  page,
  otherDevice,
  trouble,
}) => {
  trouble.expect(/status of 401/);
  const device = await otherDevice();
  const person = await signUp(device.request);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await formOf(page, "Set a new password");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Look into your mailbox" }),
  ).toBeVisible();

  const link = await linkMailedTo(person.email, "/reset/");
  await page.goto(link);
  await expect(page.getByText(person.email)).toBeVisible();
  await formOf(page, "Choose a new password");
  const password = "another long password";
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(
    page.getByText("Your new password is set, and every session was ended."),
  ).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  expect((await device.request.get("/api/cards/due")).status()).toBe(401);
  expect(await trySignIn(device.request, person)).toBe(401);
  await fillAndSend(page, { ...person, password }, "Sign in");
  await expect(heading(page, "Today")).toBeVisible();
  expect(await userIdOf(page.request)).toBe(person.userId);

  await page.goto(link);
  await expect(heading(page, "This link does not work any more")).toBeVisible();
});

test("a mailed link signs in by its button, once", async ({ page, otherDevice }) => {
  const { email } = stranger();
  await page.goto("/sign-in?callbackUrl=/topics");
  await formOf(page, "Sign in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Mail me a link instead" }).click();
  await expect(heading(page, "Look into your mailbox")).toBeVisible();
  const link = await linkMailedTo(email, "/");
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.reload();
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(heading(page, "Topics")).toBeVisible();
  const session = (await (await page.request.get("/api/auth/session")).json()) as {
    user: { email: string };
  };
  expect(session.user.email).toBe(email);
  await page.goto(link);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "That link to sign in was used already or has expired.",
  );
  const elsewhere = await (await otherDevice()).newPage();
  await elsewhere.goto(link);
  await elsewhere.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere.getByRole("main").getByRole("alert")).toContainText(
    "This link was used already or has expired",
  );
});
