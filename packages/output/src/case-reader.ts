import type { ByteSource, Case, Exhibit, ExhibitId, Item, Note, Result } from "@holdfast/evidence";

/**
 * All that output can see of a case. An opened vault has this shape already.
 *
 * What is not here cannot leave: there is no way from it to the private shelf (drafts, answers, plans, impact notes).
 */
export interface CaseReader {
  readonly readCase: () => Case;
  readonly exhibits: () => readonly Exhibit[];
  /** Exhibits whose bytes the vault keeps locked (care rule 3): it has looked at all of them when they were sealed. */
  readonly lockedExhibits: () => readonly ExhibitId[];
  readonly openBlob: (id: ExhibitId) => Result<ByteSource, { readonly code: string }>;
  /** In the order of the source; give the last `rowId` to go on. */
  readonly itemsOf: (
    id: ExhibitId,
    page?: { readonly afterRowId?: number; readonly limit?: number },
  ) => readonly ReadItem[];
  readonly notesOf: (id: ExhibitId) => readonly Note[];
  readonly timeline: (query: {
    readonly limit?: number;
    readonly after?: ReadCursor;
  }) => ReadTimelinePage;
  /** Custody lines without LF, oldest first. */
  readonly custodyLines: () => Iterable<string>;
  /** The opening of an entry as canonical JSON, `undefined` when it was destroyed. */
  readonly custodyOpening: (seq: number) => string | undefined;
}

export interface ReadItem {
  readonly rowId: number;
  readonly exhibits: readonly ExhibitId[];
  readonly item: Item;
}

export interface ReadCursor {
  readonly orderMs: number;
  readonly rowId: number;
}

export interface ReadTimelinePage {
  readonly entries: readonly ReadItem[];
  readonly next?: ReadCursor;
}

const pageSize = 500;

/** Every item of an exhibit, in the order of the source; memory holds one page. */
export function* itemsOfExhibit(reader: CaseReader, id: ExhibitId): Generator<ReadItem> {
  let page = reader.itemsOf(id, { limit: pageSize });
  while (page.length > 0) {
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    page = reader.itemsOf(id, { limit: pageSize, afterRowId: last.rowId });
  }
}

/** The whole timeline in its order; memory holds one page. */
export function* wholeTimeline(reader: CaseReader): Generator<ReadItem> {
  let page = reader.timeline({ limit: pageSize });
  for (;;) {
    yield* page.entries;
    if (page.next === undefined) return;
    page = reader.timeline({ limit: pageSize, after: page.next });
  }
}
