import { bytesToSource, ok } from "@holdfast/evidence";
import {
  type InboxHead,
  type InboxPlace,
  type InboxPolicy,
  readInboxAddress,
  sealToInbox,
} from "@holdfast/seal/inbox";

import type { DeviceError, FileStore } from "../drivers/driver.ts";
import { expectOk } from "../drivers/testing/expectations.ts";
import type { VaultPlace } from "./vault-place.ts";

/** The inbox of a locked vault over a driver's files; a service worker has its own (opfs-inbox.ts). */
const inboxPlaceOver = (files: FileStore): InboxPlace<DeviceError> => ({
  usage: async () => {
    const listed = await files.list("inbox");
    return listed.ok ? ok({ entries: listed.value.length, sizeInBytes: 0 }) : listed;
  },
  create: async (name) => {
    const created = await files.create(`inbox/${name}`);
    if (!created.ok) return created;
    const { write, flush, close } = created.value;
    return ok({
      write,
      finish: async () => {
        const flushed = await flush();
        await close();
        return flushed;
      },
      discard: async () => {
        await close();
        await files.remove(`inbox/${name}`);
      },
    });
  },
});

/** Shares something into a locked vault, as a service worker does; gives the entry's id. */
export const shareInto = async (
  place: VaultPlace,
  bytes: Uint8Array,
  about: Partial<InboxHead> = {},
  policy: InboxPolicy = { keep: "everything" },
): Promise<string> => {
  const deps = place.newDeps();
  const { files } = deps.driver;
  const to = readInboxAddress(expectOk(await files.read("header", 0, 65_536)));
  if (to === undefined) throw new Error("the header of a vault has an inbox");
  const head = { name: "chat.txt", mediaType: "text/plain", sharedAt: 1_000, nth: 0, ...about };
  const source = bytesToSource(bytes);
  const done = await sealToInbox(deps, { to, source, head, policy, place: inboxPlaceOver(files) });
  return expectOk(done).id;
};
