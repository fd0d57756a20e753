import type { Purpose } from "@holdfast/bundle";
import type { Exhibit, ExhibitId } from "@holdfast/evidence";

import type { ExhibitSummary } from "../../door/seeing.ts";

/** What somebody has to know about a thing before they give it away. */
export type Shows = "picture" | "recording" | "may-hold" | "words";

/**
 * Whether a thing is words alone. What is not known to be words may hold a picture: an archive, a mail with attachments, a
 * document that nobody recognised.
 */
export const whatItShows = ({ mediaType }: Exhibit): Shows => {
  if (mediaType.startsWith("image/")) return "picture";
  if (mediaType.startsWith("audio/") || mediaType.startsWith("video/")) return "recording";
  return wordTypes.has(mediaType) ? "words" : "may-hold";
};

const wordTypes: ReadonlySet<string> = new Set(["text/plain", "text/csv", "application/json"]);

/** What can go at all, and what stays whatever is ticked. */
export interface Choosable {
  readonly exhibits: readonly Exhibit[];
  readonly staying: readonly {
    readonly exhibit: Exhibit;
    readonly why: "withdrawn" | "picture_locked";
  }[];
}

export const choosable = (all: readonly ExhibitSummary[]): Choosable => ({
  exhibits: all
    .filter(({ exhibit, locked }) => !exhibit.withdrawn && !locked)
    .map(({ exhibit }) => exhibit),
  staying: all
    .filter(({ exhibit, locked }) => exhibit.withdrawn || locked)
    .map(({ exhibit }) => ({
      exhibit,
      why: exhibit.withdrawn ? ("withdrawn" as const) : ("picture_locked" as const),
    })),
});

/** How it begins: nothing sensitive is ticked for anybody but oneself, and for a platform or a friend nothing at all. */
export const tickedAtFirst = (
  purpose: Purpose,
  exhibits: readonly Exhibit[],
): readonly ExhibitId[] => {
  switch (purpose) {
    case "self":
      return exhibits.map(({ id }) => id);
    case "ally":
    case "platform":
      return [];
    case "police":
    case "lawyer":
    case "workplace":
      return exhibits.filter((exhibit) => whatItShows(exhibit) === "words").map(({ id }) => id);
  }
};

/** One's own copy of everything is the full one, to which all others can be shown to belong. */
export const requestOf = (
  purpose: Purpose,
  ticked: readonly ExhibitId[],
  exhibits: readonly Exhibit[],
): "all" | readonly ExhibitId[] =>
  purpose === "self" && ticked.length === exhibits.length ? "all" : ticked;

export interface ReviewGroup {
  /** "2026-09-21", the name of a folder, or "" for what has neither. */
  readonly key: string;
  readonly exhibits: readonly Exhibit[];
}

/** In the order of days, or of folders and names; what has no day comes last. */
export const groupForReview = (
  exhibits: readonly Exhibit[],
  order: "day" | "file",
  zone: string | undefined,
): readonly ReviewGroup[] => {
  const keyOf = (exhibit: Exhibit): string =>
    order === "day" ? (dayOf(exhibit, zone) ?? "") : folderOf(exhibit.originalName);
  const groups = new Map<string, Exhibit[]>();
  for (const exhibit of exhibits) {
    const key = keyOf(exhibit);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exhibit]);
    else group.push(exhibit);
  }
  return [...groups]
    .map(([key, own]) => ({
      key,
      exhibits: own.toSorted((a, b) => compare(a.originalName, b.originalName)),
    }))
    .toSorted((a, b) => {
      if (order === "day" && (a.key === "") !== (b.key === "")) return a.key === "" ? 1 : -1;
      return compare(a.key, b.key);
    });
};

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The name without its folders. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The day on which it happened, as far as its source tells: in the zone of the case, else in the device's. */
const dayOf = ({ eventTime }: Exhibit, zone: string | undefined): string | undefined => {
  switch (eventTime.kind) {
    case "wall":
      return eventTime.local.slice(0, 10);
    case "instant":
      return dayAt(eventTime.at, zone);
    case "range":
      return dayAt(eventTime.earliest, zone);
    case "unknown":
      return undefined;
  }
};

const dayAt = (ms: number, zone: string | undefined): string => {
  const parts = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(ms);
  const part = (type: "year" | "month" | "day"): string =>
    parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
};
