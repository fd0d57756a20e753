import { createFileIntake, type FileIntake } from "@holdfast/acquire";
import { err, type ExhibitId, ok, type Result } from "@holdfast/evidence";
import type { Vault, VaultDriver } from "@holdfast/vault";

import type { News } from "../../door/contract/places-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { OpenPlace } from "../../door/places.ts";
import { startIntakeWorker, startTimer } from "./start-inner-workers.ts";
import { thrownToDoorError } from "./to-door-error.ts";
import type { VaultPorts } from "./vault-ports.ts";

/** The place that this worker has open: its keys are in this memory and nowhere else. */
export interface Opened {
  readonly id: string;
  readonly keeps: OpenPlace["keeps"];
  readonly vault: Vault;
  readonly driver: VaultDriver;
  readonly intake: FileIntake;
  /** Files are taken in one after the other, whoever gives them. */
  readonly addAlone: <T>(work: () => Promise<T>) => Promise<T>;
  name: string;
  lockedExhibits: readonly ExhibitId[];
  /** The place is being locked: the file in hand is finished, no other is begun. */
  isClosing: boolean;
  /** Words of what is locked are being written out, or are about to be. See [Note: late words]. */
  isWritingWords: boolean;
}

/** What all parts of the worker share. */
export interface Host {
  readonly ports: VaultPorts;
  readonly opened: () => Opened | undefined;
  /** Takes a vault that was just made or opened. */
  readonly adopt: (place: Pick<Opened, "id" | "keeps" | "vault" | "driver" | "name">) => OpenPlace;
  /** Tells the page what is open now. `picturesChanged`: what is locked has to be looked at again. */
  readonly changed: (picturesChanged?: boolean) => void;
  readonly tellPlacesChanged: () => void;
  /** Another window wants the place. */
  readonly tellAskedToClose: () => void;
  /** The place was closed, and the page did not ask for it. */
  readonly tellLocked: (why: Extract<News, { readonly kind: "locked" }>["why"]) => void;
  /** Finishes the file in hand and lets go of everything. */
  readonly close: () => Promise<void>;
  /** Runs work on the open place; what a damaged place or a failing device throws becomes a value. */
  readonly withPlace: <T>(
    work: (place: Opened) => Promise<Result<T, DoorError>> | Result<T, DoorError>,
  ) => Promise<Result<T, DoorError>>;
}

export const createHost = (deps: {
  readonly ports: VaultPorts;
  readonly tell: (news: News) => void;
  /** A place of this device was opened or closed here. */
  readonly announce: () => void;
  /** Whatever runs and is no writing is given up when a place is locked. */
  readonly abortReading: () => void;
  /** Begins what a place that has just opened has to catch up with. */
  readonly afterOpening: (place: Opened) => void;
}): Host => {
  let opened: Opened | undefined;

  const close = async (): Promise<void> => {
    const place = opened;
    if (place === undefined) return;
    place.isClosing = true;
    deps.abortReading();
    await place.addAlone(() => Promise.resolve());
    opened = undefined;
    place.intake.close();
    await place.vault.close();
    if (place.keeps === "on-device") deps.announce();
  };
  return {
    ports: deps.ports,
    opened: () => opened,
    adopt: (place) => {
      const made: Opened = {
        ...place,
        intake: createFileIntake({ startWorker: startIntakeWorker, startTimer }),
        addAlone: createQueue(),
        lockedExhibits: place.vault.lockedExhibits(),
        isClosing: false,
        isWritingWords: false,
      };
      opened = made;
      if (made.keeps === "on-device") deps.announce();
      deps.afterOpening(made);
      return describe(made);
    },
    changed: (picturesChanged = false) => {
      if (opened === undefined) return;
      if (picturesChanged) opened.lockedExhibits = opened.vault.lockedExhibits();
      deps.tell({ kind: "changed", place: describe(opened) });
    },
    tellPlacesChanged: () => deps.tell({ kind: "places-changed" }),
    tellAskedToClose: () => deps.tell({ kind: "asked-to-close" }),
    tellLocked: (why) => deps.tell({ kind: "locked", why }),
    close,
    withPlace: async (work) => {
      const place = opened;
      if (place === undefined || place.isClosing) return err({ code: "place_locked" });
      return orThrown(() => Promise.resolve(work(place)));
    },
  };
};

const describe = (place: Opened): OpenPlace => ({
  id: place.id,
  name: place.name,
  keeps: place.keeps,
  pictures: place.vault.readCase().pictures,
  unfinishedAdds: place.vault.recovered.length,
  lockedExhibits: place.lockedExhibits,
});

/** The one place where what the packages throw for an expected reason becomes a value. */
export const orThrown = async <T>(
  work: () => Promise<Result<T, DoorError>>,
): Promise<Result<T, DoorError>> => {
  try {
    return await work();
  } catch (failure) {
    const known = thrownToDoorError(failure);
    if (known === undefined) throw failure;
    return err(known);
  }
};

const createQueue = (): Opened["addAlone"] => {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const before = last;
    const mine = (async () => {
      await before;
      return work();
    })();
    // Whoever waits behind failed work is not failed by it; its own caller hears of the failure.
    last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
};

export const done: Result<undefined, never> = ok(undefined);
