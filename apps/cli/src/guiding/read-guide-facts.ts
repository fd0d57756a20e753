import { readFile } from "node:fs/promises";

import { err, ok, type Result } from "@holdfast/evidence";
import { type GuideFacts, guideFactsSchema } from "@holdfast/guide";

import type { Outcome } from "../command.ts";
import { messageOf } from "../sources/file-source.ts";
import { cannotOpen, wrongUsage } from "../usage.ts";

/** Answers fill a page; a file of this size is something else. */
const maximumFactsSizeInBytes = 1_048_576;

/** Reads facts.json; nothing when no file was named. A word that is not known is named, so that a slip is not a silent "unknown". */
export const readGuideFacts = async (
  path: string | undefined,
): Promise<Result<GuideFacts, Outcome>> => {
  if (path === undefined) return ok({});
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return err(cannotOpen({ code: "file_not_readable", path, cause: messageOf(error) }, path));
  }
  const value = text.length > maximumFactsSizeInBytes ? undefined : parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return err(wrongUsage("usage_facts_json", { name: path }));
  }
  const read = guideFactsSchema.safeParse(value);
  return read.success ? ok(read.data) : err(explain(path, read.error.issues[0]));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    // Whoever asked says which file it was.
    return undefined;
  }
};

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
}

const explain = (name: string, issue: Issue | undefined): Outcome => {
  const [unknownKey] = issue?.keys ?? [];
  if (unknownKey !== undefined) {
    const keys = Object.keys(guideFactsSchema.shape).join(", ");
    return wrongUsage("usage_facts_key", { name, key: unknownKey, keys });
  }
  return wrongUsage("usage_facts_value", {
    name,
    key: String(issue?.path[0] ?? ""),
    values: allowedValues(issue),
  });
};

const allowedValues = (issue: Issue | undefined): string => {
  if (issue?.values !== undefined) return issue.values.map(String).join(", ");
  if (issue?.expected === "boolean") return "true, false";
  return issue?.expected ?? issue?.message ?? "";
};
