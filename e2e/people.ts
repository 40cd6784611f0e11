import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import { noonZone } from "./fixtures.ts";

/*
 * Who a browser or an API client is, without going through a form. All of them take the request
 * context that holds the cookies: `page.request` for a page.
 */

export interface Person {
  email: string;
  password: string;
}

export const demo: Person = { email: "demo@whetstone.local", password: "whetstone-demo" };

/** Somebody whom nobody has heard of yet. */
export function stranger(): Person {
  return { email: `${randomUUID()}@example.test`, password: `pass ${randomUUID()}` };
}

async function csrfToken(request: APIRequestContext): Promise<string> {
  const response = await request.get("/api/auth/csrf");
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return csrfToken;
}

/** @returns the id of the user who is signed in */
export async function userIdOf(request: APIRequestContext): Promise<string> {
  const response = await request.get("/api/auth/session");
  const session = (await response.json()) as { user?: { id: string } };
  if (!session.user) throw new Error("nobody is signed in");
  return session.user.id;
}

/** @returns the guest's user id */
export async function becomeGuest(request: APIRequestContext): Promise<string> {
  const form = { csrfToken: await csrfToken(request), timeZone: noonZone, json: "true" };
  const response = await request.post("/api/auth/callback/guest", { form });
  expect(response.status()).toBe(200);
  return userIdOf(request);
}

/** Makes an account; a guest keeps what was practised. */
export async function signUp(request: APIRequestContext): Promise<Person & { userId: string }> {
  const person = stranger();
  const data = { ...person, timeZone: noonZone };
  const response = await request.post("/api/account/sign-up", { data });
  expect(response.status(), await response.text()).toBe(201);
  const { userId } = (await response.json()) as { userId: string };
  return { ...person, userId };
}

/** Through next-auth's own endpoints. @returns its status and the user id if it worked */
export async function trySignIn(
  request: APIRequestContext,
  { email, password }: Person,
): Promise<number> {
  const form = { csrfToken: await csrfToken(request), email, password, json: "true" };
  const response = await request.post("/api/auth/callback/credentials", { form });
  return response.status();
}

/** @returns the user id */
export async function signIn(request: APIRequestContext, person: Person): Promise<string> {
  expect(await trySignIn(request, person)).toBe(200);
  return userIdOf(request);
}

export async function signOut(request: APIRequestContext): Promise<void> {
  const form = { csrfToken: await csrfToken(request), json: "true" };
  const response = await request.post("/api/auth/signout", { form });
  expect(response.status()).toBe(200);
}
