import { eventTimeSchema, factsSchema, itemSchema, picturesPolicySchema } from "@holdfast/evidence";
import { z } from "zod";

import { answerHead, countsByKindSchema, notesSchema, problemSchema } from "./common.ts";

/** JSON keeps what zod's transforms make of an id: plain text. */
const idSchema = z.string().regex(/^ev-\d{4,}$/);
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const initAnswerSchema = z.strictObject({
  ...answerHead("init"),
  vault: z.string(),
  case: z.string(),
  pictures: picturesPolicySchema,
});

const addedSchema = z.strictObject({
  exhibit: idSchema,
  name: z.string(),
  format: z.string(),
  mediaType: z.string(),
  sizeInBytes: z.int().nonnegative(),
  sha256: hashSchema,
  origin: z.string(),
  items: z.int().nonnegative(),
  itemsByKind: countsByKindSchema,
  alreadyKept: z
    .boolean()
    .describe("The same bytes were in the vault before: one blob, one more exhibit."),
  notes: notesSchema.describe("At most 100; `noteCount` counts all."),
  noteCount: z.int().nonnegative(),
  findings: z
    .int()
    .nonnegative()
    .describe(
      "Notes that say that something was damaged, refused or not read; they make the exit code 1.",
    ),
});
export type AddedFile = z.infer<typeof addedSchema>;

export const addAnswerSchema = z.strictObject({
  ...answerHead("add"),
  vault: z.string(),
  added: z.array(addedSchema),
  notTaken: z.array(problemSchema),
  searchIndexComplete: z.boolean(),
  cancelled: z.boolean(),
  seconds: z
    .strictObject({ kept: z.number(), indexed: z.number() })
    .describe("How long it took until everything was kept, and then until everything was indexed."),
});

const inspectedSchema = z.strictObject({
  name: z.string(),
  sizeInBytes: z.int().nonnegative(),
  format: z.string(),
  mediaType: z.string(),
  confidence: z.enum(["none", "name", "shape", "signature"]),
  reasons: z.array(z.string()),
  items: z.int().nonnegative(),
  itemsByKind: countsByKindSchema,
  firstItems: z.array(itemSchema),
  location: z
    .object({ latitude: z.number(), longitude: z.number() })
    .optional()
    .describe("Degrees; only with --location, and only when the picture stores a place."),
  notes: notesSchema.describe("At most 100; `noteCount` counts all."),
  noteCount: z.int().nonnegative(),
  findings: z
    .int()
    .nonnegative()
    .describe(
      "Notes that say that something was damaged, refused or not read; they make the exit code 1.",
    ),
});
export type InspectedFile = z.infer<typeof inspectedSchema>;

export const inspectAnswerSchema = z.strictObject({
  ...answerHead("inspect"),
  files: z.array(inspectedSchema),
  notRead: z.array(problemSchema),
});

const entrySchema = z.strictObject({
  exhibits: z.array(idSchema),
  party: z.string().optional(),
  time: eventTimeSchema,
  earliest: z.string().optional().describe("ISO 8601, UTC."),
  latest: z.string().optional(),
  orderCertain: z.boolean(),
  item: itemSchema,
});

export const timelineAnswerSchema = z.strictObject({
  ...answerHead("timeline"),
  zone: z.string().optional().describe("The case's zone; without it wall times stay without one."),
  tzdata: z.string(),
  entries: z.array(entrySchema),
  more: z.boolean(),
});

export const searchAnswerSchema = z.strictObject({
  ...answerHead("search"),
  words: z.array(z.string()),
  hits: z.array(
    z.strictObject({
      exhibits: z.array(idSchema),
      item: itemSchema,
      snippet: z.array(z.strictObject({ text: z.string(), matched: z.boolean() })),
    }),
  ),
  more: z.boolean(),
});

const madeWordsSchema = z.strictObject({
  exhibit: idSchema,
  from: idSchema.describe("The locked one whose words these are."),
  name: z.string(),
  sizeInBytes: z.int().nonnegative(),
  items: z.int().nonnegative(),
});

export const wordsAnswerSchema = z.strictObject({
  ...answerHead("words"),
  vault: z.string(),
  made: z.array(madeWordsSchema),
  notMade: z.array(problemSchema),
  cancelled: z.boolean(),
});

