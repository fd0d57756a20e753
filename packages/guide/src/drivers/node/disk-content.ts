import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { err, ok } from "@holdfast/evidence";

import type { ContentPort } from "../../content/content-port.ts";

/** Reads content from a folder of the program's own files: `content/` as it is written, or as it is built. */
export const createDiskContent = (folder: string): ContentPort => ({
  loadContent: async (kind, id) => {
    // An id is the name of a file, never a way to another folder.
    if (!/^[A-Za-z0-9-]+$/.test(id)) return err({ code: "content_missing", kind, id });
    const text = await readText(join(folder, kind, `${id}.json`));
    if (text === "missing" || text === "unreachable") {
      return err({ code: `content_${text}`, kind, id });
    }
    try {
      const value: unknown = JSON.parse(text.text);
      return ok(value);
    } catch (error) {
      if (error instanceof SyntaxError) return err({ code: "content_misfit", kind, id });
      throw error;
    }
  },
});

const readText = async (
  path: string,
): Promise<{ readonly text: string } | "missing" | "unreachable"> => {
  try {
    return { text: await readFile(path, "utf8") };
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT"
      ? "missing"
      : "unreachable";
  }
};
