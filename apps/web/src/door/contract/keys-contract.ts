import { z } from "zod";

import { nothingSchema, secretTextSchema } from "./common.ts";
import {
  mostShares,
  newSecretSchema,
  openPlaceSchema,
  openSecretSchema,
  secretKindSchema,
} from "./places-contract.ts";

const wayInSchema = z.strictObject({ id: z.string(), kind: secretKindSchema }).readonly();

export const keysContract = {
  list: { name: "keys.list", input: nothingSchema, output: z.array(wayInSchema).readonly() },
  add: { name: "keys.add", input: newSecretSchema, output: wayInSchema },
  remove: { name: "keys.remove", input: z.string(), output: nothingSchema },
  replacePassphrase: {
    name: "keys.replacePassphrase",
    input: z.strictObject({ old: secretTextSchema, next: secretTextSchema }),
    output: nothingSchema,
  },
  renew: {
    name: "keys.renew",
    input: z.strictObject({
      secret: openSecretSchema,
      newSecrets: z.array(newSecretSchema).min(1).max(8).readonly(),
    }),
    output: openPlaceSchema,
  },
  createRecoveryWords: {
    name: "keys.createRecoveryWords",
    input: nothingSchema,
    output: secretTextSchema,
  },
  createCards: {
    name: "keys.createCards",
    input: z
      .strictObject({ count: z.int().max(mostShares), threshold: z.int().min(2) })
      .refine(({ count, threshold }) => threshold <= count),
    output: z
      .array(z.strictObject({ words: secretTextSchema, page: z.string() }).readonly())
      .readonly(),
  },
  check: { name: "keys.check", input: openSecretSchema, output: z.boolean() },
} as const;
