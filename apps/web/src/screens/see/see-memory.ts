import type { Door } from "../../door/door.ts";
import type { RowPlace } from "./list/blocks.ts";

/** What is shown, and where somebody stands in it: found again when they come back from a screen behind it. */
export interface SeeView {
  readonly text: string;
  readonly person: string | undefined;
  readonly platform: string | undefined;
  readonly kind: string | undefined;
  /** "2026-03-05"; both included. */
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
  readonly place: (RowPlace & { readonly withinPx: number }) | undefined;
  /** How far somebody went through what was found. */
  readonly found: { readonly limit: number; readonly topPx: number } | undefined;
  /** The row to be brought into view once; afterwards the list stays where somebody scrolls it. */
  readonly sought: number | undefined;
}

export interface SeeSlice {
  readonly read: () => SeeView;
  readonly change: (part: Partial<SeeView>) => void;
}

export interface SeeMemory extends SeeSlice {
  /** A view of its own around one row: what was searched for before stays as it is for whoever goes back. */
  readonly around: (rowId: number) => SeeSlice;
}

/** All of it, from its beginning. */
export const everything: SeeView = {
  text: "",
  person: undefined,
  platform: undefined,
  kind: undefined,
  firstDay: undefined,
  lastDay: undefined,
  place: undefined,
  found: undefined,
  sought: undefined,
};

/** Gone when the place is closed: what was searched for tells as much as what was found. */
export const createSeeMemory = (door: Pick<Door, "state" | "subscribe">): SeeMemory => {
  const views = new Map<number | "all", SeeView>();
  door.subscribe(() => {
    if (door.state().kind !== "open") views.clear();
  });
  const sliceOf = (key: number | "all"): SeeSlice => {
    const read = (): SeeView => views.get(key) ?? everything;
    return { read, change: (part) => void views.set(key, { ...read(), ...part }) };
  };
  return { ...sliceOf("all"), around: sliceOf };
};
