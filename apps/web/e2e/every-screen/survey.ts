import { join } from "node:path";

import type { AppMessageCode } from "@holdfast/words";
import type { Page } from "playwright-core";

import { barriers } from "../harness/barriers.ts";
import type { Hand } from "./hand.ts";
import { type Look, narrowest } from "./looks.ts";
import {
  cutTexts,
  faultsOfTheFrame,
  partsBesideTheScreen,
  smallTargets,
  wordsOutsideTheCatalogue,
} from "./page-faults.ts";
import { type ScreenName, titlesOf } from "./screens.ts";

/** Names of things that are the same in every language; and the word that React Aria says itself, in its own languages. */
const properNames = ["Dismiss", "Notes", "WhatsApp", "Instagram", "SHA-256", "PDF", "PEM", "UTC"];

export interface Stop {
  /** What is special about it this time: "nothing kept", "who is it". */
  readonly state?: string;
  /** Words that have to stand there before it is looked at. */
  readonly until?: AppMessageCode;
  /** The title of a question that has come up over it. */
  readonly question?: AppMessageCode;
  /** Where something changed without a new screen, the focus only has to be somewhere in sight. */
  readonly focus?: "title" | "inside";
}

export interface Survey {
  /** Looks at the screen that is shown now, and writes down what is wrong with it. */
  readonly stop: (screen: ScreenName, stop?: Stop) => Promise<void>;
  readonly faults: () => readonly string[];
  readonly seen: () => ReadonlySet<ScreenName>;
}

/** `folder`: where a picture of each screen is put, for people to look at. */
export const createSurvey = (page: Page, hand: Hand, look: Look, folder?: string): Survey => {
  const faults: string[] = [];
  const seen = new Set<ScreenName>();
  let stops = 0;
  const stop: Survey["stop"] = async (screen, { state, until, question, focus = "title" } = {}) => {
    await waitForScreen(page, hand, screen, question);
    if (until !== undefined) await hand.see(until);
    seen.add(screen);
    stops += 1;
    const name = state === undefined ? screen : `${screen} (${state})`;
    const found = await faultsOf(page, look, focus);
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    if (folder === undefined) return;
    const file = `${String(stops).padStart(3, "0")} ${name}.png`.replaceAll(" ", "-");
    await page.screenshot({ path: join(folder, look.name, file), fullPage: true });
  };
  return { stop, faults: () => faults, seen: () => seen };
};

/** Of a title with something put into it, what stands before that is enough to know it by. */
const cut = "\u0000";

const waitForScreen = async (
  page: Page,
  hand: Hand,
  screen: ScreenName,
  question: AppMessageCode | undefined,
): Promise<void> => {
  const codes = question === undefined ? titlesOf[screen] : [question];
  // Behind a question the page is hidden from whoever listens.
  const titles =
    question === undefined ? page.locator("main h1") : page.getByRole("dialog").locator("h2");
  const expected = codes?.map(
    (code) =>
      hand.say(code, { name: cut, length: cut, number: cut, count: cut }).split(cut)[0] ?? "",
  );
  const title = expected === undefined ? titles : titles.filter({ hasText: anyOf(expected) });
  await title.first().waitFor();
};

const anyOf = (texts: readonly string[]): RegExp =>
  new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"));

/** A question takes the focus a moment after it can be seen: what is wrong only for that moment is no fault. */
const faultsOnceSettled = async (
  page: Page,
  expected: Parameters<typeof faultsOfTheFrame>[0],
): Promise<readonly string[]> => {
  let found = await page.evaluate(faultsOfTheFrame, expected);
  for (let tries = 0; found.length > 0 && tries < 20; tries += 1) {
    await page.waitForTimeout(50);
    found = await page.evaluate(faultsOfTheFrame, expected);
  }
  return found;
};

const faultsOf = async (
  page: Page,
  look: Look,
  focus: "title" | "inside",
): Promise<readonly string[]> => {
  const isRtl = look.locale === "ar-XB";
  const found = [
    ...(await faultsOnceSettled(page, { focus, isRtl })),
    ...(await page.evaluate(partsBesideTheScreen)),
    ...(await page.evaluate(cutTexts)),
    ...(await page.evaluate(smallTargets)),
    // Names, roles and colours are the same in every language: they are measured in one of them, by day and by night.
    ...(look.locale === "en" ? await barriers(page) : []),
    ...((await page.title()) === "Notes" ? [] : ["the window's title is not neutral"]),
  ];
  if (look.locale !== "en") {
    found.push(...(await page.evaluate(wordsOutsideTheCatalogue, properNames)));
  }
  if (look.viewport.width < 600) {
    await page.setViewportSize(narrowest);
    const narrow = [
      ...(await page.evaluate(partsBesideTheScreen)),
      ...(await page.evaluate(cutTexts)),
    ];
    found.push(...narrow.map((fault) => `at ${narrowest.width} px ${fault}`));
    await page.setViewportSize(look.viewport);
  }
  return found;
};
