import type { CheckedTimestamp, VerifyReport } from "@holdfast/verify";
import {
  formatBytes,
  groupHex,
  utcInstantWords,
  verdictMeaning,
  verdictSentence,
  verifyPageSentence as say,
} from "@holdfast/words";

import { button, el, field, fold } from "./element.ts";
import { findingSections } from "./finding-list.ts";

export interface ResultActions {
  readonly onSeal: (seal: string) => void;
  /** Absent when there is no time stamp that could lead to a root. */
  readonly onRoots?: (roots: string) => void;
  /** Absent when the bag was not encrypted. */
  readonly onSaveZip?: (tell: (text: string) => void) => Promise<void>;
  readonly onSaveReport: () => void;
  readonly onAnother: () => void;
}

/** The verdict first, as a calm sentence; then what to do with it, what was checked, and what was found. */
export const resultView = (
  report: VerifyReport,
  actions: ResultActions,
  typedSeal: string,
): HTMLElement => {
  const words = verdictWords(report);
  const isBroken = report.verdict === "broken" || report.verdict === "not-a-bag";
  const isBag = report.verdict !== "not-a-bag";
  // What does not fit is read before anything else; what fits can be read at the end.
  const found = findingsOf(report);
  const checked = isBag ? [facts(report)] : [];
  const tools = [
    ...(isBag ? [sealForm(report, actions.onSeal, typedSeal)] : []),
    ...(actions.onRoots === undefined ? [] : [rootsForm(actions.onRoots)]),
  ];
  return el(
    "div",
    {},
    el("p", { class: "eyebrow" }, say("verdictLabel", {})),
    el("h1", { tabindex: "-1", class: "verdict" }, words.sentence),
    el("p", { class: "lead" }, words.meaning),
    ...(isBroken ? [...found, ...tools, ...checked] : [...tools, ...checked, ...found]),
    ...endOf(actions),
  );
};

const findingsOf = ({ findings }: VerifyReport): readonly HTMLElement[] => {
  const faults = findings.filter(({ severity }) => severity === "fault").length;
  const summary =
    findings.length === 0 ? say("findingsNone", {}) : say("faults", { count: faults });
  return [
    el("h2", {}, say("findingsTitle", {})),
    el("p", {}, summary),
    ...findingSections(findings),
  ];
};

const endOf = (actions: ResultActions): readonly HTMLElement[] => {
  const { onSaveZip } = actions;
  const said = el("p", { class: "notice", role: "status", hidden: "" });
  const tell = (text: string): void => {
    said.hidden = false;
    said.textContent = text;
  };
  const save =
    onSaveZip === undefined
      ? []
      : [button(say("saveZip", {}), "plain", () => void onSaveZip(tell))];
  return [
    el(
      "div",
      { class: "actions end" },
      ...save,
      button(say("saveReport", {}), "plain", actions.onSaveReport),
      button(say("another", {}), "plain", actions.onAnother),
    ),
    ...(onSaveZip === undefined ? [] : [el("p", { class: "hint" }, say("saveZipHint", {}))]),
    said,
  ];
};

export const verdictWords = (
  report: VerifyReport,
): { readonly sentence: string; readonly meaning: string } => {
  const stamps = report.facts.timestamps.filter(({ accepted }) => accepted);
  const stamp = stamps.find(({ root }) => root === "known") ?? stamps[0];
  const parameters = { authority: stamp?.authority ?? "", stampedAt: stamp?.genTime ?? 0 };
  return {
    sentence: verdictSentence(report.verdict, parameters),
    meaning: verdictMeaning(report.verdict, parameters),
  };
};

const sealForm = (
  report: VerifyReport,
  onSeal: (seal: string) => void,
  typedSeal: string,
): HTMLElement => {
  const seal = field({
    id: "seal",
    label: say("sealLabel", {}),
    hint: say("sealHint", {}),
    kind: "line",
  });
  seal.input.value = typedSeal;
  const form = el(
    "form",
    { class: "inline" },
    el("p", {}, say("compareLead", {})),
    seal.element,
    el("button", { type: "submit", class: "primary" }, say("compare", {})),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onSeal(seal.value());
  });
  const folded = fold(say("compareTitle", {}), form);
  folded.open = report.verdict === "not-anchored";
  return folded;
};

const rootsForm = (onRoots: (roots: string) => void): HTMLElement => {
  const roots = field({
    id: "roots",
    label: say("rootsLabel", {}),
    hint: say("rootsHint", {}),
    kind: "lines",
  });
  return fold(
    say("rootsTitle", {}),
    roots.element,
    button(say("rootsCheck", {}), "plain", () => onRoots(roots.value())),
  );
};

const facts = ({ facts: found }: VerifyReport): HTMLElement => {
  const list = el("dl", { class: "facts" });
  const add = (name: string, ...values: readonly (Node | string)[]): void => {
    list.append(el("dt", {}, name), el("dd", {}, ...values));
  };
  add(say("factName", {}), el("bdi", { class: "mono" }, found.bagName));
  if (found.kind !== undefined) {
    add(say("factKind", {}), say(found.kind === "full" ? "kindFull" : "kindDisclosure", {}));
  }
  add(
    say("factExtent", {}),
    say("extent", {
      files: found.files,
      size: formatBytes(found.sizeInBytes),
      exhibits: found.exhibits,
    }),
  );
  if (found.custody !== undefined) {
    const { entries, opened } = found.custody;
    add(say("factCustody", {}), say("custody", { entries, opened }));
  }
  if (found.seal !== undefined) add(say("factSeal", {}), sealWords(found.seal));
  if (found.parentSeal !== undefined) add(say("factParentSeal", {}), sealWords(found.parentSeal));
  for (const stamp of found.timestamps) add(say("factStamp", {}), stampWords(stamp));
  return el("section", {}, el("h2", {}, say("factsTitle", {})), list);
};

const sealWords = (seal: string): HTMLElement => el("span", { class: "mono seal" }, groupHex(seal));

const stampWords = (stamp: CheckedTimestamp): string => {
  const when = say("stamp", {
    stampedAt: utcInstantWords(stamp.genTime),
    authority: stamp.authority,
  });
  const root = say(stamp.root === "known" ? "stampRootKnown" : "stampRootUnknown", {
    root: stamp.rootName,
  });
  return `${when}; ${stamp.accepted ? root : say("stampNotAccepted", {})}`;
};
