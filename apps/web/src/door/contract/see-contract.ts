import {
  caseSchema,
  custodyEntrySchema,
  exhibitIdSchema,
  exhibitSchema,
  factsSchema,
  itemKindSchema,
  itemSchema,
  noteSchema,
} from "@holdfast/evidence";
import { z } from "zod";

import { blobSchema, nothingSchema } from "./common.ts";

const filter = {
  kinds: z.array(itemKindSchema).readonly().exactOptional(),
  handles: z.array(z.string()).readonly().exactOptional(),
  formats: z.array(z.string()).readonly().exactOptional(),
};
const daySchema = z.iso.date();
const searched = {
  ...filter,
  text: z.string(),
  firstDay: daySchema.exactOptional(),
  lastDay: daySchema.exactOptional(),
};
const hitCountSchema = z.strictObject({ items: z.int(), more: z.boolean() }).readonly();
const cursorSchema = z.strictObject({ orderMs: z.int(), rowId: z.int() }).readonly();

const stored = {
  rowId: z.int(),
  exhibits: z.array(exhibitIdSchema).readonly(),
  item: itemSchema,
};
const timelinePageSchema = z
  .strictObject({
    entries: z
      .array(
        z
          .strictObject({
            ...stored,
            earliestMs: z.int().exactOptional(),
            latestMs: z.int().exactOptional(),
            orderCertain: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    next: cursorSchema.exactOptional(),
  })
  .readonly();

const exhibitSummary = { exhibit: exhibitSchema, locked: z.boolean() };

const dayCountSchema = z
  .strictObject({
    day: z.string(),
    weekday: z.int().min(0).max(6),
    startMs: z.int(),
    total: z.int(),
    atNight: z.int(),
    bySender: z.record(z.string(), z.int()).readonly(),
  })
  .readonly();

export const seeContract = {
  timeline: {
    name: "see.timeline",
    input: z.strictObject({
      ...filter,
      from: z.int().exactOptional(),
      to: z.int().exactOptional(),
      limit: z.int().positive().exactOptional(),
      after: cursorSchema.exactOptional(),
    }),
    output: timelinePageSchema,
  },
  days: {
    name: "see.days",
    input: z.strictObject(filter),
    output: z
      .strictObject({
        days: z.array(dayCountSchema).readonly(),
        withoutTime: z.int(),
        week: z.array(z.int()).length(168).readonly(),
      })
      .readonly(),
  },
  count: {
    name: "see.count",
    input: nothingSchema,
    output: z.strictObject({ items: z.int(), exhibits: z.int() }).readonly(),
  },
  handles: {
    name: "see.handles",
    input: nothingSchema,
    output: z
      .array(z.strictObject({ scheme: z.string(), value: z.string(), items: z.int() }).readonly())
      .readonly(),
  },
  search: {
    name: "see.search",
    input: z.strictObject({
      ...searched,
      limit: z.int().positive().exactOptional(),
      offset: z.int().nonnegative().exactOptional(),
    }),
    output: z
      .strictObject({
        hits: z.array(z.strictObject({ ...stored, score: z.number() }).readonly()).readonly(),
        more: z.boolean(),
      })
      .readonly(),
  },
  countHits: {
    name: "see.countHits",
    input: z.strictObject(searched),
    output: hitCountSchema,
  },
  waysOn: {
    name: "see.waysOn",
    input: z.strictObject(searched),
    output: z
      .strictObject({
        everywhere: hitCountSchema.exactOptional(),
        others: z
          .array(z.strictObject({ text: z.string(), hits: hitCountSchema }).readonly())
          .readonly(),
      })
      .readonly(),
  },
  rowOnDay: {
    name: "see.rowOnDay",
    input: z.strictObject({ rowId: z.int(), day: daySchema.exactOptional() }),
    output: z.int(),
  },
  exhibits: {
    name: "see.exhibits",
    input: nothingSchema,
    output: z.array(z.strictObject(exhibitSummary).readonly()).readonly(),
  },
  exhibit: {
    name: "see.exhibit",
    input: exhibitIdSchema,
    output: z
      .strictObject({
        ...exhibitSummary,
        notes: z.array(noteSchema).readonly(),
        custody: z
          .array(z.strictObject({ seq: z.int(), entry: custodyEntrySchema }).readonly())
          .readonly(),
      })
      .readonly(),
  },
  itemsOf: {
    name: "see.itemsOf",
    input: z.strictObject({
      id: exhibitIdSchema,
      afterRowId: z.int().exactOptional(),
      limit: z.int().positive().max(1_000).exactOptional(),
    }),
    output: z.array(z.strictObject(stored).readonly()).readonly(),
  },
  bytes: {
    name: "see.bytes",
    input: z.strictObject({
      exhibit: exhibitIdSchema,
      member: z.array(z.string()).max(16).readonly().exactOptional(),
      maximumSizeInBytes: z.int().positive().exactOptional(),
    }),
    output: z
      .strictObject({
        blob: blobSchema,
        shownAs: z.enum(["picture", "recording", "film", "text", "pdf", "download"]),
      })
      .readonly(),
  },
  words: {
    name: "see.words",
    input: z.strictObject({
      exhibit: exhibitIdSchema,
      member: z.array(z.string()).max(16).readonly().exactOptional(),
      offset: z.int().nonnegative(),
      length: z.int().nonnegative(),
    }),
    output: z
      .strictObject({
        before: z.string(),
        words: z.string(),
        after: z.string(),
        isAtBeginning: z.boolean(),
        isAtEnd: z.boolean(),
        isCut: z.boolean(),
      })
      .readonly(),
  },
  readCase: { name: "see.readCase", input: nothingSchema, output: caseSchema },
  setFacts: { name: "see.setFacts", input: factsSchema, output: nothingSchema },
  checkOriginals: {
    name: "see.checkOriginals",
    input: nothingSchema,
    output: z
      .array(z.strictObject({ exhibit: exhibitIdSchema, same: z.boolean() }).readonly())
      .readonly(),
  },
} as const;
