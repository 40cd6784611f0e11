import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "#lib/env.ts";

/** Reading is for everybody; what is personal or endless is not for crawlers. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const personal = [
    "/api/",
    "/review",
    "/progress",
    "/settings",
    "/search",
    "/sign-in",
    "/sign-up",
    "/reset",
  ];
  return {
    rules: { userAgent: "*", allow: "/", disallow: personal },
    sitemap: new URL("/sitemap.xml", env().NEXTAUTH_URL).href,
  };
}
