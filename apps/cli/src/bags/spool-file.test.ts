import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";

import { spoolToTemporaryFile } from "./spool-file.ts";

const ownFolders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("holdfast-"));

test("an opened copy has no name in the temporary folder, neither while it is written nor while it is read", async () => {
  const before = new Set(ownFolders());
  const seen: string[] = [];
  const look = (): void => void seen.push(...ownFolders().filter((name) => !before.has(name)));
  // oxlint-disable-next-line typescript/require-await -- it stands where a decrypted stream would
  const chunks = async function* () {
    yield new Uint8Array([1, 2, 3]);
    look();
    yield new Uint8Array([4, 5]);
  };
  const spooled = await spoolToTemporaryFile(chunks());
  look();
  if (!spooled.ok) throw new Error(spooled.error.code);
  expect(spooled.value.source.sizeInBytes).toBe(5);
  expect([...(await spooled.value.source.read(2, 10))]).toEqual([3, 4, 5]);
  await spooled.value.close();
  expect(seen).toEqual([]);
});

test("a stream that breaks off leaves nothing and gives its reason", async () => {
  const before = ownFolders();
  // oxlint-disable-next-line typescript/require-await -- it stands where a decrypted stream would
  const chunks = async function* () {
    yield new Uint8Array([1]);
    throw new Error("broken off");
  };
  expect(await spoolToTemporaryFile(chunks())).toEqual({
    ok: false,
    error: { code: "not_spooled", cause: "broken off" },
  });
  expect(ownFolders().filter((name) => !before.includes(name))).toEqual([]);
});

test("an opening that is stopped leaves nothing", async () => {
  const before = ownFolders();
  const stop = new AbortController();
  // oxlint-disable-next-line typescript/require-await -- it stands where a decrypted stream would
  const chunks = async function* () {
    yield new Uint8Array([1]);
    stop.abort();
    yield new Uint8Array([2]);
    throw new Error("nobody reads on after that");
  };
  expect(await spoolToTemporaryFile(chunks(), stop.signal)).toEqual({
    ok: false,
    error: { code: "cancelled" },
  });
  expect(ownFolders()).toEqual(before);
});
