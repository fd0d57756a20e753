import { z } from "zod";

import { itemSchema } from "./item.ts";
import { noteSchema } from "./note.ts";

/** What a parser says of one stretch of a source: something found, or why nothing was. */
export const parsedSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("item"), item: itemSchema }).readonly(),
  z.strictObject({ kind: z.literal("note"), note: noteSchema }).readonly(),
]);
export type Parsed = z.infer<typeof parsedSchema>;
