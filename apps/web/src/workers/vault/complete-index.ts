import type { Vault } from "@holdfast/vault";

import type { Host, Opened } from "./host.ts";

/**
 * Search works without it, by looking through what is not indexed yet. A failing device shows itself at the next write,
 * and an index that was cut short is completed by the next call.
 */
export const completeIndex = (
  host: Pick<Host, "changed">,
  place: Pick<Opened, "addAlone" | "isClosing"> & { readonly vault: Pick<Vault, "indexPending"> },
): void => {
  const controller = new AbortController();
  void place.addAlone(async () => {
    if (place.isClosing) return;
    await place.vault.indexPending({
      signal: controller.signal,
      // Somebody wants to look at what they have just kept: no question waits for more than this.
      rowsAtOnce: 2_000,
      onProgress: () => {
        if (place.isClosing) controller.abort();
      },
    });
    host.changed();
  });
};
