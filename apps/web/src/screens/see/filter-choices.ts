import { handleKey } from "@holdfast/casework";
import { type Handle, handleSchema, itemKindSchema } from "@holdfast/evidence";
import { itemKindLabels } from "@holdfast/words";
import { useMemo } from "react";

import { useSay } from "../../app/frame.ts";
import type { Asked } from "../../app/use-answer.ts";
import type { TimelineFilter } from "../../door/seeing.ts";
import { groupFormats, platformMessage } from "./platforms.ts";
import type { SeeView } from "./see-memory.ts";
import type { SeeWords } from "./use-see-words.ts";

export interface FilterChoice {
  readonly value: string;
  readonly title: string;
}

export interface FilterChoices {
  readonly person: readonly FilterChoice[];
  readonly platform: readonly FilterChoice[];
  readonly kind: readonly FilterChoice[];
}

interface CountedHandle {
  readonly scheme: string;
  readonly value: string;
  readonly items: number;
}

/** Everybody with all of their handles, as far as the person said which belong together; most items first. */
const groupPeople = (
  handles: readonly CountedHandle[],
  { partyOf, nameOf }: Pick<SeeWords, "partyOf" | "nameOf">,
): readonly {
  readonly id: string;
  readonly name: string;
  readonly handles: readonly Handle[];
}[] => {
  const people = new Map<string, { readonly name: string; readonly handles: Handle[] }>();
  for (const { scheme, value } of handles) {
    const handle = handleSchema.safeParse({ scheme, value });
    if (!handle.success) continue;
    const party = partyOf(handle.data);
    const id = party === undefined ? handleKey(handle.data) : `party:${party.id}`;
    const person = people.get(id) ?? { name: nameOf(handle.data), handles: [] };
    person.handles.push(handle.data);
    people.set(id, person);
  }
  return [...people].map(([id, person]) => ({ id, ...person }));
};

/** What can be chosen, and the filter of what was. */
export const useFilterChoices = (
  view: SeeView,
  words: SeeWords,
  formats: readonly string[],
  handles: Asked<readonly CountedHandle[]>,
): { readonly choices: FilterChoices; readonly filter: TimelineFilter; readonly isOn: boolean } => {
  const say = useSay();
  const people = useMemo(
    () => (handles.kind === "there" ? groupPeople(handles.value, words) : []),
    [handles, words],
  );
  const platforms = useMemo(() => groupFormats(formats), [formats]);
  const choices = useMemo<FilterChoices>(
    () => ({
      person: people.map(({ id, name }) => ({ value: id, title: name })),
      platform: platforms.map(({ id }) => ({ value: id, title: say(platformMessage(id)) })),
      kind: itemKindSchema.options.map((kind) => ({ value: kind, title: itemKindLabels[kind] })),
    }),
    [people, platforms, say],
  );
  const filter = useMemo<TimelineFilter>(() => {
    const person = people.find(({ id }) => id === view.person);
    const platform = platforms.find(({ id }) => id === view.platform);
    const kind = itemKindSchema.safeParse(view.kind);
    return {
      ...(person === undefined ? {} : { handles: person.handles.map(({ value }) => value) }),
      ...(platform === undefined ? {} : { formats: platform.formats }),
      ...(kind.success ? { kinds: [kind.data] } : {}),
    };
  }, [people, platforms, view.person, view.platform, view.kind]);
  return { choices, filter, isOn: Object.keys(filter).length > 0 };
};
