import { exhibitKindSchema, parsedSchema } from "@holdfast/evidence";
import { z } from "zod";

const jobSchema = z.int().nonnegative();

const limitsSchema = z
  .strictObject({
    maximumLineLengthInBytes: z.int().positive(),
    maximumItemTextInBytes: z.int().positive(),
    maximumExpandedSizeInBytes: z.int().positive(),
    maximumExpansionRatio: z.number().positive(),
    maximumArchiveEntries: z.int().positive(),
    maximumNesting: z.int().nonnegative(),
    maximumMimeParts: z.int().positive(),
    maximumMailSizeInBytes: z.int().positive(),
    maximumKeptWordsInBytes: z.int().positive(),
    maximumHeaderSizeInBytes: z.int().positive(),
  })
  .readonly();

export const taskSchema = z.enum(["recognise", "only-words", "take-in", "keep-words"]);
export type IntakeTask = z.infer<typeof taskSchema>;

const bytesSchema = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

/** From the side that holds the file to the side that parses it. */
export const toWorkerSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("start"),
      job: jobSchema,
      task: taskSchema,
      name: z.string(),
      sizeInBytes: z.int().nonnegative(),
      limits: limitsSchema,
      wordsOnly: z.boolean(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("bytes"),
      job: jobSchema,
      request: z.int(),
      bytes: bytesSchema,
    })
    .readonly(),
  z.strictObject({ kind: z.literal("bytes-failed"), job: jobSchema, request: z.int() }).readonly(),
  /** One more batch may be sent. */
  z.strictObject({ kind: z.literal("credit"), job: jobSchema }).readonly(),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** A format's opinion without the format itself, which does not travel. */
export const candidateSchema = z
  .strictObject({
    format: z
      .strictObject({
        id: z.string().min(1),
        exhibitKind: exhibitKindSchema,
        protectedClass: z.enum(["text", "mixed", "not-words"]),
      })
      .readonly(),
    recognition: z
      .strictObject({
        confidence: z.enum(["none", "name", "shape", "signature"]),
        mediaType: z.string(),
        reasons: z.array(z.string()).readonly(),
      })
      .readonly(),
  })
  .readonly();
export type CandidateFacts = z.infer<typeof candidateSchema>;

const keptWordsSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("words"),
      name: z.string(),
      mediaType: z.string(),
      exhibitKind: exhibitKindSchema,
      bytes: bytesSchema,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("not-kept"),
      name: z.string(),
      code: z.enum(["picture_not_kept", "recording_not_kept", "file_not_kept"]),
    })
    .readonly(),
]);

/** More than a worker may send in one message; takeIn's batches hold 1,000. */
const maximumBatch = 10_000;
/** The longest stretch that may be asked for at once. */
const maximumRead = 64 << 20;

/** From the side that parses to the side that holds the file. */
export const fromWorkerSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("read"),
      job: jobSchema,
      request: z.int(),
      offset: z.int().nonnegative(),
      length: z.int().nonnegative().max(maximumRead),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("recognised"),
      job: jobSchema,
      candidates: z.array(candidateSchema).min(1).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("parsed"),
      job: jobSchema,
      batch: z.array(parsedSchema).max(maximumBatch).readonly(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal("kept"), job: jobSchema, kept: keptWordsSchema }).readonly(),
  z.strictObject({ kind: z.literal("only-words"), job: jobSchema, value: z.boolean() }).readonly(),
  z.strictObject({ kind: z.literal("done"), job: jobSchema }).readonly(),
  /** The worker's own code threw outside a parser. */
  z.strictObject({ kind: z.literal("failed"), job: jobSchema }).readonly(),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;

/** Batches that may be on their way unasked for: enough to keep both sides busy. */
export const initialCredits = 4;
