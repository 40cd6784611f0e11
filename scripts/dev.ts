import { main } from "#scripts/setup/progress.ts";
import { serve } from "#scripts/setup/serve.ts";

await main(() => serve("dev"));
