import { bytesToSource } from "@holdfast/evidence";
import { sealToInbox } from "@holdfast/seal/inbox";
import { createOpfsInboxPlace, readOpfsInboxAddresses } from "@holdfast/vault/opfs-inbox";
import { createPictureScan } from "@holdfast/vault/picture-scan";
import { createWebAead, createWebKeyAgreement, createWebRandom } from "@holdfast/vault/web-crypto";

/** What the app's service worker does with shared words while the place is locked. */
export const shareWords = async (shared: {
  readonly id: string;
  readonly text: string;
}): Promise<unknown> => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(shared.id);
  const addresses = await readOpfsInboxAddresses(folder);
  const to = addresses.ok ? addresses.value[0] : undefined;
  if (to === undefined) throw new Error("the place has an inbox");
  const sealed = await sealToInbox(
    { aead: createWebAead(), keyAgreement: createWebKeyAgreement(), random: createWebRandom() },
    {
      to,
      source: bytesToSource(new TextEncoder().encode(shared.text)),
      head: { name: "shared.txt", mediaType: "text/plain", sharedAt: Date.now(), nth: 0 },
      policy: { keep: "words-only", check: createPictureScan() },
      place: createOpfsInboxPlace(folder),
    },
  );
  return sealed.ok;
};
