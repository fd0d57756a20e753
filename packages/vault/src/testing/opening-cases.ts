import { Secret } from "@holdfast/evidence";
import { createRecoveryWords } from "@holdfast/seal";

import { createVault } from "../create-vault.ts";
import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import { openVault } from "../open-vault.ts";
import {
  addTexts,
  createVaultIn,
  openVaultIn,
  passphraseOf,
  secret,
  textBytes,
  textsOf,
  type VaultCase,
  type VaultPlace,
} from "./vault-place.ts";

const flip = async (place: VaultPlace, path: string, at: number): Promise<void> => {
  const { files } = place.newDeps().driver;
  const bytes = expectOk(await files.read(path, 0, 65_536));
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  expectOk(await files.replace(path, bytes));
};

const closedVault = async (place: VaultPlace): Promise<void> => {
  const vault = await createVaultIn(place);
  await addTexts(vault, "the tide is high");
  await vault.close();
};

const open = (place: VaultPlace, with_ = secret) => openVault(place.newDeps(), { secret: with_ });

export const openingCases: readonly VaultCase[] = [
  {
    name: "opens again with everything that was kept",
    run: async (place) => {
      const first = await createVaultIn(place);
      const facts = { zone: "Asia/Karachi", language: "ur" };
      expectOk(first.setFacts(facts));
      expectOk(first.privateShelf.set("draft/1", "not now"));
      const exhibit = await addTexts(first, "the tide is high", "so is the moon");
      const before = { case: first.readCase(), lines: [...first.custodyLines()] };
      await first.close();
      const vault = await openVaultIn(place);
      expectSame(vault.readCase(), before.case, "the case");
      expectSame([...vault.custodyLines()], before.lines, "the custody lines");
      expectSame(vault.exhibits(), [exhibit], "the exhibits");
      expectSame(
        textsOf(vault.itemsOf(exhibit.id)),
        ["the tide is high", "so is the moon"],
        "items",
      );
      expectSame(vault.privateShelf.get("draft/1"), "not now", "the shelf");
      expectSame(vault.recovered, [], "what was recovered");
      await vault.close();
    },
  },
  {
    name: "answers a wrong passphrase with its own code",
    run: async (place) => {
      await closedVault(place);
      expectCode(await open(place, passphraseOf("harbour light 8")), "wrong_passphrase");
    },
  },
  {
    name: "opens with either header when the other is damaged or gone, and with neither says so",
    run: async (place) => {
      await closedVault(place);
      await flip(place, "header", 80);
      await (await openVaultIn(place)).close();
      expectOk(await place.newDeps().driver.files.remove("header"));
      await (await openVaultIn(place)).close();
      await flip(place, "header.bak", 300);
      expectCode(await open(place), "header_damaged");
      expectOk(await place.newDeps().driver.files.remove("header.bak"));
      expectCode(await open(place), "header_damaged");
    },
  },
  {
    name: "tells a folder and a file that were never a vault",
    run: async (place) => {
      expectCode(await open(place), "not_a_vault");
      expectOk(await place.newDeps().driver.files.replace("header", textBytes("Dear diary")));
      expectCode(await open(place), "not_a_vault");
      expectSame((await place.newDeps().driver.files.list("")).ok, true, "the folder");
    },
  },
  {
    name: "refuses to make a vault where one is, and leaves it as it was",
    run: async (place) => {
      await closedVault(place);
      const again = await createVault(place.newDeps(), {
        secrets: [passphraseOf("another")],
        pictures: "all-adult",
        software: "x",
      });
      expectCode(again, "vault_exists");
      const vault = await openVaultIn(place);
      expectSame(vault.countItems(), 1, "the items");
      await vault.close();
    },
  },
  {
    name: "is opened by one at a time",
    run: async (place) => {
      const vault = await createVaultIn(place);
      expectCode(await open(place), "vault_in_use");
      await vault.close();
      await (await openVaultIn(place)).close();
    },
  },
  {
    name: "never opens without its database, and never as an empty vault",
    run: async (place) => {
      await closedVault(place);
      const { files } = place.newDeps().driver;
      for (const path of expectOk(await files.list(""))) {
        if (path.startsWith("case.db")) expectOk(await files.remove(path));
      }
      expectCode(await open(place), "database_unreadable");
    },
  },
  {
    name: "opens with recovery words that were added, and no more when they were removed",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const words = createRecoveryWords(place.newDeps());
      const recovery = { kind: "recovery-words", words } as const;
      const { id } = expectOk(await vault.addWrap(recovery));
      await vault.close();
      const opened = expectOk(await open(place, recovery));
      expectSame(
        opened.wraps().map((wrap) => wrap.kind),
        ["passphrase", "recovery-words"],
        "the wraps",
      );
      expectOk(await opened.removeWrap(id));
      expectCode(await opened.removeWrap(opened.wraps()[0]?.id ?? ""), "last_wrap");
      expectCode(await opened.removeWrap("0"), "no_such_wrap");
      await opened.close();
      expectCode(await open(place, recovery), "wrong_passphrase");
      const misspelt = { ...recovery, words: new Secret(`${words.reveal()} harbor`) };
      expectCode(await open(place, misspelt), "wrong_passphrase");
    },
  },
];
