import type { SqlDatabase, VaultDriver } from "../driver.ts";
import type { AcceptanceCase } from "./driver-acceptance.ts";
import {
  createDatabase,
  expectCode,
  expectFailure,
  expectOk,
  expectSame,
  keyOf,
  openDatabase,
  readAllFiles,
  readWhole,
} from "./expectations.ts";

export const damageCases: readonly AcceptanceCase[] = [
  {
    name: "refuses another key and leaves every byte as it was",
    run: async ({ newDriver }) => {
      await fill(newDriver());
      const before = await readAllFiles(newDriver());
      expectCode(await newDriver().openDatabase({ key: keyOf(2), create: false }), unreadable);
      expectSame(await readAllFiles(newDriver()), before, "the files");
      const opened = await openDatabase(newDriver());
      expectSame(countRows(opened), { n: 300 }, "the rows");
      opened.close();
    },
  },
  {
    name: "refuses to open where there is no database, and makes none",
    run: async ({ newDriver }) => {
      expectCode(await newDriver().openDatabase({ key: keyOf(1), create: false }), unreadable);
      expectSame([...(await readAllFiles(newDriver())).keys()], [], "the files");
    },
  },
  {
    name: "never takes an empty, cut or foreign file for a database",
    run: async ({ newDriver }) => {
      await fill(newDriver());
      const whole = await readWhole(newDriver(), "case.db");
      const foreign = new TextEncoder().encode("SQLite format 3\0".padEnd(20_000, "words "));
      const cuts = [0, 1, 16, 100, 1024, 8191, 8192, whole.length - 8192];
      const damaged = [...cuts.map((size) => whole.slice(0, size)), foreign, foreign.slice(0, 50)];
      for (const bytes of damaged) {
        const driver = newDriver();
        expectOk(await driver.files.replace("case.db", bytes));
        expectCode(await driver.openDatabase({ key: keyOf(1), create: false }), unreadable);
        expectSame(await readWhole(driver, "case.db"), bytes, "the damaged file stays as it is");
      }
    },
  },
  {
    name: "finds a flipped byte wherever it stands in the file",
    run: async ({ newDriver }) => {
      await fill(newDriver());
      const whole = await readWhole(newDriver(), "case.db");
      for (let at = 40; at < whole.length; at += 8191) {
        const driver = newDriver();
        const flipped = whole.slice();
        flipped[at] = (flipped[at] ?? 0) ^ 0x10;
        expectOk(await driver.files.replace("case.db", flipped));
        const opened = await driver.openDatabase({ key: keyOf(1), create: false });
        if (!opened.ok) {
          expectCode(opened, unreadable);
          continue;
        }
        expectFailure(() => {
          const check = opened.value.prepare("PRAGMA integrity_check").all();
          // A page that decrypts to nonsense without being found out would pass here.
          expectSame(check, [{ integrity_check: "ok" }], "the check");
        }, "database_damaged");
        opened.value.close();
      }
    },
  },
];

const unreadable = "database_unreadable";

const fill = async (driver: VaultDriver): Promise<void> => {
  const database = await createDatabase(driver);
  database.exec("CREATE TABLE t (a INTEGER, b TEXT)");
  const insert = database.prepare("INSERT INTO t VALUES (?, ?)");
  database.transaction(() => {
    for (let i = 0; i < 300; i += 1) insert.run(i, "some words ".repeat(20));
  });
  database.close();
};

const countRows = (database: SqlDatabase): unknown =>
  database.prepare("SELECT count(*) AS n FROM t").get();
