import { caseIdSchema, handleSchema, sha256HexSchema, threatSchema } from "@holdfast/evidence";
import { z } from "zod";

import { bagNamePattern, exhibitKeyPattern } from "./bag-paths.ts";
import { purposeSchema } from "./purpose.ts";

export const bagNameSchema = z.string().regex(bagNamePattern);

/** data/case.json: the case as its bag tells it. Parties are handles; names that the person gave them stay private. */
export const caseJsonSchema = z
  .strictObject({
    v: z.literal(1),
    case: caseIdSchema,
    bag: bagNameSchema,
    kind: z.enum(["full", "disclosure"]),
    purpose: purposeSchema,
    /** Milliseconds since 1970 UTC by the device's clock, as text: "2026-11-22T18:00:00Z". */
    madeAt: z.string(),
    createdAt: z.string().exactOptional(),
    /** IANA name, as the person said. */
    zone: z.string().exactOptional(),
    threat: threatSchema.exactOptional(),
    parties: z
      .array(
        z
          .strictObject({
            role: z.enum(["self", "threatening", "other"]),
            handles: z.array(handleSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Which folder holds which exhibit, in the order of the report. */
    exhibits: z
      .array(
        z.strictObject({ label: z.string(), id: z.string().regex(exhibitKeyPattern) }).readonly(),
      )
      .readonly(),
    /** How many lines custody.jsonl has. */
    custodyEntries: z.int().positive(),
    versions: z
      .strictObject({ software: z.string(), format: z.literal(1), timeZoneData: z.string() })
      .readonly(),
    /** 32 random bytes: the hash of this file tells nothing to those who do not have it. */
    salt: sha256HexSchema,
  })
  .readonly();
export type CaseJson = z.infer<typeof caseJsonSchema>;
