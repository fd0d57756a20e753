import type { SqlValue } from "../driver.ts";
import type { AcceptanceCase } from "./driver-acceptance.ts";
import {
  bytesContain,
  createDatabase,
  expectCode,
  expectFailure,
  expectSame,
  keyOf,
  openDatabase,
  readAllFiles,
} from "./expectations.ts";

export const databaseCases: readonly AcceptanceCase[] = [
  {
    name: "keeps rows over closing and opening again",
    run: async ({ newDriver }) => {
      const made = await createDatabase(newDriver());
      made.exec("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)");
      const insert = made.prepare("INSERT INTO note (body) VALUES (?)");
      made.transaction(() => {
        insert.run("first");
        insert.run("second");
      });
      made.close();
      const opened = await openDatabase(newDriver());
      const rows = opened.prepare("SELECT id, body FROM note ORDER BY id").all();
      opened.close();
      const wanted = [
        { id: 1, body: "first" },
        { id: 2, body: "second" },
      ];
      expectSame(rows, wanted, "the rows");
    },
  },
  {
    name: "gives back every kind of value as it was given",
    run: async ({ newDriver }) => {
      const database = await createDatabase(newDriver());
      const texts = [
        "",
        "a",
        "zero\0inside",
        "\uFEFFmark",
        `\uFEFF${"mark".repeat(9)}`,
        "حفاظت 保护 🪢",
        "x".repeat(100_000),
        "é".repeat(40_000),
      ];
      const numbers = [0, -1, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, 1.5, -0.25, 1e300];
      const large = [9_007_199_254_740_993n, -9_223_372_036_854_775_808n];
      const bytes = [new Uint8Array(), Uint8Array.of(0, 255, 0), new Uint8Array(70_000).fill(9)];
      const values: readonly SqlValue[] = [...texts, ...numbers, ...large, ...bytes, null];
      const echo = database.prepare("SELECT ? AS value");
      for (const value of values) expectSame(echo.get(value), { value }, "the value");
      expectSame(echo.get(7n), { value: 7 }, "a small bigint");
      database.close();
    },
  },
  {
    name: "rolls back a transaction whose body throws, and goes on",
    run: async ({ newDriver }) => {
      const database = await createDatabase(newDriver());
      database.exec("CREATE TABLE t (a INTEGER)");
      const stopped = new Error("stopped");
      try {
        database.transaction(() => {
          database.exec("INSERT INTO t VALUES (1)");
          throw stopped;
        });
      } catch (error) {
        expectSame(error === stopped, true, "the body's own error comes out");
      }
      expectSame(database.prepare("SELECT a FROM t").all(), [], "the rows");
      database.transaction(() => database.exec("INSERT INTO t VALUES (2)"));
      expectSame(database.prepare("SELECT a FROM t").all(), [{ a: 2 }], "the rows after");
      database.close();
    },
  },
  {
    name: "rolls back a transaction that is larger than the page cache",
    run: async ({ newDriver }) => {
      const database = await createDatabase(newDriver());
      database.exec("PRAGMA cache_size = 10");
      database.exec("CREATE TABLE t (a INTEGER, b TEXT)");
      const insert = database.prepare("INSERT INTO t VALUES (?, ?)");
      database.transaction(() => insert.run(0, "kept"));
      try {
        database.transaction(() => {
          for (let i = 1; i <= 2000; i += 1) insert.run(i, "words ".repeat(50));
          throw new Error("stopped");
        });
      } catch (error) {
        expectSame(String(error), "Error: stopped", "the error");
      }
      expectSame(database.prepare("SELECT a FROM t").all(), [{ a: 0 }], "the rows");
      database.close();
      const opened = await openDatabase(newDriver());
      const [check] = opened.prepare("PRAGMA integrity_check").all();
      expectSame(check, { integrity_check: "ok" }, "the database");
      opened.close();
    },
  },
  {
    name: "names a broken constraint, of a key, a foreign key or a trigger",
    run: async ({ newDriver }) => {
      const database = await createDatabase(newDriver());
      database.exec(`
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id));
        CREATE TRIGGER never BEFORE DELETE ON parent BEGIN SELECT RAISE(ABORT, 'append only'); END;
        INSERT INTO parent VALUES (1);
      `);
      expectFailure(() => database.exec("INSERT INTO parent VALUES (1)"), "constraint");
      expectFailure(() => database.exec("INSERT INTO child VALUES (2)"), "constraint");
      expectFailure(() => database.exec("DELETE FROM parent"), "constraint");
      const insert = database.prepare("INSERT INTO parent VALUES (?)");
      expectFailure(() => insert.run(1), "constraint");
      insert.run(2);
      expectSame(database.prepare("SELECT count(*) AS n FROM parent").get(), { n: 2 }, "the rows");
      database.close();
    },
  },
  {
    name: "lets a loop over rows be left early, and the statement be used again",
    run: async ({ newDriver }) => {
      const database = await createDatabase(newDriver());
      database.exec("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2), (3)");
      const select = database.prepare("SELECT a FROM t WHERE a >= ? ORDER BY a");
      for (const row of select.iterate(2)) {
        expectSame(row, { a: 2 }, "the first row");
        break;
      }
      expectSame([...select.iterate(1)], [{ a: 1 }, { a: 2 }, { a: 3 }], "all rows");
      database.transaction(() => database.exec("DELETE FROM t"));
      expectSame(select.get(1), undefined, "no row");
      database.close();
    },
  },
  {
    name: "finds words and parts of words in every script",
    run: async ({ newDriver }) => {
      const database = await createDatabase(newDriver());
      database.exec(`
        CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'unicode61');
        CREATE VIRTUAL TABLE parts USING fts5 (body, tokenize = 'trigram');
      `);
      const bodies = ["Send the money by Friday", "رقم کل تک بھیج دو", "星期五之前把钱转过来"];
      for (const table of ["words", "parts"]) {
        const insert = database.prepare(`INSERT INTO ${table} (body) VALUES (?)`);
        for (const body of bodies) insert.run(body);
      }
      const hits = (table: string, query: string): readonly unknown[] =>
        database
          .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`)
          .all(`"${query}"`)
          .map((row) => row["rowid"]);
      expectSame(hits("words", "friday"), [1], "an English word");
      expectSame(hits("words", "بھیج"), [2], "an Urdu word");
      expectSame(hits("parts", "之前把"), [3], "a part of a Chinese sentence");
      expectSame(hits("parts", "oney by"), [1], "a part of an English sentence");
      database.close();
    },
  },
  {
    name: "tells nothing in its files, closed or open, but that they are there",
    run: async ({ newDriver }) => {
      const driver = newDriver();
      const database = await createDatabase(driver);
      const secret = "marker-5b1d-in-plain-text";
      database.exec("CREATE TABLE speaking_name (body TEXT)");
      const insert = database.prepare("INSERT INTO speaking_name VALUES (?)");
      database.transaction(() => {
        for (let i = 0; i < 500; i += 1) insert.run(`${secret} ${i}`);
      });
      database.close();
      for (const [path, bytes] of await readAllFiles(newDriver())) {
        expectSame(bytesContain(bytes, secret), false, `${path} holds a row in plain text`);
        expectSame(bytesContain(bytes, "speaking_name"), false, `${path} holds a name`);
        expectSame(bytesContain(bytes, "SQLite format"), false, `${path} says what it is`);
      }
    },
  },
  {
    name: "makes no database over another one",
    run: async ({ newDriver }) => {
      const database = await createDatabase(newDriver());
      database.exec("CREATE TABLE t (a)");
      database.close();
      const again = await newDriver().openDatabase({ key: keyOf(1), create: true });
      expectCode(again, "not_permitted");
      const opened = await openDatabase(newDriver());
      expectSame(opened.prepare("SELECT a FROM t").all(), [], "the table is still there");
      opened.close();
    },
  },
];
