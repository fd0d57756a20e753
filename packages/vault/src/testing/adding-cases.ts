import {
  bytesToHex,
  bytesToSource,
  canonicalJson,
  custodyEntrySchema,
  type Item,
  readAll,
} from "@holdfast/evidence";
import { sha256Of, verifyChain } from "@holdfast/seal";

import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import type { Vault } from "../vault.ts";
import type { VaultDeps } from "../vault-deps.ts";
import {
  addTexts,
  blobsOf,
  chat,
  createVaultIn,
  filesOf,
  messageAt,
  noon,
  openVaultIn,
  textBytes,
  textsOf,
  textSource,
  toParsed,
  type VaultCase,
} from "./vault-place.ts";

export const expectChainWhole = (deps: VaultDeps, vault: Vault): void => {
  const report = verifyChain(deps, vault.custodyLines(), vault.custodyOpening);
  expectSame(report.findings, [], "what is wrong with the custody log");
  expectSame(report.head, vault.custodyHead(), "the head of the custody log");
};

/** One of everything that an item can have. */
const fullItem: Item = {
  kind: "email",
  span: { offset: 10, length: 20, member: ["mail.zip", "part 1.2"] },
  time: {
    kind: "instant",
    at: noon(2),
    precision: "second",
    basis: "message-header",
    offsetMinutes: 300,
  },
  from: { scheme: "email", value: "robin@example.org" },
  to: [
    { scheme: "email", value: "maya@example.com" },
    { scheme: "email", value: "sana@example.net" },
  ],
  thread: "Re: the boat",
  subject: "Re: the boat \u{1F6A4}",
  text: "line one\nline two \u0628\u0627\u062a",
  flags: ["forwarded"],
  attachments: [
    {
      name: "boat.jpg",
      present: true,
      mediaType: "image/jpeg",
      sizeInBytes: 5,
      member: ["boat.jpg"],
    },
  ],
  details: {
    kind: "email",
    headers: [["Subject", "Re: the boat"]],
    authenticationResults: ["mx.example.org; spf=pass"],
    dkimSignatures: [],
    remoteContentCount: 2,
  },
};
const times: readonly Item["time"][] = [
  { kind: "wall", local: "2026-03-05T21:14:00", precision: "minute", basis: "export-text" },
  {
    kind: "wall",
    local: "2026-03-05T00:00:00",
    precision: "day",
    basis: "shown-on-screen",
    zone: "Asia/Tokyo",
  },
  { kind: "wall", local: "2026-02-30T12:00:00", precision: "minute", basis: "export-text" },
  { kind: "range", earliest: noon(1), latest: noon(9), basis: "recollection" },
  { kind: "unknown" },
  { kind: "instant", at: -5_000_000_000_001, precision: "millisecond", basis: "file-metadata" },
];

