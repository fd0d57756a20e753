import type { ItemKind, Note, Parsed } from "@holdfast/evidence";

import { noteWeights } from "./note-weight.ts";

const notesKeptInMemory = 100;

export interface ParsedCounts {
  readonly items: number;
  readonly itemsByKind: Readonly<Partial<Record<ItemKind, number>>>;
  /** The first hundred. */
  readonly notes: readonly Note[];
  readonly noteCount: number;
  /** Notes that say that something was damaged, refused or not read. */
  readonly findings: number;
}

/** Counts what a parser gave, without keeping it: a chat of a million messages must not fill the memory. */
export interface ParsedCounter {
  readonly count: (batch: readonly Parsed[]) => void;
  readonly read: () => ParsedCounts;
}

export const createParsedCounter = (): ParsedCounter => {
  let items = 0;
  let noteCount = 0;
  let findings = 0;
  const itemsByKind: Partial<Record<ItemKind, number>> = {};
  const notes: Note[] = [];
  return {
    count: (batch) => {
      for (const parsed of batch) {
        if (parsed.kind === "item") {
          items += 1;
          itemsByKind[parsed.item.kind] = (itemsByKind[parsed.item.kind] ?? 0) + 1;
        } else {
          noteCount += 1;
          if (noteWeights[parsed.note.code] === "finding") findings += 1;
          if (notes.length < notesKeptInMemory) notes.push(parsed.note);
        }
      }
    },
    read: () => ({
      items,
      itemsByKind: { ...itemsByKind },
      notes: [...notes],
      noteCount,
      findings,
    }),
  };
};
