import { cookies } from "next/headers";
import type { Theme } from "#lib/accounts/settings-schema.ts";
import { prisma } from "#lib/db.ts";
import { cookieNeedsHttps } from "#lib/session.ts";

const yearSeconds = 365 * 86_400;

/** Lets the very first byte of a page have the chosen theme. Only for route handlers. */
export async function setThemeCookie(theme: Theme): Promise<void> {
  const jar = await cookies();
  if (theme === "system") jar.delete("whetstone.theme");
  else
    jar.set("whetstone.theme", theme, {
      path: "/",
      maxAge: yearSeconds,
      sameSite: "lax",
      secure: cookieNeedsHttps(),
    });
}

/** What a user who has just signed in chose, on whichever device. */
export async function themeOf(userId: string): Promise<Theme> {
  const settings = await prisma().studySettings.findUnique({
    where: { userId },
    select: { theme: true },
  });
  return settings?.theme ?? "system";
}
