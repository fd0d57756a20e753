import {
  type ByteSource,
  bytesToSource,
  custodyEntrySchema,
  type Exhibit,
  type ExhibitId,
} from "@holdfast/evidence";

import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import {
  addItems,
  addTexts,
  blobsOf,
  chat,
  createVaultIn,
  messageAt,
  noon,
  openVaultIn,
  picture,
  pngBytes,
  textsOf,
  textSource,
  toParsed,
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

const spoken = [messageAt("Pay by Friday", noon(1)), messageAt("Or all see it", noon(2))];

/** A chat with a picture in it, as an archive is: its bytes are no words. */
const addChatWithPicture = async (vault: Vault, also = ""): Promise<Exhibit> => {
  const bytes = Uint8Array.from([...pngBytes, ...new TextEncoder().encode(also)]);
  const draft = expectOk(
    await vault.sealSource(bytesToSource(bytes), { ...chat, mediaType: "application/zip" }),
  );
  expectOk(draft.addParsed(spoken.map(toParsed)));
  return expectOk(await draft.commit());
};

const keepWordsOf = (vault: Vault, id: ExhibitId): Promise<Exhibit> =>
  addItems(vault, spoken, {
    acquisition: {
      ...chat,
      origin: "words-only",
      derivedFrom: { by: "words-only", exhibit: id },
    },
  });

const expectSpokenOnce = (vault: Vault, exhibits: readonly ExhibitId[]): void => {
  const { entries } = vault.timeline({});
  expectSame(textsOf(entries), textsOf(spoken.map((item) => ({ item }))), "the timeline");
  expectSame(entries[0]?.exhibits, exhibits, "the exhibits of an entry");
  expectSame(vault.search({ text: "friday" }).hits.length, 1, "the places with a word");
  expectSame(vault.countItems(), spoken.length, "the items");
};

export const pictureCases: readonly VaultCase[] = [
  {
    name: "shows the words of a locked exhibit once, as those of the exhibit that can be opened, and logs that alone",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const whole = await addChatWithPicture(vault);
      expectOk(vault.setPictures("protected"));
      const words = await keepWordsOf(vault, whole.id);
      expectOk(await vault.indexPending());
      expectSame(vault.lockedExhibits(), [whole.id], "what is locked");
      expectOk(vault.openBlob(words.id));
      expectSpokenOnce(vault, [words.id]);
      const opening = vault.custodyOpening(vault.custodyHead().seq) ?? "";
      const entry = custodyEntrySchema.parse(JSON.parse(opening));
      expectSame(entry.action, "derive", "the last entry");
      expectSame(opening.includes(whole.id), false, "that it names the locked exhibit");
      await vault.close();
      const again = await openVaultIn(place);
      expectSpokenOnce(again, [words.id]);
      await again.close();
    },
  },
  {
    name: "keeps the words when the locked exhibit is erased, and nothing that leads to it",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const whole = await addChatWithPicture(vault);
      const twin = await addChatWithPicture(vault);
      expectOk(vault.setPictures("protected"));
      const words = await keepWordsOf(vault, whole.id);
      expectOk(await vault.erase(whole.id));
      expectSame(vault.exhibit(words.id)?.derivedFrom?.exhibit, twin.id, "what the words are of");
      expectSpokenOnce(vault, [words.id]);
      expectOk(await vault.erase(twin.id));
      expectSame(vault.exhibit(words.id)?.derivedFrom, { by: "words-only" }, "what is left of it");
      expectSpokenOnce(vault, [words.id]);
      await vault.close();
    },
  },
  {
    name: "shows the locked exhibit's words again when those written out of it are erased or withdrawn",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const whole = await addChatWithPicture(vault);
      expectOk(vault.setPictures("protected"));
      const words = await keepWordsOf(vault, whole.id);
      expectOk(await vault.erase(words.id));
      expectSpokenOnce(vault, [whole.id]);
      const again = await keepWordsOf(vault, whole.id);
      expectSpokenOnce(vault, [again.id]);
      expectOk(vault.withdraw(again.id));
      expectSpokenOnce(vault, [whole.id]);
      await vault.close();
    },
  },
  {
    name: "withdraws the words of what was locked when the answer turns out to be a mistake",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const whole = await addChatWithPicture(vault);
      expectOk(vault.setPictures("protected"));
      const words = await keepWordsOf(vault, whole.id);
      expectOk(vault.liftPictureProtection());
      expectSame(vault.exhibit(words.id)?.withdrawn, true, "that the words are withdrawn");
      expectOk(vault.openBlob(whole.id));
      expectSpokenOnce(vault, [whole.id]);
      await vault.close();
      const reopened = await openVaultIn(place);
      expectOk(reopened.setPictures("protected"));
      const again = await keepWordsOf(reopened, whole.id);
      expectSpokenOnce(reopened, [again.id]);
      await reopened.close();
    },
  },
  {
    name: "closes to pictures when the facts say so, and does not open while they do",
    run: async (place) => {
      const vault = await createVaultIn(place);
      for (const facts of [
        { underEighteen: true },
        { ageInPictures: "some-under-18" },
        { ageInPictures: "unknown" },
      ] as const) {
        expectOk(vault.setFacts(facts));
        expectSame(vault.readCase().pictures, "protected", "the answer");
        expectCode(vault.liftPictureProtection(), "facts_say_protected");
        expectOk(vault.setFacts({ ageInPictures: "all-adult" }));
        expectSame(vault.readCase().pictures, "protected", "the answer");
        expectOk(vault.liftPictureProtection());
      }
      await vault.close();
    },
  },
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
