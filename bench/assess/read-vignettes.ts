import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { guideFactsSchema } from "@holdfast/guide";
import { z } from "zod";

import type { Vignette } from "./score.ts";

const vignetteSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+-\d{3}$/),
  kind: z.string(),
  hard: z.boolean(),
  about: z.string(),
  text: z.string(),
  facts: guideFactsSchema,
  mail: z
    .strictObject({
      senderIsReceiver: z.boolean().default(false),
      hasPicture: z.boolean().default(false),
    })
    .exactOptional(),
  expect: z.strictObject({
    scenario: z.array(z.string()).min(1),
    mustNotBe: z.array(z.string()).exactOptional(),
    gates: z.array(z.string()).exactOptional(),
    notGates: z.array(z.string()).exactOptional(),
    demands: z.array(z.string()).exactOptional(),
    amount: z.string().exactOptional(),
    currency: z.string().exactOptional(),
    deadlineMinutes: z.number().exactOptional(),
  }),
});

/** By language, in the order of the files. @param folder bench/assess/vignettes */
export const readVignettes = (folder: string): ReadonlyMap<string, readonly Vignette[]> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => [
        name.replace(/\.json$/, ""),
        z.array(vignetteSchema).parse(JSON.parse(readFileSync(join(folder, name), "utf8"))),
      ]),
  );
