import {
  exhibitIdSchema,
  exhibitKindSchema,
  exhibitOriginSchema,
  itemKindSchema,
  noteSchema,
  sha256HexSchema,
} from "@holdfast/evidence";
import { z } from "zod";

import { doorErrorSchema } from "../door-error.ts";
import { blobSchema, nothingSchema } from "./common.ts";

const givenOriginSchema = z.enum([
  "captured-here",
  "imported",
  "received-export",
  "from-other-person",
]);

const keptFileSchema = z
  .strictObject({
    exhibit: exhibitIdSchema,
    name: z.string(),
    kind: exhibitKindSchema,
    origin: exhibitOriginSchema,
    format: z.string(),
    mediaType: z.string(),
    sizeInBytes: z.int().nonnegative(),
    sha256: sha256HexSchema,
    alreadyKept: z.boolean(),
    items: z.int().nonnegative(),
    itemsByKind: z.partialRecord(itemKindSchema, z.int().nonnegative()).readonly(),
    notes: z.array(noteSchema).readonly(),
    noteCount: z.int().nonnegative(),
    findings: z.int().nonnegative(),
  })
  .readonly();

const index = z.int().nonnegative();
const keepEventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("began"), index, name: z.string() }).readonly(),
  z.strictObject({ kind: z.literal("kept"), index, file: keptFileSchema }).readonly(),
  z
    .strictObject({
      kind: z.literal("not-kept"),
      index,
      name: z.string(),
      error: doorErrorSchema,
    })
    .readonly(),
]);

const answeredSchema = z.enum(["all-adult", "protected"]);
const filesSchema = z
  .array(
    z
      .strictObject({
        file: blobSchema,
        name: z.string().min(1),
        origin: givenOriginSchema.exactOptional(),
        member: z.array(z.string()).min(1).max(16).readonly().exactOptional(),
      })
      .readonly(),
  )
  .readonly();

/**
 * What the worker asks while it keeps files. Handing over a file costs the page's thread up to half a millisecond, so a folder
 * goes over in parts, each when its turn comes.
 */
export const keepQuestionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pictures"), name: z.string() }).readonly(),
  z.strictObject({ kind: z.literal("more-files"), from: z.int().nonnegative() }).readonly(),
]);
/** What it takes for an answer. */
export const pictureReplySchema = answeredSchema.optional().catch(undefined);
export const moreFilesReplySchema = filesSchema.optional().catch(undefined);

const privateNoteSchema = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    exhibit: exhibitIdSchema.exactOptional(),
    changedAt: z.int(),
  })
  .readonly();

const voiceNote = {
  saidAt: z.int(),
  durationMs: z.int().nonnegative(),
};
const voiceNoteSchema = z
  .strictObject({ id: z.string(), ...voiceNote, sizeInBytes: z.int().nonnegative() })
  .readonly();

/** A note, a draft, a plan; more is a file. */
const maximumTextLength = 2_000_000;
const textSchema = z.string().max(maximumTextLength);
const keySchema = z.string().min(1).max(200);

export const keepContract = {
  keepFiles: {
    name: "keep.keepFiles",
    input: z.strictObject({
      /** The first of them; the others are asked for. */
      files: filesSchema,
      total: z.int().nonnegative(),
      withoutMedia: z.boolean().exactOptional(),
      canAsk: z.boolean(),
    }),
    output: nothingSchema,
    item: keepEventSchema,
  },
  inboxList: {
    name: "keep.inboxList",
    input: nothingSchema,
    output: z
      .strictObject({
        entries: z
          .array(
            z.discriminatedUnion("state", [
              z
                .strictObject({
                  state: z.literal("readable"),
                  id: z.string(),
                  name: z.string(),
                  mediaType: z.string(),
                  sharedAt: z.int(),
                  sizeInBytes: z.int().nonnegative(),
                })
                .readonly(),
              z.strictObject({ state: z.enum(["damaged", "foreign"]), id: z.string() }).readonly(),
            ]),
          )
          .readonly(),
        notListed: z.int().nonnegative(),
      })
      .readonly(),
  },
  inboxTakeIn: {
    name: "keep.inboxTakeIn",
    input: z.strictObject({
      ids: z.array(z.string()).readonly(),
      withoutMedia: z.boolean().exactOptional(),
      canAsk: z.boolean(),
    }),
    output: nothingSchema,
    item: keepEventSchema,
  },
  inboxRemove: { name: "keep.inboxRemove", input: z.string(), output: nothingSchema },
  keepText: {
    name: "keep.keepText",
    input: z.strictObject({
      text: textSchema,
      what: z.enum(["pasted", "written", "call", "witness", "read-from-picture"]),
      title: z.string(),
    }),
    output: keptFileSchema,
  },
  answerPictures: {
    name: "keep.answerPictures",
    input: answeredSchema,
    output: nothingSchema,
  },
  liftPictureProtection: {
    name: "keep.liftPictureProtection",
    input: nothingSchema,
    output: nothingSchema,
  },
  withdraw: { name: "keep.withdraw", input: exhibitIdSchema, output: nothingSchema },
  erase: {
    name: "keep.erase",
    input: z.strictObject({ id: exhibitIdSchema, evenWords: z.boolean() }),
    output: nothingSchema,
  },
  wordsOfLocked: {
    name: "keep.wordsOfLocked",
    input: nothingSchema,
    output: z
      .strictObject({
        chats: z.int().nonnegative(),
        others: z.int().nonnegative(),
        notYet: z
          .array(z.strictObject({ exhibit: exhibitIdSchema, name: z.string() }).readonly())
          .readonly(),
        isWriting: z.boolean(),
      })
      .readonly(),
  },
  listNotes: {
    name: "keep.listNotes",
    input: nothingSchema,
    output: z.array(privateNoteSchema).readonly(),
  },
  setNote: {
    name: "keep.setNote",
    input: z.strictObject({
      id: z.string().exactOptional(),
      text: textSchema,
      exhibit: exhibitIdSchema.exactOptional(),
    }),
    output: privateNoteSchema,
  },
  removeNote: { name: "keep.removeNote", input: z.string(), output: nothingSchema },
  addNoteToRecord: {
    name: "keep.addNoteToRecord",
    input: z.string(),
    output: z.strictObject({ exhibit: exhibitIdSchema.exactOptional() }).readonly(),
  },
  listVoices: {
    name: "keep.listVoices",
    input: nothingSchema,
    output: z.array(voiceNoteSchema).readonly(),
  },
  setVoice: {
    name: "keep.setVoice",
    input: z.strictObject({ sound: blobSchema, ...voiceNote, name: z.string().min(1).max(120) }),
    output: voiceNoteSchema,
  },
  voiceSound: { name: "keep.voiceSound", input: z.string(), output: blobSchema },
  removeVoice: { name: "keep.removeVoice", input: z.string(), output: nothingSchema },
  addVoiceToRecord: { name: "keep.addVoiceToRecord", input: z.string(), output: keptFileSchema },
  shelfKeys: {
    name: "keep.shelfKeys",
    input: nothingSchema,
    output: z.array(z.string()).readonly(),
  },
  shelfGet: { name: "keep.shelfGet", input: keySchema, output: z.string().optional() },
  shelfSet: {
    name: "keep.shelfSet",
    input: z.strictObject({ key: keySchema, value: textSchema }),
    output: nothingSchema,
  },
  shelfRemove: { name: "keep.shelfRemove", input: keySchema, output: nothingSchema },
} as const;
