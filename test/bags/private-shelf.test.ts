import { bytesToSource, ok } from "@holdfast/evidence";
import type { Aead } from "@holdfast/seal";
import { createTestDeps } from "@holdfast/seal/testing";
import { restoreVault, type Vault, type VaultDeps } from "@holdfast/vault";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDrafts } from "../../apps/web/src/app/drafts.ts";
import { nothingSaid, writeGuideShelf } from "../../apps/web/src/app/guide-shelf.ts";
import type { Door } from "../../apps/web/src/door/door.ts";
import { expectOk } from "../../packages/vault/src/drivers/testing/expectations.ts";
import { addTexts, createVaultIn, secret } from "../../packages/vault/src/testing/vault-place.ts";
import { exportBag, memoryVaultDeps } from "./vault-and-bags.ts";

/**
 * The private shelf is the person's own: whatever lies there is in nothing that leaves. A real vault is filled with
 * strings that occur nowhere else, and what leaves is searched for them, before any encryption.
 */

const kinds = ["answer", "assessment", "plan", "grounding", "impact"] as const;
/** Half-written words of each kind: to be kept, to the one who threatens, to somebody who helps, to be warned. */
const draftKeys = ["words", "note", "reply", "tell/friend", "tell/contacts"] as const;
const halfWrittenIn = (key: string): string => `shelfwords-half-${key.replace("/", "-")}-9d2e`;
const toldToGuide = "shelfwords-threat-told-to-the-guide-9d2e";
const markers = [
  ...kinds.flatMap((kind) => [`shelfkey-${kind}-4b1c`, `shelfwords-${kind}-9d2e`]),
  ...draftKeys.map(halfWrittenIn),
  toldToGuide,
];

/** Everything that is encrypted while `isOn`: what a file holds for whoever can open it. */
const plaintext = { isOn: false, pieces: new Array<Uint8Array>() };
const { aead } = createTestDeps();
const watchedAead: Aead = {
  importKey: async (key) => {
    const inner = await aead.importKey(key);
    return {
      ...inner,
      seal: (nonce, additionalData, buffer) => {
        if (plaintext.isOn) plaintext.pieces.push(buffer.slice(0, -16));
        return inner.seal(nonce, additionalData, buffer);
      },
    };
  },
};

const deps: VaultDeps = memoryVaultDeps({ aead: watchedAead });
let vault: Vault;

beforeAll(async () => {
  vault = await createVaultIn({ newDeps: () => deps });
  await addTexts(vault, "Pay by Friday", "Or everybody sees it");
  for (const kind of kinds) {
    const key = `shelfkey-${kind}-4b1c`;
    expectOk(vault.privateShelf.set(key, "written over"));
    expectOk(vault.privateShelf.set(key, `my own shelfwords-${kind}-9d2e, for nobody else`));
  }
  await writeHalf();
  await tellGuide();
  expectOk(vault.privateShelf.set("gone", markers.join(" ")));
  expectOk(vault.privateShelf.remove("gone"));
  await addTexts(vault, "One more message");
  expectOk(await vault.indexPending());
});
afterAll(() => vault.close());

/** The shelf as the app's door hands it on. */
const shelf: Door["keep"]["shelf"] = {
  keys: async () => ok(vault.privateShelf.keys()),
  get: async (key) => ok(vault.privateShelf.get(key)),
  set: async (key, value) => ok(expectOk(vault.privateShelf.set(key, value))),
  remove: async (key) => ok(expectOk(vault.privateShelf.remove(key))),
};

const tellGuide = async (): Promise<void> => {
  const told = {
    answers: { ...nothingSaid.answers, facts: { who: "ex" }, text: `They wrote: ${toldToGuide}.` },
    states: { "keep-first": "done" },
  } as const;
  expect(await writeGuideShelf(shelf, undefined, { ...nothingSaid, ...told })).toBe(true);
};

