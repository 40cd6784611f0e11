import { NextResponse } from "next/server";
import { requestEmailChange } from "#lib/accounts/request-email-change.ts";
import { requestOrigin } from "#lib/accounts/request-origin.ts";
import { changeEmailSchema } from "#lib/accounts/schema.ts";
import { route } from "#lib/http.ts";

export const POST = route({ body: changeEmailSchema }, async ({ actor, body, request }) => {
  await requestEmailChange(actor, body, requestOrigin(request));
  return NextResponse.json(
    { status: "mail-sent" },
    { status: 202, headers: { "Cache-Control": "private, no-store" } },
  );
});
