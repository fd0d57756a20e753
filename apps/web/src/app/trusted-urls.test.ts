import fc from "fast-check";
import { expect, test } from "vitest";

import { toOwnScriptUrl } from "./trusted-urls.ts";

const own = "https://notes.example.org/n/";

test.each([
  ["sw.js", `${own}sw.js`],
  [`${own}a/B_x-9.js`, `${own}a/B_x-9.js`],
  ["/n/a/x.js", `${own}a/x.js`],
])("lets own scripts through: %s", (url, href) => {
  expect(toOwnScriptUrl(url, own)).toBe(href);
});

test.each([
  "https://other.example.org/n/sw.js",
  "//other.example.org/n/a/x.js",
  "https://notes.example.org/other/a/x.js",
  "https://notes.example.org.example.com/n/a/x.js",
  "https://user@notes.example.org/n/a/x.js",
  "../a/x.js",
  "a/../../a/x.js",
  "a/b/x.js",
  "a/x.js?then=more",
  "content/letters/x.json",
  "a/x.json",
  "blob:https://notes.example.org/0123",
  "data:text/javascript,1",
  "javascript:1",
  "",
  "http://[",
])("lets nothing else through: %s", (url) => {
  expect(toOwnScriptUrl(url, own)).toBeUndefined();
});

test("whatever is let through lies in the own folder", () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom("sw.js", "./a/x.js")), (url) => {
      const href = toOwnScriptUrl(url, own);
      expect(href === undefined || href.startsWith(own)).toBe(true);
    }),
    { numRuns: process.env["SLOW"] === undefined ? 20 : 1_000 },
  );
});
