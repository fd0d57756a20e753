import { createChannel, type WireWorker } from "../wire/channel.ts";
import { newsSchema } from "./contract/places-contract.ts";
import { createCheck } from "./create-check.ts";
import { createGive } from "./create-give.ts";
import { createGuide } from "./create-guide.ts";
import { createKeep } from "./create-keep.ts";
import { createKeys } from "./create-keys.ts";
import { createPlaces } from "./create-places.ts";
import { createSee } from "./create-see.ts";
import { createState } from "./create-state.ts";
import type { Door } from "./door.ts";
import { browserStorage } from "./storage.ts";

export interface DoorDeps {
  readonly startWorker: (kind: "vault" | "check" | "guide") => WireWorker;
}

/** See `Door`. Starts no worker: the first call does. */
export const createDoor = ({ startWorker }: DoorDeps): Door => {
  const state = createState();
  const channel = createChannel({
    startWorker: () => startWorker("vault"),
    onNews: (raw) => {
      const news = newsSchema.safeParse(raw);
      if (!news.success) return;
      switch (news.data.kind) {
        case "changed":
          state.changed(news.data.place);
          return;
        case "places-changed":
          state.placesChanged();
          return;
        case "asked-to-close":
          void places.close("taken-over");
          return;
        case "locked":
          // The place is closed already; with the worker its memory goes too.
          channel.end({ code: "place_locked" });
          state.locked(news.data.why);
      }
    },
    onDeath: () => state.locked("worker-died"),
  });
  const places = createPlaces(channel, state);
  return {
    state: state.read,
    subscribe: state.subscribe,
    beforeClosing: state.beforeClosing,
    places: places.places,
    keep: createKeep(channel),
    see: createSee(channel),
    give: createGive(channel),
    keys: createKeys(channel),
    check: createCheck(() => startWorker("check")),
    guide: createGuide(channel, () => startWorker("guide")),
    storage: browserStorage,
  };
};
