import fc from "fast-check";
import { expect, it } from "vitest";

import { bytesToSource, err, ok, readAll, type Result } from "@holdfast/evidence";

import { readInboxAddress } from "./inbox-address.ts";
import { type InboxHead, inboxLimits } from "./inbox-entry.ts";
import { createInboxKey, openInboxKey } from "./inbox-key.ts";
import { openInboxEntry } from "./open-inbox-entry.ts";
import { type InboxPlace, type InboxPolicy, sealToInbox } from "./seal-to-inbox.ts";
import { createTestDeps } from "./testing/node-deps.ts";
import { bytesToHeader, headerToBytes } from "./vault-header.ts";
import { createVaultKey } from "./vault-keys.ts";

const vault = "0123456789abcdef0123456789abcdef";
const head: InboxHead = { name: "chat.txt", mediaType: "text/plain", sharedAt: 7, nth: 0 };
const everything: InboxPolicy = { keep: "everything" };

const newInbox = async (seed = "seed") => {
  const deps = createTestDeps(seed);
  const vaultKey = createVaultKey(deps);
  const inbox = await createInboxKey(deps, { vault, vaultKey });
  const pair = await openInboxKey(deps, { vault, vaultKey, inbox });
  if (pair === undefined) throw new Error("a new inbox opens");
  return { deps, vaultKey, inbox, pair, to: { vault, publicKey: pair.publicKey } };
};

interface Refusal {
  readonly code: "full";
}

/** A folder in memory; `room` bytes fit. */
const newPlace = (room = Infinity) => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const place: InboxPlace<Refusal> = {
    usage: () => {
      const sizeInBytes = [...files.values()].reduce((sum, one) => sum + one.length, 0);
      return Promise.resolve(ok({ entries: files.size, sizeInBytes }));
    },
    create: (name) => {
      const pieces: number[] = [];
      const write = (bytes: Uint8Array): Promise<Result<void, Refusal>> => {
        if (pieces.length + bytes.length > room) return Promise.resolve(err({ code: "full" }));
        for (const byte of bytes) pieces.push(byte);
        files.set(name, Uint8Array.from(pieces));
        return Promise.resolve(ok(undefined));
      };
      const discard = (): Promise<void> => Promise.resolve(void files.delete(name));
      return Promise.resolve(ok({ write, discard, finish: () => Promise.resolve(ok(undefined)) }));
    },
  };
  return { place, files };
};

const sealed = async (
  bytes: Uint8Array,
  policy: InboxPolicy = everything,
  about: InboxHead = head,
) => {
  const inbox = await newInbox();
  const { place, files } = newPlace();
  const source = bytesToSource(bytes);
  const done = await sealToInbox(inbox.deps, { to: inbox.to, source, head: about, policy, place });
  const [file = new Uint8Array(0)] = files.values();
  return { ...inbox, done, file, files };
};

it("gives back what was shared, with its name and type, to the vault alone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 9_000 }), fc.string(), async (bytes, name) => {
      const { deps, pair, file } = await sealed(bytes, everything, { ...head, name });
      const opened = await openInboxEntry(deps, { pair, vault, sealed: bytesToSource(file) });
      if (!opened.ok) throw new Error(opened.error.code);
      expect(opened.value.head).toEqual({ ...head, name });
      expect([...(await readAll(opened.value.content))]).toEqual([...bytes]);
    }),
    { numRuns: process.env["SLOW"] === undefined ? 20 : 500 },
  );
});

it("tells nothing of name, type or content, and the same size for one word and for a page", async () => {
  const text = new TextEncoder().encode("the tide is high");
  const { file } = await sealed(text);
  const shown = Buffer.from(file).toString("latin1");
  for (const word of ["the tide", "chat.txt", "text/plain"]) expect(shown).not.toContain(word);
  const page = await sealed(new Uint8Array(3_000));
  expect(page.file).toHaveLength(file.length);
});

it("opens for no other key and no other vault, and with no byte changed or cut", async () => {
  const { deps, pair, file } = await sealed(new TextEncoder().encode("the tide is high"));
  const open = (bytes: Uint8Array, with_ = pair, of = vault) =>
    openInboxEntry(deps, { pair: with_, vault: of, sealed: bytesToSource(bytes) });
  const other = await newInbox("another");
  expect(await open(file, other.pair)).toEqual(err({ code: "inbox_entry_damaged" }));
  expect(await open(file, pair, "f".repeat(32))).toEqual(err({ code: "inbox_entry_damaged" }));
  for (const at of [0, 7, 8, 40, 72, 80, 200, file.length - 1]) {
    const changed = file.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect((await open(changed)).ok).toBe(false);
    expect((await open(file.slice(0, at))).ok).toBe(false);
  }
  const foreign = await open(new TextEncoder().encode("Dear diary, ".repeat(50)));
  expect(foreign).toEqual(err({ code: "inbox_entry_foreign" }));
});

