import { handleKey } from "@holdfast/casework";
import { type Handle, handleSchema, itemKindSchema } from "@holdfast/evidence";
import { useMemo } from "react";

import { useFrame, useSay } from "../../app/frame.ts";
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

/** Days that are shown, in their order; both included. */
export interface DaySpan {
  readonly firstDay?: string;
  readonly lastDay?: string;
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
): {
  readonly choices: FilterChoices;
  readonly filter: TimelineFilter;
  readonly span: DaySpan;
  readonly isOn: boolean;
} => {
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
      kind: itemKindSchema.options.map((kind) => ({
        value: kind,
        title: say(`item_title_${kind}`),
      })),
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
  const span = useMemo(() => spanOf(view.firstDay, view.lastDay), [view.firstDay, view.lastDay]);
  return { choices, filter, span, isOn: Object.keys({ ...filter, ...span }).length > 0 };
};

/** Given the wrong way round, they are turned. */
const spanOf = (first: string | undefined, last: string | undefined): DaySpan => {
  const [firstDay, lastDay] =
    first !== undefined && last !== undefined && first > last ? [last, first] : [first, last];
  return {
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
  };
};

/** What the filter leaves, as a person would say it; in the order of its questions. */
export const useChosenWords = (
  view: SeeView,
  choices: FilterChoices,
  { firstDay, lastDay }: DaySpan,
): string => {
  const { words } = useFrame();
  const { say } = words;
  const format = new Intl.DateTimeFormat(words.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const day = (of: string): string => format.format(Date.parse(`${of}T00:00:00Z`));
  const titles = (["person", "platform", "kind"] as const).flatMap((of) => {
    const chosen = choices[of].find(({ value }) => value === view[of]);
    return chosen === undefined ? [] : [chosen.title];
  });
  if (firstDay !== undefined && firstDay === lastDay) titles.push(day(firstDay));
  else if (firstDay !== undefined && lastDay !== undefined) {
    titles.push(say("see_only_days", { first: day(firstDay), last: day(lastDay) }));
  } else if (firstDay !== undefined) titles.push(say("see_only_from", { day: day(firstDay) }));
  else if (lastDay !== undefined) titles.push(say("see_only_up_to", { day: day(lastDay) }));
  return titles.join(" · ");
};
