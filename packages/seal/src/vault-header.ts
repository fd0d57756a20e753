import { z } from "zod";
import {
  bytesToHex,
  canonicalBytes,
  canonicalJson,
  err,
  type HasherDep,
  ok,
  type Result,
} from "@holdfast/evidence";

import { inboxKeySchema } from "./inbox-key.ts";
import { keyWrapSchema } from "./key-wrap.ts";
import { textToBytes } from "./text-bytes.ts";

/**
 * The header that this code writes; a higher number was written by a newer Holdfast. Version 1 had no inbox and is still
 * read: the opening that follows writes it anew.
 */
export const headerVersion = 2;

/** A header is a few kilobytes; more is not one. */
export const maximumHeaderSizeInBytes = 65_536;
const maximumWraps = 32;

export const vaultHeaderSchema = z
  .strictObject({
    format: z.literal("holdfast-vault"),
    version: z.union([z.literal(1), z.literal(headerVersion)]),
    vault: z.string().regex(/^[0-9a-f]{32}$/),
    wraps: z.array(keyWrapSchema).min(1).max(maximumWraps).readonly(),
    inbox: inboxKeySchema.exactOptional(),
  })
  .readonly();
export type VaultHeader = z.infer<typeof vaultHeaderSchema>;

/** Read first and loosely: only a header of a version that we know must have the shape that we know. */
const envelopeSchema = z.object({
  header: z.looseObject({ format: z.literal("holdfast-vault"), version: z.int().positive() }),
  sha256: z.string(),
});

export type HeaderError =
  | { readonly code: "not_a_vault" }
  | { readonly code: "header_damaged" }
  | { readonly code: "vault_from_newer_version"; readonly version: number };

/**
 * The bytes of a header file: canonical JSON, one line, with a checksum.
 *
 * The checksum protects nothing against a person; it tells a damaged file from a wrong passphrase.
 */
export const headerToBytes = (deps: HasherDep, header: VaultHeader): Uint8Array<ArrayBuffer> =>
  textToBytes(`${canonicalJson({ header, sha256: checksumOf(deps, canonicalBytes(header)) })}\n`);

/**
 * Reads a header file. What it asks for (memory, passes, wraps) is checked here, before any work is done with it.
 *
 * Errors: `not_a_vault` when nothing in the bytes says that Holdfast wrote them; `header_damaged` when something does.
 */
export const bytesToHeader = (
  deps: HasherDep,
  bytes: Uint8Array,
): Result<VaultHeader, HeaderError> => {
  if (bytes.length > maximumHeaderSizeInBytes) return err({ code: "not_a_vault" });
  const text = new TextDecoder().decode(bytes);
  const unreadable = err({
    code:
      text.includes("holdfast") || text.startsWith('{"header":') ? "header_damaged" : "not_a_vault",
  } as const);
  const parsed = parseJson(text);
  const envelope = envelopeSchema.safeParse(parsed);
  if (!envelope.success) return unreadable;
  const { header, sha256 } = envelope.data;
  const canonical = canonicalTextOfHeader(text);
  if (canonical === undefined) return err({ code: "header_damaged" });
  if (checksumOf(deps, textToBytes(canonical)) !== sha256) {
    return err({ code: "header_damaged" });
  }
  if (header.version > headerVersion) {
    return err({ code: "vault_from_newer_version", version: header.version });
  }
  const known = vaultHeaderSchema.safeParse(header);
  return known.success ? ok(known.data) : err({ code: "header_damaged" });
};

/** The checksum is over the bytes as they stand, so that a newer version's members need not be understood. */
const canonicalTextOfHeader = (text: string): string | undefined => {
  const match = /^\{"header":(\{.*\}),"sha256":"[0-9a-f]{64}"\}\n$/s.exec(text);
  return match?.[1];
};

const checksumOf = (deps: HasherDep, bytes: Uint8Array): string => {
  const hash = deps.hasher.sha256();
  hash.update(bytes);
  return bytesToHex(hash.digest());
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller says what that means for a header.
    return undefined;
  }
};
