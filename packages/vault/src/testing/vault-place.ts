import {
  type ByteSource,
  bytesToSource,
  type Exhibit,
  type Item,
  type Parsed,
  type PicturesPolicy,
  Secret,
  utcMsOf,
} from "@holdfast/evidence";
import type { UnlockSecret } from "@holdfast/seal";

import { createVault } from "../create-vault.ts";
import { expectOk } from "../drivers/testing/expectations.ts";
import { openVault } from "../open-vault.ts";
import type { Acquisition, Vault } from "../vault.ts";
import type { VaultDeps } from "../vault-deps.ts";

/**
 * What every vault must do, over every driver, as plain cases that any test runner, and a worker without one, can run.
 * `place` is empty at the start and belongs to the case alone; each call gives a driver of its own, as another process
 * or tab would have it.
 */
export interface VaultCase {
  readonly name: string;
  readonly run: (place: VaultPlace) => Promise<void>;
}
export interface VaultPlace {
  readonly newDeps: () => VaultDeps;
}

export const passphraseOf = (text: string): UnlockSecret => ({
  kind: "passphrase",
  passphrase: new Secret(text),
});
export const secret = passphraseOf("harbour light 7");

export const createVaultIn = async (
  place: VaultPlace,
  pictures: PicturesPolicy = "all-adult",
): Promise<Vault> =>
  expectOk(
    await createVault(place.newDeps(), { secrets: [secret], pictures, software: "holdfast test" }),
  );

export const openVaultIn = async (place: VaultPlace): Promise<Vault> =>
  expectOk(await openVault(place.newDeps(), { secret }));

export const chat: Acquisition = {
  kind: "chat-export",
  origin: "imported",
  originalName: "WhatsApp Chat with Robin.txt",
  mediaType: "text/plain",
  formatId: "whatsapp-txt",
};
export const picture: Acquisition = {
  kind: "screenshot",
  origin: "imported",
  originalName: "harbour.png",
  mediaType: "image/png",
  formatId: "png",
};

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textSource = (text: string): ByteSource => bytesToSource(textBytes(text));
/** The first bytes of a PNG of nothing in particular. */
export const pngBytes = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
  0, 0, 0, 1, 8, 6, 0, 0, 0,
]);

/** Noon of a day in March 2026. */
export const noon = (day: number): number => utcMsOf(2026, 3, day, 12, 0, 0);

/** A message that was sent at an instant, to the second. */
export const messageAt = (text: string, at: number, from = "Robin", thread = "Robin"): Item => ({
  kind: "message",
  span: { offset: 0, length: text.length },
  time: { kind: "instant", at, precision: "second", basis: "message-header" },
  from: { scheme: "name", value: from },
  thread,
  text,
});

/** A message with the time of a clock on some wall, to the minute. */
export const messageOnWall = (text: string, local: string): Item => ({
  ...messageAt(text, 0),
  time: { kind: "wall", local, precision: "minute", basis: "export-text" },
});

export const toParsed = (item: Item): Parsed => ({ kind: "item", item });

export const addItems = async (
  vault: Vault,
  items: readonly Item[],
  options: { readonly content?: string; readonly acquisition?: Acquisition } = {},
): Promise<Exhibit> => {
  const content = options.content ?? items.map((item) => item.text).join("\n");
  const draft = expectOk(await vault.sealSource(textSource(content), options.acquisition ?? chat));
  expectOk(draft.addParsed(items.map(toParsed)));
  return expectOk(await draft.commit());
};

export const addTexts = (vault: Vault, ...texts: readonly string[]): Promise<Exhibit> =>
  addItems(
    vault,
    texts.map((text, index) => messageAt(text, noon(1) + index * 60_000)),
  );

export const textsOf = (
  found: readonly { readonly item: Item }[],
): readonly (string | undefined)[] => found.map(({ item }) => item.text);

/** Every file of the place as it lies there. */
export const filesOf = async (
  deps: VaultDeps,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const path of expectOk(await deps.driver.files.list(""))) {
    const size = expectOk(await deps.driver.files.sizeInBytes(path));
    files.set(path, expectOk(await deps.driver.files.read(path, 0, size)));
  }
  return files;
};
export const blobsOf = async (deps: VaultDeps): Promise<readonly string[]> =>
  [...(await filesOf(deps)).keys()].filter((path) => path.startsWith("blobs/"));
