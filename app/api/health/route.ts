import { NextResponse } from "next/server";
import { env } from "#lib/env.ts";
import { isDatabaseUp } from "#lib/health.ts";

export const dynamic = "force-dynamic";

/** 200 while the database answers, 503 while it does not. */
export async function GET(): Promise<NextResponse> {
  const version = env().WHETSTONE_VERSION;
  if (await isDatabaseUp()) return NextResponse.json({ status: "ok", database: "up", version });
  const body = { status: "unavailable", database: "down", version };
  return NextResponse.json(body, { status: 503, headers: { "Retry-After": "5" } });
}
