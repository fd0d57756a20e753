import { fewChosen } from "./few-items.ts";
import { foldText } from "./fold-text.ts";
import type { SqlRow } from "./drivers/driver.ts";
import { itemFilter } from "./item-filter.ts";
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
  for (const hit of findAll(session, query, terms)) {
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

/** The same hits as `searchItems` gives, counted until there are more than `most`. */
export const countHits = (
  session: Session,
  query: SearchQuery,
  most: number,
): { readonly items: number; readonly more: boolean } => {
  const terms = parseQuery(query.text);
  if (terms.length === 0) return { items: 0, more: false };
  const hits = findAll(session, query, terms);
  for (let items = 0; ; items += 1) {
    if (hits.next().done === true) return { items, more: false };
    if (items === most) return { items, more: true };
  }
};

interface Wanted {
  readonly terms: readonly SearchTerm[];
  /** As `itemFilter` gives it. */
  readonly filter: string;
}

const findAll = (
  session: Session,
  query: SearchQuery,
  terms: readonly SearchTerm[],
): Iterator<Hit> & Iterable<Hit> => {
  const wanted = { terms, filter: itemFilter(session, query) };
  const few = fewChosen(session, query);
  return few === undefined ? findByIndex(session, wanted) : findAmong(session, wanted, few);
};

/** See [Note: a search among few]. Whole words come first here, too. */
function* findAmong(session: Session, wanted: Wanted, ids: readonly number[]): Generator<Hit> {
  const hits: Hit[] = [];
  for (let at = 0; at < ids.length; at += scanPageSize) {
    const page = ids.slice(at, at + scanPageSize);
    const rows = session
      .sql(
        `SELECT ${itemColumns} FROM json_each(?) AS one CROSS JOIN items ON items.id = one.value
         CROSS JOIN sources ON sources.id = items.source ${itemJoins}
         WHERE sources.visible = 1 ${wanted.filter}`,
      )
      .all(JSON.stringify(page));
    for (const row of rows) {
      const hit = toHit(row, wanted.terms);
      if (hit !== undefined) hits.push(hit);
    }
  }
  yield* hits.sort((a, b) => b.score - a.score);
}

function* findByIndex(session: Session, wanted: Wanted): Generator<Hit> {
  const { terms } = wanted;
  const indexed = indexedTo(session);
  yield* scan(session, wanted, indexed, Number.MAX_SAFE_INTEGER);
  const wordMatch = toWordMatch(terms);
  const asWords = new Set<number>();
  if (wordMatch !== undefined) {
    for (const row of candidates(session, "search_words", wordMatch, wanted.filter)) {
      const { id, text } = toSearchRow(row);
      const folded = foldText(text);
      if (!matches(folded, terms) || !matchesWholeWords(folded, terms)) continue;
      asWords.add(id);
      yield { row, score: 2 };
    }
  }
  const partMatch = toPartMatch(terms);
  if (partMatch !== undefined) {
    for (const row of candidates(session, "search_parts", partMatch, wanted.filter)) {
      const { id, text } = toSearchRow(row);
      if (!asWords.has(id) && matches(foldText(text), terms)) yield { row, score: 1 };
    }
  } else if (wordMatch === undefined) {
    yield* scan(session, wanted, 0, indexed + 1, maximumScannedForMarks);
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
  filter: string,
): Generator<SqlRow> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = session
      .sql(
        `SELECT ${itemColumns} FROM ${table} CROSS JOIN items ON items.id = ${table}.rowid
         CROSS JOIN sources ON sources.id = items.source ${itemJoins}
         WHERE ${table} MATCH ? AND ${table}.rowid < ? AND sources.visible = 1 ${filter}
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
  { terms, filter }: Wanted,
  after: number,
  before: number,
  most: number = Number.MAX_SAFE_INTEGER,
): Generator<Hit> {
  let end = before;
  for (let scanned = 0; scanned < most; scanned += scanPageSize) {
    const rows = session
      .sql(
        `SELECT ${itemColumns} FROM items CROSS JOIN sources ON sources.id = items.source ${itemJoins}
         WHERE items.id > ? AND items.id < ? AND sources.visible = 1 ${filter} ORDER BY items.id DESC LIMIT ${scanPageSize}`,
      )
      .all(after, end);
    for (const row of rows) {
      end = asNumber(row["id"]);
      const hit = toHit(row, terms);
      if (hit !== undefined) yield hit;
    }
    if (rows.length < scanPageSize) return;
  }
}

const toHit = (row: SqlRow, terms: readonly SearchTerm[]): Hit | undefined => {
  const folded = foldText(toSearchRow(row).text);
  if (!matches(folded, terms)) return undefined;
  return { row, score: matchesWholeWords(folded, terms) ? 2 : 1 };
};
