import { expect, it } from "vitest";

import { Secret } from "@holdfast/evidence";

import { type KeyWrap, type UnlockSecret, unwrapVaultKey, wrapVaultKey } from "./key-wrap.ts";
import { createRecoveryWords } from "./recovery-words.ts";
import { createTestDeps } from "./testing/node-deps.ts";
import { bytesToHeader, headerToBytes } from "./vault-header.ts";
import { createVaultKey, deriveKey } from "./vault-keys.ts";

const vault = "0123456789abcdef0123456789abcdef";
const passphrase = (text: string): UnlockSecret => ({
  kind: "passphrase",
  passphrase: new Secret(text),
});

const wrapWith = async (secret: UnlockSecret) => {
  const deps = createTestDeps();
  const vaultKey = createVaultKey(deps);
  const wrapped = await wrapVaultKey(deps, { vault, vaultKey, secret });
  if (!wrapped.ok) throw new Error(wrapped.error.code);
  return { deps, vaultKey, wrap: wrapped.value };
};

it("opens with the passphrase it was made with, typed composed or decomposed, and with no other", async () => {
  const { deps, vaultKey, wrap } = await wrapWith(passphrase("caf\u00e9 harbour"));
  const open = (text: string) => unwrapVaultKey(deps, { vault, wrap, secret: passphrase(text) });
  const same = await open("cafe\u0301 harbour");
  expect(same.ok && same.value?.reveal()).toEqual(vaultKey.reveal());
  expect(await open("cafe harbour")).toEqual({ ok: true, value: undefined });
});

it("opens with its recovery words in any case and spacing", async () => {
  const words = createRecoveryWords(createTestDeps("words"));
  expect(words.reveal().split(" ")).toHaveLength(12);
  const { deps, vaultKey, wrap } = await wrapWith({ kind: "recovery-words", words });
  const typed = new Secret(`  ${words.reveal().toUpperCase().replaceAll(" ", "\n ")} `);
  const opened = await unwrapVaultKey(deps, {
    vault,
    wrap,
    secret: { kind: "recovery-words", words: typed },
  });
  expect(opened.ok && opened.value?.reveal()).toEqual(vaultKey.reveal());
});

it("names the place of a recovery word that is not on the list, and says when the checksum is wrong", async () => {
  const words = createRecoveryWords(createTestDeps("words")).reveal().split(" ");
  const open = (list: readonly string[]) =>
    wrapWith({ kind: "recovery-words", words: new Secret(list.join(" ")) });
  await expect(open(words.with(4, "holdfast"))).rejects.toThrow("recovery_words_unknown");
  await expect(open(words.slice(0, 11))).rejects.toThrow("recovery_words_wrong");
});

it("does not open a wrap whose vault, kind, cost or id was changed", async () => {
  const { deps, wrap } = await wrapWith(passphrase("harbour"));
  if (wrap.kind !== "passphrase") throw new Error("a passphrase wraps as passphrase");
  const changed: readonly (readonly [string, KeyWrap])[] = [
    ["f".repeat(32), wrap],
    [vault, { ...wrap, id: "0".repeat(16) }],
    [vault, { ...wrap, derivation: { ...wrap.derivation, passes: 1 } }],
  ];
  for (const [ofVault, other] of changed) {
    const opened = await unwrapVaultKey(deps, {
      vault: ofVault,
      wrap: other,
      secret: passphrase("harbour"),
    });
    expect(opened).toEqual({ ok: true, value: undefined });
  }
});

it("refuses an empty passphrase", async () => {
  await expect(wrapWith(passphrase(""))).rejects.toThrow("passphrase_empty");
});

it("derives a different key for each purpose and context", () => {
  const deps = createTestDeps();
  const vaultKey = createVaultKey(deps);
  const keys = [
    deriveKey(deps, vaultKey, "database"),
    deriveKey(deps, vaultKey, "inbox"),
    deriveKey(deps, vaultKey, "backup", Uint8Array.of(1)),
    deriveKey(deps, vaultKey, "backup", Uint8Array.of(2)),
  ].map((key) => Buffer.from(key.reveal()).toString("hex"));
  expect(new Set(keys).size).toBe(4);
});

const headerOf = async () => {
  const { deps, wrap } = await wrapWith(passphrase("harbour"));
  return { deps, header: { format: "holdfast-vault", version: 1, vault, wraps: [wrap] } as const };
};

it("reads back the header that it writes", async () => {
  const { deps, header } = await headerOf();
  expect(bytesToHeader(deps, headerToBytes(deps, header))).toEqual({ ok: true, value: header });
});

it("finds every single flipped byte of a header", async () => {
  const { deps, header } = await headerOf();
  const bytes = headerToBytes(deps, header);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(bytesToHeader(deps, changed).ok).toBe(false);
  }
});

it("tells a truncated header from a file that was never one", async () => {
  const { deps, header } = await headerOf();
  const cut = bytesToHeader(deps, headerToBytes(deps, header).slice(0, 200));
  expect(!cut.ok && cut.error.code).toBe("header_damaged");
  const foreign = bytesToHeader(deps, new TextEncoder().encode("Dear diary"));
  expect(!foreign.ok && foreign.error.code).toBe("not_a_vault");
});

it("says that a header of a higher version was made by a newer Holdfast, whatever is in it", async () => {
  const { deps, header } = await headerOf();
  const text = new TextDecoder().decode(headerToBytes(deps, header));
  const inner = text.slice('{"header":'.length, text.indexOf(',"sha256"'));
  const newer = inner.replace('"version":1', '"version":3').replace('"wraps"', '"locks"');
  const hash = deps.hasher.sha256();
  hash.update(new TextEncoder().encode(newer));
  const bytes = `{"header":${newer},"sha256":"${Buffer.from(hash.digest()).toString("hex")}"}\n`;
  expect(bytesToHeader(deps, new TextEncoder().encode(bytes))).toEqual({
    ok: false,
    error: { code: "vault_from_newer_version", version: 3 },
  });
});

it.each([
  { memoryInKibibytes: 1_073_741_824 },
  { passes: 1_000_000_000 },
  { lanes: 255 },
  { memoryInKibibytes: 8 },
])("refuses a header that asks for %o before any work", async (asked) => {
  const { deps, header } = await headerOf();
  const [wrap] = header.wraps;
  if (wrap.kind !== "passphrase") throw new Error("a passphrase wraps as passphrase");
  const greedy = { ...header, wraps: [{ ...wrap, derivation: { ...wrap.derivation, ...asked } }] };
  const read = bytesToHeader(deps, headerToBytes(deps, greedy));
  expect(!read.ok && read.error.code).toBe("header_damaged");
});
