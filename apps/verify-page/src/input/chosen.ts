import type { ByteSource } from "@holdfast/evidence";
import type { FolderFile } from "@holdfast/verify";

/** What somebody chose or dropped. */
export type Chosen =
  | { readonly kind: "file"; readonly name: string; readonly source: ByteSource }
  | { readonly kind: "folder"; readonly name: string; readonly files: readonly FolderFile[] };

/** Reads a file piece by piece, where it lies. */
const fileToSource = (file: Blob): ByteSource => ({
  sizeInBytes: file.size,
  read: async (offset, length) =>
    new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
});

const fileToChosen = (file: File): Chosen => ({
  kind: "file",
  name: file.name,
  source: fileToSource(file),
});

export const chosenFile = (files: FileList | null): Chosen | undefined => {
  const file = files?.[0];
  return file === undefined ? undefined : fileToChosen(file);
};

/** Files that `webkitdirectory` gives: their paths begin with the folder's name. */
export const chosenFolder = (files: FileList | null): Chosen | undefined => {
  const list = [...(files ?? [])];
  const first = list[0];
  if (first === undefined) return undefined;
  return {
    kind: "folder",
    name: first.webkitRelativePath.split("/")[0] ?? first.name,
    files: list.map((file) => ({ path: file.webkitRelativePath, source: fileToSource(file) })),
  };
};

/** What was dropped: one file, or the files below one folder. Rejects when the browser does not let a folder be read. */
export const chosenDrop = async (data: DataTransfer): Promise<Chosen | undefined> => {
  // Entries must be taken before the first wait: the list is emptied after it.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const directory = entries.find(isDirectory);
  if (directory === undefined) return chosenFile(data.files);
  const files: FolderFile[] = [];
  for await (const { path, file } of filesBelow(directory, directory.name)) {
    files.push({ path, source: fileToSource(file) });
  }
  return { kind: "folder", name: directory.name, files };
};

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** More than any bag has: against folders that lead back into themselves. */
const maximumDepth = 16;

async function* filesBelow(
  directory: FileSystemDirectoryEntry,
  path: string,
  depth = 0,
): AsyncGenerator<{ readonly path: string; readonly file: File }> {
  if (depth > maximumDepth) return;
  const reader = directory.createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (entries.length === 0) return;
    for (const entry of entries) {
      const own = `${path}/${entry.name}`;
      if (isDirectory(entry)) yield* filesBelow(entry, own, depth + 1);
      else if (isFile(entry)) {
        const file = await new Promise<File>((resolve, reject) => {
          entry.file(resolve, reject);
        });
        yield { path: own, file };
      }
    }
  }
}
