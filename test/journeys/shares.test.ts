import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, expect, test } from "vitest";

import {
  addAnswerSchema,
  initAnswerSchema,
  passphraseAnswerSchema,
  sharesAnswerSchema,
  timelineAnswerSchema,
} from "../../apps/cli/src/contract/answers.ts";
import { answerOf, buildCommandLine, newFolder, runHoldfast } from "./holdfast-command.ts";

const folder = newFolder();
const vault = join(folder, "case");
const cards = join(folder, "cards");

beforeAll(() => {
  buildCommandLine();
  const note = join(folder, "note.txt");
  writeFileSync(note, "The ferry leaves at nine.\n");
  answerOf(initAnswerSchema, ["init", vault, "--pictures", "all-adult"]);
  answerOf(addAnswerSchema, ["add", vault, note]);
}, 300_000);

const wordsOn = (page: string): string =>
  [...page.matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word]) => word).join(" ");

/** The words of these cards as files, as somebody would type them in. */
const typed = (...numbers: readonly number[]): readonly string[] =>
  numbers.flatMap((number) => {
    const page = readFileSync(join(cards, `card-${number}-of-3.html`), "utf8");
    const path = join(folder, `typed-${number}`);
    writeFileSync(path, `${wordsOn(page)}\n`);
    return ["--card-file", path];
  });

const renew = (...cardFiles: readonly string[]) =>
  runHoldfast(["passphrase", vault, ...cardFiles, "--json"], {
    HOLDFAST_NEW_PASSPHRASE: "a wholly new set of words",
  });

test("bounds that make no sense are said, and nothing is written", () => {
  for (const [people, enough] of [
    ["3", "1"],
    ["2", "3"],
    ["16", "2"],
    ["three", "2"],
  ] as const) {
    const options = ["--people", people, "--enough", enough, "--out", cards, "--json"];
    const refused = runHoldfast(["shares", vault, ...options]);
    expect([refused.code, refused.stdout]).toEqual([2, expect.stringContaining("shares_bounds")]);
  }
  expect(readdirSync(folder)).not.toContain("cards");
});

test("a folder that is there already is left as it is, and no way in is made", () => {
  const options = ["--people", "3", "--enough", "2", "--out", folder, "--json"];
  const refused = runHoldfast(["shares", vault, ...options]);
  expect([refused.code, refused.stdout]).toEqual([3, expect.stringContaining("file_exists")]);
  const none = runHoldfast(["shares", vault, "--take-back"]);
  expect(none.stdout).toContain("No cards had been given out.");
});

test("each person gets a page of their own, with words and a square, that says nothing of the case", () => {
  const options = ["--people", "3", "--enough", "2", "--out", cards];
  const given = answerOf(sharesAnswerSchema, ["shares", vault, ...options]);
  expect(given).toMatchObject({ done: "given", count: 3, threshold: 2 });
  expect(readdirSync(cards)).toEqual(["card-1-of-3.html", "card-2-of-3.html", "card-3-of-3.html"]);
  for (const name of readdirSync(cards)) {
    const page = readFileSync(join(cards, name), "utf8");
    expect(statSync(join(cards, name)).mode & 0o077).toBe(0);
    expect(wordsOn(page).split(" ")).toHaveLength(16);
    expect(page).toMatch(/<svg\s+class="square"/);
    expect(page).not.toMatch(/holdfast|threat|blackmail|evidence|picture of me|<script|https?:/i);
  }
});

test("a second set is not given out while the first still opens the case", () => {
  const again = ["--people", "2", "--enough", "2", "--out", join(folder, "more")];
  const refused = runHoldfast(["shares", vault, ...again, "--json"]);
  expect([refused.code, refused.stdout]).toEqual([
    1,
    expect.stringContaining("shares_given_already"),
  ]);
  expect(readdirSync(folder)).not.toContain("more");
});

test("one card opens nothing, and says how many are needed", () => {
  const few = renew(...typed(2));
  expect([few.code, few.stdout]).toEqual([3, expect.stringContaining("shares_too_few")]);
  expect(few.stderr).toContain("2 cards are needed, and 1 was given.");
});

test("a mistyped word is named with its card and its place", () => {
  const [, path = ""] = typed(1);
  writeFileSync(path, readFileSync(path, "utf8").replace(/^\w+/, "ferryboat"));
  const mistyped = renew("--card-file", path, ...typed(2));
  expect([mistyped.code, mistyped.stderr]).toEqual([
    3,
    expect.stringContaining("On card 1, some words are not in the list: number 1."),
  ]);
});

test("two of the three open the case when the passphrase is lost, and choose a new one", () => {
  const renewed = renew(...typed(3, 1));
  expect([renewed.code, renewed.stderr]).toEqual([0, ""]);
  expect(passphraseAnswerSchema.parse(JSON.parse(renewed.stdout))).toMatchObject({ exhibits: 1 });
  expect(runHoldfast(["timeline", vault]).code).toBe(3);
  const timeline = runHoldfast(["timeline", vault, "--json"], {
    HOLDFAST_PASSPHRASE: "a wholly new set of words",
  });
  expect(timelineAnswerSchema.parse(JSON.parse(timeline.stdout)).entries).toHaveLength(1);
});

test("with the new passphrase the old cards open nothing, and new ones can be given and taken back", () => {
  const old = renew(...typed(1, 2));
  expect([old.code, old.stdout]).toEqual([3, expect.stringContaining("cards_open_nothing")]);
  const now = { HOLDFAST_PASSPHRASE: "a wholly new set of words" };
  const more = join(folder, "more");
  const give = ["shares", vault, "--people", "2", "--enough", "2", "--out", more, "--json"];
  expect(runHoldfast(give, now).code).toBe(0);
  const back = runHoldfast(["shares", vault, "--take-back", "--json"], now);
  expect(sharesAnswerSchema.parse(JSON.parse(back.stdout))).toMatchObject({ sets: 1 });
  const none = runHoldfast(["shares", vault, "--take-back"], now);
  expect(none.stdout).toContain("No cards had been given out.");
});
