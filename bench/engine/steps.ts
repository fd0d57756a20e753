/** The least that both engines offer, so that the same steps measure either. */
export interface MeasuredDatabase {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => {
    readonly run: (...values: readonly (string | number)[]) => unknown;
    readonly all: (...values: readonly (string | number)[]) => readonly unknown[];
  };
  readonly transaction: (body: () => void) => void;
  readonly close: () => void;
}

export type Measured = Readonly<Record<string, number>>;

const rowsPerCommit = 20_000;

/** `now` in milliseconds. Each answer is named with its unit. */
export const measureEngine = async (
  open: (create: boolean) => Promise<MeasuredDatabase>,
  rows: number,
  now: () => number,
): Promise<Measured> => {
  const timed = (work: () => void): number => {
    const started = now();
    work();
    return now() - started;
  };
  const perSecond = (ms: number): number => Math.round(rows / (ms / 1000));
  const database = await open(true);
  database.exec(schema);
  const insertMs = timed(() => insertRows(database, rows));
  const wordsMs = timed(() =>
    database.exec("INSERT INTO item_words (rowid, body) SELECT id, body FROM item"),
  );
  const partsMs = timed(() =>
    database.exec("INSERT INTO item_parts (rowid, body) SELECT id, body FROM item"),
  );
  const one = database.prepare("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)");
  const commitMs = timed(() => {
    for (let i = 0; i < 50; i += 1) {
      database.transaction(() => void one.run(rows + 1 + i, 1, 0, 0, "one more", "{}"));
    }
  });
  database.close();

  const started = now();
  const again = await open(false);
  again.prepare("SELECT count(*) FROM sqlite_schema").all();
  const openMs = now() - started;
  const byId = again.prepare("SELECT * FROM item WHERE id = ?");
  const pointMs = timed(() => {
    for (let i = 0; i < 1000; i += 1) byId.all(1 + ((i * 7919) % rows));
  });
  const page = again.prepare("SELECT * FROM item WHERE earliest >= ? ORDER BY earliest LIMIT 100");
  const pageMs = timed(() => {
    for (let i = 0; i < 50; i += 1) page.all(1_600_000_000_000 + i * 1_000_000);
  });
  const match = (table: string) =>
    again.prepare(
      `SELECT item.* FROM ${table} JOIN item ON item.id = ${table}.rowid
       WHERE ${table} MATCH ? ORDER BY ${table}.rowid DESC LIMIT 50`,
    );
  const words = match("item_words");
  const wordMs = timed(() => {
    for (let i = 0; i < 100; i += 1) words.all(`"w${(i * 31) % 4000}"`);
  });
  const parts = match("item_parts");
  const partMs = timed(() => {
    for (let i = 0; i < 100; i += 1) parts.all(`"w${(i * 31) % 4000} w"`);
  });
  again.close();
  return {
    "insert, rows/s": perSecond(insertMs),
    "word index (INSERT..SELECT), rows/s": perSecond(wordsMs),
    "part index (INSERT..SELECT), rows/s": perSecond(partsMs),
    "all of it, rows/s": perSecond(insertMs + wordsMs + partsMs),
    "commit of one row, ms": round(commitMs / 50),
    "open, ms": round(openMs),
    "row by id, ms": round(pointMs / 1000),
    "page of 100, ms": round(pageMs / 50),
    "word query with rows, ms": round(wordMs / 100),
    "part query with rows, ms": round(partMs / 100),
  };
};

const round = (value: number): number => Math.round(value * 1000) / 1000;

const schema = `
  CREATE TABLE item (
    id INTEGER PRIMARY KEY, exhibit INTEGER NOT NULL, earliest INTEGER, latest INTEGER,
    body TEXT NOT NULL, json TEXT NOT NULL
  );
  CREATE INDEX item_earliest ON item (earliest, id);
  CREATE VIRTUAL TABLE item_words USING fts5 (
    body, content = 'item', content_rowid = 'id', tokenize = 'unicode61', detail = full
  );
  CREATE VIRTUAL TABLE item_parts USING fts5 (
    body, content = 'item', content_rowid = 'id', tokenize = 'trigram'
  );
`;

const insertRows = (database: MeasuredDatabase, rows: number): void => {
  const insert = database.prepare("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)");
  let state = 1;
  const dice = (sides: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % sides;
  };
  for (let from = 0; from < rows; from += rowsPerCommit) {
    database.transaction(() => {
      for (let i = from; i < Math.min(rows, from + rowsPerCommit); i += 1) {
        const words = Array.from({ length: 12 }, () => `w${Math.min(dice(4000), dice(4000))}`);
        const at = 1_600_000_000_000 + i * 60_000;
        const body = words.join(" ");
        const json = `{"kind":"message","from":"party-${i % 2}","time":{"kind":"wall","text":"2026-03-14T21:0${i % 10}","precision":"minute"},"span":[${i * 80},${i * 80 + 79}]}`;
        insert.run(i + 1, 1, at, at + 59_999, body, json);
      }
    });
  }
};
