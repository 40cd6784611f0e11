import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";

const directory = process.env["MAILBOX_DIR"] ?? ".data/mailbox";

async function textsTo(email: string): Promise<string[]> {
  const files = (await readdir(directory).catch(() => []))
    .filter((file) => file.endsWith(".eml"))
    .sort();
  const mails = await Promise.all(
    files.map((file) => readFile(path.join(directory, file), "utf8")),
  );
  return mails.filter((mail) => mail.includes(`\nTo: ${email}\n`));
}

/** Waits for the mail with a link to an address and path. @returns the latest such link */
export async function linkMailedTo(email: string, pathPrefix: string): Promise<string> {
  const pattern = new RegExp(`https?://[^\\s/]+${pathPrefix}\\S+`, "g");
  const links = async () => (await textsTo(email)).flatMap((mail) => mail.match(pattern) ?? []);
  await expect
    .poll(async () => (await links()).length, { message: `a mail to ${email}` })
    .toBeGreaterThan(0);
  return (await links()).at(-1) ?? "";
}
