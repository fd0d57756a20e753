import type { Progress } from "@holdfast/evidence";
import { formatBytes, verifyPageSentence as say } from "@holdfast/words";

import { button, el } from "./element.ts";

export interface ProgressView {
  readonly element: HTMLElement;
  readonly show: (progress: Progress) => void;
}

/** How far the check is, in bytes; drawn once a frame however often it is told. */
export const progressView = (
  name: string,
  onCancel: () => void,
  announce: (text: string) => void,
): ProgressView => {
  const title = say("progressTitle", { name });
  const bar = el("progress", { max: "1", value: "0", "aria-label": title });
  const words = el("p", { class: "hint" }, say("progressPreparing", {}));
  let latest: Progress | undefined;
  let tenthsSaid = 0;
  const draw = (): void => {
    if (latest === undefined) return;
    const { done, total } = latest;
    latest = undefined;
    bar.value = total === 0 ? 1 : done / total;
    words.textContent = say("progressBytes", {
      done: formatBytes(done),
      total: formatBytes(total),
    });
    const tenths = Math.floor(bar.value * 10);
    // A screen reader hears a few steps, not every megabyte.
    if (tenths >= tenthsSaid + 3) {
      tenthsSaid = tenths;
      announce(words.textContent);
    }
  };
  return {
    element: el(
      "div",
      {},
      el("h1", { tabindex: "-1" }, title),
      bar,
      words,
      el("div", { class: "actions" }, button(say("cancel", {}), "plain", onCancel)),
    ),
    show: (progress) => {
      if (latest === undefined) requestAnimationFrame(draw);
      latest = progress;
    },
  };
};
