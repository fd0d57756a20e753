import {
  keepWordsOfLocked,
  lockedWithoutWords,
  lockedWithWords,
  type WordsOfLocked,
  type WordsVault,
} from "@holdfast/acquire";
import { err, type ExhibitId, ok, type Result } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { labelsOfWords } from "@holdfast/words";
import type { z } from "zod";

import type { keepContract as contract } from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { createBreath } from "./breath.ts";
import { completeIndex } from "./complete-index.ts";
import { done, type Host, type Opened, orThrown } from "./host.ts";
import { orDoorError, toDoorError } from "./to-door-error.ts";

/** What this needs of an open place. */
interface LatePlace extends Pick<Opened, "addAlone" | "isClosing" | "lockedExhibits"> {
  readonly vault: WordsVault & Pick<Vault, "erase" | "indexPending">;
  isWritingWords: boolean;
}

/**
 * [Note: late words]
 * A case that turns out to be protected is locked at once; the words of locked chats are written out behind that, as one of
 * the things that are added one after the other. Closing the place gives it up, and the next opening begins it again: what
 * was written is not written twice, and nothing is half there. Before a locked file is deleted its words are written
 * out by the same road, and if that fails it is not deleted, unless the person says that its words may go too.
 */
export const keepLateWords = (host: Pick<Host, "changed">, place: LatePlace): void => {
  if (place.isWritingWords || place.lockedExhibits.length === 0) return;
  if (lockedWithoutWords(place.vault).length === 0) return;
  place.isWritingWords = true;
  void place.addAlone(async () => {
    // A device that fails here fails the next write as well, and is said there; the screen shows what is not written out.
    const kept = await orThrown(async () => ok(await writeOut(place)));
    place.isWritingWords = false;
    if (place.isClosing) return;
    if (kept.ok && kept.value.made.length > 0) completeIndex(host, place);
    host.changed();
  });
};

const writeOut = async (place: LatePlace, only?: ExhibitId): Promise<WordsOfLocked> => {
  const controller = new AbortController();
  const breathe = createBreath();
  return keepWordsOfLocked(place.vault, {
    signal: controller.signal,
    labelsOf: ({ originalName }) => labelsOfWords(originalName),
    breathe: async () => {
      await breathe();
      if (place.isClosing) controller.abort();
    },
    ...(only === undefined ? {} : { only }),
  });
};

/** Nothing locked is deleted before its words stand somewhere else. See [Note: late words]. */
export const eraseExhibit = (
  host: Pick<Host, "changed">,
  place: LatePlace,
  { id, evenWords }: z.output<typeof contract.erase.input>,
): Promise<Result<undefined, DoorError>> =>
  place.addAlone(async () => {
    if (place.isClosing) return err({ code: "place_locked" });
    if (!evenWords) {
      const { notMade, made } = await writeOut(place, id);
      const [failed] = notMade;
      if (failed?.error.code === "cancelled") return err({ code: "place_locked" });
      if (failed !== undefined) {
        const { code } = toDoorError(failed.error);
        return err({ code: "words_not_kept", exhibit: id, cause: code });
      }
      if (made.length > 0) completeIndex(host, place);
    }
    const erased = orDoorError(await place.vault.erase(id));
    if (!erased.ok) return erased;
    host.changed(true);
    return done;
  });

/** Of the files that are locked: whose words are kept by now, and whose are not. The same bytes count once. */
export const wordsOfLocked = ({
  vault,
  isWritingWords,
  lockedExhibits,
}: LatePlace): z.input<typeof contract.wordsOfLocked.output> => {
  const locked = new Set(lockedExhibits);
  const kept = lockedWithWords(vault).filter(({ id }) => locked.has(id));
  const chats = kept.filter(({ kind }) => kind === "chat-export").length;
  return {
    chats,
    others: kept.length - chats,
    notYet: lockedWithoutWords(vault).map(({ id, originalName }) => ({
      exhibit: id,
      name: originalName,
    })),
    isWriting: isWritingWords,
  };
};
