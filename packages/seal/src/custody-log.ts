import {
  bytesToHex,
  canonicalJson,
  type ClockDep,
  type CustodyEntry,
  type HasherDep,
  type RandomDep,
  type Sha256Hex,
  toSha256Hex,
} from "@holdfast/evidence";

/**
 * [Note: custody chain]
 * Each line holds `prev`, the SHA-256 of the line before it without its LF, and `commit`, the SHA-256 of the entry's
 * canonical JSON. The entry itself, with its random salt, stands apart as the opening. So an opening can be destroyed
 * or kept back and the chain still verifies; and nobody can test a guess against a commitment without the salt.
 * A log cut at its end, or written anew from the beginning, is found only against an anchor outside of it.
 */
export interface CustodyHead {
  /** 0 before the first line. */
  readonly seq: number;
  readonly sha256: Sha256Hex;
}

export const emptyCustodyHead: CustodyHead = { seq: 0, sha256: toSha256Hex("0".repeat(64)) };

/** An entry without what is added here: a fresh salt and the time. */
export type UnsaltedEntry = CustodyEntry extends infer E
  ? E extends CustodyEntry
    ? Omit<E, "salt" | "at">
    : never
  : never;

export interface AppendedEntry {
  /** The line of custody.jsonl, without LF. */
  readonly line: string;
  /** The entry's canonical JSON: what `commit` is the hash of. */
  readonly opening: string;
  readonly head: CustodyHead;
}

/**
 * Makes the next line of the log. Stores nothing.
 *
 * Units: `at` is milliseconds since 1970 UTC, from the injected clock.
 * Source: RFC 8785 for the bytes; See [Note: custody chain].
 */
export const appendEntry = (
  deps: ClockDep & RandomDep & HasherDep,
  head: CustodyHead,
  entry: UnsaltedEntry,
): AppendedEntry => {
  const salt = bytesToHex(deps.random.bytes(32));
  const opening = canonicalJson({ ...entry, salt, at: deps.clock.now() });
  const seq = head.seq + 1;
  const line = canonicalJson({ v: 1, seq, prev: head.sha256, commit: sha256Of(deps, opening) });
  return { line, opening, head: { seq, sha256: sha256Of(deps, line) } };
};

export const sha256Of = (deps: HasherDep, text: string): Sha256Hex => {
  const hash = deps.hasher.sha256();
  hash.update(new TextEncoder().encode(text));
  return toSha256Hex(bytesToHex(hash.digest()));
};
