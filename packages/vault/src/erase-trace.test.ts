import { expect, it } from "vitest";

import { bytesToHex } from "@holdfast/evidence";
import { deriveKey, bytesToHeader } from "@holdfast/seal";

import { createMemoryDisk } from "./drivers/memory/index.ts";
import { bytesContain, expectOk } from "./drivers/testing/expectations.ts";
import { unlock } from "./start-session.ts";
import { memoryPlace } from "./testing/memory-place.ts";
import {
  addItems,
  addTexts,
  chat,
  createVaultIn,
  messageAt,
  noon,
  openVaultIn,
  secret,
} from "./testing/vault-place.ts";
import type { VaultPlace } from "./testing/vault-place.ts";

/** Every page of the database as the engine sees it: decrypted. */
const decryptedPages = async (place: VaultPlace): Promise<Uint8Array> => {
  const deps = place.newDeps();
  const header = expectOk(
    bytesToHeader(deps, expectOk(await deps.driver.files.read("header", 0, 65_536))),
  );
  const vaultKey = expectOk(await unlock(deps, header, secret));
  const db = expectOk(
    await deps.driver.openDatabase({ key: deriveKey(deps, vaultKey, "database"), create: false }),
  );
  const pages = db
    .prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno")
    .all()
    .map((row) => row["data"]);
  db.close();
  return Buffer.concat(
    pages.map((page) => (page instanceof Uint8Array ? page : new Uint8Array(0))),
  );
};

const words = ["zanzibarine", "Quillfeather", "erased-name.txt"];

it("leaves no word, name, hash or index entry of an erased exhibit in the decrypted database", async () => {
  const place = memoryPlace(createMemoryDisk());
  const vault = await createVaultIn(place);
  await addTexts(vault, "this one stays here");
  const erased = await addItems(
    vault,
    Array.from({ length: 300 }, (_, nth) =>
      messageAt(`zanzibarine ${nth}`, noon(1), "Quillfeather", "Quillfeather"),
    ),
    { acquisition: { ...chat, originalName: "erased-name.txt" } },
  );
  expectOk(await vault.indexPending());
  await vault.close();
  const hash = Uint8Array.from(Buffer.from(erased.sha256, "hex"));
  const before = await decryptedPages(place);
  expect(words.every((word) => bytesContain(before, word))).toBe(true);
  expect(Buffer.from(before).includes(Buffer.from(hash))).toBe(true);

  const again = await openVaultIn(place);
  expectOk(await again.erase(erased.id));
  await again.close();
  const after = await decryptedPages(place);
  expect(bytesContain(after, "stays here")).toBe(true);
  expect(words.filter((word) => bytesContain(after, word))).toEqual([]);
  expect(Buffer.from(after).includes(Buffer.from(hash))).toBe(false);
  expect(bytesContain(after, bytesToHex(hash))).toBe(false);
});
