import { err, readAll } from "@holdfast/evidence";
import {
  bytesToHeader,
  createInboxKey,
  createVaultKey,
  headerToBytes,
  type VaultHeader,
} from "@holdfast/seal";

import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import { createPictureScan } from "../picture-scan.ts";
import { openVault } from "../open-vault.ts";
import type { VaultDeps } from "../vault-deps.ts";
import { shareInto } from "./inbox-aids.ts";
import {
  blobsOf,
  chat,
  createVaultIn,
  filesOf,
  messageAt,
  noon,
  openVaultIn,
  picture,
  pngBytes,
  secret,
  textBytes,
  textsOf,
  toParsed,
  type VaultCase,
  type VaultPlace,
} from "./vault-place.ts";

const closedVault = async (place: VaultPlace, pictures: "all-adult" | "protected" | "unasked") =>
  (await createVaultIn(place, pictures)).close();

const inboxFiles = async (place: VaultPlace): Promise<readonly string[]> =>
  [...(await filesOf(place.newDeps())).keys()].filter((path) => path.startsWith("inbox/"));

const wordsOnly = () => ({ keep: "words-only", check: createPictureScan() }) as const;

/** Reads the header, changes it, and writes both copies: what somebody with the device could do. */
const changeHeader = async (
  place: VaultPlace,
  change: (header: VaultHeader, deps: VaultDeps) => VaultHeader | Promise<VaultHeader>,
): Promise<void> => {
  const deps = place.newDeps();
  const bytes = expectOk(await deps.driver.files.read("header", 0, 65_536));
  const changed = await change(expectOk(bytesToHeader(deps, bytes)), deps);
  for (const path of ["header", "header.bak"]) {
    expectOk(await deps.driver.files.replace(path, headerToBytes(deps, changed)));
  }
};

