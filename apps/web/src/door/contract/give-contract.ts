import { bagNameSchema, purposeSchema } from "@holdfast/bundle";
import { exhibitIdSchema, exhibitSchema, sha256HexSchema } from "@holdfast/evidence";
import { z } from "zod";

import { blobSchema, fileSchema, nothingSchema, secretTextSchema } from "./common.ts";
import { portableSecretSchema } from "./places-contract.ts";

const leftOutSchema = z
  .array(
    z
      .strictObject({ exhibit: exhibitIdSchema, code: z.enum(["withdrawn", "picture_locked"]) })
      .readonly(),
  )
  .readonly();

const bagPlanSchema = z
  .strictObject({
    kind: z.enum(["full", "disclosure"]),
    purpose: purposeSchema,
    bag: bagNameSchema,
    exhibits: z.array(exhibitIdSchema).readonly(),
    leftOut: leftOutSchema,
    parent: z.string().exactOptional(),
  })
  .readonly();

const bagLockSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("passphrase"), passphrase: secretTextSchema }).readonly(),
  z.strictObject({ kind: z.literal("recipient"), recipient: z.string() }).readonly(),
  z.strictObject({ kind: z.literal("plain") }).readonly(),
]);

const logHeadSchema = z.strictObject({ seq: z.int(), sha256: sha256HexSchema }).readonly();

export const giveContract = {
  plan: {
    name: "give.plan",
    input: z.strictObject({
      purpose: purposeSchema,
      exhibits: z.literal("all").or(z.array(exhibitIdSchema).readonly()),
    }),
    output: z
      .strictObject({
        plan: bagPlanSchema,
        exhibits: z.array(exhibitSchema).readonly(),
        items: z.int(),
        originalsSizeInBytes: z.int(),
      })
      .readonly(),
  },
  build: {
    name: "give.build",
    input: z.strictObject({ plan: bagPlanSchema, lock: bagLockSchema }),
    output: z
      .strictObject({
        file: fileSchema,
        bag: z.string(),
        seal: sha256HexSchema,
        encrypted: z.boolean(),
        exhibits: z.array(exhibitIdSchema).readonly(),
        leftOut: leftOutSchema,
      })
      .readonly(),
  },
  backup: {
    name: "give.backup",
    input: z.strictObject({ withPrivateShelf: z.boolean() }),
    output: z
      .strictObject({ file: fileSchema, damaged: z.array(exhibitIdSchema).readonly() })
      .readonly(),
  },
  testBackup: {
    name: "give.testBackup",
    input: z.strictObject({ backup: blobSchema, secret: portableSecretSchema }),
    output: z
      .strictObject({ exhibits: z.int(), items: z.int(), logHead: logHeadSchema })
      .readonly(),
  },
  checkRecipient: {
    name: "give.checkRecipient",
    input: z.string(),
    output: z.boolean(),
  },
  logHead: { name: "give.logHead", input: nothingSchema, output: logHeadSchema },
  timestampRequest: {
    name: "give.timestampRequest",
    input: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("log") }).readonly(),
      z.strictObject({ kind: z.literal("bag"), bag: z.string() }).readonly(),
    ]),
    output: z.strictObject({ file: fileSchema, imprint: sha256HexSchema }).readonly(),
  },
  timestampResponse: {
    name: "give.timestampResponse",
    input: z.strictObject({ response: blobSchema, rootPem: z.string().exactOptional() }),
    output: z
      .strictObject({
        imprint: sha256HexSchema,
        genTime: z.int(),
        authority: z.string(),
        root: z.enum(["known", "unknown"]),
      })
      .readonly(),
  },
} as const;
