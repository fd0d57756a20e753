import { type ByteSource, bytesToSource } from "@holdfast/evidence";

import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import {
  addTexts,
  blobsOf,
  chat,
  createVaultIn,
  openVaultIn,
  picture,
  pngBytes,
  textSource,
  type VaultCase,
  type VaultPlace,
} from "./vault-place.ts";
import type { Vault } from "../vault.ts";

const expectNothingKept = async (place: VaultPlace, vault: Vault): Promise<void> => {
  expectSame(vault.exhibits(), [], "the exhibits");
  expectSame(await blobsOf(place.newDeps()), [], "the blobs");
  expectSame([...vault.custodyLines()].length, 1, "the custody lines");
};

const pngInBase64 = btoa(String.fromCharCode(...pngBytes, ...pngBytes));
const hidden: readonly (readonly [string, ByteSource])[] = [
  ["a picture called text", bytesToSource(pngBytes)],
  ["a picture in base64", textSource(`hello\n\n${pngInBase64}\n`)],
  [
    "a picture far into a text",
    textSource(`${"word ".repeat(300_000)}data:image/png;base64,${pngInBase64}`),
  ],
  ["bytes that are no text", bytesToSource(Uint8Array.of(104, 105, 0, 1, 2))],
];

export const pictureCases: readonly VaultCase[] = [
  {
    name: "keeps no picture in a protected case, under whatever name it comes, and nothing of it stays",
    run: async (place) => {
      const vault = await createVaultIn(place, "protected");
      for (const [what, source] of hidden) {
        const sealed = await vault.sealSource(source, chat);
        expectSame(sealed.ok ? "kept" : sealed.error.code, "picture_not_kept", what);
      }
      expectCode(await vault.sealSource(textSource("x"), picture), "picture_not_kept");
      await expectNothingKept(place, vault);
      await addTexts(vault, "words are kept");
      expectSame(vault.countItems(), 1, "the words");
      await vault.close();
    },
  },
  {
    name: "asks before the first picture while the question is open, and takes words meanwhile",
    run: async (place) => {
      const vault = await createVaultIn(place, "unasked");
      expectCode(await vault.sealSource(bytesToSource(pngBytes), picture), "picture_question_open");
      await expectNothingKept(place, vault);
      await addTexts(vault, "words are kept");
      expectOk(vault.setPictures("all-adult"));
      const draft = expectOk(await vault.sealSource(bytesToSource(pngBytes), picture));
      expectOk(await draft.commit());
      await vault.close();
    },
  },
  {
    name: "locks the pictures of a case that turns out to be protected, keeps its words open, and can delete",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const words = await addTexts(vault, "words stay");
      const draft = expectOk(await vault.sealSource(bytesToSource(pngBytes), picture));
      const kept = expectOk(await draft.commit());
      expectOk(vault.openBlob(kept.id));
      expectOk(vault.setPictures("protected"));
      expectCode(vault.setPictures("all-adult"), "pictures_protected");
      await vault.close();
      const again = await openVaultIn(place);
      expectSame(again.lockedExhibits(), [kept.id], "what is locked");
      expectCode(again.openBlob(kept.id), "picture_locked");
      expectOk(again.openBlob(words.id));
      expectOk(await again.erase(kept.id));
      expectSame(again.lockedExhibits(), [], "what is locked");
      expectSame((await blobsOf(place.newDeps())).length, 1, "the blobs");
      await again.close();
    },
  },
  {
    name: "takes protection back only when asked to by its own name",
    run: async (place) => {
      const vault = await createVaultIn(place, "protected");
      expectOk(vault.liftPictureProtection());
      expectSame(vault.readCase().pictures, "all-adult", "the answer");
      expectOk(vault.setPictures("protected"));
      await vault.close();
    },
  },
];
