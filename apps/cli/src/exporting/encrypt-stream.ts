import { type ByteSource, err, ok, type Result, type Secret } from "@holdfast/evidence";
import { Decrypter, Encrypter } from "age-encryption";

import { messageOf } from "../sources/file-source.ts";

/** How a copy leaves: encrypted to a passphrase or an age key, or readable by whoever has the file. */
export type Lock =
  | { readonly kind: "passphrase"; readonly passphrase: Secret<string> }
  | { readonly kind: "recipient"; readonly recipient: string }
  | { readonly kind: "plain" };

export interface RecipientError {
  readonly code: "age_recipient_wrong";
  readonly cause: string;
}

/** Before anything is recorded or written: is this a key that age knows? */
export const checkRecipient = (recipient: string): Result<void, RecipientError> => {
  try {
    new Encrypter().addRecipient(recipient);
    return ok(undefined);
  } catch (error) {
    return err({ code: "age_recipient_wrong", cause: messageOf(error) });
  }
};

/** Wraps the bytes of a bag in age's format (age-encryption.org/v1), chunk by chunk. */
export const lockStream = async (
  bytes: AsyncIterable<Uint8Array>,
  lock: Lock,
): Promise<Result<AsyncIterable<Uint8Array>, RecipientError>> => {
  if (lock.kind === "plain") return ok(bytes);
  const encrypter = new Encrypter();
  if (lock.kind === "passphrase") {
    encrypter.setPassphrase(lock.passphrase.reveal());
  } else {
    try {
      encrypter.addRecipient(lock.recipient);
    } catch (error) {
      return err({ code: "age_recipient_wrong", cause: messageOf(error) });
    }
  }
  return ok(await encrypter.encrypt(streamFrom(bytes)));
};

export interface UnlockError {
  readonly code: "bag_wrong_passphrase";
}

/** Opens an age file. What was changed on the way ends the stream with an error, never with other bytes. */
export const unlockSource = async (
  source: ByteSource,
  passphrase: Secret<string>,
): Promise<Result<AsyncIterable<Uint8Array>, UnlockError>> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.reveal());
  try {
    return ok(await decrypter.decrypt(streamFrom(chunksOf(source))));
  } catch {
    // age tells a wrong passphrase, a damaged header and a foreign recipient by one error; so do we.
    return err({ code: "bag_wrong_passphrase" });
  }
};

/** The first bytes of every age file. */
export const isAgeFile = async (source: ByteSource): Promise<boolean> => {
  const head = await source.read(0, 21);
  return new TextDecoder().decode(head) === "age-encryption.org/v1";
};

const chunkSizeInBytes = 1 << 20;

async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < source.sizeInBytes; at += chunkSizeInBytes) {
    yield await source.read(at, chunkSizeInBytes);
  }
}

const streamFrom = (bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
};
