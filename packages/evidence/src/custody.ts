import { z } from "zod";

import { sha256HexSchema, exhibitKindSchema, exhibitOriginSchema } from "./exhibit.ts";
import { caseIdSchema, exhibitIdSchema, instanceIdSchema } from "./ids.ts";

const itemAdd = {
  exhibit: exhibitIdSchema,
  kind: exhibitKindSchema,
  origin: exhibitOriginSchema,
  sha256: sha256HexSchema,
  sizeInBytes: z.int().nonnegative(),
  /** How many items the parser found, and the SHA-256 over their canonical JSON lines in order. */
  items: z.int().nonnegative(),
  itemsRoot: sha256HexSchema,
  notes: z.int().nonnegative(),
};
const itemVerify = { exhibit: exhibitIdSchema, sha256: sha256HexSchema, same: z.boolean() };
const derive = {
  exhibit: exhibitIdSchema,
  /** Absent where the other exhibit must be named in no bag: the words of a locked one. */
  from: exhibitIdSchema.exactOptional(),
  by: z.string(),
  sha256: sha256HexSchema,
};

const told = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ at: z.int(), action: z.literal(name), ...shape }).readonly();

/**
 * What an entry about one exhibit says, told again: without its salt, by which its line could be found, and with its
 * time cut to the minute. See [Note: told again].
 */
export const toldEntrySchema = z.discriminatedUnion("action", [
  told("item.add", itemAdd),
  told("item.verify", itemVerify),
  told("note.add", { exhibit: exhibitIdSchema, text: z.string() }),
  told("derive", derive),
]);
export type ToldEntry = z.infer<typeof toldEntrySchema>;

/** What can be recorded. Viewing is not: the log must not become a record of somebody re-reading their trauma. */
const action = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z
    .strictObject({
      /** 32 random bytes: without them a commitment to a short text could be guessed. */
      salt: sha256HexSchema,
      /** Milliseconds since 1970 UTC by the device's clock. */
      at: z.int(),
      action: z.literal(name),
      ...shape,
    })
    .readonly();

export const custodyEntrySchema = z.discriminatedUnion("action", [
  action("case.create", { case: caseIdSchema, instance: instanceIdSchema, software: z.string() }),
  action("item.add", itemAdd),
  action("item.verify", itemVerify),
  action("note.add", { exhibit: exhibitIdSchema.exactOptional(), text: z.string() }),
  action("derive", derive),
  action("export", { exhibits: z.array(exhibitIdSchema).readonly(), bag: z.string() }),
  action("export.sealed", {
    bag: z.string(),
    seal: sha256HexSchema,
    /** What a later disclosure bag must know of this one, as `bundle` defines it: it names no exhibit. */
    record: z.string().exactOptional(),
  }),
  action("disclose", {
    to: z.string(),
    exhibits: z.array(exhibitIdSchema).readonly(),
    purpose: z.string(),
  }),
  action("timestamp.request", { imprint: sha256HexSchema, authority: z.string().exactOptional() }),
  action("timestamp.ok", {
    imprint: sha256HexSchema,
    genTime: z.int(),
    authority: z.string(),
    /** The whole response in base64, and the authority's chain in PEM: later disclosure bags carry them. */
    response: z.string().exactOptional(),
    chain: z.string().exactOptional(),
  }),
  action("timestamp.fail", { imprint: sha256HexSchema, reason: z.string() }),
  action("key.change", {
    added: z.array(z.string()).readonly(),
    removed: z.array(z.string()).readonly(),
  }),
  action("backup", { entries: z.int().nonnegative() }),
  action("restore", { instance: instanceIdSchema, afterEntry: z.int().nonnegative() }),
  action("item.withdraw", { exhibit: exhibitIdSchema }),
  /** Written for one bag that goes to somebody else, and opened in no other. */
  action("item.show", { bag: z.string(), exhibit: exhibitIdSchema, said: toldEntrySchema }),
  /** Says nothing. Without its opening it is like every other: the number of lines tells nothing. */
  action("log.fill", {}),
  /** Key, bytes, opening and salt of the exhibit's own entries are gone; which exhibit is not said. */
  action("item.erase", {}),
]);
export type CustodyEntry = z.infer<typeof custodyEntrySchema>;
export type CustodyAction = CustodyEntry["action"];

/** One line of custody.jsonl. `prev` is the SHA-256 of the previous line's bytes without its LF; the first: 64 zeros. */
export const custodyLineSchema = z
  .strictObject({
    v: z.literal(1),
    seq: z.int().positive(),
    prev: sha256HexSchema,
    commit: sha256HexSchema,
  })
  .readonly();
export type CustodyLine = z.infer<typeof custodyLineSchema>;

/** A commitment's opening: the entry whose canonical JSON hashes to the line's `commit`. */
export const custodyOpeningSchema = z
  .strictObject({ seq: z.int().positive(), entry: custodyEntrySchema })
  .readonly();
export type CustodyOpening = z.infer<typeof custodyOpeningSchema>;
