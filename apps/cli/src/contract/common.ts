import { noteSchema } from "@holdfast/evidence";
import { z } from "zod";

/** Something that the person should know, with the sentence that was shown on stderr. */
export const problemSchema = z.strictObject({
  code: z.string(),
  name: z.string().optional().describe("The file, exhibit or place that this is about."),
  sentence: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Every answer starts with these. */
export const answerHead = <Name extends string>(command: Name) => ({
  holdfast: z.literal(1).describe("The version of this contract."),
  command: z.literal(command),
});

/** What any command answers when it could not do its work; exit code 2 or 3. */
export const errorAnswerSchema = z.strictObject({
  holdfast: z.literal(1),
  command: z.string(),
  error: problemSchema,
});

export const notesSchema = z.array(noteSchema);
export const countsByKindSchema = z.record(z.string(), z.int().nonnegative());
