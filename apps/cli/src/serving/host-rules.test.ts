import fc from "fast-check";
import { expect, test } from "vitest";

import { headersOf, parseHostRules } from "./host-rules.ts";

test("a path gets what the rules for it and for all say, joined where both speak", () => {
  const rules = parseHostRules("/*\n  A: 1\n  B: x: y\n\n/f/*\n  A: 2\n\n/f\n  C: 3\n");
  expect(headersOf(rules, "/f/one")).toEqual({ a: "1, 2", b: "x: y" });
  expect(headersOf(rules, "/f")).toEqual({ a: "1", b: "x: y", c: "3" });
  expect(headersOf(rules, "/")).toEqual({ a: "1", b: "x: y" });
});

test("what is written as a file is read as it was meant", () => {
  const name = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
  const value = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
  const rule = fc.record({
    path: fc.stringMatching(/^\/[a-z/]{0,8}\*?$/),
    headers: fc.array(fc.tuple(name, value), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 5 }), (rules) => {
      const text = rules
        .map(({ path, headers }) =>
          [path, ...headers.map(([key, said]) => `  ${key}: ${said}`), ""].join("\n"),
        )
        .join("\n");
      expect(parseHostRules(text)).toEqual(rules);
    }),
    { numRuns: process.env["SLOW"] === undefined ? 20 : 1_000 },
  );
});
