import { exhibitIdSchema, picturesPolicySchema } from "@holdfast/evidence";
import { z } from "zod";

import type { OpenPlace, PlaceSummary } from "../places.ts";
import {
  blobSchema,
  bytesSchema,
  nothingSchema,
  placeIdSchema,
  secretBytesSchema,
  secretTextSchema,
} from "./common.ts";

export const secretKindSchema = z.enum([
  "passphrase",
  "recovery-words",
  "device-key",
  "passkey-prf",
  "shares",
]);

/** As many cards as one set can have. */
export const mostShares = 15;

const passphrase = z
  .strictObject({ kind: z.literal("passphrase"), passphrase: secretTextSchema })
  .readonly();
const recoveryWords = z
  .strictObject({ kind: z.literal("recovery-words"), words: secretTextSchema })
  .readonly();
const deviceKey = z.strictObject({ kind: z.literal("device-key") }).readonly();
const shares = z
  .strictObject({
    kind: z.literal("shares"),
    shares: z.array(secretTextSchema).min(1).max(mostShares).readonly(),
  })
  .readonly();
const prf = { kind: z.literal("passkey-prf"), key: secretBytesSchema };
const passkeySchema = z.strictObject({ credentialId: bytesSchema, salt: bytesSchema }).readonly();

export const openSecretSchema = z.discriminatedUnion("kind", [
  passphrase,
  recoveryWords,
  deviceKey,
  shares,
  z.strictObject(prf).readonly(),
]);
/** What opens a place anywhere, not only in this browser. */
export const portableSecretSchema = z.discriminatedUnion("kind", [
  passphrase,
  recoveryWords,
  shares,
  z.strictObject(prf).readonly(),
]);
export const newSecretSchema = z.discriminatedUnion("kind", [
  passphrase,
  recoveryWords,
  deviceKey,
  shares,
  z.strictObject({ ...prf, passkey: passkeySchema }).readonly(),
]);

const keepsSchema = z.enum(["on-device", "nothing"]);

const placeSummarySchema: z.ZodType<PlaceSummary> = z
  .strictObject({
    id: placeIdSchema,
    name: z.string(),
    createdAt: z.int(),
    lastBackupAt: z.int().exactOptional(),
    failedTries: z.int().nonnegative(),
    nextTryAt: z.int(),
    opensWith: z.array(secretKindSchema).readonly(),
    passkeys: z.array(passkeySchema).readonly(),
    state: z.enum(["ready", "unfinished", "damaged", "newer"]),
    isOpen: z.boolean(),
  })
  .readonly();

export const openPlaceSchema = z
  .strictObject({
    id: placeIdSchema,
    name: z.string(),
    keeps: keepsSchema,
    pictures: picturesPolicySchema,
    unfinishedAdds: z.int().nonnegative(),
    lockedExhibits: z.array(exhibitIdSchema).readonly(),
  })
  .readonly() satisfies z.ZodType<OpenPlace>;

/** What the worker tells unasked. */
export const newsSchema = z.discriminatedUnion("kind", [
  /** Something in the case changed, or the place's name or rules. */
  z.strictObject({ kind: z.literal("changed"), place: openPlaceSchema }).readonly(),
  /** Another window wants the place: the page writes what it has to, and locks. */
  z.strictObject({ kind: z.literal("asked-to-close") }).readonly(),
  /** Another window opened a place, or closed one. */
  z.strictObject({ kind: z.literal("places-changed") }).readonly(),
  z.strictObject({ kind: z.literal("locked"), why: z.enum(["taken-over", "asked"]) }).readonly(),
]);
export type News = z.input<typeof newsSchema>;

export const placesContract = {
  list: {
    name: "places.list",
    input: nothingSchema,
    output: z.array(placeSummarySchema).readonly(),
  },
  create: {
    name: "places.create",
    input: z.strictObject({
      name: z.string(),
      keeps: keepsSchema,
      pictures: picturesPolicySchema,
      secrets: z.array(newSecretSchema).max(8).readonly(),
    }),
    output: openPlaceSchema,
  },
  open: {
    name: "places.open",
    input: z.strictObject({ id: placeIdSchema, secret: openSecretSchema }),
    output: openPlaceSchema,
  },
  readCards: {
    name: "places.readCards",
    input: z.array(secretTextSchema).max(mostShares).readonly(),
    output: z.strictObject({ given: z.int().positive(), needed: z.int().positive() }).readonly(),
  },
  takeOver: { name: "places.takeOver", input: placeIdSchema, output: nothingSchema },
  lock: { name: "places.lock", input: nothingSchema, output: nothingSchema },
  rename: {
    name: "places.rename",
    input: z.strictObject({ id: placeIdSchema, name: z.string() }),
    output: nothingSchema,
  },
  wipe: { name: "places.wipe", input: placeIdSchema, output: nothingSchema },
  restore: {
    name: "places.restore",
    input: z.strictObject({
      backup: blobSchema,
      name: z.string(),
      keeps: keepsSchema,
      secret: portableSecretSchema,
      newSecrets: z.array(newSecretSchema).min(1).max(8).readonly().exactOptional(),
    }),
    output: openPlaceSchema,
  },
} as const;
