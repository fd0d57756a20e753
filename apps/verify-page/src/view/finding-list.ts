import type { FindingCode } from "@holdfast/evidence";
import type { Finding, Severity } from "@holdfast/verify";
import {
  type FindingGroup,
  findingGroupOf,
  findingGroupTitles,
  findingSentence,
  groupHex,
  severityMessages,
  verifyPageSentence as say,
} from "@holdfast/words";

import { button, el, fold } from "./element.ts";

const groupOrder: readonly FindingGroup[] = ["container", "files", "exhibits", "custody", "anchor"];
const severityOrder: readonly Severity[] = ["fault", "caution", "note"];

/** More would only be scrolled past; a button shows them all. */
const shownAtFirst = 50;

/** Findings by the part of the bag, in each part what does not fit first. */
export const findingSections = (findings: readonly Finding[]): readonly HTMLElement[] =>
  groupOrder.flatMap((group) => {
    const own = findings
      .filter(({ code }) => findingGroupOf(code) === group)
      .sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity));
    if (own.length === 0) return [];
    return [el("section", {}, el("h3", {}, findingGroupTitles[group]), findingList(own))];
  });

const findingList = (findings: readonly Finding[]): HTMLElement => {
  const list = el("ul", { class: "findings" });
  list.append(...findings.slice(0, shownAtFirst).map(findingItem));
  if (findings.length <= shownAtFirst) return list;
  const more = button(say("showAll", { count: findings.length }), "plain", () => {
    const rest = findings.slice(shownAtFirst).map(findingItem);
    list.append(...rest);
    more.remove();
    rest[0]?.focus();
  });
  return el("div", {}, list, more);
};

const findingItem = (finding: Finding): HTMLElement => {
  const where = placeWords(finding);
  return el(
    "li",
    { class: finding.severity, tabindex: "-1" },
    el("p", { class: "severity" }, severityMessages[finding.severity]),
    el("p", { class: "sentence" }, sentenceOf(finding)),
    ...(where === undefined ? [] : [where]),
    detailsOf(finding),
  );
};

export const sentenceOf = (finding: Finding): string =>
  findingSentence(finding.code, finding.params);

const placeWords = ({ place }: Finding): HTMLElement | undefined => {
  if (place.path === undefined) return undefined;
  const parts = placeParts(place);
  return el("p", { class: "where" }, el("bdi", { class: "mono" }, place.path), ...parts);
};

export const placeParts = (place: Finding["place"]): readonly string[] => [
  ...(place.line === undefined ? [] : [`, ${say("findingLine", { line: place.line })}`]),
  ...(place.seq === undefined ? [] : [`, ${say("findingEntry", { seq: place.seq })}`]),
];

const detailsOf = ({ code, params }: Finding): HTMLElement => {
  const rows: readonly (readonly [string, string])[] = [
    [say("detailCode", {}), code satisfies FindingCode],
    ...Object.entries(params).map(([name, value]) => [name, readable(value)] as const),
  ];
  const list = el("dl", {});
  for (const [name, value] of rows) {
    list.append(el("dt", {}, name), el("dd", { class: "mono" }, el("bdi", {}, value)));
  }
  return fold(say("details", {}), list);
};

/** Hashes in groups of four, to be compared by eye. */
const readable = (value: string | number): string =>
  typeof value === "string" && /^[0-9a-f]{32,}$/.test(value) ? groupHex(value) : String(value);
