import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "#lib/env.ts";

export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  at: string;
  text: string;
}

const newest = 50;

function header(head: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
}

/** The latest mails of the local mailbox, newest first. Only for the page of the development server. */
export async function listKeptMails(): Promise<KeptMail[]> {
  const directory = path.resolve(/* turbopackIgnore: true */ env().MAILBOX_DIR);
  const files = await readdir(directory).catch(() => []);
  const latest = files
    .filter((file) => file.endsWith(".eml"))
    .sort()
    .reverse()
    .slice(0, newest);
  return Promise.all(
    latest.map(async (file) => {
      const message = await readFile(path.join(directory, file), "utf8");
      const [head = "", ...body] = message.split("\n\n");
      const text = body.join("\n\n").trim();
      return {
        id: file,
        to: header(head, "To"),
        subject: header(head, "Subject"),
        at: header(head, "Date"),
        text,
      };
    }),
  );
}