export const factsAnswerSchema = z.strictObject({
  ...answerHead("facts"),
  case: z.string(),
  pictures: picturesPolicySchema,
  facts: factsSchema,
  exhibits: z.array(z.strictObject(exhibitShape())),
  changed: z.boolean(),
  words: z
    .array(madeWordsSchema)
    .describe("Written out by this command, because the case became one that keeps words only."),
  notMade: z.array(problemSchema).describe("Words that could not be written out."),
  erased: z.array(idSchema).describe("What the person chose to delete when they were asked."),
});

export const exportAnswerSchema = z.strictObject({
  ...answerHead("export"),
  out: z.string(),
  bag: z.string(),
  seal: hashSchema.describe("SHA-256 of tagmanifest-sha256.txt: write it down apart from the bag."),
  exhibits: z.int().nonnegative(),
  sizeInBytes: z.int().nonnegative(),
  encrypted: z.boolean(),
  timestamp: z
    .strictObject({ genTime: z.string(), authority: z.string() })
    .optional()
    .describe("Only when a time-stamp was asked for and granted."),
  problems: z.array(problemSchema),
});

export const verifyAnswerSchema = z.strictObject({
  ...answerHead("verify"),
  bag: z.string(),
  verdict: z.string(),
  sentence: z.string(),
  seal: hashSchema.optional(),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.string(),
      place: z.string().optional(),
      sentence: z.string(),
    }),
  ),
});

export const stampAnswerSchema = z.strictObject({
  ...answerHead("stamp"),
  subject: z.enum(["bag", "vault"]),
  imprint: hashSchema,
  request: z.string().optional().describe("The file that the request was written to."),
  timestamp: z.strictObject({ genTime: z.string(), authority: z.string() }).optional(),
  problems: z.array(problemSchema),
});

export const backupAnswerSchema = z.strictObject({
  ...answerHead("backup"),
  out: z.string(),
  sizeInBytes: z.int().positive(),
  problems: z
    .array(problemSchema)
    .describe("Exhibits whose bytes are damaged and not in the backup."),
});

export const restoreAnswerSchema = z.strictObject({
  ...answerHead("restore"),
  vault: z.string(),
  exhibits: z.int().nonnegative(),
  instance: z.string(),
});

export const passphraseAnswerSchema = z.strictObject({
  ...answerHead("passphrase"),
  vault: z.string(),
  exhibits: z.int().nonnegative(),
  problems: z
    .array(problemSchema)
    .describe("Exhibits whose bytes were damaged already; they were taken along as they are."),
});

export const sharesAnswerSchema = z.discriminatedUnion("done", [
  z.strictObject({
    ...answerHead("shares"),
    done: z.literal("given"),
    count: z.int().positive().describe("How many cards there are."),
    threshold: z.int().positive().describe("How many of them open the case together."),
    cards: z.array(z.string()).describe("The pages to print. Their words stand nowhere else."),
  }),
  z.strictObject({
    ...answerHead("shares"),
    done: z.literal("taken-back"),
    sets: z.int().nonnegative().describe("0 when none had been given out."),
  }),
]);

export const eraseAnswerSchema = z.strictObject({
  ...answerHead("erase"),
  exhibits: z.array(idSchema),
});

export const serveAnswerSchema = z.strictObject({
  ...answerHead("serve"),
  url: z
    .string()
    .describe("Said as soon as the app answers; the command then goes on until it is stopped."),
  port: z.int().positive(),
});

function exhibitShape() {
  return {
    id: idSchema,
    kind: z.string(),
    origin: z.string(),
    originalName: z.string(),
    mediaType: z.string(),
    formatId: z.string(),
    sizeInBytes: z.int().nonnegative(),
    locked: z
      .boolean()
      .describe("A picture in a case that keeps none: not opened, copied or fingerprinted."),
    sha256: hashSchema.optional().describe("Absent for a locked picture."),
    addedAt: z.string().describe("ISO 8601, UTC, by the device's clock."),
    eventTime: eventTimeSchema,
    withdrawn: z.boolean(),
  };
}

export type ExhibitSummary = z.infer<z.ZodObject<ReturnType<typeof exhibitShape>>>;
