import { readFile } from "node:fs/promises";

import { err, ok, type Result } from "@holdfast/evidence";

import { messageOf } from "./file-source.ts";

/** A small text that an option names; `undefined` when the option was not given. */
export const readTextFile = async (
  path: string | undefined,
): Promise<
  Result<
    string | undefined,
    { readonly code: "file_not_readable"; readonly path: string; readonly cause: string }
  >
> => {
  if (path === undefined) return ok(undefined);
  try {
    return ok(await readFile(path, "utf8"));
  } catch (error) {
    return err({ code: "file_not_readable", path, cause: messageOf(error) });
  }
};