it("keeps words only when it is told to, and then nothing is left of anything else", async () => {
  const fed: number[] = [];
  const check = {
    feed: (bytes: Uint8Array) => {
      fed.push(...bytes);
      return !bytes.includes(0xff);
    },
  };
  const words = await sealed(Uint8Array.of(104, 105), { keep: "words-only", check });
  expect(words.done.ok).toBe(true);
  // The check sees the content and not the head that stands before it.
  expect(fed).toEqual([104, 105]);
  const refused = err({ code: "not_only_words" });
  const bytes = await sealed(Uint8Array.of(104, 0xff), { keep: "words-only", check });
  expect([bytes.done, bytes.files.size]).toEqual([refused, 0]);
  const named = { ...head, mediaType: "image/png" };
  const picture = await sealed(Uint8Array.of(104), { keep: "words-only", check }, named);
  expect([picture.done, picture.files.size]).toEqual([refused, 0]);
});

it("takes nothing more when it is flooded, by things or by bytes, and leaves nothing of what has no room", async () => {
  const { deps, to } = await newInbox();
  const source = bytesToSource(new Uint8Array(10));
  const into = (place: InboxPlace<Refusal>, of = source) =>
    sealToInbox(deps, { to, source: of, head, policy: everything, place });
  const used = (entries: number, sizeInBytes: number): InboxPlace<Refusal> => ({
    ...newPlace().place,
    usage: () => Promise.resolve(ok({ entries, sizeInBytes })),
  });
  const full = err({ code: "inbox_full" });
  expect(await into(used(inboxLimits.floodInEntries, 0))).toEqual(full);
  expect(await into(used(1, inboxLimits.floodInBytes - 5))).toEqual(full);
  const { place, files } = newPlace(300);
  expect([await into(place), files.size]).toEqual([err({ code: "full" }), 0]);
  const broken = { sizeInBytes: 10, read: () => Promise.reject(new Error("gone")) };
  const good = newPlace();
  const failed = await into(good.place, broken);
  expect([failed.ok ? "" : failed.error.code, good.files.size]).toEqual(["source_failed", 0]);
});

it("refuses a key that is no point of the curve, before anything is written", async () => {
  const { deps, to } = await newInbox();
  const { place, files } = newPlace();
  const publicKey = to.publicKey.slice();
  publicKey[20] = (publicKey[20] ?? 0) ^ 1;
  const source = bytesToSource(new Uint8Array(10));
  const off = { ...to, publicKey };
  const done = await sealToInbox(deps, { to: off, source, head, policy: everything, place });
  expect([done, files.size]).toEqual([err({ code: "inbox_key_unusable" }), 0]);
});

it("calls a head that cannot be one damage: whoever has the public key can seal anything", async () => {
  const { deps, pair, to } = await newInbox();
  for (const name of ["x".repeat(5_000), "ok"]) {
    const { place, files } = newPlace();
    const source = bytesToSource(new Uint8Array(3));
    await sealToInbox(deps, {
      to,
      source,
      head: { ...head, name, nth: -1 },
      policy: everything,
      place,
    });
    const [file = new Uint8Array(0)] = files.values();
    const opened = await openInboxEntry(deps, { pair, vault, sealed: bytesToSource(file) });
    expect(opened).toEqual(err({ code: "inbox_entry_damaged" }));
  }
});

it("stands in the header, readable while locked, and is authenticated when the vault is opened", async () => {
  const { deps, vaultKey, inbox, to } = await newInbox();
  const header = {
    format: "holdfast-vault",
    version: 2,
    vault,
    inbox,
    wraps: [wrapOf(vault)],
  } as const;
  const bytes = headerToBytes(deps, header);
  expect(bytesToHeader(deps, bytes)).toEqual(ok(header));
  expect(readInboxAddress(bytes)).toEqual(to);
  expect(
    readInboxAddress(
      headerToBytes(deps, { format: "holdfast-vault", version: 1, vault, wraps: [wrapOf(vault)] }),
    ),
  ).toBeUndefined();
  for (const other of ["", "{}", "null", '{"header":{"vault":7}}', "Dear diary"]) {
    expect(readInboxAddress(new TextEncoder().encode(other))).toBeUndefined();
  }
  const replaced = { ...inbox, publicKey: (await newInbox("another")).inbox.publicKey };
  expect(await openInboxKey(deps, { vault, vaultKey, inbox: replaced })).toBeUndefined();
});

const wrapOf = (id: string) =>
  ({
    kind: "device-key",
    derivation: { name: "hkdf-sha256" },
    id: id.slice(0, 16),
    salt: "0".repeat(32),
    nonce: "0".repeat(24),
    sealed: "0".repeat(96),
  }) as const;
