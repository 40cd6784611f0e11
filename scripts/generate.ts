import { generateClient } from "#scripts/setup/generate.ts";
import { main } from "#scripts/setup/progress.ts";

await main(async () => {
  await generateClient();
});
