import { NextResponse } from "next/server";
import { pool } from "#lib/db.ts";
import { env } from "#lib/env.ts";

export const dynamic = "force-dynamic";

/** 200 while the database answers, 503 while it does not. */
export async function GET(): Promise<NextResponse> {
  const version = env().WHETSTONE_VERSION;
  try {
    await pool().query("SELECT 1");
    return NextResponse.json({ status: "ok", database: "up", version });
  } catch {
    const body = { status: "unavailable", database: "down", version };
    return NextResponse.json(body, { status: 503, headers: { "Retry-After": "5" } });
  }
}
