import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";

import { appendEntry, emptyCustodyHead } from "./custody-log.ts";
import { createTestDeps } from "./testing/node-deps.ts";
import { verifyChain } from "./verify-chain.ts";

const deps = createTestDeps();

const logOf = (count: number) => {
  const lines: string[] = [];
  const openings: (string | undefined)[] = [];
  let head = emptyCustodyHead;
  for (let i = 0; i < count; i += 1) {
    const entry = appendEntry(deps, head, { action: "note.add", text: `note ${i}` });
    lines.push(entry.line);
    openings.push(entry.opening);
    head = entry.head;
  }
  return { lines, openings, head };
};
const verify = (lines: readonly string[], openings: readonly (string | undefined)[]) =>
  verifyChain(deps, lines, (seq) => openings[seq - 1]);

it("makes lines that name the hash of the line before and of their entry", () => {
  const { lines, openings } = logOf(2);
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(JSON.parse(lines[1] ?? "")).toEqual({
    v: 1,
    seq: 2,
    prev: sha256(lines[0] ?? ""),
    commit: sha256(openings[1] ?? ""),
  });
});

it("verifies what it wrote, and counts the openings that were destroyed", () => {
  const { lines, openings, head } = logOf(5);
  expect(verify(lines, openings.with(2, undefined))).toEqual({ findings: [], head, unopened: 1 });
});

it("gives every finding with its place", () => {
  const { lines, openings } = logOf(5);
  const other = logOf(1).openings[0];
  const changed = lines.with(2, (lines[2] ?? "").replace('"v":1', '"v": 1'));
  expect(verify(changed, openings.with(0, other).with(4, "{}")).findings).toEqual([
    { code: "opening_does_not_match", seq: 1 },
    { code: "line_not_canonical", seq: 3 },
    { code: "previous_hash_wrong", seq: 4 },
    { code: "opening_unreadable", seq: 5 },
  ]);
});

it("finds any line dropped, doubled or moved, but not a log cut at its end", () => {
  fc.assert(
    fc.property(fc.nat(4), fc.nat(4), fc.nat(2), (at, to, how) => {
      const { lines, openings } = logOf(6);
      const line = lines[at] ?? "";
      const without = lines.toSpliced(at, 1);
      const changed =
        how === 0
          ? without
          : how === 1
            ? lines.toSpliced(at, 0, line)
            : without.toSpliced(to, 0, line);
      const same = changed.every((text, index) => text === lines[index]) && how === 2;
      expect(verify(changed, openings).findings.length > 0).toBe(!same);
    }),
    { numRuns: process.env["SLOW"] === undefined ? 20 : 1_000 },
  );
  const { lines, openings } = logOf(3);
  expect(verify(lines.slice(0, 2), openings.slice(0, 2)).findings).toEqual([]);
  expect(verify(lines.slice(0, 2), openings).findings).toEqual([
    { code: "opening_without_line", seq: 3 },
  ]);
});
