import { isPlainBagPath } from "@holdfast/bundle";

import type { FindingList } from "../report.ts";
import { isSafePath } from "./bag-path.ts";
import { utf8Of } from "./read-guarded.ts";

/** A manifest's lines: path to hexadecimal digest. */
export type Manifest = ReadonlyMap<string, string>;

const patterns = {
  sha256: /^([0-9a-f]{64}) {2}(.+)$/,
  sha512: /^([0-9a-f]{128}) {2}(.+)$/,
} as const;

/**
 * Reads a manifest as `sha256sum -c` does, and stricter: two spaces, LF, lower case, each path once.
 *
 * Errors: whatever is wrong with a line is said with its number, and the line is left out.
 * Source: RFC 8493 §2.1.3, with the narrower form that every case bag has.
 */
export const parseManifest = (
  bytes: Uint8Array,
  algorithm: keyof typeof patterns,
  path: string,
  findings: FindingList,
): Manifest => {
  const manifest = new Map<string, string>();
  const text = utf8Of(bytes) ?? new TextDecoder("latin1").decode(bytes);
  let previous = "";
  let sorted = true;
  for (const [index, line] of linesOfText(text).entries()) {
    const place = { path, line: index + 1 };
    const [, digest, listed] = patterns[algorithm].exec(line) ?? [];
    if (digest === undefined || listed === undefined) {
      findings.say("manifest_line_malformed", place);
      continue;
    }
    if (!isSafePath(listed) || !isPlainBagPath(listed)) {
      findings.say("manifest_path_unsafe", place, { name: listed });
      continue;
    }
    if (manifest.has(listed)) {
      findings.say("manifest_line_repeated", place, { name: listed });
      continue;
    }
    // Plain paths are ASCII: code units order as bytes do.
    sorted &&= previous <= listed;
    previous = listed;
    manifest.set(listed, digest);
  }
  if (!sorted) findings.say("manifest_not_sorted", { path });
  return manifest;
};

/** Lines without their LF; a last line that has none is a line too. A CR stays, and makes its line malformed. */
const linesOfText = (text: string): readonly string[] => {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
};
