import { findingCodeSchema } from "@holdfast/evidence";
import type { VerifyReport } from "@holdfast/verify";
import { z } from "zod";

import { blobSchema, secretTextSchema } from "./common.ts";

const timestampSchema = z
  .strictObject({
    path: z.string(),
    stamped: z.string(),
    accepted: z.boolean(),
    genTime: z.number(),
    serialHex: z.string(),
    policy: z.string(),
    imprintHex: z.string(),
    authority: z.string(),
    root: z.enum(["known", "unknown"]),
    rootName: z.string(),
    signatureAlgorithm: z.string(),
    certificateEnds: z.number(),
    renewBy: z.number(),
  })
  .readonly();

const findingSchema = z
  .strictObject({
    code: findingCodeSchema,
    severity: z.enum(["fault", "caution", "note"]),
    place: z
      .strictObject({
        path: z.string().exactOptional(),
        line: z.int().exactOptional(),
        seq: z.int().exactOptional(),
      })
      .readonly(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  })
  .readonly();

const reportSchema: z.ZodType<VerifyReport> = z
  .strictObject({
    verdict: z.enum([
      "not-a-bag",
      "broken",
      "not-anchored",
      "anchored-by-seal",
      "anchored-by-timestamp-root-known",
      "anchored-by-timestamp-root-unknown",
    ]),
    findings: z.array(findingSchema).readonly(),
    facts: z
      .strictObject({
        bagName: z.string(),
        kind: z.enum(["full", "disclosure"]).or(z.undefined()),
        seal: z.string().or(z.undefined()),
        parentSeal: z.string().or(z.undefined()),
        files: z.int(),
        sizeInBytes: z.number(),
        exhibits: z.int(),
        custody: z.strictObject({ entries: z.int(), opened: z.int() }).readonly().or(z.undefined()),
        timestamps: z.array(timestampSchema).readonly(),
        parentTimestamps: z.array(timestampSchema).readonly(),
        faults: z.int(),
      })
      .readonly(),
  })
  .readonly();

export const checkContract = {
  verify: {
    name: "check.verify",
    input: z.strictObject({
      bag: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("file"), file: blobSchema }).readonly(),
        z
          .strictObject({
            kind: z.literal("folder"),
            files: z.array(z.strictObject({ path: z.string(), file: blobSchema })).readonly(),
          })
          .readonly(),
      ]),
      secret: z
        .discriminatedUnion("kind", [
          z
            .strictObject({ kind: z.literal("passphrase"), passphrase: secretTextSchema })
            .readonly(),
          z.strictObject({ kind: z.literal("key"), identities: secretTextSchema }).readonly(),
        ])
        .exactOptional(),
      seal: z.string().exactOptional(),
      timestampRoots: z.array(z.string()).readonly().exactOptional(),
    }),
    output: reportSchema,
  },
} as const;
