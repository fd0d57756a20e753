import { describe, expect, it } from "vitest";

import { checkReadingAge } from "./check-reading-age.mjs";

const hard =
  "Documentation of communications substantially facilitates any subsequent investigation by authorities.";
const middling =
  "When you have saved what was written, the police can look at it together with you.";

const check = (
  area: string,
  messages: Readonly<Record<string, string>>,
  allowed: Parameters<typeof checkReadingAge>[1] = [],
) => checkReadingAge([{ area, messages }], allowed).findings;

const problems = (area: string, messages: Readonly<Record<string, string>>): readonly string[] =>
  check(area, messages).map(({ key, problem }) => `${key}: ${problem}`);

describe("checkReadingAge", () => {
  it("lets easy words pass", () => {
    expect(
      check("arrive", { arrive_title: "This is not your fault.", arrive_do: "Show me what to do" }),
    ).toEqual([]);
  });

  it("finds a hard message, and the area that it makes hard", () => {
    expect(check("home", { home_lead: hard }).map(({ key }) => key)).toEqual(["home_lead", ""]);
  });

  it("asks more of the first two minutes than of the rest", () => {
    expect(check("home", { lead: middling })).toEqual([]);
    expect(check("arrive", { lead: middling })).not.toEqual([]);
  });

  it("judges a short text by its longest word, and a button as the first two minutes", () => {
    expect(problems("home", { home_word: "Authentication settings" })).toEqual([
      'home_word: has the long word "Authentication": "Authentication settings"',
    ]);
    expect(check("home", { home_word: "Information" })).toEqual([]);
    expect(problems("home", { home_word_do: "Information" })).toContain(
      'home_word_do: has the long word "Information": "Information"',
    );
  });

  it("reads every branch of a plural", () => {
    const message = `{count, plural, one {One is kept.} other {${hard}}}`;
    expect(check("home", { home_kept: message }).map(({ key }) => key)).toContain("home_kept");
  });

  it.each([
    ["a vault", "Your Vault is open."],
    ["a seal, inflected", "It was sealed here."],
    ["a bag", "Make a bag."],
    ["two words", "Just calm down now."],
    ["with a hyphen", "It is called revenge-porn."],
    ["spelt the other way", "For your honor."],
    ["the one who threatens as a he", "He wants money."],
    ["in a branch", "{n, plural, one {One victim} other {Many}}"],
  ])("refuses %s", (_, message) => {
    expect(check("home", { home_x: message })).toMatchObject([{ key: "home_x", rule: "word" }]);
  });

  it("takes whole words only", () => {
    expect(
      check("home", { home_x: "The baggage of the sheep was here, there. This is the theme." }),
    ).toEqual([]);
  });

  it("lets an exception with a reason pass, and refuses one that is not needed", () => {
    const exception = { key: "home_x", rule: "word", reason: "The name of a helpline." } as const;
    expect(check("home", { home_x: "Revenge Porn Helpline" }, [exception])).toEqual([]);
    expect(check("home", { home_x: "A helpline" }, [exception])).toMatchObject([
      { key: "home_x", problem: "has an exception that is not needed" },
    ]);
  });
});
