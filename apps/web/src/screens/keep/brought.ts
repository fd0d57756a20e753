import type { Dropped } from "./read-dropped.ts";

/** What came onto the page by itself: dropped, or pasted. */
export interface Brought extends Dropped {
  readonly text: string;
}

export const nothingBrought: Brought = { files: [], unreadable: [], setAside: 0, text: "" };

/** More may come while a question about the first is open: nothing is dropped in silence. */
export const joinBrought = (before: Brought, more: Brought): Brought => ({
  files: [...before.files, ...more.files],
  unreadable: [...before.unreadable, ...more.unreadable],
  setAside: before.setAside + more.setAside,
  text: [before.text, more.text].filter((text) => text !== "").join("\n\n"),
});
