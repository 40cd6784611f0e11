import type { Metadata } from "next";
import { NothingHere } from "#components/shell/nothing-here.tsx";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

/**
 * For addresses that no route knows; what a page does not find is shown within its own layout. Every
 * page carries what stands here, so it stands without the shell and its code.
 */
export default function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-[42rem] px-6 py-12">
      <NothingHere />
    </main>
  );
}
