import type { Page } from "playwright-core";

/** Presses what a person would press. */
export const tap = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();

export const seeHeading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { name }).first().waitFor();

/** Typed key by key into the field that has the focus, as a keyboard does it. */
export const type = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

/** From the first screen to a place with some words in it. Gives the secret words, if it was locked with some. */
export const keepWords = async (
  page: Page,
  text: string,
  how: "device" | "words" | "nothing",
): Promise<string> => {
  await tap(page, "Look around first");
  await tap(page, /^Keep something/);
  return keepMoreWords(page, text, how);
};

/** On the page where things are kept, with no place yet. */
export const keepMoreWords = async (
  page: Page,
  text: string,
  how: "device" | "words" | "nothing",
): Promise<string> => {
  await tap(page, /^Type or paste the words/);
  await page.getByLabel("The words").focus();
  await type(page, text);
  await tap(page, "Keep it");
  const words = await makePlace(page, how);
  await seeHeading(page, "Kept");
  await tap(page, "That’s all for now");
  await seeHeading(page, "Keep something");
  await tap(page, "Back");
  await seeHeading(page, "Your place");
  return words;
};

const makePlace = async (page: Page, how: "device" | "words" | "nothing"): Promise<string> => {
  if (how === "device") {
    await tap(page, "Keep it here");
    return "";
  }
  if (how === "nothing") {
    await tap(page, "Don’t keep it on this phone");
    return "";
  }
  await tap(page, "Lock it with secret words");
  return takeOfferedWords(page);
};

/** The words that are offered, as somebody would write them down. */
export const takeOfferedWords = async (page: Page): Promise<string> => {
  const offered = page.locator(".secret-words");
  await page.waitForFunction(
    () => (document.querySelector(".secret-words")?.textContent ?? "").split(" ").length === 4,
  );
  const words = (await offered.textContent()) ?? "";
  await tap(page, "I have them");
  return words;
};

/** Answers "First, is it you?". */
export const proveIt = async (page: Page, words: string): Promise<void> => {
  await seeHeading(page, "First, is it you?");
  await page.getByRole("dialog").getByLabel("Your secret words").fill(words);
  await page.getByRole("dialog").getByRole("button", { name: "Go on" }).click();
};

export const lockFromHome = async (page: Page): Promise<void> => {
  await tap(page, "Close my place");
  await seeHeading(page, "This is not your fault.");
};

/** From home to what opens the place. */
export const goToKeys = async (page: Page): Promise<void> => {
  await tap(page, /^Look after this place/);
  await tap(page, /^What opens it/);
  await seeHeading(page, "What opens your place");
  await page.locator(".way").first().waitFor();
};

export const waysOf = (page: Page): Promise<readonly string[]> =>
  page.locator(".way-title").allTextContents();

/** At the closed door. */
export const openWith = async (page: Page, words: string): Promise<void> => {
  await tap(page, "Open my place");
  await page.getByLabel("Your secret words").fill(words);
  await tap(page, "Open it");
};

/** Everything that a browser could keep for this page. */
export const whatIsStored = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const files: string[] = [];
    for await (const [name] of (await navigator.storage.getDirectory()).entries()) files.push(name);
    return {
      files,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });

export const nothingStored = {
  files: [],
  databases: [],
  caches: [],
  local: [],
  session: [],
  cookies: "",
  workers: 0,
};
