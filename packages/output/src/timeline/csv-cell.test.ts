import { expect, test } from "vitest";

import { csvRow } from "./csv-cell.ts";

const csvCell = (value: string): string => csvRow([value]).slice(0, -2);

test.each([
  "=1+1",
  "+12025550123",
  "-2",
  "@sum",
  "\t=1",
  " =1",
  "\u200e=1",
  "\ufeff@a",
  "＝1",
  "|x",
  "%0",
  "\n=1",
  "\r=1",
  "'=1",
])("cannot start a formula with %j", (value) => expect(csvCell(value)).toMatch(/^"'/));

test("quotes quotes, commas and line breaks as RFC 4180 says", () => {
  expect(csvRow(['a"b', "c,d", "e\r\nf", ""])).toBe('"a""b","c,d","e\r\nf",""\r\n');
});

test("shows control characters instead of passing them on", () => {
  expect(csvCell("a\0b\u001bc")).toBe('"a\ufffdb\ufffdc"');
});

test("a cell that starts harmlessly is still quoted and cleaned", () => {
  expect(csvCell('a"b')).toBe('"a""b"');
  expect(csvCell("a=1")).toBe('"a=1"');
  expect(csvCell("a\0")).toBe('"a\ufffd"');
  expect(csvCell("")).toBe('""');
});
