import { openAge, readAgeHead } from "@holdfast/age";
import { type ByteSource, err, ok, type Result } from "@holdfast/evidence";
import { createWebHasher } from "@holdfast/vault/web-crypto";
import {
  type BagInput,
  createHashFile,
  createSignaturePort,
  verifyBag,
  type VerifyReport,
} from "@holdfast/verify";
import type { z } from "zod";

import type { checkContract } from "../door/contract/check-contract.ts";
import type { DoorError } from "../door/door-error.ts";
import type { CallContext } from "../wire/serve-calls.ts";
import { blobSource } from "./blob-source.ts";

type CheckIn = z.output<typeof checkContract.verify.input>;

export const checkBag = async (
  { bag, secret, seal, timestampRoots }: CheckIn,
  { signal, report }: Pick<CallContext<never>, "signal" | "report">,
): Promise<Result<VerifyReport, DoorError>> => {
  const input =
    bag.kind === "folder"
      ? ok<BagInput>({
          kind: "folder",
          files: bag.files.map(({ path, file }) => ({ path, source: blobSource(file) })),
        })
      : await openFile(blobSource(bag.file), secret);
  if (!input.ok) return input;
  const hasher = await createWebHasher();
  return verifyBag(input.value, {
    hasher,
    hashFile: createHashFile(hasher),
    signatures: createSignaturePort(crypto.subtle),
    signal,
    onProgress: report,
    ...(seal === undefined ? {} : { seal }),
    ...(timestampRoots === undefined ? {} : { timestampRoots }),
  });
};

const openFile = async (
  source: ByteSource,
  secret: CheckIn["secret"],
): Promise<Result<BagInput, DoorError>> => {
  const head = await readHead(source);
  if (!head.ok) return head;
  switch (head.value.kind) {
    case "other":
      return ok({ kind: "zip", source });
    case "armored":
      return err({ code: "bag_armored" });
    case "damaged":
      return err({ code: "bag_damaged" });
    case "age": {
      const { header } = head.value;
      if (secret === undefined) {
        return err({ code: "bag_needs_secret", lockedBy: header.lockedBy });
      }
      const opened = await openAge(
        source,
        header,
        secret.kind === "passphrase"
          ? { kind: secret.kind, passphrase: secret.passphrase.reveal() }
          : { kind: secret.kind, identities: secret.identities.reveal() },
      );
      return opened.ok
        ? ok({ kind: "zip", source: opened.value })
        : err(ageErrors[opened.error.code]);
    }
  }
};

const ageErrors = {
  wrong_key: { code: "bag_wrong_secret" },
  damaged: { code: "bag_damaged" },
  too_costly: { code: "bag_too_costly" },
} as const;

/** The first read of a file that somebody chose: a disk that was pulled out shows itself here. */
const readHead = async (
  source: ByteSource,
): Promise<Result<Awaited<ReturnType<typeof readAgeHead>>, DoorError>> => {
  try {
    return ok(await readAgeHead(source));
  } catch (failure) {
    const cause = failure instanceof Error ? failure.message : String(failure);
    return err({ code: "bag_not_readable", cause });
  }
};
