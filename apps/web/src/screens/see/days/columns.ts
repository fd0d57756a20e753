import { fewBars } from "./bar-words.ts";

/** As many columns as there are bars, none wider than a single thing needs to be seen as one. */
export const columnsOf = (bars: number): string =>
  `repeat(${bars}, minmax(0, ${bars <= fewBars ? 3.5 : 2}rem))`;
