import {
  exhibitKindSchema,
  exhibitOriginSchema,
  sha256HexSchema,
  sha512HexSchema,
  timeBasisSchema,
  timePrecisionSchema,
} from "@holdfast/evidence";
import { z } from "zod";

import { exhibitKeyPattern } from "./bag-paths.ts";

export const exhibitKeySchema = z.string().regex(exhibitKeyPattern);

const instantText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/);

/**
 * ISO 8601. `instant`: with `Z` or the offset that the source wrote. `wall`: what a clock showed, without either.
 * `range`: two instants, "a/b". Digits finer than `precision` are zero and mean nothing.
 */
export const itemEventTimeSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("instant"),
      value: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/),
      precision: timePrecisionSchema,
      basis: timeBasisSchema,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("wall"),
      value: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      precision: timePrecisionSchema,
      basis: timeBasisSchema,
      zone: z.string().exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("range"),
      value: z.string().regex(/^[^/]+Z\/[^/]+Z$/),
      basis: timeBasisSchema,
    })
    .readonly(),
  z.strictObject({ kind: z.literal("unknown") }).readonly(),
]);
export type ItemEventTime = z.infer<typeof itemEventTimeSchema>;

const common = {
  v: z.literal(1),
  /** The same as the folder's name. "ev-0001" is a label outside of item.json: a number would tell what is missing. */
  id: exhibitKeySchema,
  kind: exhibitKindSchema,
  origin: exhibitOriginSchema,
  /** 32 random bytes: without them this file's hash could be guessed from a guess at its content. */
  salt: sha256HexSchema,
  /** By the device's clock, which nobody has verified; `zone` is the case's, an IANA name. */
  addedAt: z
    .strictObject({
      deviceUtc: instantText,
      zone: z.string().exactOptional(),
      clock: z.literal("unverified"),
    })
    .readonly(),
  eventTime: itemEventTimeSchema,
  /** Where it comes from, as far as the original itself says. */
  source: z
    .strictObject({
      platform: z.string().exactOptional(),
      url: z.string().exactOptional(),
      handle: z.string().exactOptional(),
      accountId: z.string().exactOptional(),
      thread: z.string().exactOptional(),
    })
    .readonly(),
  /** What the exhibit shows of the threat, where the person said so; `amount` is a decimal string. */
  shown: z
    .strictObject({
      demand: z.string().exactOptional(),
      amount: z.string().exactOptional(),
      deadline: z.string().exactOptional(),
      paymentAddress: z.string().exactOptional(),
    })
    .readonly(),
  redactions: z
    .array(z.strictObject({ what: z.string(), file: z.string().exactOptional() }).readonly())
    .readonly(),
  /** Absent: nobody has said. */
  sensitive: z.boolean().exactOptional(),
  notes: z.array(z.strictObject({ at: instantText, text: z.string() }).readonly()).readonly(),
  capturedWith: z.strictObject({ version: z.string(), userAgent: z.string() }).readonly(),
  /** The line of custody.jsonl that recorded it. Not written any more: it told how many entries came before. */
  custodySeq: z.int().positive().exactOptional(),
};

/** An exhibit whose bytes are in the bag. */
export const keptItemJsonSchema = z
  .strictObject({
    ...common,
    /** The name beside item.json. */
    file: z.string().regex(/^original\.[a-z0-9]{1,8}$/),
    originalName: z.string(),
    mediaType: z.string(),
    sizeInBytes: z.int().nonnegative(),
    sha256: sha256HexSchema,
    sha512: sha512HexSchema,
    /** `from`: the id of the exhibit that it was made from, when that is known. */
    derivedFrom: z
      .strictObject({
        by: z.enum(["words-only", "excerpt", "redaction"]),
        from: exhibitKeySchema.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    /** What the parser found: how many items, and the SHA-256 over their canonical JSON lines in order. */
    items: z
      .strictObject({ count: z.int().nonnegative(), root: sha256HexSchema })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type KeptItemJson = z.infer<typeof keptItemJsonSchema>;

/**
 * An exhibit sealed by its hash alone: nobody needs to put an intimate picture here.
 *
 * `commitment` is the SHA-256 of 32 random bytes followed by the file's SHA-256 (32 bytes). The random bytes stay with
 * the person: only they can later show that a file is the one meant.
 */
export const hashedItemJsonSchema = z
  .strictObject({
    ...common,
    sealedByHash: z
      .strictObject({
        commitment: sha256HexSchema,
        sizeClass: z.enum(["under-1-mb", "1-to-10-mb", "10-to-100-mb", "over-100-mb"]),
        description: z.string().max(200),
      })
      .readonly(),
  })
  .readonly();
export type HashedItemJson = z.infer<typeof hashedItemJsonSchema>;

export const itemJsonSchema = z.union([keptItemJsonSchema, hashedItemJsonSchema]);
export type ItemJson = z.infer<typeof itemJsonSchema>;
