import { foldText } from "./fold-text.ts";
import type { SqlRow } from "./drivers/driver.ts";
import { itemColumns, itemJoins, rowToItem } from "./item-store.ts";
import { indexedTo, toSearchRow } from "./search-index.ts";
import {
  matches,
  matchesWholeWords,
  parseQuery,
  type SearchTerm,
  toPartMatch,
  toWordMatch,
} from "./search-terms.ts";
import { asNumber, type Session } from "./session.ts";
import { toStored } from "./timeline.ts";
import type { SearchHit, SearchPage, SearchQuery } from "./vault.ts";

const defaultLimit = 50;
const maximumLimit = 500;
const scanPageSize = 1_000;
const candidatePageSize = 64;
/** A sign without letters is in no index: so many of the newest items are looked through for it. */
const maximumScannedForMarks = 20_000;

interface Hit {
  readonly row: SqlRow;
  readonly score: number;
}

/**
 * What is not indexed yet comes first, then hits of whole words, then of parts of words; each newest first, in the
 * order in which they were taken in. No ranking that would have to see every hit of a common word.
 *
 * See [Note: search index].
 */
export const searchItems = (session: Session, query: SearchQuery): SearchPage => {
  const terms = parseQuery(query.text);
  if (terms.length === 0) return { hits: [], more: false };
  const limit = Math.max(1, Math.min(query.limit ?? defaultLimit, maximumLimit));
  const offset = Math.max(0, Math.trunc(query.offset ?? 0));
  const hits: Hit[] = [];
  for (const hit of findAll(session, terms)) {
    hits.push(hit);
    if (hits.length > offset + limit) break;
  }
  const page = hits.slice(offset, offset + limit);
  return {
    hits: page.map(({ row, score }): SearchHit => ({
      ...toStored(session, rowToItem(row)),
      score,
    })),
    more: hits.length > offset + limit,
  };
};

function* findAll(session: Session, terms: readonly SearchTerm[]): Generator<Hit> {
  const indexed = indexedTo(session);
  yield* scan(session, terms, indexed, Number.MAX_SAFE_INTEGER);
  const wordMatch = toWordMatch(terms);
  const asWords = new Set<number>();
  if (wordMatch !== undefined) {
    for (const row of candidates(session, "search_words", wordMatch)) {
      const { id, text } = toSearchRow(row);
      const folded = foldText(text);
      if (!matches(folded, terms) || !matchesWholeWords(folded, terms)) continue;
      asWords.add(id);
      yield { row, score: 2 };
    }
  }
  const partMatch = toPartMatch(terms);
  if (partMatch !== undefined) {
    for (const row of candidates(session, "search_parts", partMatch)) {
      const { id, text } = toSearchRow(row);
      if (!asWords.has(id) && matches(foldText(text), terms)) yield { row, score: 1 };
    }
  } else if (wordMatch === undefined) {
    yield* scan(session, terms, 0, indexed + 1, maximumScannedForMarks);
  }
}

/**
 * The items that an index proposes, newest first; in pages, since nobody may want them all. What is withdrawn is in the
 * index and not to be found.
 */
function* candidates(
  session: Session,
  table: "search_words" | "search_parts",
  match: string,
): Generator<SqlRow> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = session
      .sql(
        `SELECT ${itemColumns} FROM ${table} CROSS JOIN items ON items.id = ${table}.rowid
         CROSS JOIN sources ON sources.id = items.source ${itemJoins}
         WHERE ${table} MATCH ? AND ${table}.rowid < ? AND sources.visible = 1
         ORDER BY ${table}.rowid DESC LIMIT ${candidatePageSize}`,
      )
      .all(match, before);
    for (const row of rows) {
      before = asNumber(row["id"]);
      yield row;
    }
    if (rows.length < candidatePageSize) return;
  }
}

function* scan(
  session: Session,
  terms: readonly SearchTerm[],
  after: number,
  before: number,
  most: number = Number.MAX_SAFE_INTEGER,
): Generator<Hit> {
  let end = before;
  for (let scanned = 0; scanned < most; scanned += scanPageSize) {
    const rows = session
      .sql(
        `SELECT ${itemColumns} FROM items CROSS JOIN sources ON sources.id = items.source ${itemJoins}
         WHERE items.id > ? AND items.id < ? AND sources.visible = 1 ORDER BY items.id DESC LIMIT ${scanPageSize}`,
      )
      .all(after, end);
    for (const row of rows) {
      const { id, text } = toSearchRow(row);
      end = id;
      const folded = foldText(text);
      if (matches(folded, terms)) {
        yield { row, score: matchesWholeWords(folded, terms) ? 2 : 1 };
      }
    }
    if (rows.length < scanPageSize) return;
  }
}
