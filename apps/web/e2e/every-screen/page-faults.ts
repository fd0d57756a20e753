/**
 * What is wrong with the page as it stands, as a person at this width, in this language, with this thumb would meet it. Each
 * function runs in the page by itself: it can use nothing from around it.
 */

/** Parts of it that stand beside the screen: they are cut off, or the page scrolls sideways. */
export const partsBesideTheScreen = (): string[] => {
  const width = document.documentElement.clientWidth;
  const found: string[] = [];
  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(".unseen, .shell-skip, svg, [data-live-announcer], [hidden]") !== null)
      continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    // What can be scrolled by itself may be wider than its window.
    const window = element.parentElement?.closest(".rhythm-table, pre, select");
    if (window !== null && window !== undefined) continue;
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own > 0 && (left < -0.5 || right > width + 0.5)) {
      found.push(
        `beside the screen: ${element.tagName} ${element.className} “${element.textContent.slice(0, 40)}”`,
      );
    }
  }
  return found.slice(0, 5);
};

/** Texts that a box cuts off, since it is too small for them. */
export const cutTexts = (): string[] => {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    if (
      element.closest(".unseen, [data-live-announcer], [hidden], textarea, select, input") !== null
    )
      continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut =
      (["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (["hidden", "clip"].includes(overflowY)
        && element.scrollHeight > element.clientHeight + 1);
    if (isCut && element.textContent.trim() !== "") {
      found.push(
        `cut off: ${element.tagName} ${element.className} “${element.textContent.slice(0, 40)}”`,
      );
    }
  }
  return found.slice(0, 5);
};

/** What can be pressed and is smaller than a thumb needs: 44 px each way. A link within a sentence is as high as its line. */
export const smallTargets = (): string[] => {
  const found: string[] = [];
  const front = document.querySelector("[role=dialog]") ?? document.body;
  const targets = "button, a[href], input, select, textarea, summary, [role=button], [role=switch]";
  for (const element of front.querySelectorAll(targets)) {
    // What is ticked is pressed by its words.
    const target = element.closest("label") ?? element;
    if (element.closest(".shell-skip, [hidden], [aria-hidden=true]") !== null) continue;
    if (!target.checkVisibility({ visibilityProperty: true })) continue;
    const isInSentence =
      element.tagName === "A"
      && getComputedStyle(element).display === "inline"
      && element.parentElement?.tagName === "P";
    const { width, height } = target.getBoundingClientRect();
    if (!isInSentence && (width < 44 || height < 44)) {
      const size = `${Math.round(width)}×${Math.round(height)}`;
      found.push(
        `small, ${size}: ${element.tagName} ${element.className} “${element.textContent.slice(0, 40)}”`,
      );
    }
  }
  return found.slice(0, 5);
};

/** Words with an ordinary letter of English: the made-up languages have none. What somebody else wrote is marked as theirs. */
export const wordsOutsideTheCatalogue = (names: readonly string[]): string[] => {
  const found: string[] = [];
  // Dates are in the reader's own form, whatever the words are in; what was put into a sentence is isolated in it.
  const data =
    /\u2068[^\u2069]*\u2069|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|[A-Z][a-z]+\/[A-Z][a-z]+/g;
  const marked =
    "bdi, textarea, select, script, style, .exact, [translate=no], [lang=en], [dir=auto], [data-live-announcer]";
  const isForeign = (text: string): boolean =>
    /[A-Za-z]{3}/.test(
      names.reduce((left, name) => left.replaceAll(name, ""), text.replace(data, "")),
    );
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? "").trim();
    if (element === null || element.closest(marked) !== null || !isForeign(text)) continue;
    found.push(
      `not from the catalogue: ${element.tagName} ${element.className} “${text.slice(0, 60)}”`,
    );
  }
  for (const element of document.querySelectorAll("[aria-label], [alt], [title], [placeholder]")) {
    if (element.closest(marked) !== null) continue;
    for (const attribute of ["aria-label", "alt", "title", "placeholder"]) {
      const text = element.getAttribute(attribute) ?? "";
      if (isForeign(text))
        found.push(`not from the catalogue: ${attribute} “${text.slice(0, 60)}”`);
    }
  }
  return [...new Set(found)].slice(0, 8);
};

/** Its one title, where the focus is, how many first actions, and the way out. */
export const faultsOfTheFrame = (expected: {
  readonly focus: "title" | "inside";
  readonly isRtl: boolean;
}): string[] => {
  const found: string[] = [];
  const seen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const dialog = document.querySelector("[role=dialog], [role=alertdialog]");
  const front = dialog ?? document.body;
  const titles = [...document.querySelectorAll("h1")].filter(seen);
  if (titles.length !== 1) found.push(`${titles.length} titles`);
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body)
    found.push("nothing has the focus");
  else if (!front.contains(activeElement)) found.push("the focus is behind the question");
  else if (dialog === null && expected.focus === "title" && activeElement !== titles[0]) {
    found.push(
      `the focus is not on the title: ${activeElement.tagName} ${activeElement.className}`,
    );
  }
  const primary = [...front.querySelectorAll(".button-primary")].filter(seen);
  if (primary.length > 1) found.push(`${primary.length} first actions`);
  const leave = [...front.querySelectorAll(".leave")].find(seen);
  if (leave === undefined) return [...found, "no way out"];
  const { left, right, top, bottom } = leave.getBoundingClientRect();
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (there === null || !leave.contains(there))
    found.push("the way out is covered or out of sight");
  const isAtStart = (left + right) / 2 < innerWidth / 2;
  if (isAtStart !== expected.isRtl) found.push("the way out stands at the wrong side");
  return found;
};
