import { bytesToHex, custodyLineSchema, hexToBytes } from "@holdfast/evidence";

import type { BagFile } from "../bag/bag-input.ts";
import { linesOf } from "../bag/lines-of.ts";
import { streamGuarded } from "../bag/read-guarded.ts";
import { readJson } from "../bag/read-json.ts";
import { type CheckContext, sha256HexOf } from "../check-context.ts";
import { verifyLimits } from "../limits.ts";

/** What a log's lines promise, 32 bytes a line. */
export interface Commitments {
  readonly entries: number;
  readonly lastSeq: number;
  /** Hexadecimal; `undefined` for a number that no line has. */
  readonly of: (seq: number) => string | undefined;
}

const digestSizeInBytes = 32;

/**
 * Checks the log line by line: form, number, and the hash of the line before.
 *
 * A line that was cut out shows as a gap in the numbers and one broken link, not as a fault in every line behind it: the
 * chain is followed on from what is there.
 * Source: evidence-package.md "custody.jsonl"; docs/formats/custody-log.md.
 */
export const checkChain = async (context: CheckContext, file: BagFile): Promise<Commitments> => {
  const { findings } = context;
  const { path } = file;
  const store = createStore();
  let expectedSeq = 1;
  let previous = "0".repeat(64);
  let entries = 0;
  for await (const line of linesOf(
    streamGuarded(context, file),
    verifyLimits.maximumLineSizeInBytes,
  )) {
    entries += 1;
    const place = { path, line: line.number };
    if (entries > verifyLimits.maximumCustodyLines) {
      findings.say("limit_custody_too_long", place, { maximum: verifyLimits.maximumCustodyLines });
      break;
    }
    const read =
      line.isTooLong || line.isOpen ? undefined : readJson(line.bytes, custodyLineSchema);
    if (read?.ok !== true) {
      findings.say("custody_line_malformed", place);
      expectedSeq += 1;
    } else {
      const { seq, prev, commit } = read.value.value;
      if (!read.value.isCanonical) findings.say("custody_line_not_canonical", { ...place, seq });
      if (seq !== expectedSeq) {
        findings.say("custody_seq_wrong", { ...place, seq }, { wanted: expectedSeq });
      }
      if (prev !== previous) findings.say("custody_link_broken", { ...place, seq });
      store.set(seq, commit);
      expectedSeq = seq + 1;
    }
    previous = sha256HexOf(context, line.bytes);
  }
  return { entries, lastSeq: expectedSeq - 1, of: store.get };
};

/** Numbers above the limit are not stored: a line may claim any. */
const createStore = (): {
  readonly set: (seq: number, commit: string) => void;
  readonly get: (seq: number) => string | undefined;
} => {
  let bytes = new Uint8Array(1_024 * digestSizeInBytes);
  let present = new Uint8Array(1_024);
  const grow = (seq: number): void => {
    if (seq < present.length) return;
    const capacity = Math.min(
      verifyLimits.maximumCustodyLines + 1,
      Math.max(seq + 1, present.length * 2),
    );
    const biggerBytes = new Uint8Array(capacity * digestSizeInBytes);
    biggerBytes.set(bytes);
    bytes = biggerBytes;
    const biggerPresent = new Uint8Array(capacity);
    biggerPresent.set(present);
    present = biggerPresent;
  };
  return {
    set: (seq, commit) => {
      if (seq > verifyLimits.maximumCustodyLines) return;
      grow(seq);
      bytes.set(hexToBytes(commit) ?? [], seq * digestSizeInBytes);
      present[seq] = 1;
    },
    get: (seq) =>
      present[seq] === 1
        ? bytesToHex(bytes.subarray(seq * digestSizeInBytes, (seq + 1) * digestSizeInBytes))
        : undefined,
  };
};
