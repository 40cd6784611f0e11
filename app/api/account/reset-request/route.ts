import { after, NextResponse } from "next/server";
import { consumeLimit } from "#lib/accounts/limits.ts";
import { requestReset } from "#lib/accounts/request-reset.ts";
import { resetRequestSchema } from "#lib/accounts/schema.ts";
import { clientAddress, publicRoute } from "#lib/http.ts";

const message =
  "If there is an account with this address, a mail with a link is on its way. The link works for an hour.";

export const POST = publicRoute({ body: resetRequestSchema }, async ({ body, request }) => {
  await consumeLimit("mailFromAddress", clientAddress(request));
  // Afterwards, so that the answer takes as long whether or not there is such an account.
  after(() => requestReset(body.email, new Date()));
  return NextResponse.json(
    { message },
    { status: 202, headers: { "Cache-Control": "private, no-store" } },
  );
});
