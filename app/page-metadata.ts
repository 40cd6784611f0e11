import type { Metadata } from "next";

interface PageFacts {
  title: string;
  /** Plain text; cut to the length that search engines show. */
  description: string;
  /** The one address of this page. */
  path: string;
  type?: "website" | "article";
}

const longest = 160;

function short(text: string): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain.length <= longest
    ? plain
    : `${plain.slice(0, plain.lastIndexOf(" ", longest - 1))} …`;
}

/** Title, description, canonical address and OpenGraph of a public page. */
export function pageMetadata({ title, description, path, type = "website" }: PageFacts): Metadata {
  const text = short(description);
  return {
    title,
    description: text,
    alternates: { canonical: path },
    openGraph: { title, description: text, url: path, type, siteName: "Whetstone", locale: "en" },
    twitter: { card: "summary", title, description: text },
  };
}
