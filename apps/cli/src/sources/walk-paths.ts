import { lstat, opendir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";

import { messageOf } from "./file-source.ts";

/** Something found under a path that the person gave. */
export type Found =
  | { readonly kind: "file"; readonly path: string; readonly name: string }
  | {
      readonly kind: "skipped";
      readonly path: string;
      readonly name: string;
      readonly code: SkippedCode;
      readonly cause?: string;
    };

export type SkippedCode =
  "path_not_found" | "path_is_link" | "path_not_a_file" | "folder_not_readable" | "folder_too_deep";

/** A folder that leads into itself over a mount would otherwise never end. */
const maximumFolderDepth = 64;

/**
 * Every file under the given paths, folders in the order of their names. Names are relative to the folder given, with
 * "/" between; links are not followed, since they could lead out of what the person meant to keep.
 */
export async function* walkPaths(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) yield* walk(path, path, 0);
}

async function* walk(root: string, path: string, depth: number): AsyncGenerator<Found> {
  const name = path === root ? basename(path) : relative(root, path).split(sep).join("/");
  const stat = await lstat(path).catch(messageOf);
  if (typeof stat === "string") {
    yield { kind: "skipped", path, name, code: "path_not_found", cause: stat };
  } else if (stat.isSymbolicLink()) {
    yield { kind: "skipped", path, name, code: "path_is_link" };
  } else if (stat.isFile()) {
    yield { kind: "file", path, name };
  } else if (!stat.isDirectory()) {
    yield { kind: "skipped", path, name, code: "path_not_a_file" };
  } else if (depth >= maximumFolderDepth) {
    yield { kind: "skipped", path, name, code: "folder_too_deep" };
  } else {
    const children = await childrenOf(path);
    if (typeof children === "string") {
      yield { kind: "skipped", path, name, code: "folder_not_readable", cause: children };
    } else {
      for (const child of children) yield* walk(root, join(path, child), depth + 1);
    }
  }
}

/** The names in a folder, sorted by code unit so that two runs agree; a text is why it could not be read. */
const childrenOf = async (path: string): Promise<readonly string[] | string> => {
  try {
    const names: string[] = [];
    for await (const entry of await opendir(path)) names.push(entry.name);
    return names.sort();
  } catch (error) {
    return messageOf(error);
  }
};
