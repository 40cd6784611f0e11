import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "#lib/accounts/auth-options.ts";
import { clientAddress, errorResponse } from "#lib/http.ts";
import { findActor } from "#lib/session.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    const options = authOptions({
      previous: await findActor(),
      isCallback: nextauth[0] === "callback",
      userAgent: request.headers.get("user-agent") ?? "unknown",
      address: clientAddress(request),
    });
    return await NextAuth(request, context, options);
  } catch (error) {
    return errorResponse(error);
  }
}

export { handle as GET, handle as POST };
