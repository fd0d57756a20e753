import { describe, expect, test } from "vitest";

import { cliHelp } from "./cli-help.ts";
import { cliMessages } from "./cli.ts";

/** Care rule 27: the field's terms stand in what experts read, not in what the person reads. */
const notOnScreen =
  /\b(?:vaults?|seal(?:s|ed|ing)?|bags?|custody|hash(?:es|ed)?|manifests?|exhibits?|missing|bluff|credible|victims?|sexting|reputation|honour)\b/i;
/** What belongs to `verify`, which a recipient runs. */
const forExperts = new Set(["usage_seal", "verify_seal"]);

/** Names of options and of parameters are read by the program. */
const spoken = (text: string): string =>
  text.replace(/--[a-z-]+/g, "").replace(/\{[a-z]+(?:\}|,)/gi, "");

describe("what the person reads has none of the field's terms", () => {
  test.each(Object.entries(cliMessages))("%s", (code, text) => {
    expect(forExperts.has(code) || !notOnScreen.test(spoken(text))).toBe(true);
  });

  test.each(Object.entries(cliHelp).filter(([name]) => name !== "verify"))(
    "help of %s",
    (_, help) => {
      expect(
        JSON.stringify(help, (_key, value: unknown) =>
          typeof value === "string" ? spoken(value) : value,
        ),
      ).not.toMatch(notOnScreen);
    },
  );
});
