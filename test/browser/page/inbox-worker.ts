import { bytesToSource } from "@holdfast/evidence";
import { sealToInbox } from "@holdfast/seal/inbox";
import { createOpfsInboxPlace, readOpfsInboxAddresses } from "@holdfast/vault/opfs-inbox";
import { createPictureScan } from "@holdfast/vault/picture-scan";
import { createWebAead, createWebKeyAgreement, createWebRandom } from "@holdfast/vault/web-crypto";

/**
 * A service worker as the app has one: it knows no key of the vault, and takes in what is shared while the vault is locked.
 * Tests bundle it by itself and measure it.
 */
interface Shared {
  readonly place: string;
  readonly text: string;
  readonly mediaType: string;
}

const share = async ({ place, text, mediaType }: Shared): Promise<string> => {
  const root = await navigator.storage.getDirectory();
  const vault = await root.getDirectoryHandle(place);
  const addresses = await readOpfsInboxAddresses(vault);
  const to = addresses.ok ? addresses.value[0] : undefined;
  if (to === undefined) return "no address";
  const deps = {
    aead: createWebAead(),
    keyAgreement: createWebKeyAgreement(),
    random: createWebRandom(),
  };
  const done = await sealToInbox(deps, {
    to,
    source: bytesToSource(new TextEncoder().encode(text)),
    head: { name: "shared", mediaType, sharedAt: 1_000, nth: 0 },
    policy: { keep: "words-only", check: createPictureScan() },
    place: createOpfsInboxPlace(vault),
  });
  return done.ok ? "kept" : done.error.code;
};

self.addEventListener("message", ({ data, ports: [port] }: MessageEvent<Shared>) => {
  share(data).then(
    (said) => port?.postMessage(said),
    (error: unknown) => port?.postMessage(`failed: ${String(error)}`),
  );
});
