import { z } from "zod";

// zod compiles its schemas with `new Function` where it may. The page's policy forbids that, and asking is reported as a
// breach. Schemas decide when they are made, so this module must be loaded before any of them.
z.config({ jitless: true });
