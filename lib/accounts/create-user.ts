import { v7 as uuidv7 } from "uuid";
import { provenUserSelect } from "#lib/accounts/prove-email.ts";
import { prisma } from "#lib/db.ts";
import { isTimeZone } from "#lib/scheduler/study-day.ts";

interface NewUser {
  email?: string;
  emailVerifiedAt?: Date;
  name?: string;
  passwordHash?: string;
  /** IANA name as the browser reports it; UTC when it is missing or unknown. */
  timeZone?: string | undefined;
}

/** Creates a user with settings and study clock; without an e-mail address it is a guest. */
export async function createUser({ timeZone, ...user }: NewUser) {
  return prisma().user.create({
    data: {
      id: uuidv7(),
      ...user,
      settings: { create: { timeZone: timeZone && isTimeZone(timeZone) ? timeZone : "UTC" } },
      clock: { create: {} },
    },
    select: provenUserSelect,
  });
}
