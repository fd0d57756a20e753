import { verifyPageSentence as say } from "@holdfast/words";

import { chosenDrop, chosenFile, chosenFolder, type Chosen } from "../input/chosen.ts";
import { button, el, field, fold } from "./element.ts";
import { drawing } from "./drawing.ts";

/** What somebody brings to the check beside the bag. */
export interface Anchors {
  readonly seal: string;
  readonly roots: string;
}

export interface StartActions {
  readonly onChosen: (chosen: Chosen, anchors: Anchors) => void;
  readonly onNothing: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** The empty page: one thing to do, the rest folded. */
export const startView = (actions: StartActions, note?: string): HTMLElement => {
  const seal = field({
    id: "seal",
    label: say("sealLabel", {}),
    hint: say("sealHint", {}),
    kind: "line",
  });
  const roots = field({
    id: "roots",
    label: say("rootsLabel", {}),
    hint: say("rootsHint", {}),
    kind: "lines",
  });
  const take = (chosen: Chosen | undefined): void => {
    if (chosen === undefined) actions.onNothing();
    else actions.onChosen(chosen, { seal: seal.value(), roots: roots.value() });
  };
  const file = el("input", {
    type: "file",
    accept: ".zip,.age",
    hidden: "",
    id: "file",
    tabindex: "-1",
  });
  file.addEventListener("change", () => file.files?.length !== 0 && take(chosenFile(file.files)));
  const folder = el("input", {
    type: "file",
    webkitdirectory: "",
    hidden: "",
    id: "folder",
    tabindex: "-1",
  });
  folder.addEventListener(
    "change",
    () => folder.files?.length !== 0 && take(chosenFolder(folder.files)),
  );
  const drop = el(
    "div",
    { class: "drop" },
    drawing(),
    el("p", { class: "drop-title" }, say("dropTitle", {})),
    el("p", { class: "hint" }, say("dropHint", {})),
    el(
      "div",
      { class: "actions" },
      button(say("chooseFile", {}), "primary", () => file.click()),
      button(say("chooseFolder", {}), "plain", () => folder.click()),
    ),
    file,
    folder,
  );
  acceptDrops(drop, take, actions.onFailure);
  return el(
    "div",
    {},
    el("h1", { tabindex: "-1" }, say("title", {})),
    el("p", { class: "lead" }, say("lead", {})),
    ...(note === undefined ? [] : [el("p", { class: "notice", role: "alert" }, note)]),
    drop,
    fold(say("optionsTitle", {}), seal.element, roots.element),
    fold(
      say("aboutTitle", {}),
      el("p", {}, say("aboutShows", {})),
      el("p", {}, say("aboutShowsNot", {})),
      el("p", {}, say("aboutTools", {})),
    ),
  );
};

const acceptDrops = (
  target: HTMLElement,
  take: (chosen: Chosen | undefined) => void,
  onFailure: (error: unknown) => void,
): void => {
  const mark = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    target.classList.toggle("over", isOver);
  };
  target.addEventListener("dragover", mark(true));
  target.addEventListener("dragleave", mark(false));
  target.addEventListener("drop", (event) => {
    mark(false)(event);
    if (event.dataTransfer !== null) chosenDrop(event.dataTransfer).then(take, onFailure);
  });
};
