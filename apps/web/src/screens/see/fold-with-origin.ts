import type { FoldWithOrigin } from "@holdfast/casework";
import { foldWithOrigin as fold } from "@holdfast/vault";

/** How snippets are marked: as search folds. */
export const foldWithOrigin: FoldWithOrigin = { fold };

/** The words of a query, as they are looked for. */
export const queryWords = (query: string): readonly string[] =>
  query.split(/\s+/u).filter((word) => word !== "");
