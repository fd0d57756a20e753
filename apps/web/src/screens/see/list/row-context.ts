import type { TimelineEntry } from "@holdfast/vault";
import { createContext, useContext } from "react";

import type { SeeWords } from "../use-see-words.ts";

export interface RowContextValue {
  readonly words: SeeWords;
  /** The row that somebody came from, and whether it has yet to be brought into view. */
  readonly marked?: {
    readonly rowId: number;
    readonly isSought: boolean;
    readonly onFound: () => void;
  };
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
