import type { Metadata } from "next";
import { NothingHere } from "#components/shell/nothing-here.tsx";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

export default function SiteNotFound() {
  return <NothingHere />;
}
