import type { Page } from "playwright-core";

/** Somebody who has only keys: goes from one thing to the next with Tab, and never touches the page. */
export interface Keys {
  /** What has the focus, by its name. */
  readonly focused: () => Promise<string>;
  /** Whether nothing has it: keys would begin again at the page's very top. */
  readonly isLost: () => Promise<boolean>;
  /** Tabs until it has the focus; fails where the focus cannot be seen, is lost, or comes round without it. */
  readonly goTo: (name: string | RegExp) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly tick: (name: string) => Promise<void>;
  readonly unfold: (name: string) => Promise<void>;
  /** Presses it, and chooses the file in the browser's own dialog. */
  readonly choose: (name: string, file: string) => Promise<void>;
  /** Waits until a title with these words has the focus. */
  readonly arrive: (title: string) => Promise<void>;
  /** Waits until a question with these words is there and has the focus in it. */
  readonly arriveAtQuestion: (title: string | RegExp) => Promise<void>;
  /** Whether Tab and Shift+Tab stay within the question. */
  readonly isTrapped: () => Promise<boolean>;
}

/** More than any page has to go through. */
const mostSteps = 120;

export const createKeys = (page: Page): Keys => {
  const focused = (): Promise<string> => page.evaluate(nameOfFocused);
  const isLost = (): Promise<boolean> =>
    page.evaluate(
      () => document.activeElement === null || document.activeElement === document.body,
    );
  const matches = (name: string | RegExp, text: string): boolean =>
    typeof name === "string" ? name === text : name.test(text);
  const goTo: Keys["goTo"] = async (name) => {
    const passed: string[] = [];
    for (let step = 0; step < mostSteps; step += 1) {
      const now = await focused();
      if (step > 0 && !(await page.evaluate(isFocusSeen))) throw new Error(`Not seen: ${now}`);
      if (matches(name, now)) return;
      passed.push(now);
      await page.keyboard.press("Tab");
    }
    throw new Error(`${String(name)} is not among ${[...new Set(passed)].join(" / ")}`);
  };
  const press: Keys["press"] = async (name) => {
    await goTo(name);
    await page.keyboard.press("Enter");
  };
  return {
    focused,
    isLost,
    goTo,
    press,
    tick: async (name) => {
      await goTo(name);
      await page.keyboard.press("Space");
    },
    unfold: press,
    choose: async (name, file) => {
      const chooser = page.waitForEvent("filechooser");
      await press(name);
      await (await chooser).setFiles(file);
    },
    arrive: async (title) => {
      await page.waitForFunction(isTitleFocused, title);
    },
    arriveAtQuestion: async (title) => {
      await page.getByRole("dialog").getByRole("heading", { name: title }).waitFor();
      await page.waitForFunction(isFocusInQuestion);
    },
    isTrapped: async () => {
      for (const key of ["Tab", "Shift+Tab"]) {
        for (let step = 0; step < 12; step += 1) {
          await page.keyboard.press(key);
          if (!(await page.evaluate(isFocusInQuestion))) return false;
        }
      }
      return true;
    },
  };
};

/** Its own name, that of its label, or the words on it; each runs in the page by itself. */
const nameOfFocused = (): string => {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return "";
  const label =
    activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
      ? activeElement.labels?.[0]
      : undefined;
  const named = activeElement.getAttribute("aria-label") ?? (label ?? activeElement).textContent;
  return named.replace(/\s+/g, " ").trim();
};

const isFocusSeen = (): boolean => {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  // Beside it, a sighted person looks for the ring: on itself, or on the box that stands for it.
  const shown =
    activeElement.closest("label")?.querySelector(".check-box, .radio-mark") ?? activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { width, height, bottom, top } = shown.getBoundingClientRect();
  const isOnScreen = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  return activeElement.tagName === "H1" || activeElement.tagName === "H2"
    ? true
    : isOnScreen && outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
};

const isTitleFocused = (title: string): boolean =>
  ["H1", "H2"].includes(document.activeElement?.tagName ?? "")
  && document.activeElement?.textContent.trim() === title;

const isFocusInQuestion = (): boolean =>
  document.activeElement?.closest("[role=dialog]") instanceof Element;
