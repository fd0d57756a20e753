import type { VerifyReport } from "@holdfast/verify";
import { groupHex, severityMessages } from "@holdfast/words";

import { placeParts, sentenceOf } from "./finding-list.ts";
import { verdictWords } from "./result-view.ts";

/** The result as plain text: to be filed, printed or sent on. */
export const reportText = (report: VerifyReport): string => {
  const { sentence, meaning } = verdictWords(report);
  const { facts } = report;
  return [
    sentence,
    meaning,
    "",
    `bag ${facts.bagName}`,
    ...(facts.seal === undefined ? [] : [`seal ${groupHex(facts.seal)}`]),
    `${facts.files} files, ${facts.sizeInBytes} bytes`,
    "",
    ...report.findings.map((found) => {
      const where =
        found.place.path === undefined
          ? ""
          : `  ${found.place.path}${placeParts(found.place).join("")}`;
      return `${severityMessages[found.severity]}: ${sentenceOf(found)}${where}  [${found.code}]`;
    }),
    "",
  ].join("\n");
};
