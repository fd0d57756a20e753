import { stat } from "node:fs/promises";
import { join } from "node:path";

export const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
};

/** A vault is known by its header, or by the copy of it. */
export const isVaultFolder = async (path: string): Promise<boolean> =>
  (await isFile(join(path, "header"))) || isFile(join(path, "header.bak"));

export const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there, or not ours to see: either way nothing that can be opened.
    return false;
  }
};
