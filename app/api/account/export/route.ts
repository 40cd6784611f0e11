import { exportAccount } from "#lib/accounts/export-account.ts";
import { route } from "#lib/http.ts";

export const GET = route({}, async ({ actor }) => {
  const now = new Date();
  const pieces = await exportAccount(actor, now);
  // Pulled, so that a slow reader slows the reading of the database down, too.
  const body = new ReadableStream<string>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  }).pipeThrough(new TextEncoderStream());
  return new Response(body, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="whetstone-${now.toISOString().slice(0, 10)}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
});
