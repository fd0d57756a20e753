export interface Dropped {
  readonly files: readonly File[];
  /** What the browser would not give: gone, or not allowed. By name. */
  readonly unreadable: readonly string[];
  /** What a computer writes into folders for itself. */
  readonly setAside: number;
}

/**
 * Every file that was dropped, those in folders too, each under its path below what was dropped. A browser gives a folder's
 * content in portions; an empty one ends it.
 */
export const readDropped = async (transfer: DataTransfer): Promise<Dropped> => {
  // Taken out in the same breath: after the first wait the browser empties the list.
  const entries = [...transfer.items].map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const found = createFound();
  for (const { entry, file } of entries) {
    if (entry !== null && entry.isDirectory) await addBelow(found, entry, 0);
    else if (file !== null) found.files.push(file);
  }
  return found;
};

interface Found {
  readonly files: File[];
  readonly unreadable: string[];
  setAside: number;
}

const createFound = (): Found => ({ files: [], unreadable: [], setAside: 0 });

/** A folder that holds itself by a link would never end. */
const maximumFolderDepth = 24;

const addBelow = async (found: Found, entry: FileSystemEntry, depth: number): Promise<void> => {
  const path = entry.fullPath.replace(/^\//, "");
  if (isOfSystem(path)) {
    found.setAside += 1;
    return;
  }
  const read = depth > maximumFolderDepth ? undefined : await readEntry(entry);
  if (read === undefined) found.unreadable.push(path);
  else if (read instanceof File) found.files.push(new File([read], path, { type: read.type }));
  else for (const below of read) await addBelow(found, below, depth + 1);
};

/** The file, or what the folder holds; `undefined` when the browser does not give it. */
const readEntry = async (
  entry: FileSystemEntry,
): Promise<File | readonly FileSystemEntry[] | undefined> => {
  try {
    if (isFile(entry)) {
      return await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    }
    return isFolder(entry) ? await readFolder(entry) : undefined;
  } catch (failure) {
    // Moved or deleted since, or not for this page: said by name. All else is a bug.
    if (failure instanceof DOMException) return undefined;
    throw failure;
  }
};

// By their own word: Chromium has these interfaces under no name that a page could ask for.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const readFolder = async (
  folder: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return found;
    found.push(...portion);
  }
};

/** Views of folders, small pictures of what is in them, the second halves of files on foreign disks. */
const isOfSystem = (path: string): boolean =>
  /(?:^|\/)(?:\.DS_Store|\.localized|\._[^/]*|__MACOSX|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i.test(
    path,
  );

/** Chosen folders carry their path beside the name. */
export const namesInFolder = (files: readonly File[]): readonly File[] =>
  files.map((file) =>
    file.webkitRelativePath === ""
      ? file
      : new File([file], file.webkitRelativePath, { type: file.type }),
  );
