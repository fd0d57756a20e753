import { z } from "zod";

import { eventTimeSchema } from "./event-time.ts";
import { exhibitIdSchema } from "./ids.ts";
import { isSha256Hex, isSha512Hex, toSha256Hex, toSha512Hex } from "./hex.ts";

export const sha256HexSchema = z.string().refine(isSha256Hex).transform(toSha256Hex);
export const sha512HexSchema = z.string().refine(isSha512Hex).transform(toSha512Hex);

export const exhibitKindSchema = z.enum([
  "screenshot",
  "chat-export",
  "email",
  "webpage",
  "call",
  "payment",
  "note",
  "witness-note",
  "file",
]);
export type ExhibitKind = z.infer<typeof exhibitKindSchema>;

/** How the bytes came to be here: the honest label that survives a cross-examination. */
export const exhibitOriginSchema = z.enum([
  "captured-here",
  "imported",
  "received-export",
  "from-other-person",
  "recollection",
  /** Protected cases: the words of a file whose other parts were not kept. */
  "words-only",
  "read-from-picture-not-kept",
]);
export type ExhibitOrigin = z.infer<typeof exhibitOriginSchema>;

/**
 * One acquisition of one source: the same file twice is one source and two exhibits.
 *
 * Units: `addedAt` milliseconds since 1970 UTC by the device's clock, which nobody has verified.
 */
export const exhibitSchema = z
  .strictObject({
    id: exhibitIdSchema,
    kind: exhibitKindSchema,
    origin: exhibitOriginSchema,
    /** The file's name, or its path below the folder that was added, as it was given. */
    originalName: z.string(),
    mediaType: z.string(),
    formatId: z.string(),
    sizeInBytes: z.int().nonnegative(),
    sha256: sha256HexSchema,
    addedAt: z.int(),
    eventTime: eventTimeSchema,
    /** What this one was made from, when it is not itself what came in. */
    derivedFrom: z
      .strictObject({
        by: z.enum(["words-only", "excerpt", "redaction"]),
        exhibit: exhibitIdSchema.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    withdrawn: z.boolean(),
  })
  .readonly();
export type Exhibit = z.infer<typeof exhibitSchema>;
