import { bytesToHex, type Hasher } from "@holdfast/evidence";

import type { HashFile } from "./bag/hash-file.ts";
import type { FindingList } from "./report.ts";
import type { SignaturePort } from "./tsp/signature-port.ts";

/** What every part of a check works with. */
export interface CheckContext {
  readonly findings: FindingList;
  readonly hasher: Hasher;
  readonly hashFile: HashFile;
  /** Absent where no WebCrypto is to be had; time-stamps are then left unchecked, and that is said. */
  readonly signatures: SignaturePort | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (count: number) => void;
}

export const sha256HexOf = (
  { hasher }: Pick<CheckContext, "hasher">,
  bytes: Uint8Array,
): string => {
  const hash = hasher.sha256();
  hash.update(bytes);
  return bytesToHex(hash.digest());
};
