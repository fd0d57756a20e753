import {
  err,
  type Exhibit,
  type ExhibitId,
  exhibitSchema,
  type Item,
  ok,
  toExhibitId,
  toSha256Hex,
} from "@holdfast/evidence";
import { expect, it } from "vitest";

import { eraseExhibit, keepLateWords, wordsOfLocked } from "./keep-late-words.ts";

const exhibit = (number: number, part: Partial<Exhibit> = {}): Exhibit =>
  exhibitSchema.parse({
    id: toExhibitId(100_000 + number),
    kind: "chat-export",
    origin: "received-export",
    originalName: `chat ${number}.zip`,
    mediaType: "application/zip",
    formatId: "whatsapp-zip",
    sizeInBytes: 10,
    sha256: toSha256Hex(`${number}`.repeat(64)),
    addedAt: 0,
    eventTime: { kind: "unknown" },
    withdrawn: false,
    ...part,
  });

const message: Item = {
  kind: "message",
  span: { offset: 0, length: 1 },
  time: { kind: "unknown" },
  text: "pay until friday",
};

/** An open place with one locked chat; `isFull`: nothing more can be written onto the device. */
const placeWithLockedChat = (isFull: boolean) => {
  const chat = exhibit(1);
  let exhibits: readonly Exhibit[] = [chat];
  const words = exhibit(2, {
    origin: "words-only",
    derivedFrom: { by: "words-only", exhibit: chat.id },
  });
  const added: Promise<unknown>[] = [];
  const place = {
    isClosing: false,
    isWritingWords: false,
    lockedExhibits: [chat.id],
    addAlone: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = work();
      added.push(mine);
      return mine;
    },
    vault: {
      lockedExhibits: () => exhibits.filter(({ id }) => id === chat.id).map(({ id }) => id),
      exhibits: () => exhibits,
      itemsOf: (id: ExhibitId, { afterRowId = 0 } = {}) =>
        id === chat.id && afterRowId === 0 ? [{ rowId: 1, exhibits: [id], item: message }] : [],
      sealSource: () =>
        Promise.resolve(
          isFull
            ? err({ code: "disk_full" as const, path: "blobs" })
            : ok({
                sha256: words.sha256,
                sealed: { sizeInBytes: 0, read: () => Promise.resolve(new Uint8Array()) },
                known: false,
                addParsed: () => ok(undefined),
                setEventTime: () => undefined,
                commit: () => {
                  exhibits = [...exhibits, words];
                  return Promise.resolve(ok(words));
                },
                abandon: () => Promise.resolve(),
              }),
        ),
      erase: (id: ExhibitId) => {
        exhibits = exhibits.filter((one) => one.id !== id);
        return Promise.resolve(ok(undefined));
      },
      indexPending: () => Promise.resolve(ok(undefined)),
    },
  };
  const told: boolean[] = [];
  const host = { changed: (picturesChanged = false) => void told.push(picturesChanged) };
  return { chat, place, host, told, settled: () => Promise.all(added) };
};

it("the words of a locked chat are written out behind the lock, and the page hears when they are", async () => {
  const { chat, place, host, told, settled } = placeWithLockedChat(false);
  expect(wordsOfLocked(place).notYet).toEqual([{ exhibit: chat.id, name: chat.originalName }]);
  keepLateWords(host, place);
  expect(wordsOfLocked(place).isWriting).toBe(true);
  await settled();
  expect(wordsOfLocked(place)).toEqual({ chats: 1, others: 0, notYet: [], isWriting: false });
  expect(told.length).toBeGreaterThan(0);
});

it("where they cannot be written out, that is shown, and it is over", async () => {
  const { place, host, settled } = placeWithLockedChat(true);
  keepLateWords(host, place);
  await settled();
  expect(wordsOfLocked(place)).toMatchObject({ chats: 0, isWriting: false });
  expect(wordsOfLocked(place).notYet).toHaveLength(1);
});

it("a locked chat is deleted after its words were written out", async () => {
  const { chat, place, host } = placeWithLockedChat(false);
  expect(await eraseExhibit(host, place, { id: chat.id, evenWords: false })).toEqual(ok(undefined));
  expect(place.vault.exhibits().map(({ origin }) => origin)).toEqual(["words-only"]);
});

it("a locked chat whose words cannot be written out is not deleted, unless its words may go too", async () => {
  const { chat, place, host } = placeWithLockedChat(true);
  expect(await eraseExhibit(host, place, { id: chat.id, evenWords: false })).toEqual(
    err({ code: "words_not_kept", exhibit: chat.id, cause: "disk_full" }),
  );
  expect(place.vault.exhibits()).toEqual([chat]);
  expect(await eraseExhibit(host, place, { id: chat.id, evenWords: true })).toEqual(ok(undefined));
  expect(place.vault.exhibits()).toEqual([]);
});

it("nothing is deleted in a place that is being closed", async () => {
  const { chat, place, host } = placeWithLockedChat(false);
  place.isClosing = true;
  expect(await eraseExhibit(host, place, { id: chat.id, evenWords: true })).toEqual(
    err({ code: "place_locked" }),
  );
  expect(place.vault.exhibits()).toEqual([chat]);
});
