import { NextResponse } from "next/server";
import { requestOrigin } from "#lib/accounts/request-origin.ts";
import { resendVerification } from "#lib/accounts/send-verification.ts";
import { route } from "#lib/http.ts";

export const POST = route({}, async ({ actor, request }) => {
  await resendVerification(actor, requestOrigin(request));
  return NextResponse.json(
    { status: "mail-sent" },
    { status: 202, headers: { "Cache-Control": "private, no-store" } },
  );
});
