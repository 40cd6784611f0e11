import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { fontVariables } from "#app/fonts.ts";
import { env } from "#lib/env.ts";
import "./globals.css";

const description =
  "Interview practice for senior engineers: questions answered at three lengths, comparison facts, and a scheduler that is honest about what you will recall.";

export async function generateMetadata(): Promise<Metadata> {
  await connection(); // the address is known when the server runs, not when it is built
  return {
    metadataBase: new URL(env().NEXTAUTH_URL),
    title: { default: "Whetstone", template: "%s · Whetstone" },
    description,
    applicationName: "Whetstone",
    openGraph: { siteName: "Whetstone", type: "website", locale: "en" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#171412" },
  ],
};

/** "light" or "dark" when the person chose one; otherwise the system decides. */
async function forcedTheme(): Promise<"light" | "dark" | undefined> {
  const theme = (await cookies()).get("whetstone.theme")?.value;
  return theme === "light" || theme === "dark" ? theme : undefined;
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      className={fontVariables}
      data-theme={await forcedTheme()}
      data-scroll-behavior="smooth"
    >
      <body>{children}</body>
    </html>
  );
}
