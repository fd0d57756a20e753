import type { GivenBag } from "../../door/checking.ts";

/** What somebody chose or dropped, and what it is called. */
export interface Given {
  readonly name: string;
  readonly bag: GivenBag;
}

export const givenFile = (file: File | undefined): Given | undefined =>
  file === undefined ? undefined : { name: file.name, bag: { kind: "file", file } };

/** Files that a folder's picker gives: their paths begin with the folder's name. */
export const givenFolder = (files: readonly File[]): Given | undefined => {
  const [first] = files;
  if (first === undefined) return undefined;
  return {
    name: first.webkitRelativePath.split("/")[0] ?? first.name,
    bag: {
      kind: "folder",
      files: files.map((file) => ({ path: file.webkitRelativePath, file })),
    },
  };
};

/** One file, or the files below one folder. Rejects when the browser does not let a folder be read. */
export const givenDrop = async (data: DataTransfer): Promise<Given | undefined> => {
  // Entries must be taken before the first wait: the list is emptied after it.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const folder = entries.find(isFolder);
  if (folder === undefined) return givenFile(data.files[0]);
  const files: { readonly path: string; readonly file: Blob }[] = [];
  for await (const found of filesBelow(folder, folder.name)) files.push(found);
  return { name: folder.name, bag: { kind: "folder", files } };
};

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** More than any package has: against folders that lead back into themselves. */
const maximumDepth = 16;

async function* filesBelow(
  folder: FileSystemDirectoryEntry,
  path: string,
  depth = 0,
): AsyncGenerator<{ readonly path: string; readonly file: Blob }> {
  if (depth > maximumDepth) return;
  const reader = folder.createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (entries.length === 0) return;
    for (const entry of entries) {
      const own = `${path}/${entry.name}`;
      if (isFolder(entry)) yield* filesBelow(entry, own, depth + 1);
      else if (isFile(entry)) {
        const file = await new Promise<File>((resolve, reject) => {
          entry.file(resolve, reject);
        });
        yield { path: own, file };
      }
    }
  }
}
