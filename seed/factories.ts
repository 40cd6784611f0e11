import { v7 as uuidv7 } from "uuid";
import { createUser } from "#lib/accounts/create-user.ts";
import { prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";

/** Things for tests to work with, made the way the product makes them where it has a way. */

/** A guest with a session. */
export async function makeActor(
  overrides: { email?: string; timeZone?: string } = {},
): Promise<Actor> {
  const { id: userId } = await createUser({ timeZone: "UTC", ...overrides });
  const id = uuidv7();
  const expiresAt = new Date(Date.now() + 86_400_000);
  await prisma().userSession.create({ data: { userId, id, userAgent: "test", expiresAt } });
  return { userId, sessionId: id, isGuest: overrides.email === undefined };
}

const mythPayload = (id: string) => ({
  kind: "myth",
  id,
  slug: id,
  topic: "sample",
  title: `Myth ${id}`,
  level: "senior",
  tags: [],
  related: [],
  claim: "What is hidden is safe.",
  reality: "The kernel is shared.",
  whyBelieved: "Listing shows nothing.",
  sources: [{ title: "Manual", author: "Somebody", section: "7" }],
});

interface BankOptions {
  visibility?: "public" | "private";
  /** How many myths, each with one card. */
  cards?: number;
}

/** A bank of a new organization, with published myths. @returns its cards, in order of introduction */
export async function makeBank({ visibility = "public", cards = 1 }: BankOptions = {}) {
  const orgId = uuidv7();
  const bankId = uuidv7();
  const topicId = uuidv7();
  await prisma().organization.create({ data: { id: orgId, slug: orgId, name: "Sample" } });
  await prisma().bank.create({
    data: { id: bankId, orgId, slug: "sample", name: "Sample", visibility },
  });
  await prisma().topic.create({
    data: {
      id: topicId,
      orgId,
      bankId,
      slug: "sample",
      name: "Sample",
      summary: "For tests.",
      position: 1,
    },
  });
  const made: { cardId: string; itemId: string; versionId: string; externalId: string }[] = [];
  for (let index = 0; index < cards; index += 1) {
    const [itemId, versionId, cardId] = [uuidv7(), uuidv7(), uuidv7()];
    const externalId = `myth-${itemId}`;
    const shared = { orgId, itemId };
    await prisma().contentItem.create({
      data: {
        id: itemId,
        orgId,
        bankId,
        topicId,
        kind: "myth",
        externalId,
        slug: externalId,
        level: "senior",
        title: externalId,
        status: "published",
      },
    });
    await prisma().contentVersion.create({
      data: {
        ...shared,
        id: versionId,
        number: 1,
        payload: mythPayload(externalId),
        contentHash: "x",
        change: "material",
        authorName: "Test",
      },
    });
    await prisma().contentItem.update({
      where: { id: itemId },
      data: { currentVersionId: versionId },
    });
    await prisma().card.create({
      data: { ...shared, id: cardId, kind: "myth", key: "", siblingGroup: itemId, position: index },
    });
    made.push({ cardId, itemId, versionId, externalId });
  }
  return { orgId, bankId, topicId, cards: made };
}