/** As the app does when its place closes in the middle of a sentence. */
const writeHalf = async (): Promise<void> => {
  let open = (): void => undefined;
  const place = { name: "1", keeps: "on-device", pictures: "unasked" } as const;
  const drafts = createDrafts({
    door: {
      state: () => ({
        kind: "open",
        place: { id: "a", ...place, unfinishedAdds: 0, lockedExhibits: [] },
        revision: 1,
      }),
      subscribe: (listener) => {
        open = listener;
        return () => undefined;
      },
      beforeClosing: () => () => undefined,
      keep: { shelf },
    },
    startTimer: () => () => undefined,
    isWatched: () => false,
    isExample: () => false,
  });
  open();
  for (const key of draftKeys) drafts.put(key, `my own ${halfWrittenIn(key)}, for nobody`);
  drafts.flush();
  expect(vault.privateShelf.keys()).toEqual(
    expect.arrayContaining(draftKeys.map((key) => `draft/${key}`)),
  );
};

const joined = (pieces: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat(pieces.map((piece) => Buffer.from(piece)));

/** The markers that are in there, as they stand or in an encoding that a file may use. */
const foundIn = (pieces: readonly (Uint8Array | string)[]): readonly string[] => {
  const all = joined(pieces);
  return markers.filter((marker) => {
    const bytes = Buffer.from(marker);
    const shapes = [
      bytes,
      Buffer.from(marker, "utf16le"),
      bytes.toString("hex"),
      ...[0, 1, 2].map((before) => base64Middle(bytes, before)),
    ];
    return shapes.some((shape) => all.includes(shape));
  });
};

/** The characters that stand for these bytes in any base64 in which `before` bytes of a group of three come first. */
const base64Middle = (bytes: Buffer, before: number): string =>
  Buffer.concat([Buffer.alloc(before), bytes])
    .toString("base64")
    .slice(4, -4);

test("no copy for anybody holds a word or a name of it, a full one neither", async () => {
  const ids = vault.exhibits().map(({ id }) => id);
  const found: [purpose: string, words: boolean, markers: readonly string[]][] = [];
  for (const purpose of ["self", "police", "lawyer", "workplace", "platform"] as const) {
    const exhibits = purpose === "self" ? "all" : ids;
    const { files } = await exportBag(deps, vault, { purpose, exhibits });
    const pieces = [...files].flat();
    found.push([purpose, joined(pieces).includes("Pay by Friday"), foundIn(pieces)]);
  }
  expect(found).toEqual([
    ["self", true, []],
    ["police", true, []],
    ["lawyer", true, []],
    ["workplace", false, []],
    ["platform", true, []],
  ]);
});

const backUp = async (withPrivateShelf: boolean) => {
  const pieces: Uint8Array[] = [];
  plaintext.pieces = [];
  plaintext.isOn = true;
  const sink = async (piece: Uint8Array): Promise<void> => void pieces.push(piece.slice());
  expectOk(await vault.backup(sink, { withPrivateShelf }));
  plaintext.isOn = false;
  return { file: Buffer.concat(pieces), inside: plaintext.pieces };
};

test("a backup for somebody else's keeping has none of it, not even for who can open it", async () => {
  const { file, inside } = await backUp(false);
  expect(joined(inside).includes("Or everybody sees it")).toBe(true);
  expect(foundIn([...inside, file])).toEqual([]);
  const restored = expectOk(
    await restoreVault(memoryVaultDeps(), { backup: bytesToSource(file), secret }),
  );
  expect(restored.privateShelf.keys()).toEqual([]);
  expect(restored.exhibits()).toEqual(vault.exhibits());
  await restored.close();
});

test("the person's own backup has all of it, for them alone: so this search finds what is there", async () => {
  const { file, inside } = await backUp(true);
  expect(foundIn(inside)).toEqual(markers);
  expect(foundIn([file])).toEqual([]);
});
