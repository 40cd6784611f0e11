import { z } from "zod";
import { unlinkAccount } from "#lib/accounts/unlink-account.ts";
import { route } from "#lib/http.ts";

export const DELETE = route(
  { params: z.object({ provider: z.string().max(40) }) },
  async ({ actor, params }) => {
    await unlinkAccount(actor, params.provider);
  },
);
