import { type ByteSource, bytesToSource } from "@holdfast/evidence";
import { buildZip } from "@holdfast/containers/testing";
import { expect, it } from "vitest";

import { openMemberPart } from "./open-member.ts";

/** 24 bytes each, so that every line's place is known. */
const line = (nth: number): string => `${`message ${nth}`.padStart(23)}\n`;
const chatOf = (lines: number): string =>
  Array.from({ length: lines }, (_, nth) => line(nth)).join("");

const readPart = async (source: ByteSource, member: readonly string[], nth: number) => {
  const part = await openMemberPart(source, member, { offset: nth * 24, length: 48 }, 1_000);
  return part.ok ? new TextDecoder().decode(part.value.bytes) : part.error;
};

it.each([
  ["stored", 1_000, false],
  ["deflated and small", 1_000, true],
  // Larger than what is ever held of an entry, and than what may be opened whole.
  ["deflated and large", 1_000_000, true],
] as const)("reads a stretch of a chat in a zip, %s", async (_, lines, deflate) => {
  const zip = bytesToSource(buildZip([{ name: "_chat.txt", content: chatOf(lines), deflate }]));
  const last = lines - 2;
  expect(await readPart(zip, ["_chat.txt"], 3)).toBe(`${line(3)}${line(4)}`);
  expect(await readPart(zip, ["_chat.txt"], last)).toBe(`${line(last)}${line(last + 1)}`);
});

it("says what is not there, and what is damaged", async () => {
  const bytes = buildZip([{ name: "_chat.txt", content: chatOf(100), deflate: true }]);
  expect(await readPart(bytesToSource(bytes), ["other.txt"], 0)).toEqual({
    code: "no_such_member",
  });
  bytes.fill(0xff, 60, 90);
  expect(await readPart(bytesToSource(bytes), ["_chat.txt"], 0)).toMatchObject({
    code: "member_unreadable",
  });
});

it("holds no step but the last one larger than was allowed", async () => {
  const inner = buildZip([{ name: "_chat.txt", content: chatOf(1_000) }]);
  const outer = bytesToSource(buildZip([{ name: "inner.zip", content: inner }]));
  expect(await readPart(outer, ["inner.zip", "_chat.txt"], 0)).toMatchObject({
    code: "too_large_to_show",
  });
});
