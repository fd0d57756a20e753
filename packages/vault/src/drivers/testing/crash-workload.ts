import type { SqlDatabase, SqlRow } from "../driver.ts";

/**
 * Work that is meant to be cut short anywhere: rounds of one large transaction each, so large that its pages spill out
 * of a small cache, with checkpoints in between. `report` must have reached the observer when it returns: what it was
 * told is committed must be there afterwards.
 */
export interface CrashWorkload {
  readonly rounds: number;
  readonly rowsPerRound: number;
}

export type CrashReport =
  | { readonly kind: "began"; readonly round: number }
  | { readonly kind: "committed"; readonly round: number }
  | { readonly kind: "checkpointed"; readonly round: number };

/** A cache this small spills after some thirty pages. */
export const crashCacheSizeInKib = 256;

/** Round 0 is there before the first report, as the last step of making the database. */
export const prepareCrashDatabase = (database: SqlDatabase, rowsPerRound: number): void => {
  database.exec(`
    CREATE TABLE entry (round INTEGER NOT NULL, nth INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE INDEX entry_body ON entry (body);
    CREATE VIRTUAL TABLE entry_words USING fts5 (body, content = '');
  `);
  addRound(database, 0, rowsPerRound);
};

export const runCrashWorkload = (
  database: SqlDatabase,
  { rounds, rowsPerRound }: CrashWorkload,
  report: (report: CrashReport) => void,
): void => {
  database.exec("PRAGMA wal_autocheckpoint = 64");
  const first = lastRound(database) + 1;
  for (let round = first; round < first + rounds; round += 1) {
    report({ kind: "began", round });
    addRound(database, round, rowsPerRound);
    report({ kind: "committed", round });
    if (round % 2 === 0) {
      database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
      report({ kind: "checkpointed", round });
    }
  }
};

/**
 * What is wrong with a database that was cut short; empty when nothing is. A round more than was reported may be there,
 * committed and cut short before the report arrived; but each round is there whole or not at all.
 */
export const findCrashDamage = (
  database: SqlDatabase,
  rowsPerRound: number,
  lastReportedCommit: number,
): readonly string[] => {
  const integrity = database.prepare("PRAGMA integrity_check").all();
  const damage = integrity
    .map((row) => String(row["integrity_check"]))
    .filter((line) => line !== "ok");
  const rounds: readonly SqlRow[] = database
    .prepare("SELECT round, count(*) AS n FROM entry GROUP BY round ORDER BY round")
    .all();
  rounds.forEach((row, i) => {
    if (row["round"] !== i) damage.push(`round ${i} is missing`);
    if (row["n"] !== rowsPerRound) damage.push(`round ${i} has ${String(row["n"])} rows`);
  });
  if (rounds.length <= lastReportedCommit) {
    damage.push(`round ${lastReportedCommit} was committed, and ${rounds.length} rounds are there`);
  }
  const found = database
    .prepare("SELECT count(*) AS n FROM entry_words WHERE entry_words MATCH 'shared'")
    .get();
  if (found?.["n"] !== rounds.length * rowsPerRound) damage.push("the search index differs");
  return damage;
};

const addRound = (database: SqlDatabase, round: number, rows: number): void => {
  const insert = database.prepare("INSERT INTO entry (round, nth, body) VALUES (?, ?, ?)");
  const index = database.prepare("INSERT INTO entry_words (rowid, body) VALUES (?, ?)");
  database.transaction(() => {
    for (let nth = 0; nth < rows; nth += 1) {
      // Bodies in no order, so that pages all over the index change.
      const body = `${(nth * 7919) % rows} shared words of round ${round} `.repeat(8);
      insert.run(round, nth, body);
      index.run(round * rows + nth + 1, body);
    }
  });
  insert.finalize();
  index.finalize();
};

const lastRound = (database: SqlDatabase): number =>
  Number(database.prepare("SELECT max(round) AS round FROM entry").get()?.["round"]);
