import { sha256HexSchema } from "@holdfast/evidence";
import { z } from "zod";

import { bagNamePattern } from "./bag-paths.ts";

/**
 * What must be remembered of a full bag so that a later disclosure bag can show that its exhibits belong to it.
 * It stays in the vault, in the opening of the bag's own `export.sealed` entry. It names no exhibit: hashes are salted
 * and paths random, so what is erased later leaves no trace here.
 */
export const bagRecordSchema = z
  .strictObject({
    /** 1: of a bag whose item.json tell where the exhibits stand in the log. Such a bag is no parent any more. */
    v: z.literal(2),
    bag: z.string().regex(bagNamePattern),
    /** What the bytes of every item.json depend on, beside the exhibit itself. */
    itemBasis: z
      .strictObject({
        zone: z.string().exactOptional(),
        version: z.string(),
        userAgent: z.string(),
        /** Notes added up to this custody entry stand in item.json. */
        notesUpToSeq: z.int().nonnegative(),
        /** Random: folders and salts of one full bag have nothing in common with those of another. */
        nonce: sha256HexSchema,
      })
      .readonly(),
    /** items-sha256.txt and tagmanifest-sha256.txt, to the byte. */
    itemsList: z.string(),
    tagManifest: z.string(),
  })
  .readonly();
export type BagRecord = z.infer<typeof bagRecordSchema>;
export type ItemBasis = BagRecord["itemBasis"];
