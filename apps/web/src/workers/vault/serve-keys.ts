import { err, ok, type Result } from "@holdfast/evidence";
import { sharePage } from "@holdfast/output";
import { createRecoveryShares, createRecoveryWords } from "@holdfast/seal";
import type { WrapRemoveError } from "@holdfast/vault";
import type { z } from "zod";

import { keysContract as contract } from "../../door/contract/keys-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { CardsWanted, WayIn } from "../../door/opening.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import { removeDeviceKey } from "./device-key.ts";
import { done, type Host, type Opened } from "./host.ts";
import { type PlaceCard, readCard, withoutPasskey, withPasskey, writeCard } from "./place-card.ts";
import { renewPlace } from "./renew-place.ts";
import { fromDevice, orDoorError, toDoorError } from "./to-door-error.ts";
import type { Ports } from "./vault-ports.ts";
import { findOwnWrap, type NewSecretIn, toUnlockSecret } from "./unlock.ts";

export const serveKeys = (host: Host): readonly Served[] => [
  serve(contract.list, () => host.withPlace(({ vault }) => ok(vault.wraps()))),
  serve(contract.add, (secret) => host.withPlace((place) => addWay(place, secret))),
  serve(contract.remove, (id) => host.withPlace((place) => removeWay(place, id))),
  serve(contract.replacePassphrase, ({ old, next }) =>
    host.withPlace(async (place) => {
      const found = await findOwnWrap(await host.ports.ports(), place, {
        kind: "passphrase",
        passphrase: old,
      });
      if (!found.ok) return found;
      if (found.value === undefined) {
        return err({ code: "wrong_secret", failedTries: 0, nextTryAt: 0 });
      }
      // First the new one: a crash between leaves two ways in, never none.
      const added = await addWay(place, { kind: "passphrase", passphrase: next });
      return added.ok ? removeWay(place, found.value) : added;
    }),
  ),
  serve(contract.renew, (input, context) =>
    host.withPlace((place) => renewPlace(host, place, input, context)),
  ),
  serve(contract.createRecoveryWords, async () => {
    const words = createRecoveryWords(await host.ports.ports());
    return ok(words.reveal());
  }),
  serve(contract.createCards, async (wanted) => ok(makeCards(await host.ports.ports(), wanted))),
  serve(contract.check, (secret) =>
    host.withPlace(async (place) => {
      const found = await findOwnWrap(await host.ports.ports(), place, secret);
      return found.ok ? ok(found.value !== undefined) : found;
    }),
  ),
];

const makeCards = (
  ports: Ports,
  { count, threshold }: CardsWanted,
): z.input<typeof contract.createCards.output> => {
  const madeOn = new Date(ports.clock.now()).toISOString().slice(0, 10);
  return createRecoveryShares(ports, { count, threshold }).map((share, index) => {
    const words = share.reveal();
    const card = { words, number: index + 1, count, threshold, madeOn };
    return { words, page: [...sharePage(ports, card)].join("") };
  });
};

const addWay = async (
  { id: place, vault, driver, keeps }: Opened,
  secret: NewSecretIn,
): Promise<Result<WayIn, DoorError>> => {
  // Its key would be the one thing that stays in a browser where nothing is to stay.
  if (keeps === "nothing" && secret.kind === "device-key") {
    return err({ code: "device_key_missing" });
  }
  const unlock = await toUnlockSecret(place, secret, "make");
  if (!unlock.ok) return unlock;
  const added = orDoorError(await vault.addWrap(unlock.value));
  if (!added.ok) return added;
  const { id } = added.value;
  if (secret.kind === "passkey-prf" && keeps === "on-device") {
    const written = await changeCard(driver.files, (card) => withPasskey(card, id, secret.passkey));
    if (!written.ok) return written;
  }
  return ok({ id, kind: secret.kind });
};

const removeWay = async (
  { id: place, vault, driver, keeps }: Opened,
  id: string,
): Promise<Result<undefined, DoorError>> => {
  const kind = vault.wraps().find((wrap) => wrap.id === id)?.kind;
  const removed = await vault.removeWrap(id);
  if (!removed.ok) {
    return err(isRemoveError(removed.error) ? removed.error : toDoorError(removed.error));
  }
  if (kind === "device-key" && keeps === "on-device") await removeDeviceKey(place);
  return keeps === "nothing" ? done : changeCard(driver.files, (card) => withoutPasskey(card, id));
};

const isRemoveError = (error: { readonly code: string }): error is WrapRemoveError =>
  error.code === "no_such_wrap" || error.code === "last_wrap";

const changeCard = async (
  files: Opened["driver"]["files"],
  change: (card: PlaceCard) => PlaceCard,
): Promise<Result<undefined, DoorError>> => {
  const card = await readCard(files);
  const changed = change(card);
  if (changed === card) return done;
  const written = await writeCard(files, changed);
  return written.ok ? done : err(fromDevice(written.error));
};
