import { bytesToSource, custodyEntrySchema, readAll, toExhibitId } from "@holdfast/evidence";

import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import { openVault } from "../open-vault.ts";
import { restoreVault } from "../restore-vault.ts";
import type { Vault } from "../vault.ts";
import { expectChainWhole } from "./adding-cases.ts";
import {
  addItems,
  addTexts,
  blobsOf,
  createVaultIn,
  messageAt,
  messageOnWall,
  noon,
  openVaultIn,
  passphraseOf,
  picture,
  pngBytes,
  secret,
  textsOf,
  type VaultCase,
  type VaultPlace,
} from "./vault-place.ts";

const backupOf = async (vault: Vault): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  const done = await vault.backup((piece) => {
    pieces.push(piece.slice());
    return Promise.resolve();
  });
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  expectSame(expectOk(done).sizeInBytes, bytes.length, "the size of the backup");
  return bytes;
};

/** Takes the vault's files away, so that a backup can be put back into the same place. */
const empty = async (place: VaultPlace): Promise<void> => {
  const { files } = place.newDeps().driver;
  for (const path of expectOk(await files.list(""))) expectOk(await files.remove(path));
};

const actionsOf = (vault: Vault): readonly (string | undefined)[] =>
  [...vault.custodyLines()].map((_, index) => {
    const opening = vault.custodyOpening(index + 1);
    return opening === undefined ? undefined : custodyEntrySchema.parse(JSON.parse(opening)).action;
  });

