import { route } from "#lib/http.ts";
import { listDueCards } from "#lib/reviews/due-cards.ts";
import { dueQuerySchema } from "#lib/reviews/due-schema.ts";

export const GET = route({ query: dueQuerySchema, perMinute: 1200 }, ({ actor, query }) =>
  listDueCards(actor, query, new Date()),
);
