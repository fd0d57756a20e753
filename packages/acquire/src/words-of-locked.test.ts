import { bytesToSource, type ExhibitId, streamOf } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { afterEach, describe, expect, it } from "vitest";

import { acquire } from "./acquire.ts";
import { createVaultAndIntake } from "./testing/vault-and-intake.ts";
import {
  keepWordsOfLocked,
  type KeepWordsOptions,
  lockedWithoutWords,
  lockedWithWords,
} from "./words-of-locked.ts";

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

const mail = (says: string): string =>
  [
    "From: ann@example.org",
    "Subject: as promised",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    says,
    "--b",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAA=",
    "--b--",
    "",
  ].join("\r\n");

const mailbox = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `From ann@example.org Thu Mar  5 21:14:00 2026\r\n${mail(`pay number ${i}`)}\r\n`,
  ).join("");

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
]);

/** A case of these files, that turns out to be protected. */
const becomeProtected = async (
  files: readonly (readonly [name: string, bytes: string | Uint8Array])[],
): Promise<Vault> => {
  const made = await createVaultAndIntake("all-adult");
  closes.push(made.close);
  const options = { signal: new AbortController().signal, withoutMedia: false };
  for (const [name, given] of files) {
    const bytes = typeof given === "string" ? new TextEncoder().encode(given) : given;
    for await (const one of acquire(made, { source: bytesToSource(bytes), name }, options)) {
      expect(one.kind).toBe("kept");
    }
  }
  expect(made.vault.setPictures("protected").ok).toBe(true);
  return made.vault;
};

const optionsWith = (given: Partial<KeepWordsOptions> = {}): KeepWordsOptions => ({
  signal: new AbortController().signal,
  labelsOf: ({ originalName }) => ({
    head: `The words of ${originalName}`,
    timeNotKnown: "time not known",
    fileNotHere: (_, name) => `(not here: ${name})`,
  }),
  breathe: () => Promise.resolve(),
  ...given,
});

const said = (vault: Vault): readonly (string | undefined)[] =>
  vault.timeline({ limit: 1_000 }).entries.map(({ item }) => item.text?.trim());

const textOf = async (vault: Vault, id: ExhibitId | undefined): Promise<string> => {
  const opened = id === undefined ? undefined : vault.openBlob(id);
  if (opened?.ok !== true) throw new Error("it can be opened");
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of streamOf(opened.value, 1_000)) {
    text += decoder.decode(bytes, { stream: true });
  }
  return text;
};

