import { type AgeHead, type AgeHeader, openAge, readAgeHead } from "@holdfast/age";
import { assertNever, type ByteSource } from "@holdfast/evidence";
import {
  type BagInput,
  createHashFile,
  createSignaturePort,
  verifyBag,
  type VerifyReport,
  withSeal,
} from "@holdfast/verify";
import { formatBytes, verifyPageSentence as say } from "@holdfast/words";

import type { Chosen } from "./input/chosen.ts";
import { createPageHasher, createPageHashFile } from "./ports/page-hasher.ts";
import { saveBlob, sourceToBlob } from "./save.ts";
import { el } from "./view/element.ts";
import { progressView } from "./view/progress-view.ts";
import { reportText } from "./view/report-text.ts";
import { resultView, verdictWords } from "./view/result-view.ts";
import { type Anchors, startView } from "./view/start-view.ts";
import { unlockView } from "./view/unlock-view.ts";

/** What is being checked, and how it came. */
interface Job {
  readonly name: string;
  readonly input: BagInput;
  /** The opened zip, when it came encrypted: it can be saved. */
  readonly opened?: ByteSource;
  readonly anchors: Anchors;
}

/** Where views are shown, and what the page can use. */
interface Stage {
  readonly show: (view: HTMLElement) => void;
  /** Says something to those who listen, without moving anything. */
  readonly announce: (text: string) => void;
  /** Absent on a page that came over plain http from elsewhere; then hashing is slower and time stamps are not checked. */
  readonly subtle: SubtleCrypto | undefined;
}

/** The page's one road: choose, unlock if need be, check, read. */
export const startApp = (body: HTMLElement, subtle: SubtleCrypto | undefined): void => {
  const main = el("main", {});
  const status = el("p", { class: "visually-hidden", role: "status" });
  body.append(main, status);
  const stage: Stage = {
    show: (view) => {
      main.replaceChildren(view);
      globalThis.scrollTo(0, 0);
      // The heading is read first, and the next Tab leads into the new view.
      main.querySelector("h1")?.focus();
    },
    announce: (text) => {
      status.textContent = text;
    },
    subtle,
  };
  begin(stage);
};

const begin = (stage: Stage, note?: string): void => {
  const view = startView(
    {
      onChosen: (chosen, anchors) => {
        open(stage, chosen, anchors).catch(failOn(stage));
      },
      onNothing: () => begin(stage, say("error_nothing_chosen", {})),
      onFailure: (error) => begin(stage, say("error_cannot_read", { reason: reasonOf(error) })),
    },
    note,
  );
  stage.show(view);
};

/** The root handler: a bug of the page is said, and the page can be used again. */
const failOn =
  (stage: Stage) =>
  (error: unknown): void =>
    begin(stage, say("error_unexpected", { reason: reasonOf(error) }));

const open = async (stage: Stage, chosen: Chosen, anchors: Anchors): Promise<void> => {
  const { name } = chosen;
  if (chosen.kind === "folder") {
    return check(stage, { name, input: { kind: "folder", files: chosen.files }, anchors });
  }
  const { source } = chosen;
  const head = await readHead(source);
  switch (head.kind) {
    case "unreadable":
      return begin(stage, say("error_cannot_read", { reason: head.reason }));
    case "other":
      return check(stage, { name, input: { kind: "zip", source }, anchors });
    case "armored":
      return begin(stage, say("unlock_armored", {}));
    case "damaged":
      return begin(stage, say("unlock_damaged", {}));
    case "age":
      return askForKey(stage, name, source, head.header, anchors);
    default:
      return assertNever(head);
  }
};

const readHead = async (
  source: ByteSource,
): Promise<AgeHead | { readonly kind: "unreadable"; readonly reason: string }> => {
  try {
    return await readAgeHead(source);
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error) };
  }
};

const askForKey = (
  stage: Stage,
  name: string,
  source: ByteSource,
  header: AgeHeader,
  anchors: Anchors,
): void => {
  const view = unlockView({
    name,
    lockedBy: header.lockedBy,
    onOther: () => begin(stage),
    onFailure: failOn(stage),
    onUnlock: async (unlock) => {
      const opened = await openAge(source, header, unlock);
      if (!opened.ok) return opened.error;
      const input: BagInput = { kind: "zip", source: opened.value };
      check(stage, { name, input, opened: opened.value, anchors }).catch(failOn(stage));
      return undefined;
    },
  });
  stage.show(view);
};

const check = async (stage: Stage, job: Job): Promise<void> => {
  const { subtle } = stage;
  const controller = new AbortController();
  const progress = progressView(job.name, () => controller.abort(), stage.announce);
  stage.show(progress.element);
  const hasher = await createPageHasher();
  const answer = await verifyBag(job.input, {
    hasher,
    hashFile: createPageHashFile(createHashFile(hasher), subtle),
    ...(subtle === undefined ? {} : { signatures: createSignaturePort(subtle) }),
    seal: job.anchors.seal,
    timestampRoots: job.anchors.roots.trim() === "" ? [] : [job.anchors.roots],
    signal: controller.signal,
    onProgress: progress.show,
  });
  if (answer.ok) showResult(stage, job, answer.value);
  else begin(stage, say("cancelled", {}));
};

const showResult = (stage: Stage, job: Job, report: VerifyReport): void => {
  const { opened, anchors } = job;
  const stamps = [...report.facts.timestamps, ...report.facts.parentTimestamps];
  const checkAgain = (roots: string): void => {
    check(stage, { ...job, anchors: { ...anchors, roots } }).catch(failOn(stage));
  };
  const view = resultView(
    report,
    {
      onSeal: (seal) =>
        showResult(stage, { ...job, anchors: { ...anchors, seal } }, withSeal(report, seal)),
      ...(stamps.some(({ root }) => root === "unknown") ? { onRoots: checkAgain } : {}),
      ...(opened === undefined ? {} : { onSaveZip: (tell) => saveZip(job.name, opened, tell) }),
      onSaveReport: () =>
        saveBlob(
          `${report.facts.bagName || "check"}-check.txt`,
          new Blob([reportText(report)], { type: "text/plain" }),
        ),
      onAnother: () => begin(stage),
    },
    anchors.seal,
  );
  stage.show(view);
  stage.announce(verdictWords(report).sentence);
};

const saveZip = async (
  name: string,
  source: ByteSource,
  tell: (text: string) => void,
): Promise<void> => {
  const total = formatBytes(source.sizeInBytes);
  try {
    const blob = await sourceToBlob(source, "application/zip", (done) =>
      tell(say("saving", { done: formatBytes(done), total })),
    );
    saveBlob(name.replace(/\.age$/i, ""), blob);
    tell(say("saved", {}));
  } catch (error) {
    tell(say("saveFailed", { reason: reasonOf(error) }));
  }
};

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
