import { ok, type Result } from "@holdfast/evidence";

import type { Channel } from "../wire/channel.ts";
import { placesContract as contract } from "./contract/places-contract.ts";
import type { StateKeeper } from "./create-state.ts";
import type { DoorError } from "./door-error.ts";
import type { OpenPlace, Places } from "./places.ts";
import { toWireSecret } from "./wire-secret.ts";

/** A file in hand of some gigabytes takes minutes; what is not finished by then is as if it had never been added. */
const lockPatienceMs = 60_000;

/** `close`: as `places.lock`, for another reason than the person's. */
export interface PlacesPart {
  readonly places: Places;
  readonly close: (why: "asked" | "taken-over") => Promise<void>;
}

export const createPlaces = (channel: Channel, state: StateKeeper): PlacesPart => {
  /** Each end of the worker makes a new generation: an answer of an older one opens nothing any more. */
  let generation = 0;
  let locking: Promise<void> | undefined;
  const end = (why: "asked" | "taken-over" = "asked"): void => {
    generation += 1;
    channel.end({ code: "place_locked" });
    state.locked(why);
  };
  const opening = async (
    asked: Promise<Result<OpenPlace, DoorError>>,
  ): Promise<Result<OpenPlace, DoorError>> => {
    const mine = generation;
    const opened = await asked;
    if (opened.ok && mine === generation) state.opened(opened.value);
    return opened;
  };
  const lock = async (why: "asked" | "taken-over"): Promise<void> => {
    if (!channel.isRunning()) return end(why);
    state.locking();
    const mine = generation;
    const patience = setTimeout(() => {
      if (mine === generation) end(why);
    }, lockPatienceMs);
    await channel.call(contract.lock, undefined);
    clearTimeout(patience);
    if (mine === generation) end(why);
  };
  const close: PlacesPart["close"] = (why) => {
    locking ??= lock(why).finally(() => {
      locking = undefined;
    });
    return locking;
  };
  const places: Places = {
    list: () => channel.call(contract.list, undefined),
    create: ({ secrets, ...place }) =>
      opening(
        channel.call(contract.create, {
          ...place,
          secrets: secrets.map((one) => toWireSecret(one)),
        }),
      ),
    open: (id, secret) =>
      opening(channel.call(contract.open, { id, secret: toWireSecret(secret) })),
    readCards: (shares) =>
      channel.call(
        contract.readCards,
        shares.map((share) => share.reveal()),
      ),
    takeOver: (id) => channel.call(contract.takeOver, id),
    lock: () => close("asked"),
    lockNow: () => end(),
    rename: (id, name) => channel.call(contract.rename, { id, name }),
    wipe: async (id) => {
      const now = state.read();
      const wiped = await channel.call(contract.wipe, id);
      if (wiped.ok && now.kind === "open" && now.place.id === id) end();
      return wiped.ok ? ok(undefined) : wiped;
    },
    restore: (backup, { signal, onProgress, secret, newSecrets, ...options }) =>
      opening(
        channel.call(
          contract.restore,
          {
            ...options,
            backup,
            secret: toWireSecret(secret),
            ...(newSecrets === undefined
              ? {}
              : { newSecrets: newSecrets.map((one) => toWireSecret(one)) }),
          },
          {
            ...(signal === undefined ? {} : { signal }),
            ...(onProgress === undefined ? {} : { onProgress }),
          },
        ),
      ),
  };
  return { places, close };
};