export const addingCases: readonly VaultCase[] = [
  {
    name: "gives every item back exactly as it was parsed",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const items = [fullItem, ...times.map((time, nth) => ({ ...messageAt(`t${nth}`, 0), time }))];
      const draft = expectOk(await vault.sealSource(textSource("mail"), chat));
      expectOk(draft.addParsed(items.map(toParsed)));
      const exhibit = expectOk(await draft.commit());
      const stored = vault.itemsOf(exhibit.id).map(({ item }) => canonicalJson(item));
      expectSame(stored, items.map(canonicalJson), "the items");
      await vault.close();
    },
  },
  {
    name: "gives the bytes back, whole and in parts, and their hash",
    run: async (place) => {
      const deps = place.newDeps();
      const vault = await createVaultIn(place);
      const bytes = new Uint8Array(1_500_000).map((_, index) => (index * 7) & 0xff);
      const draft = expectOk(
        await vault.sealSource(bytesToSource(bytes), {
          ...chat,
          mediaType: "application/octet-stream",
        }),
      );
      expectSame(
        (await draft.sealed.read(700_000, 3)).join(),
        bytes.slice(700_000, 700_003).join(),
        "a part",
      );
      const exhibit = expectOk(await draft.commit());
      const hash = deps.hasher.sha256();
      hash.update(bytes);
      expectSame(exhibit.sha256, bytesToHex(hash.digest()), "the hash");
      const again = deps.hasher.sha256();
      again.update(await readAll(expectOk(vault.openBlob(exhibit.id))));
      expectSame(exhibit.sha256, bytesToHex(again.digest()), "the hash of what is kept");
      expectSame(
        expectOk(await vault.checkBlobs()),
        [{ exhibit: exhibit.id, same: true }],
        "the check",
      );
      await vault.close();
    },
  },
  {
    name: "records an add with its hash, its count of items and the root over their canonical lines",
    run: async (place) => {
      const deps = place.newDeps();
      const vault = await createVaultIn(place);
      const items = [messageAt("one", noon(1)), messageAt("two", noon(2))];
      const draft = expectOk(await vault.sealSource(textSource("one two"), chat));
      for (const item of items) expectOk(draft.addParsed([toParsed(item)]));
      expectOk(
        draft.addParsed([
          { kind: "note", note: { code: "blank_lines", span: { offset: 3, length: 1 } } },
        ]),
      );
      const exhibit = expectOk(await draft.commit());
      const entry = custodyEntrySchema.parse(JSON.parse(vault.custodyOpening(2) ?? ""));
      const root = sha256Of(deps, items.map((item) => `${canonicalJson(item)}\n`).join(""));
      expectSame(entry.action === "item.add" && entry.itemsRoot, root, "the root");
      expectSame(
        entry.action === "item.add" && [entry.items, entry.notes, entry.sha256],
        [2, 1, exhibit.sha256],
        "the entry",
      );
      expectSame(
        vault.notesOf(exhibit.id).map((note) => note.code),
        ["blank_lines"],
        "the notes",
      );
      expectChainWhole(deps, vault);
      await vault.close();
    },
  },
  {
    name: "calls an exhibit by a label that does not tell how many there are",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const ids: string[] = [];
      for (const text of ["one", "two", "three"]) ids.push((await addTexts(vault, text)).id);
      expectSame(
        ids.every((id) => /^ev-\d{6}$/.test(id)),
        true,
        "six digits each",
      );
      const numbers = ids.map((id) => Number(id.slice(3)));
      const isInARow = numbers.every((n, at) => at === 0 || n === (numbers[at - 1] ?? 0) + 1);
      expectSame(isInARow, false, "counted on");
      await vault.close();
    },
  },
  {
    name: "keeps the same file twice as one blob, two exhibits, and its items once with both named",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const first = await addTexts(vault, "the tide is high");
      const draft = expectOk(
        await vault.sealSource(textSource("the tide is high"), {
          ...chat,
          originalName: "copy.txt",
        }),
      );
      expectSame(draft.known, true, "known");
      expectOk(draft.addParsed([toParsed(messageAt("not taken twice", noon(1)))]));
      const second = expectOk(await draft.commit());
      expectSame(
        vault.exhibits().map(({ id }) => id),
        [first.id, second.id],
        "the exhibits, in the order of acquisition",
      );
      expectSame((await blobsOf(place.newDeps())).length, 1, "the blobs");
      const { entries } = vault.timeline({});
      expectSame(
        entries.map((entry) => [entry.item.text, entry.exhibits]),
        [["the tide is high", [first.id, second.id]]],
        "the timeline",
      );
      expectSame(vault.countItems(), 1, "the count");
      await vault.close();
    },
  },
  {
    name: "makes one source of two drafts of the same bytes",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const drafts = [];
      for (let i = 0; i < 2; i += 1) {
        const draft = expectOk(await vault.sealSource(textSource("twin"), chat));
        expectOk(draft.addParsed([toParsed(messageAt("twin", noon(1)))]));
        drafts.push(draft);
      }
      for (const draft of drafts) expectOk(await draft.commit());
      expectSame(textsOf(vault.timeline({}).entries), ["twin"], "the timeline");
      expectSame((await blobsOf(place.newDeps())).length, 1, "the blobs");
      await vault.close();
    },
  },
  {
    name: "shows nothing of an add in flight, and keeps nothing of an abandoned one",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, "kept");
      const draft = expectOk(await vault.sealSource(textSource("draft"), chat));
      const many = Array.from({ length: 6_000 }, (_, nth) =>
        toParsed(messageAt(`draft ${nth}`, noon(1))),
      );
      expectOk(draft.addParsed(many));
      expectSame(textsOf(vault.timeline({}).entries), ["kept"], "the timeline");
      expectSame(vault.search({ text: "draft" }).hits.length, 0, "the hits");
      expectOk(vault.setFacts({ language: "en" }));
      await draft.abandon();
      expectCode(await draft.commit(), "cancelled");
      expectSame(vault.readCase().facts, { language: "en" }, "a fact set meanwhile");
      expectSame((await blobsOf(place.newDeps())).length, 1, "the blobs");
      await vault.close();
      const again = await openVaultIn(place);
      expectSame([again.recovered, again.countItems()], [[], 1], "what is there");
      await again.close();
    },
  },
  {
    name: "removes an add that was cut short at the next opening, with its bytes, and says so",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, "kept");
      const draft = expectOk(await vault.sealSource(textSource("cut"), chat));
      expectOk(
        draft.addParsed(Array.from({ length: 5_001 }, () => toParsed(messageAt("cut", noon(1))))),
      );
      await vault.close();
      await draft.abandon();
      const again = await openVaultIn(place);
      expectSame(
        again.recovered,
        [{ code: "unfinished_add_removed", blobs: 1 }],
        "what was recovered",
      );
      expectSame(textsOf(again.timeline({}).entries), ["kept"], "the timeline");
      expectSame((await blobsOf(place.newDeps())).length, 1, "the blobs");
      await again.close();
    },
  },
  {
    name: "stops when asked, and when the source fails, and leaves nothing",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const signal: AbortSignal = {
        aborted: true,
        reason: undefined,
        onabort: null,
        throwIfAborted: () => undefined,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
        dispatchEvent: () => true,
      };
      expectCode(await vault.sealSource(textSource("tide"), chat, { signal }), "cancelled");
      const failing = { sizeInBytes: 9, read: () => Promise.reject(new Error("unplugged")) };
      expectCode(await vault.sealSource(failing, chat), "source_failed");
      expectSame(await blobsOf(place.newDeps()), [], "the blobs");
      await vault.close();
    },
  },
  {
    name: "tells nothing while it is locked: no hash, name, handle or text of the case stands in its files",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const exhibit = await addTexts(vault, "meet me at the lighthouse");
      expectOk(await vault.indexPending());
      expectOk(vault.privateShelf.set("draft", "my own words"));
      await vault.close();
      const secrets = [
        exhibit.sha256,
        "lighthouse",
        "Robin",
        "WhatsApp",
        "my own words",
        exhibit.id,
        "harbour light",
      ];
      const wanted = secrets.flatMap((text) => [
        textBytes(text),
        textBytes(bytesToHex(textBytes(text))),
      ]);
      wanted.push(
        Uint8Array.from(exhibit.sha256.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16)),
      );
      for (const [path, bytes] of await filesOf(place.newDeps())) {
        const all = new TextDecoder("latin1").decode(bytes) + path;
        for (const needle of wanted) {
          expectSame(
            all.includes(new TextDecoder("latin1").decode(needle)),
            false,
            `${path} tells`,
          );
        }
      }
    },
  },
];
