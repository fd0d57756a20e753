import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import type { DoorError } from "../../../door/door.ts";

export interface LockedDecision {
  readonly error: DoorError | undefined;
  readonly said: string | undefined;
  /** Not deleted, because their words could not be kept first. */
  readonly left: readonly string[];
  readonly erase: () => Promise<void>;
  /** Those that are left, with their words: only after it was said what goes. */
  readonly eraseEvenWords: () => Promise<void>;
  readonly lift: () => Promise<void>;
}

/** What the person decides about what is locked. Nothing here happens by itself (care rule 3). */
export const useLockedDecision = (locked: readonly string[]): LockedDecision => {
  const { door } = useApp();
  const say = useSay();
  const [error, setError] = useState<DoorError>();
  const [said, setSaid] = useState<string>();
  const [left, setLeft] = useState<readonly string[]>([]);
  const eraseThese = async (
    these: readonly string[],
    evenWords: boolean,
  ): Promise<readonly string[] | undefined> => {
    setError(undefined);
    const exhibits = await door.see.exhibits();
    if (!exhibits.ok) {
      setError(exhibits.error);
      return undefined;
    }
    const notErased: string[] = [];
    for (const { exhibit } of exhibits.value) {
      if (!these.includes(exhibit.id)) continue;
      const erased = await door.keep.erase(exhibit.id, { evenWords });
      if (erased.ok) continue;
      if (erased.error.code !== "words_not_kept") {
        setError(erased.error);
        return undefined;
      }
      notErased.push(exhibit.id);
    }
    setLeft(notErased);
    return notErased;
  };
  return {
    error,
    said,
    left,
    erase: async () => {
      const notErased = await eraseThese(locked, false);
      if (notErased?.length === 0) setSaid(say("care_pictures_erased"));
    },
    eraseEvenWords: async () => {
      const notErased = await eraseThese(left, true);
      if (notErased?.length === 0) setSaid(say("care_pictures_words_gone_said"));
    },
    lift: async () => {
      const lifted = await door.keep.liftPictureProtection();
      if (!lifted.ok) setError(lifted.error);
    },
  };
};