export const leavingCases: readonly VaultCase[] = [
  {
    name: "erases an exhibit with its bytes, items, index rows and openings, and the chain still verifies",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const gone = await addTexts(vault, "erase these words");
      await addTexts(vault, "keep these words");
      expectOk(await vault.indexPending());
      expectOk(vault.record({ action: "note.add", exhibit: gone.id, text: "about it" }));
      expectOk(await vault.erase(gone.id));
      expectSame(textsOf(vault.timeline({}).entries), ["keep these words"], "the timeline");
      expectSame(
        textsOf(vault.search({ text: "these words" }).hits),
        ["keep these words"],
        "the hits",
      );
      expectSame(vault.exhibit(gone.id), undefined, "the exhibit");
      expectCode(vault.openBlob(gone.id), "no_such_exhibit");
      expectCode(await vault.erase(gone.id), "no_such_exhibit");
      expectSame((await blobsOf(place.newDeps())).length, 1, "the blobs");
      expectSame(
        actionsOf(vault),
        ["case.create", undefined, "item.add", undefined, "item.erase"],
        "the log",
      );
      expectChainWhole(place.newDeps(), vault);
      await addTexts(vault, "erase these words");
      expectOk(await vault.indexPending());
      expectSame(vault.search({ text: "erase" }).hits.length, 1, "the hits");
      await vault.close();
    },
  },
  {
    name: "keeps a source that another exhibit holds when one of the two is erased",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const first = await addTexts(vault, "twin words");
      const second = await addTexts(vault, "twin words");
      expectOk(await vault.erase(first.id));
      expectSame(
        vault.timeline({}).entries.map((entry) => entry.exhibits),
        [[second.id]],
        "the timeline",
      );
      expectSame((await readAll(expectOk(vault.openBlob(second.id)))).length, 10, "the bytes");
      await vault.close();
    },
  },
  {
    name: "restores a backup as a branch of its own, with everything in it",
    run: async (place) => {
      const vault = await createVaultIn(place);
      expectOk(vault.setFacts({ zone: "Asia/Karachi" }));
      expectOk(vault.privateShelf.set("draft", "my own words"));
      await addItems(vault, [
        messageOnWall("wall", "2026-03-01T10:00:00"),
        messageAt("two", noon(2)),
      ]);
      const draft = expectOk(await vault.sealSource(bytesToSource(pngBytes), picture));
      const kept = expectOk(await draft.commit());
      const before = {
        exhibits: vault.exhibits(),
        entries: vault.timeline({}).entries,
        instance: vault.readCase().instance,
        lines: [...vault.custodyLines()],
      };
      const backup = await backupOf(vault);
      await vault.close();
      await empty(place);
      const said: number[] = [];
      const restored = expectOk(
        await restoreVault(place.newDeps(), {
          backup: bytesToSource(backup),
          secret,
          onProgress: ({ done, total }) => said.push(done / total),
        }),
      );
      expectSame(
        said.toSorted((a, b) => a - b),
        said,
        "the progress never goes back",
      );
      expectSame(said.at(-1), 1, "the progress at the end");
      expectSame(restored.exhibits(), before.exhibits, "the exhibits");
      expectSame(restored.timeline({}).entries, before.entries, "the timeline");
      expectSame(restored.privateShelf.get("draft"), "my own words", "the shelf");
      expectSame(
        (await readAll(expectOk(restored.openBlob(kept.id)))).join(),
        pngBytes.join(),
        "the bytes",
      );
      expectSame(restored.readCase().instance === before.instance, false, "the instance");
      expectSame(actionsOf(restored).slice(-1), ["restore"], "the log's end");
      expectSame([...restored.custodyLines()].slice(0, -1), before.lines, "the log before");
      expectChainWhole(place.newDeps(), restored);
      expectOk(await restored.indexPending());
      expectSame(restored.search({ text: "wall" }).hits.length, 1, "the hits");
      await restored.close();
      await (await openVaultIn(place)).close();
    },
  },
  {
    name: "restores with new keys when asked, and the old passphrase opens that vault no more",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, "words");
      const backup = bytesToSource(await backupOf(vault));
      await vault.close();
      await empty(place);
      const newSecrets = [passphraseOf("another lamp")];
      await expectOk(await restoreVault(place.newDeps(), { backup, secret, newSecrets })).close();
      expectCode(await openVault(place.newDeps(), { secret }), "wrong_passphrase");
      const [fresh] = newSecrets;
      if (fresh === undefined) return;
      const opened = expectOk(await openVault(place.newDeps(), { secret: fresh }));
      expectSame(opened.countItems(), 1, "the items");
      await opened.close();
    },
  },
  {
    name: "refuses a backup that was cut or changed anywhere, a foreign file and a wrong passphrase, and writes nothing",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, "words");
      const backup = await backupOf(vault);
      await vault.close();
      await empty(place);
      const restore = (bytes: Uint8Array, with_ = secret) =>
        restoreVault(place.newDeps(), { backup: bytesToSource(bytes), secret: with_ });
      const steps = 25;
      for (let step = 0; step < steps; step += 1) {
        const at = Math.floor(((backup.length - 1) * step) / (steps - 1));
        const changed = backup.slice();
        changed[at] = (changed[at] ?? 0) ^ 4;
        expectSame((await restore(changed)).ok, false, `a byte changed at ${at}`);
        expectSame((await restore(backup.slice(0, at))).ok, false, `cut at ${at}`);
      }
      expectCode(await restore(backup.slice(0, -1)), "backup_damaged");
      expectCode(await restore(pngBytes), "not_a_backup");
      expectCode(await restore(backup, passphraseOf("x")), "wrong_passphrase");
      const left = expectOk(await place.newDeps().driver.files.list(""));
      expectSame(
        left.filter((path) => !path.startsWith("lock")),
        [],
        "the files",
      );
    },
  },
  {
    name: "fills its log before a bag for somebody else, and tells only that bag's exhibits again",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const handed = await addTexts(vault, "handed over");
      await addTexts(vault, "stays at home");
      expectOk(vault.record({ action: "note.add", exhibit: handed.id, text: "seen on the bus" }));
      const before = vault.custodyHead().seq;
      expectOk(vault.recordExport({ kind: "full", bag: "a full one", exhibits: [handed.id] }));
      expectSame(vault.custodyHead().seq, before + 1, "the lines after a full bag");
      expectOk(vault.recordExport({ kind: "disclosure", bag: "a copy", exhibits: [handed.id] }));
      const { seq } = vault.custodyHead();
      expectSame(seq % 64, 0, "the lines on the last sheet");
      const actions = actionsOf(vault);
      expectSame(actions.slice(-4), ["log.fill", "item.show", "item.show", "export"], "the end");
      expectSame(
        actions.slice(before + 1, -3).every((action) => action === "log.fill"),
        true,
        "filling",
      );
      expectChainWhole(place.newDeps(), vault);
      const again = vault.recordExport({
        kind: "disclosure",
        bag: "b",
        exhibits: [toExhibitId(1)],
      });
      expectCode(again, "no_such_exhibit");
      expectSame(vault.custodyHead().seq, seq, "the lines after a bag that could not be");
      expectOk(await vault.erase(handed.id));
      expectSame(vault.custodyOpening(seq - 1), undefined, "what was told of an erased exhibit");
      expectChainWhole(place.newDeps(), vault);
      await vault.close();
    },
  },
  {
    name: "leaves locked pictures out of a backup, and can leave out the private shelf",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const draft = expectOk(await vault.sealSource(bytesToSource(pngBytes), picture));
      const kept = expectOk(await draft.commit());
      await addTexts(vault, "words stay");
      expectOk(vault.privateShelf.set("draft", "my own words"));
      expectOk(vault.setPictures("protected"));
      const pieces: Uint8Array[] = [];
      expectOk(
        await vault.backup((piece) => Promise.resolve(void pieces.push(piece.slice())), {
          withPrivateShelf: false,
        }),
      );
      await vault.close();
      await empty(place);
      const backup = new Uint8Array(pieces.flatMap((piece) => [...piece]));
      const restored = expectOk(
        await restoreVault(place.newDeps(), { backup: bytesToSource(backup), secret }),
      );
      expectSame((await blobsOf(place.newDeps())).length, 1, "the blobs");
      expectSame(restored.lockedExhibits(), [kept.id], "what is locked");
      expectSame(restored.privateShelf.keys(), [], "the shelf");
      expectCode(restored.openBlob(kept.id), "picture_locked");
      expectSame(textsOf(restored.timeline({}).entries), ["words stay"], "the words");
      await restored.close();
    },
  },
];
