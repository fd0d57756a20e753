import { expect, test } from "vitest";

import { createRecoveryShares } from "@holdfast/seal";

import { createNodeHasher, createNodeRandom } from "./ports/node-crypto.ts";
import { readShares } from "./read-shares.ts";
import type { Terminal } from "./terminal/terminal.ts";

const deps = { hasher: createNodeHasher(), random: createNodeRandom() };
const cards = createRecoveryShares(deps, { threshold: 2, count: 3 });
const wordsOf = (at: number): string => cards[at]?.reveal() ?? "";

/** Somebody at the keyboard who types these lines, one after the other. */
const typing = (...lines: readonly string[]) => {
  const asked: string[] = [];
  const said: string[] = [];
  const left = [...lines];
  const terminal: Terminal = {
    isInteractive: true,
    answer: () => undefined,
    say: (text) => void said.push(text),
    showStatus: () => undefined,
    askSecret: () => Promise.resolve(undefined),
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(left.shift());
    },
  };
  return { asked, said, read: () => readShares({ ...deps, terminal }, []) };
};

test("asks for one card after the other, and for no more than are needed", async () => {
  const { asked, said, read } = typing(wordsOf(2), wordsOf(0), wordsOf(1));
  const secret = await read();
  expect(asked).toEqual([
    "The sixteen words of card 1, or nothing when there are no more: ",
    "The sixteen words of card 2, or nothing when there are no more: ",
  ]);
  expect(said).toEqual([]);
  const shares = secret.ok && secret.value.kind === "shares" ? secret.value.shares : [];
  expect(shares.map((share) => share.reveal())).toEqual([wordsOf(2), wordsOf(0)]);
});

test("a slip of the pen is named before the next card is asked for, and that card is asked for again", async () => {
  const slip = wordsOf(1).replace(/^\w+/, "ferryboat");
  const { asked, said, read } = typing(wordsOf(0), slip, wordsOf(0), wordsOf(1));
  expect(await read()).toMatchObject({ ok: true });
  expect(said).toEqual([
    "On card 2, some words are not in the list: number 1. Check how they are spelled.",
    "Card 2 was given twice. Use another one.",
  ]);
  expect(asked).toHaveLength(4);
});

test("an empty answer ends the asking, and says how many are needed", async () => {
  expect(await typing(wordsOf(0), "").read()).toEqual({
    ok: false,
    error: { code: "shares_too_few", given: 1, needed: 2 },
  });
  expect(await typing("").read()).toEqual({ ok: false, error: { code: "cards_missing" } });
});
