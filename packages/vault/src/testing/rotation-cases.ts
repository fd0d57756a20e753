import { bytesToSource, readAll } from "@holdfast/evidence";

import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import { openVault } from "../open-vault.ts";
import { rotateVault } from "../rotate-vault.ts";
import { expectChainWhole } from "./adding-cases.ts";
import { shareInto } from "./inbox-aids.ts";
import {
  addTexts,
  blobsOf,
  createVaultIn,
  filesOf,
  openVaultIn,
  passphraseOf,
  picture,
  pngBytes,
  secret,
  textBytes,
  textsOf,
  type VaultCase,
  type VaultPlace,
} from "./vault-place.ts";

export const newSecret = passphraseOf("another lamp 9");

export const rotateIn = (place: VaultPlace, signal?: AbortSignal) =>
  rotateVault(place.newDeps(), {
    secret,
    newSecrets: [newSecret],
    ...(signal === undefined ? {} : { signal }),
  });

const namesOf = async (place: VaultPlace): Promise<readonly string[]> =>
  [...(await filesOf(place.newDeps())).keys()].filter((path) => !path.startsWith("lock"));

export const rotationCases: readonly VaultCase[] = [
  {
    name: "gets new keys throughout: the old secret opens nothing, and everything is there",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, "the tide is high");
      const draft = expectOk(await vault.sealSource(bytesToSource(pngBytes), picture));
      const kept = expectOk(await draft.commit());
      expectOk(vault.privateShelf.set("draft", "my own words"));
      const before = { exhibits: vault.exhibits(), lines: [...vault.custodyLines()] };
      await vault.close();
      const blobs = await blobsOf(place.newDeps());
      const { vault: rotated, damaged } = expectOk(await rotateIn(place));
      expectSame([damaged, rotated.exhibits()], [[], before.exhibits], "the exhibits");
      expectSame([...rotated.custodyLines()].slice(0, -2), before.lines, "the log before");
      expectChainWhole(place.newDeps(), rotated);
      expectSame(textsOf(rotated.timeline({}).entries), ["the tide is high"], "the timeline");
      expectSame(rotated.privateShelf.get("draft"), "my own words", "the shelf");
      expectSame(await readAll(expectOk(rotated.openBlob(kept.id))), pngBytes, "the bytes");
      await rotated.close();
      expectCode(await openVault(place.newDeps(), { secret }), "wrong_passphrase");
      const opened = expectOk(await openVault(place.newDeps(), { secret: newSecret }));
      expectSame(opened.recovered, [], "what was recovered");
      await opened.close();
      const now = await blobsOf(place.newDeps());
      expectSame([now.length, now.filter((path) => blobs.includes(path))], [2, []], "the blobs");
      expectSame(
        (await namesOf(place)).filter((path) => path.startsWith("next")),
        [],
        "the rest",
      );
    },
  },
  {
    name: "leaves a vault as it was when its secret is wrong, when it is open, and when it is told to stop",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, "the tide is high");
      expectCode(await rotateIn(place), "vault_in_use");
      await vault.close();
      const before = await namesOf(place);
      const wrong = { secret: newSecret, newSecrets: [newSecret] } as const;
      expectCode(await rotateVault(place.newDeps(), wrong), "wrong_passphrase");
      const stopped = new AbortController();
      stopped.abort();
      expectCode(await rotateIn(place, stopped.signal), "cancelled");
      const empty = { secret, newSecrets: [passphraseOf("")] } as const;
      expectCode(await rotateVault(place.newDeps(), empty), "passphrase_empty");
      const again = await openVaultIn(place);
      expectSame([again.recovered, again.countItems()], [[], 1], "what is there");
      await again.close();
      const after = (await namesOf(place)).filter((path) => !before.includes(path));
      expectSame(
        after.filter((path) => !path.startsWith("case.db")),
        [],
        "what is new",
      );
    },
  },
  {
    name: "takes locked and damaged originals along unopened, and names the damaged",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const words = await addTexts(vault, "words stay");
      const [wordsBlob = ""] = await blobsOf(place.newDeps());
      const draft = expectOk(await vault.sealSource(bytesToSource(pngBytes), picture));
      const kept = expectOk(await draft.commit());
      expectOk(vault.setPictures("protected"));
      await vault.close();
      const { files } = place.newDeps().driver;
      const bytes = expectOk(await files.read(wordsBlob, 0, 100_000));
      bytes[300] = (bytes[300] ?? 0) ^ 1;
      expectOk(await files.replace(wordsBlob, bytes));
      const before = await blobsOf(place.newDeps());
      const { vault: rotated, damaged } = expectOk(await rotateIn(place));
      expectSame(damaged, [words.id], "what is damaged");
      expectSame(rotated.lockedExhibits(), [kept.id], "what is locked");
      expectCode(rotated.openBlob(kept.id), "picture_locked");
      expectSame(await blobsOf(place.newDeps()), before, "the blobs");
      expectOk(rotated.liftPictureProtection());
      expectSame(await readAll(expectOk(rotated.openBlob(kept.id))), pngBytes, "the bytes");
      await rotated.close();
    },
  },
  {
    name: "still reads what was shared before its keys were changed, and what is shared after",
    run: async (place) => {
      await (await createVaultIn(place)).close();
      const before = await shareInto(place, textBytes("before"), { sharedAt: 1 });
      await expectOk(await rotateIn(place)).vault.close();
      const after = await shareInto(place, textBytes("after"), { sharedAt: 2 });
      const vault = expectOk(await openVault(place.newDeps(), { secret: newSecret }));
      const { entries } = expectOk(await vault.inbox.list());
      expectSame(
        entries.map(({ id, state }) => [id, state]),
        [
          [before, "readable"],
          [after, "readable"],
        ],
        "the inbox",
      );
      await vault.close();
    },
  },
];
