/** [Note: folders of places] Each place is a folder of 32 hexadecimal digits at the root: nothing in it tells what it is. */
const placePattern = /^[0-9a-f]{32}$/;
/** A backup that is being tried out; what a crash leaves of one is removed by the next trial. */
const trialPattern = /^t[0-9a-f]{32}$/;

const root = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

export const placeIds = async (): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const [name, handle] of (await root()).entries()) {
    if (handle.kind === "directory" && placePattern.test(name)) ids.push(name);
  }
  return ids;
};

/** `undefined`: there is no such place. Nothing is made. */
export const placeFolder = async (id: string): Promise<FileSystemDirectoryHandle | undefined> => {
  try {
    return await (await root()).getDirectoryHandle(id);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "NotFoundError") return undefined;
    throw failure;
  }
};

export const makePlaceFolder = async (id: string): Promise<FileSystemDirectoryHandle> =>
  (await root()).getDirectoryHandle(id, { create: true });

/**
 * Header and card first, so that nothing opens what is left should it be cut short; then the rest. Rejects when a file is
 * held by another tab.
 */
export const removePlaceFolder = async (id: string): Promise<void> => {
  const folder = await placeFolder(id);
  if (folder === undefined) return;
  for (const name of ["header", "header.bak", "header.new", "header.bak.new", "card"]) {
    await removeIfThere(folder, name);
  }
  await (await root()).removeEntry(id, { recursive: true });
};

const removeIfThere = async (folder: FileSystemDirectoryHandle, name: string): Promise<void> => {
  try {
    await folder.removeEntry(name);
  } catch (failure) {
    if (!(failure instanceof DOMException) || failure.name !== "NotFoundError") throw failure;
  }
};

export const makeTrialFolder = async (id: string): Promise<FileSystemDirectoryHandle> => {
  const parent = await root();
  const old: string[] = [];
  for await (const [name] of parent.entries()) if (trialPattern.test(name)) old.push(name);
  for (const name of old) await parent.removeEntry(name, { recursive: true });
  return parent.getDirectoryHandle(`t${id}`, { create: true });
};

export const removeTrialFolder = async (id: string): Promise<void> => {
  await (await root()).removeEntry(`t${id}`, { recursive: true });
};
