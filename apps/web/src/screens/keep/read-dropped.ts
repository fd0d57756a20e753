/**
 * Every file that was dropped, those in folders too, each under its path below what was dropped. A browser gives a folder's
 * content in portions; an empty one ends it.
 */
export const readDropped = async (transfer: DataTransfer): Promise<readonly File[]> => {
  // Taken out in the same breath: after the first wait the browser empties the list.
  const entries = [...transfer.items].map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const found: File[] = [];
  for (const { entry, file } of entries) {
    if (entry !== null && entry.isDirectory) found.push(...(await filesBelow(entry, 0)));
    else if (file !== null) found.push(file);
  }
  return found;
};

/** A folder that holds itself by a link would never end. */
const maximumFolderDepth = 24;

const filesBelow = async (entry: FileSystemEntry, depth: number): Promise<File[]> => {
  if (depth > maximumFolderDepth) return [];
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [new File([file], entry.fullPath.replace(/^\//, ""), { type: file.type })];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  const found: File[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return found;
    for (const below of portion) found.push(...(await filesBelow(below, depth + 1)));
  }
};

/** Chosen folders carry their path beside the name. */
export const namesInFolder = (files: readonly File[]): readonly File[] =>
  files.map((file) =>
    file.webkitRelativePath === ""
      ? file
      : new File([file], file.webkitRelativePath, { type: file.type }),
  );
