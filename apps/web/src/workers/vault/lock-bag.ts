import { err, ok, type Result } from "@holdfast/evidence";
import { Encrypter } from "age-encryption";
import type { z } from "zod";

import type { giveContract } from "../../door/contract/give-contract.ts";
import type { DoorError } from "../../door/door-error.ts";

export type BagLockIn = z.output<typeof giveContract.build.input>["lock"];

/** Ready to encrypt, before anything is recorded. `undefined`: the copy leaves readable, as the person said. */
export const createLock = (lock: BagLockIn): Result<Encrypter | undefined, DoorError> => {
  if (lock.kind === "plain") return ok(undefined);
  const encrypter = new Encrypter();
  if (lock.kind === "passphrase") {
    const passphrase = lock.passphrase.reveal();
    if (passphrase === "") return err({ code: "passphrase_empty" });
    encrypter.setPassphrase(passphrase);
    return ok(encrypter);
  }
  try {
    encrypter.addRecipient(lock.recipient);
  } catch {
    // age's way of saying that the key has a typing error.
    return err({ code: "recipient_wrong" });
  }
  return ok(encrypter);
};

/** Wraps the bytes of a bag in age's format (age-encryption.org/v1), chunk by chunk. */
export const lockStream = async (
  bytes: AsyncIterable<Uint8Array>,
  encrypter: Encrypter | undefined,
): Promise<AsyncIterable<Uint8Array>> =>
  encrypter === undefined ? bytes : chunksOf(await encrypter.encrypt(streamFrom(bytes)));

/** Not every browser lets a stream be iterated. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const next = await reader.read();
    if (next.done) return;
    yield next.value;
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
