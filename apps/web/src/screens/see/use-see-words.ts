import { handleKey, indexParties, type PartyIndex } from "@holdfast/casework";
import type { Case, EventTime, Exhibit, ExhibitId, Handle, Item } from "@holdfast/evidence";
import { useCallback, useMemo } from "react";

import { useApp } from "../../app/app-context.ts";
import { type Asked, useAnswer } from "../../app/use-answer.ts";
import type { ExhibitSummary } from "../../door/seeing.ts";
import {
  createClockWords,
  createDayWords,
  createLocalTimes,
  type LocalTime,
} from "./local-time.ts";

/** What a row needs to say who, when and out of what, made once for all rows. */
export interface SeeWords {
  readonly zone: string | undefined;
  readonly localOf: (time: EventTime) => LocalTime | undefined;
  readonly clock: (item: Item, local: LocalTime) => string;
  readonly day: (day: string) => string;
  readonly partyOf: PartyIndex["partyOf"];
  readonly nameOf: (handle: Handle) => string;
  readonly exhibitOf: (ids: readonly ExhibitId[]) => Exhibit | undefined;
}

export const useCase = (): Asked<Case> => {
  const { door } = useApp();
  return useAnswer(useCallback(() => door.see.readCase(), [door]));
};

export const useExhibits = (): Asked<readonly ExhibitSummary[]> => {
  const { door } = useApp();
  return useAnswer(useCallback(() => door.see.exhibits(), [door]));
};

/** `undefined` until both are there. */
export const useSeeWords = (
  theCase: Asked<Case>,
  exhibits: Asked<readonly ExhibitSummary[]>,
): SeeWords | undefined => {
  const { words, zones } = useApp();
  const facts = theCase.kind === "there" ? theCase.value.facts : undefined;
  const list = exhibits.kind === "there" ? exhibits.value : undefined;
  return useMemo(() => {
    if (facts === undefined || list === undefined) return undefined;
    const { partyOf } = indexParties(facts.parties ?? []);
    const byId = new Map(list.map(({ exhibit }) => [exhibit.id, exhibit]));
    const names = new Map<string, string>();
    return {
      zone: facts.zone,
      localOf: createLocalTimes(zones, facts.zone),
      clock: createClockWords(words.locale),
      day: createDayWords(words.locale),
      partyOf,
      nameOf: (handle) => {
        const key = handleKey(handle);
        const name = names.get(key) ?? nameParty(partyOf(handle), handle, words.say);
        names.set(key, name);
        return name;
      },
      exhibitOf: (ids) => {
        const first = ids[0];
        return first === undefined ? undefined : byId.get(first);
      },
    };
  }, [facts, list, words, zones]);
};

const nameParty = (
  party: ReturnType<PartyIndex["partyOf"]>,
  handle: Handle,
  say: ReturnType<typeof useApp>["words"]["say"],
): string => {
  if (party === undefined) return handle.value;
  if (party.role === "self") return say("see_me");
  return party.label ?? handle.value;
};
