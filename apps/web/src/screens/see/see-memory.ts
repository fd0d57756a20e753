import type { Door } from "../../door/door.ts";
import type { RowPlace } from "./list/blocks.ts";

/** What is shown, and where somebody stands in it: found again when they come back from a screen behind it. */
export interface SeeView {
  readonly text: string;
  readonly person: string | undefined;
  readonly platform: string | undefined;
  readonly kind: string | undefined;
  readonly place: (RowPlace & { readonly withinPx: number }) | undefined;
}

export interface SeeMemory {
  readonly read: () => SeeView;
  readonly change: (part: Partial<SeeView>) => void;
}

const nothingChosen: SeeView = {
  text: "",
  person: undefined,
  platform: undefined,
  kind: undefined,
  place: undefined,
};

/** Gone when the place is closed: what was searched for tells as much as what was found. */
export const createSeeMemory = (door: Pick<Door, "state" | "subscribe">): SeeMemory => {
  let view = nothingChosen;
  door.subscribe(() => {
    if (door.state().kind !== "open") view = nothingChosen;
  });
  return {
    read: () => view,
    change: (part) => {
      view = { ...view, ...part };
    },
  };
};