describe("the words of what was locked late", () => {
  it("stand in a text that can be opened, and once on the timeline", async () => {
    const vault = await becomeProtected([
      ["a.eml", mail("you have until friday")],
      ["b.eml", mail("and then I post it")],
    ]);
    const before = said(vault);
    const [first, second] = vault.lockedExhibits();
    if (first === undefined || second === undefined) throw new Error("two are locked");
    const { made, notMade } = await keepWordsOfLocked(vault, optionsWith());
    expect(notMade).toEqual([]);
    expect(made.map(({ from, name, items }) => ({ from, name, items }))).toEqual([
      { from: first, name: "a.eml/words.txt", items: 1 },
      { from: second, name: "b.eml/words.txt", items: 1 },
    ]);
    expect(said(vault)).toEqual(before);
    const text = await textOf(vault, made[0]?.exhibit);
    expect(text).toContain("The words of a.eml");
    expect(text).toContain("you have until friday");
    expect(text).not.toContain("iVBOR");
    expect(new TextEncoder().encode(text)).toHaveLength(made[0]?.sizeInBytes ?? 0);
    expect(vault.openBlob(first).ok).toBe(false);
  });

  it("are written out once, however often it is asked", async () => {
    const vault = await becomeProtected([["a.eml", mail("you have until friday")]]);
    expect(lockedWithoutWords(vault).map(({ id }) => id)).toEqual(vault.lockedExhibits());
    await keepWordsOfLocked(vault, optionsWith());
    const kept = vault.exhibits().length;
    expect(await keepWordsOfLocked(vault, optionsWith())).toEqual({ made: [], notMade: [] });
    expect(vault.exhibits()).toHaveLength(kept);
    expect(lockedWithoutWords(vault)).toEqual([]);
    expect(lockedWithWords(vault).map(({ id }) => id)).toEqual(vault.lockedExhibits());
  });

  it("are written out once for the same bytes under two names", async () => {
    const vault = await becomeProtected([
      ["a.eml", mail("you have until friday")],
      ["again.eml", mail("you have until friday")],
    ]);
    expect((await keepWordsOfLocked(vault, optionsWith())).made).toHaveLength(1);
    expect(lockedWithoutWords(vault)).toEqual([]);
  });

  it("are not looked for in a picture, which has none", async () => {
    const vault = await becomeProtected([["a.png", png]]);
    expect(vault.lockedExhibits()).toHaveLength(1);
    expect(await keepWordsOfLocked(vault, optionsWith())).toEqual({ made: [], notMade: [] });
  });

  it("stay when the locked file is deleted", async () => {
    const vault = await becomeProtected([["a.eml", mail("you have until friday")]]);
    await keepWordsOfLocked(vault, optionsWith());
    const before = said(vault);
    for (const id of vault.lockedExhibits()) expect((await vault.erase(id)).ok).toBe(true);
    expect(said(vault)).toEqual(before);
  });

  it("can be asked for of one file alone", async () => {
    const vault = await becomeProtected([
      ["a.eml", mail("you have until friday")],
      ["b.eml", mail("and then I post it")],
    ]);
    const [, second] = vault.lockedExhibits();
    if (second === undefined) throw new Error("two are locked");
    const { made } = await keepWordsOfLocked(vault, optionsWith({ only: second }));
    expect(made.map(({ from }) => from)).toEqual([second]);
  });
});

describe("writing them out", () => {
  it("lets others have their turn, and after an abort at any of them nothing is half there", async () => {
    const vault = await becomeProtected([["all.mbox", mailbox(900)]]);
    const kept = vault.exhibits().length;
    const cut: unknown[] = [];
    for (let turns = 0; ; turns += 1) {
      const controller = new AbortController();
      let taken = 0;
      const breathe = (): Promise<void> => {
        if (taken === turns) controller.abort();
        taken += 1;
        return Promise.resolve();
      };
      const { made, notMade } = await keepWordsOfLocked(
        vault,
        optionsWith({ signal: controller.signal, breathe }),
      );
      if (made.length > 0) break;
      cut.push({
        codes: notMade.map(({ error }) => error.code),
        exhibits: vault.exhibits().length,
        waiting: lockedWithoutWords(vault).length,
      });
    }
    expect(cut.length).toBeGreaterThan(2);
    expect(cut).toEqual(cut.map(() => ({ codes: ["cancelled"], exhibits: kept, waiting: 1 })));
    expect(said(vault)).toHaveLength(900);
    expect(new Set(said(vault)).size).toBe(900);
  });

  it("that fails for one file says so and goes on with the next", async () => {
    const vault = await becomeProtected([
      ["a.eml", mail("you have until friday")],
      ["b.eml", mail("and then I post it")],
    ]);
    const full = { code: "disk_full" as const, path: "blobs" };
    let calls = 0;
    const failing: Vault = {
      ...vault,
      sealSource: (...given) => {
        calls += 1;
        return calls === 1
          ? Promise.resolve({ ok: false, error: full })
          : vault.sealSource(...given);
      },
    };
    const { made, notMade } = await keepWordsOfLocked(failing, optionsWith());
    expect(notMade.map(({ from, error }) => [from.originalName, error])).toEqual([["a.eml", full]]);
    expect(made.map(({ name }) => name)).toEqual(["b.eml/words.txt"]);
    expect(lockedWithoutWords(vault).map(({ originalName }) => originalName)).toEqual(["a.eml"]);
  });
});