export const inboxCases: readonly VaultCase[] = [
  {
    name: "takes in what was shared while it was locked, and then it is no longer in the inbox",
    run: async (place) => {
      await closedVault(place, "all-adult");
      const second = await shareInto(place, pngBytes, {
        name: "harbour.png",
        mediaType: "image/png",
        nth: 1,
      });
      const first = await shareInto(place, textBytes("the tide is high"));
      const told = [...(await filesOf(place.newDeps()))].map(
        ([path, bytes]) => path + new TextDecoder("latin1").decode(bytes),
      );
      for (const word of ["the tide", "chat.txt", "harbour.png", "image/png"]) {
        expectSame(told.filter((file) => file.includes(word)).length, 0, `${word} in the files`);
      }
      const vault = await openVaultIn(place);
      const { entries, notListed } = expectOk(await vault.inbox.list());
      expectSame(
        entries.map(
          (one) =>
            one.state === "readable" && [one.id, one.name, one.mediaType, one.nth, one.sizeInBytes],
        ),
        [
          [first, "chat.txt", "text/plain", 0, 16],
          [second, "harbour.png", "image/png", 1, pngBytes.length],
        ],
        "the inbox",
      );
      expectSame(notListed, 0, "what is not listed");
      const seen = await readAll(expectOk(await vault.inbox.open(first)));
      expectSame(new TextDecoder().decode(seen), "the tide is high", "a look at it");
      const draft = expectOk(await vault.inbox.takeIn(first, chat));
      expectOk(draft.addParsed([toParsed(messageAt("the tide is high", noon(1)))]));
      expectSame((await inboxFiles(place)).length, 2, "what lies there before the commit");
      const exhibit = expectOk(await draft.commit());
      expectSame(await inboxFiles(place), [`inbox/${second}`], "what lies there after it");
      const kept = await readAll(expectOk(vault.openBlob(exhibit.id)));
      expectSame(new TextDecoder().decode(kept), "the tide is high", "the bytes");
      expectSame(textsOf(vault.timeline({}).entries), ["the tide is high"], "the timeline");
      expectCode(await vault.inbox.takeIn(first, chat), "no_such_inbox_entry");
      expectOk(await vault.inbox.remove(second));
      expectSame(expectOk(await vault.inbox.list()).entries, [], "the inbox");
      await vault.close();
    },
  },
  {
    name: "keeps an entry of an add that was abandoned or cut short",
    run: async (place) => {
      await closedVault(place, "all-adult");
      const id = await shareInto(place, textBytes("the tide is high"));
      const vault = await openVaultIn(place);
      await expectOk(await vault.inbox.takeIn(id, chat)).abandon();
      expectOk(await vault.inbox.takeIn(id, chat));
      await vault.close();
      const again = await openVaultIn(place);
      expectSame(expectOk(await again.inbox.list()).entries.length, 1, "the inbox");
      expectOk(await expectOk(await again.inbox.takeIn(id, chat)).commit());
      await again.close();
    },
  },
  {
    name: "takes an entry in once, although a crash came between the commit and its removal",
    run: async (place) => {
      await closedVault(place, "all-adult");
      const id = await shareInto(place, textBytes("the tide is high"));
      const deps = place.newDeps();
      const { files } = deps.driver;
      const stuck = err({ code: "device_failed", path: `inbox/${id}` } as const);
      const driver = {
        ...deps.driver,
        files: {
          ...files,
          remove: (path: string) =>
            path.startsWith("inbox/") ? Promise.resolve(stuck) : files.remove(path),
        },
      };
      const vault = expectOk(await openVault({ ...deps, driver }, { secret }));
      expectOk(await expectOk(await vault.inbox.takeIn(id, chat)).commit());
      expectSame(await inboxFiles(place), [`inbox/${id}`], "what still lies there");
      expectSame(expectOk(await vault.inbox.list()).entries, [], "the inbox");
      expectCode(await vault.inbox.takeIn(id, chat), "no_such_inbox_entry");
      await vault.close();
      const again = await openVaultIn(place);
      expectSame(await inboxFiles(place), [], "what lies there after the next opening");
      expectSame(again.exhibits().length, 1, "the exhibits");
      await again.close();
    },
  },
  {
    name: "names damaged and foreign things in the inbox, and removes none of them by itself",
    run: async (place) => {
      await closedVault(place, "all-adult");
      const { files } = place.newDeps().driver;
      const good = await shareInto(place, textBytes("the tide is high"));
      const cut = await shareInto(place, textBytes("so is the moon"));
      const whole = expectOk(await files.read(`inbox/${cut}`, 0, 10_000));
      expectOk(await files.replace(`inbox/${cut}`, whole.subarray(0, -1)));
      const foreign = "f".repeat(32);
      expectOk(await files.replace(`inbox/${foreign}`, textBytes("Dear diary ".repeat(20))));
      expectOk(await files.replace("inbox/notes.txt", textBytes("Dear diary")));
      const vault = await openVaultIn(place);
      const { entries } = expectOk(await vault.inbox.list());
      const states = Object.fromEntries(entries.map(({ id, state }) => [id, state]));
      expectSame(
        [entries.length, states[good], states[cut], states[foreign], states["notes.txt"]],
        [4, "readable", "damaged", "foreign", "foreign"],
        "the inbox",
      );
      expectCode(await vault.inbox.takeIn(cut, chat), "inbox_entry_damaged");
      expectCode(await vault.inbox.open(foreign), "inbox_entry_foreign");
      expectCode(await vault.inbox.remove("notes.txt"), "no_such_inbox_entry");
      expectOk(await vault.inbox.remove(cut));
      expectSame((await inboxFiles(place)).length, 3, "what lies there");
      await vault.close();
    },
  },
  {
    name: "keeps words only from the inbox of a protected case, under whatever name a picture comes",
    run: async (place) => {
      await closedVault(place, "protected");
      const words = await shareInto(place, textBytes("the tide is high"), {}, wordsOnly());
      const named = await shareInto(place, pngBytes, { mediaType: "image/png" });
      const disguised = await shareInto(place, pngBytes);
      const vault = await openVaultIn(place);
      expectCode(await vault.inbox.open(named), "picture_not_kept");
      expectCode(await vault.inbox.open(disguised), "picture_not_kept");
      expectCode(await vault.inbox.takeIn(disguised, chat), "picture_not_kept");
      expectCode(await vault.inbox.takeIn(named, picture), "picture_not_kept");
      expectSame([vault.exhibits(), await blobsOf(place.newDeps())], [[], []], "what was kept");
      expectOk(await vault.inbox.open(words));
      expectOk(await expectOk(await vault.inbox.takeIn(words, chat)).commit());
      expectOk(await vault.inbox.remove(named));
      expectOk(await vault.inbox.remove(disguised));
      expectSame(await inboxFiles(place), [], "what lies there");
      await vault.close();
    },
  },
  {
    name: "gives a vault of an older version its inbox at the next opening, with the same keys",
    run: async (place) => {
      await closedVault(place, "all-adult");
      await changeHeader(place, ({ format, vault, wraps }) => ({
        format,
        vault,
        wraps,
        version: 1,
      }));
      const old = await openVaultIn(place);
      expectSame(old.recovered, [], "what was recovered");
      await old.close();
      const id = await shareInto(place, textBytes("the tide is high"));
      const vault = await openVaultIn(place);
      expectSame(
        expectOk(await vault.inbox.list()).entries.map((one) => one.id),
        [id],
        "the inbox",
      );
      await vault.close();
    },
  },
  {
    name: "says that its inbox key was replaced while it was locked, makes a new one, and opens",
    run: async (place) => {
      await closedVault(place, "all-adult");
      const before = await shareInto(place, textBytes("the tide is high"));
      await changeHeader(place, async (header, deps) => ({
        ...header,
        inbox: await createInboxKey(deps, { vault: header.vault, vaultKey: createVaultKey(deps) }),
      }));
      const meanwhile = await shareInto(place, textBytes("so is the moon"));
      const vault = await openVaultIn(place);
      expectSame(vault.recovered, [{ code: "inbox_key_replaced" }], "what was recovered");
      const { entries } = expectOk(await vault.inbox.list());
      expectSame(
        entries.map(({ state }) => state),
        ["damaged", "damaged"],
        `the entries ${before} and ${meanwhile}`,
      );
      await vault.close();
      const id = await shareInto(place, textBytes("again"));
      const again = await openVaultIn(place);
      expectSame(again.recovered, [], "what was recovered");
      expectOk(await again.inbox.open(id));
      await again.close();
    },
  },
];
