import {
  err,
  type Facts,
  isCalendarDate,
  itemKindSchema,
  type ItemKind,
  ok,
  type Result,
  timeBounds,
  type ZoneOffsets,
} from "@holdfast/evidence";

import type { OptionValues } from "../command.ts";
import { textOption } from "../command.ts";

export interface TimelineFilter {
  readonly from?: number;
  readonly to?: number;
  readonly kinds?: readonly ItemKind[];
  readonly handles?: readonly string[];
}

export type TimelineFilterError =
  | { readonly code: "usage_date"; readonly value: string }
  | { readonly code: "usage_kind"; readonly value: string; readonly kinds: string };

/** Reads --from, --to, --kind and --party. A day means from its first to its last moment, in the case's zone. */
export const readTimelineFilter = (
  deps: { readonly zones: ZoneOffsets },
  values: OptionValues,
  facts: Facts,
): Result<TimelineFilter, TimelineFilterError> => {
  const from = readMoment(deps, textOption(values, "from"), facts.zone);
  if (!from.ok) return from;
  const to = readMoment(deps, textOption(values, "to"), facts.zone);
  if (!to.ok) return to;
  const kind = readKind(textOption(values, "kind"));
  if (!kind.ok) return kind;
  const party = textOption(values, "party");
  return ok({
    ...(from.value === undefined ? {} : { from: from.value.earliest }),
    ...(to.value === undefined ? {} : { to: to.value.latest }),
    ...(kind.value === undefined ? {} : { kinds: [kind.value] }),
    ...(party === undefined ? {} : { handles: handlesOf(party, facts) }),
  });
};

const readMoment = (
  deps: { readonly zones: ZoneOffsets },
  text: string | undefined,
  zone: string | undefined,
): Result<
  { readonly earliest: number; readonly latest: number } | undefined,
  TimelineFilterError
> => {
  if (text === undefined) return ok(undefined);
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text);
  if (match === null) return err({ code: "usage_date", value: text });
  const [, year = "", month = "", day = "", hour, minute] = match;
  const isTimeOfDay = Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60;
  if (!isCalendarDate(Number(year), Number(month), Number(day)) || !isTimeOfDay) {
    return err({ code: "usage_date", value: text });
  }
  const bounds = timeBounds(
    deps,
    {
      kind: "wall",
      local: `${year}-${month}-${day}T${hour ?? "00"}:${minute ?? "00"}:00`,
      precision: hour === undefined ? "day" : "minute",
      basis: "recollection",
    },
    zone,
  );
  return ok(bounds);
};

const readKind = (text: string | undefined): Result<ItemKind | undefined, TimelineFilterError> => {
  if (text === undefined) return ok(undefined);
  const kind = itemKindSchema.safeParse(text);
  return kind.success
    ? ok(kind.data)
    : err({ code: "usage_kind", value: text, kinds: itemKindSchema.options.join(", ") });
};

/** A party by its id or label is all of its handles; any other text is one handle as it stands in the source. */
const handlesOf = (name: string, facts: Facts): readonly string[] => {
  const party = facts.parties?.find((one) => one.id === name || one.label === name);
  return party === undefined ? [name] : party.handles.map((handle) => handle.value);
};
