import { type Result, Secret } from "@holdfast/evidence";

import { type SqlDatabase, SqlFailure, type VaultDriver } from "../driver.ts";

/** What a case says when the driver does otherwise. */
export const expectSame = (got: unknown, wanted: unknown, what: string): void => {
  if (show(got) !== show(wanted)) {
    throw new Error(`${what}: wanted ${show(wanted)}, got ${show(got)}`);
  }
};

export const expectOk = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`wanted success, got ${show(result.error)}`);
  return result.value;
};

export const expectCode = (
  result: Result<unknown, { readonly code: string }>,
  code: string,
): void => expectSame(result.ok ? "success" : result.error.code, code, "the outcome");

export const expectFailure = (work: () => unknown, code: SqlFailure["code"]): void => {
  try {
    work();
  } catch (error) {
    expectSame(error instanceof SqlFailure ? error.code : String(error), code, "the failure");
    return;
  }
  throw new Error(`wanted the failure ${code}, got none`);
};

export const keyOf = (byte: number): Secret<Uint8Array> =>
  new Secret(new Uint8Array(32).fill(byte));

export const createDatabase = async (driver: VaultDriver): Promise<SqlDatabase> =>
  expectOk(await driver.openDatabase({ key: keyOf(1), create: true }));

export const openDatabase = async (driver: VaultDriver): Promise<SqlDatabase> =>
  expectOk(await driver.openDatabase({ key: keyOf(1), create: false }));

export const readWhole = async (
  driver: VaultDriver,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const size = expectOk(await driver.files.sizeInBytes(path));
  return expectOk(await driver.files.read(path, 0, size));
};

/** Every file of the place, by path. */
export const readAllFiles = async (
  driver: VaultDriver,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const path of expectOk(await driver.files.list(""))) {
    files.set(path, await readWhole(driver, path));
  }
  return files;
};

export const bytesContain = (bytes: Uint8Array, text: string): boolean => {
  const wanted = new TextEncoder().encode(text);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
};

/** JSON with what JSON cannot say: bigints, bytes, and numbers such as -0. */
const show = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "bigint") return `${inner}n`;
    if (inner instanceof Uint8Array) return `bytes ${inner.join(" ")}`;
    if (inner instanceof Map) return [...inner];
    return inner === undefined ? "undefined" : inner;
  });
