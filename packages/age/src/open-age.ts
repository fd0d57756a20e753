import { type ByteSource, err, ok, type Result } from "@holdfast/evidence";
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Decrypter } from "age-encryption";

import type { AgeHeader } from "./age-header.ts";
import { createPassphraseIdentity, maximumWorkFactor } from "./passphrase-identity.ts";

export type Unlock =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "key"; readonly identities: string };

export interface OpenAgeError {
  readonly code: "wrong_key" | "damaged" | "too_costly";
}

const chunkSizeInBytes = 64 * 1024;
const tagSizeInBytes = 16;
const sealedChunkSizeInBytes = chunkSizeInBytes + tagSizeInBytes;
const nonceSizeInBytes = 16;

/**
 * An encrypted file as a source of its plain bytes. A piece is decrypted when it is read, wherever it lies, and nothing
 * plain is stored: the zip in it can be checked without unpacking it anywhere.
 *
 * Errors: `wrong_key`, `damaged` (also when the end is missing), `too_costly`. Later reads reject when a piece was
 * changed.
 * Source: age-encryption.org/v1 (C2SP), "Payload": ChaCha20-Poly1305 in pieces of 64 KiB, with a counter and a last flag.
 */
export const openAge = async (
  source: ByteSource,
  header: AgeHeader,
  unlock: Unlock,
): Promise<Result<ByteSource, OpenAgeError>> => {
  if ((header.workFactor ?? 0) > maximumWorkFactor) return err({ code: "too_costly" });
  const fileKey = await readFileKey(header, unlock);
  if (!fileKey.ok) return fileKey;
  const nonce = await source.read(header.bytes.length, nonceSizeInBytes);
  const key = hkdf(sha256, fileKey.value, nonce, new TextEncoder().encode("payload"), 32);
  const start = header.bytes.length + nonceSizeInBytes;
  const size = source.sizeInBytes - start;
  const chunks = Math.max(1, Math.ceil(size / sealedChunkSizeInBytes));
  const plainSize = size - chunks * tagSizeInBytes;
  const lastIsEmpty = plainSize <= (chunks - 1) * chunkSizeInBytes;
  if (plainSize < 0 || (chunks > 1 && lastIsEmpty)) return err({ code: "damaged" });
  const openChunk = createChunkOpener(source, key, start, chunks);
  // The last piece carries the flag that it is the last: a file that was cut off does not open.
  const last = await openChunk(chunks - 1).catch(() => undefined);
  if (last === undefined) return err({ code: "damaged" });
  return ok({ sizeInBytes: plainSize, read: createReader(openChunk, plainSize) });
};

const readFileKey = async (
  header: AgeHeader,
  unlock: Unlock,
): Promise<Result<Uint8Array, OpenAgeError>> => {
  const decrypter = new Decrypter();
  try {
    if (unlock.kind === "passphrase") {
      decrypter.addIdentity(createPassphraseIdentity(unlock.passphrase));
    } else {
      const lines = unlock.identities
        .split(/\s+/)
        .filter((word) => word.startsWith("AGE-SECRET-KEY-"));
      if (lines.length === 0) return err({ code: "wrong_key" });
      for (const line of lines) decrypter.addIdentity(line);
    }
  } catch {
    // A key with a typing error: bech32 has a checksum.
    return err({ code: "wrong_key" });
  }
  try {
    return ok(await decrypter.decryptHeader(header.bytes));
  } catch (error) {
    const noMatch = error instanceof Error && error.message.startsWith("no identity matched");
    return err({ code: noMatch ? "wrong_key" : "damaged" });
  }
};

type OpenChunk = (index: number) => Promise<Uint8Array>;

const createChunkOpener = (
  source: ByteSource,
  key: Uint8Array,
  start: number,
  chunks: number,
): OpenChunk => {
  let kept: { readonly index: number; readonly bytes: Uint8Array } | undefined;
  return async (index) => {
    if (kept?.index === index) return kept.bytes;
    const sealed = await source.read(
      start + index * sealedChunkSizeInBytes,
      sealedChunkSizeInBytes,
    );
    const bytes = chacha20poly1305(key, chunkNonce(index, index === chunks - 1)).decrypt(sealed);
    kept = { index, bytes };
    return bytes;
  };
};

/** 11 bytes of counter, big endian, and the last flag. */
const chunkNonce = (index: number, isLast: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  let rest = index;
  for (let i = 10; rest > 0; i -= 1) {
    nonce[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

const createReader =
  (openChunk: OpenChunk, plainSize: number): ByteSource["read"] =>
  async (offset, length) => {
    const end = Math.min(offset + length, plainSize);
    const out = new Uint8Array(Math.max(0, end - offset));
    for (let at = offset; at < end;) {
      const index = Math.floor(at / chunkSizeInBytes);
      const chunk = await openChunk(index);
      const piece = chunk.subarray(at - index * chunkSizeInBytes, end - index * chunkSizeInBytes);
      out.set(piece, at - offset);
      at += piece.length;
    }
    return out;
  };
