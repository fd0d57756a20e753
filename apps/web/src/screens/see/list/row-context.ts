import type { TimelineEntry } from "@holdfast/vault";
import { createContext, useContext } from "react";

import type { SeeWords } from "../use-see-words.ts";

export interface RowContextValue {
  readonly words: SeeWords;
  readonly open: (
    entry: Pick<TimelineEntry, "rowId" | "exhibits"> & { readonly orderCertain?: boolean },
  ) => void;
}

export const RowContext = createContext<RowContextValue | undefined>(undefined);

export const useRows = (): RowContextValue => {
  const value = useContext(RowContext);
  if (value === undefined) throw new Error("A row stands outside of its list.");
  return value;
};
