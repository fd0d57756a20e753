import { Secret } from "@holdfast/evidence";

/**
 * [Note: device key]
 * A place can open with a key that stays in this browser. What is stored is a CryptoKey for HMAC that the browser will
 * not give out, one for each place; the 32 bytes that open the place are HMAC(key, label and place), computed when they
 * are needed and never stored. A key wrapped under AES-KW would serve as well, and would put a second copy of the 32
 * bytes, wrapped, on the disk. What it protects against is a copied folder of the place; a copied browser profile holds
 * both, since browsers write such keys to the disk unencrypted. The person is told: whoever can unlock your phone could
 * open it.
 */
const databaseName = "keys";
const storeName = "device";
const label = "holdfast/v1/device-key/";

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(storeName));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(failureOf(request.error)));
    request.addEventListener("blocked", () => reject(failureOf(null)));
  });

const failureOf = (error: DOMException | null): DOMException =>
  error ?? new DOMException("the browser's database did not open", "InvalidStateError");

/** One transaction; settles when it is on the device, as far as the browser keeps its word. */
const withStore = async <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode, { durability: "strict" });
      const request = work(transaction.objectStore(storeName));
      transaction.addEventListener("complete", () => resolve(request.result));
      transaction.addEventListener("error", () => reject(failureOf(transaction.error)));
      transaction.addEventListener("abort", () => reject(failureOf(transaction.error)));
    });
  } finally {
    database.close();
  }
};

/** Makes a key for the place, and gives its 32 bytes. Takes the one that is there. */
export const makeDeviceKey = async (place: string): Promise<Secret<Uint8Array<ArrayBuffer>>> => {
  const known = await readDeviceKey(place);
  if (known !== undefined) return known;
  const key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  await withStore("readwrite", (store) => store.put(key, place));
  return deriveFrom(key, place);
};

/** `undefined`: this browser has none for the place. */
export const readDeviceKey = async (
  place: string,
): Promise<Secret<Uint8Array<ArrayBuffer>> | undefined> => {
  const key: unknown = await withStore<unknown>("readonly", (store) => store.get(place));
  return key instanceof CryptoKey ? deriveFrom(key, place) : undefined;
};

/** With the last key the database goes too: where nothing is kept, nothing tells that something was. */
export const removeDeviceKey = async (place: string): Promise<void> => {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === databaseName)) return;
  await withStore("readwrite", (store) => store.delete(place));
  const left = await withStore("readonly", (store) => store.count());
  if (left > 0) return;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.addEventListener("success", () => resolve());
    // Another tab reads in it just now: it stays, empty.
    request.addEventListener("blocked", () => resolve());
    request.addEventListener("error", () => reject(failureOf(request.error)));
  });
};

const deriveFrom = async (
  key: CryptoKey,
  place: string,
): Promise<Secret<Uint8Array<ArrayBuffer>>> =>
  new Secret(
    new Uint8Array(
      await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${label}${place}`)),
    ),
  );
