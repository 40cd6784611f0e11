import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { listAllPaths } from "#lib/content/queries.ts";
import { env } from "#lib/env.ts";

/** Every page that anybody may read. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const base = env().NEXTAUTH_URL;
  const own = ["/", "/topics", "/compare", "/lessons", "/paths", "/about"].map((path) => ({
    url: new URL(path, base).href,
  }));
  const content = (await listAllPaths()).map(({ path, updatedAt }) => ({
    url: new URL(path, base).href,
    ...(updatedAt && { lastModified: updatedAt }),
  }));
  return [...own, ...content];
}
