import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import { v7 as uuidv7 } from "uuid";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

function openTransport(url: string) {
  // nodemailer would wait for minutes; somebody is waiting for the answer.
  const timeouts = "connectionTimeout=5000&greetingTimeout=5000&socketTimeout=15000";
  return nodemailer.createTransport(`${url}${url.includes("?") ? "&" : "?"}${timeouts}`);
}

let transport: ReturnType<typeof openTransport> | undefined;

/** Without SMTP settings a mail becomes a file that the operator can read, and a line of the log. */
async function keepInMailbox(mail: Mail): Promise<void> {
  const directory = path.resolve(env().MAILBOX_DIR);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, `${uuidv7()}.eml`);
  const head = [
    `From: ${env().MAIL_FROM}`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject}`,
    `Date: ${new Date().toUTCString()}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  // Without the wrapping of a real mail, so that a link can be copied.
  await writeFile(file, `${head.join("\n")}\n\n${mail.text}`, { mode: 0o600 });
  log().info({ mail, file }, "mail kept in the local mailbox: SMTP_URL is not set");
}

/** Sends a plain-text mail by SMTP_URL, or keeps it in the local mailbox when that is not set. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return keepInMailbox(mail);
  transport ??= openTransport(SMTP_URL);
  await transport.sendMail({ from: env().MAIL_FROM, ...mail });
}
