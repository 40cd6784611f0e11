import { listSessions } from "#lib/accounts/queries.ts";
import { route } from "#lib/http.ts";

export const GET = route({}, async ({ actor }) => ({ sessions: await listSessions(actor) }));
