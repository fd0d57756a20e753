import { bagFiles, type CaseJson, caseJsonSchema } from "@holdfast/bundle";

import type { Bag } from "../bag/bag-input.ts";
import type { BagInfo } from "../bag/bag-tags.ts";
import { readGuarded } from "../bag/read-guarded.ts";
import { readJson } from "../bag/read-json.ts";
import type { CheckContext } from "../check-context.ts";
import { verifyLimits } from "../limits.ts";
import type { CheckedExhibit } from "./check-exhibits.ts";

/** data/case.json: there, of its schema, of this bag, and listing the exhibits that are in it. */
export const checkCase = async (
  context: CheckContext,
  bag: Bag,
  info: BagInfo | undefined,
  exhibits: readonly CheckedExhibit[],
): Promise<CaseJson | undefined> => {
  const { findings } = context;
  const path = bagFiles.caseJson;
  const file = bag.files.get(path);
  if (file === undefined) {
    findings.say("case_missing", { path });
    return undefined;
  }
  const bytes = await readGuarded(context, file, verifyLimits.maximumJsonSizeInBytes);
  if (bytes === undefined) return undefined;
  const read = readJson(bytes, caseJsonSchema);
  if (!read.ok) {
    findings.say("case_malformed", { path });
    return undefined;
  }
  const { value, isCanonical } = read.value;
  if (!isCanonical) findings.say("json_not_canonical", { path });
  const identifier = info?.fields.get("External-Identifier");
  if (identifier !== undefined && identifier !== value.bag) {
    findings.say("case_other_bag", { path }, { found: value.bag, wanted: identifier });
  }
  const listed = new Set(value.exhibits.map(({ id }) => id));
  // A workplace's copy names the exhibits and holds none of them.
  const mayLack = value.purpose === "workplace";
  const isSame = mayLack || listed.size === exhibits.length;
  if (!isSame || !exhibits.every(({ key }) => listed.has(key))) {
    findings.say(
      "case_exhibits_differ",
      { path },
      { wanted: value.exhibits.length, found: exhibits.length },
    );
  }
  return value;
};

/** The files that a bag has for people: whether they are there; their bytes are the manifests' business. */
export const checkPresence = ({ findings }: CheckContext, bag: Bag): void => {
  if (!bag.files.has(bagFiles.timeline)) {
    findings.say("timeline_missing", { path: bagFiles.timeline });
  }
  if (!bag.files.has(bagFiles.reportHtml) && !bag.files.has(bagFiles.reportPdf)) {
    findings.say("report_absent", { path: bagFiles.reportHtml });
  }
};
