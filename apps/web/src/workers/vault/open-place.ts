import { err, ok, type Result } from "@holdfast/evidence";
import { openVault, readUnlockWait } from "@holdfast/vault";

import type { DoorError } from "../../door/door-error.ts";
import type { OpenPlace } from "../../door/places.ts";
import type { Host } from "./host.ts";
import { openingError } from "./open-errors.ts";
import { readCard } from "./place-card.ts";
import { placeFolder } from "./place-folders.ts";
import { type OpenSecretIn, toUnlockSecret } from "./unlock.ts";

export const openPlace = async (
  host: Host,
  id: string,
  secret: OpenSecretIn,
): Promise<Result<OpenPlace, DoorError>> => {
  if (host.opened() !== undefined) return err({ code: "other_place_open" });
  const folder = await placeFolder(id);
  if (folder === undefined) return err({ code: "no_such_place" });
  const driver = await host.ports.opfsDriver(id, folder);
  const deps = { ...(await host.ports.ports()), driver };
  const unlock = await toUnlockSecret(id, secret, "read");
  if (!unlock.ok) return unlock;
  // The vault itself counts wrong passphrases, and slows the next one.
  const opened = await openVault(deps, { secret: unlock.value });
  if (!opened.ok) {
    const wait = await readUnlockWait(deps);
    return err(openingError(opened.error, deps.clock.now(), wait));
  }
  const { name } = await readCard(driver.files);
  return ok(host.adopt({ id, name, keeps: "on-device", driver, vault: opened.value }));
};
