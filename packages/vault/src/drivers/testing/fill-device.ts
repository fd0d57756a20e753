import { SqlFailure, type VaultDriver } from "../driver.ts";
import { openDatabase } from "./expectations.ts";

/**
 * Writes until the device gives no more room: into the database that `prepareCrashDatabase` has made, in a transaction
 * that must not succeed, and into a blob. Returns what each was told.
 */
export const fillDevice = async (
  driver: VaultDriver,
): Promise<{ readonly database: string; readonly blob: string }> => {
  const database = await openDatabase(driver);
  const insert = database.prepare("INSERT INTO entry (round, nth, body) VALUES (1, ?, ?)");
  let told = "nothing";
  try {
    database.transaction(() => {
      for (let nth = 0; nth < 20_000; nth += 1) insert.run(nth, "more and more ".repeat(200));
    });
  } catch (error) {
    if (!(error instanceof SqlFailure)) throw error;
    told = error.code;
  }
  database.close();
  return { database: told, blob: await fillABlob(driver) };
};

const pieceInBytes = 1024 * 1024;
const mostPieces = 64;

const fillABlob = async (driver: VaultDriver): Promise<string> => {
  const made = await driver.files.create("blobs/ab/ab01");
  if (!made.ok) return made.error.code;
  const piece = new Uint8Array(pieceInBytes).fill(7);
  let told = "nothing";
  for (let i = 0; i < mostPieces && told === "nothing"; i += 1) {
    const written = await made.value.write(piece);
    if (!written.ok) told = written.error.code;
  }
  await made.value.close();
  await driver.files.remove("blobs/ab/ab01");
  return told;
};
