import { bytesToHex, hexToBytes } from "@holdfast/evidence";
import type { FileStore } from "@holdfast/vault";
import { z } from "zod";

import type { Passkey } from "../../door/places.ts";

/**
 * What is told of a place while it is locked, in a file beside its vault. Nothing of the case: whoever can open the
 * browser's storage reads it.
 */
const cardSchema = z
  .strictObject({
    v: z.literal(1),
    name: z.string(),
    createdAt: z.int(),
    lastBackupAt: z.int().exactOptional(),
    /** By the id of the wrap that each opens. */
    passkeys: z
      .array(z.strictObject({ wrap: z.string(), credentialId: z.string(), salt: z.string() }))
      .readonly(),
  })
  .readonly();
export type PlaceCard = z.infer<typeof cardSchema>;

const path = "card";
const maximumSizeInBytes = 65_536;

export const newCard = (name: string, createdAt: number): PlaceCard => ({
  v: 1,
  name,
  createdAt,
  passkeys: [],
});

/** A place whose card is gone or damaged is still a place: it has no name then, and nothing is hidden. */
export const readCard = async (files: FileStore): Promise<PlaceCard> => {
  const read = await files.read(path, 0, maximumSizeInBytes);
  if (!read.ok) return newCard("", 0);
  const card = cardSchema.safeParse(parseJson(new TextDecoder().decode(read.value)));
  return card.success ? card.data : newCard("", 0);
};

export const writeCard = (files: FileStore, card: PlaceCard): ReturnType<FileStore["replace"]> =>
  files.replace(path, new TextEncoder().encode(JSON.stringify(card)));

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller treats it as no card.
    return undefined;
  }
};

export const withPasskey = (card: PlaceCard, wrap: string, passkey: Passkey): PlaceCard => ({
  ...card,
  passkeys: [
    ...card.passkeys,
    { wrap, credentialId: bytesToHex(passkey.credentialId), salt: bytesToHex(passkey.salt) },
  ],
});

export const withoutPasskey = (card: PlaceCard, wrap: string): PlaceCard => ({
  ...card,
  passkeys: card.passkeys.filter((passkey) => passkey.wrap !== wrap),
});

export const passkeysOf = (card: PlaceCard): readonly Passkey[] =>
  card.passkeys.flatMap(({ credentialId, salt }) => {
    const id = hexToBytes(credentialId);
    const bytes = hexToBytes(salt);
    return id === undefined || bytes === undefined ? [] : [{ credentialId: id, salt: bytes }];
  });
