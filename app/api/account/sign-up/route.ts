import { NextResponse } from "next/server";
import { requestOrigin } from "#lib/accounts/request-origin.ts";
import { signUpSchema } from "#lib/accounts/schema.ts";
import { setSessionCookie } from "#lib/accounts/session-cookie.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { publicRoute } from "#lib/http.ts";

export const POST = publicRoute({ body: signUpSchema }, async ({ actor, body, request }) => {
  const { status, userId, claims } = await signUp(actor, body, requestOrigin(request));
  await setSessionCookie(claims);
  return NextResponse.json(
    { status, userId },
    { status: status === "created" ? 201 : 200, headers: { "Cache-Control": "private, no-store" } },
  );
});
