import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import {
  goToKeys,
  keepWords,
  lockFromHome,
  openWith,
  proveIt,
  seeHeading,
  takeOfferedWords,
  tap,
  waysOf,
} from "./harness/own-place.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const wordsShown = async (page: Page): Promise<string> => {
  await page.locator(".paper-words > li").nth(15).waitFor();
  return (await page.locator(".paper-words > li").allTextContents()).join(" ");
};

/** Answers what is asked of a card that was written by hand. */
const fillFrom = async (page: Page, card: string): Promise<void> => {
  const words = card.split(" ");
  const labels = page.getByText(/^Word number/);
  await expect.poll(() => labels.count()).toBe(2);
  for (const label of await labels.allTextContents()) {
    await page
      .getByLabel(label, { exact: true })
      .fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? "");
  }
};

const giveCard = async (page: Page, card: string): Promise<void> => {
  await page.getByLabel(/^The words of the (first|next) card/).fill(card);
  await tap(page, "Add this card");
};

describe("cards of people whom the person trusts", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-cards-"));
  const cards: string[] = [];
  let app: ServedApp;
  let first: AppBrowser;
  let second: AppBrowser | undefined;
  let page: Page;
  let complaints: string[];
  let words = "";
  let backup = "";

  beforeAll(async () => {
    app = await serveApp();
    first = await launchApp();
    ({ page, complaints } = await first.openPage(app.url));
    words = await keepWords(page, "pay until friday", "words");
  });
  afterAll(async () => {
    await first.close();
    await second?.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test("one is written by hand and asked for again, one is saved as a page that says nothing of the case", async () => {
    await goToKeys(page);
    await tap(page, /^Give cards to people you trust/);
    await proveIt(page, words);
    await seeHeading(page, "Cards for people you trust");
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Make the cards");
    await seeHeading(page, "Card 1 of 3");
    cards.push(await wordsShown(page));
    await tap(page, "I wrote them down");
    await seeHeading(page, "Now look at card 1");
    await fillFrom(page, cards[0]?.split(" ").reverse().join(" ") ?? "");
    const wrong = page.getByText(/not what we showed you/);
    await tap(page, "Check");
    await wrong.waitFor();
    await fillFrom(page, cards[0] ?? "");
    await tap(page, "Check");
    await seeHeading(page, "Card 2 of 3");
    cards.push(await wordsShown(page));
    const downloading = page.waitForEvent("download");
    await tap(page, "Save a page to print");
    const path = join(folder, "card.html");
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("card-2.html");
    await download.saveAs(path);
    const saved = readFileSync(path, "utf8");
    expect([...saved.matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word]) => word).join(" ")).toBe(
      cards[1],
    );
    expect(saved).not.toMatch(/holdfast|threat|picture of me|<script|https?:/i);
    expect(await barriers(page)).toEqual([]);
    await tap(page, "On to the next card");
    await seeHeading(page, "Card 3 of 3");
    cards.push(await wordsShown(page));
  });

  test("left in the middle they open nothing, and no way in was made", async () => {
    await tap(page, "Not now");
    await seeHeading(page, "What opens your place");
    await expect.poll(() => waysOf(page)).toEqual(["Your secret words"]);
  });

  test("when the last one is made they are a way in, and each set takes the place of the one before", async () => {
    for (const title of ["Give cards to people you trust", "Give out new cards"]) {
      await tap(page, new RegExp(`^${title}`));
      await proveIt(page, words);
      await tap(page, "Make the cards");
      cards.splice(0);
      for (let number = 1; number <= 3; number += 1) {
        await seeHeading(page, `Card ${number} of 3`);
        cards.push(await wordsShown(page));
        await tap(page, "I wrote them down");
        await seeHeading(page, `Now look at card ${number}`);
        await fillFrom(page, cards[number - 1] ?? "");
        await tap(page, "Check");
      }
      await seeHeading(page, "The cards are ready");
      await page.getByText("2 of the 3 cards together open your place").waitFor();
      expect(await barriers(page)).toEqual([]);
      await tap(page, "Done");
      await seeHeading(page, "What opens your place");
      await expect
        .poll(() => waysOf(page))
        .toEqual(["Your secret words", "Cards of people you trust"]);
    }
  });

  test("a backup is made while they open it", async () => {
    await tap(page, "Back");
    await tap(page, /^Make a backup/);
    await tap(page, "Make the backup");
    await proveIt(page, words);
    const downloading = page.waitForEvent("download");
    await tap(page, "Save the backup");
    backup = join(folder, "backup.bin");
    await (await downloading).saveAs(backup);
    expect(statSync(backup).size).toBeGreaterThan(1_000);
    await tap(page, "Back");
    await tap(page, "Back");
    await lockFromHome(page);
  });

  test("a mistyped word is named, one card is not enough, and one that was given is said", async () => {
    await tap(page, "Open my place");
    await page.getByText("Another way to open it").click();
    await tap(page, "Open with cards");
    await seeHeading(page, "Open with cards");
    expect(await barriers(page)).toEqual([]);
    await giveCard(page, cards[2]?.replace(/^\w+/, "holdfast") ?? "");
    await page.getByText("Card number 1 that you gave: word 1 is not on the list.").waitFor();
    await giveCard(page, ` ${cards[2]?.toUpperCase().replaceAll(" ", ",\n") ?? ""}`);
    await page.getByText("1 of 2 cards are here. One more is needed.").waitFor();
    expect(await barriers(page)).toEqual([]);
    await giveCard(page, cards[2] ?? "");
    await page.getByText("You gave this card already. Use another one.").waitFor();
  });

  test("two of three open it, and the new words are the only ones that do afterwards", async () => {
    await giveCard(page, cards[0] ?? "");
    await seeHeading(page, "You are in");
    expect(await barriers(page)).toEqual([]);
    await tap(page, "Choose new words");
    const next = await takeOfferedWords(page);
    await seeHeading(page, "Only your new words open it now");
    await tap(page, "Done");
    await page.getByText("One thing is kept.").waitFor();
    await lockFromHome(page);
    await openWith(page, words);
    await page.getByText("That does not open it.").waitFor();
    expect(await page.getByRole("button", { name: "Open with cards" }).count()).toBe(0);
    await page.getByLabel("Your secret words").fill(next);
    await tap(page, "Open it");
    await page.getByText("One thing is kept.").waitFor();
    expect(complaints).toEqual([]);
  });

  const chooseBackup = async (on: Page): Promise<void> => {
    await tap(on, "Open my place");
    await tap(on, "I have a backup");
    const chooser = on.waitForEvent("filechooser");
    await tap(on, "Choose the file");
    await (await chooser).setFiles(backup);
    await on.getByText("Words of cards").click();
    expect(await barriers(on)).toEqual([]);
  };

  test("a backup that is only to be read asks for no words that would open nothing", async () => {
    second = await launchApp();
    const other = await second.openPage(app.url);
    await chooseBackup(other.page);
    await other.page.getByText("Don’t keep it: gone when I close the page").click();
    await giveCard(other.page, cards[1] ?? "");
    await other.page.getByText("1 of 2 cards are here.").waitFor();
    await giveCard(other.page, cards[2] ?? "");
    await seeHeading(other.page, "Your place");
    await other.page.getByText("One thing is kept.").waitFor();
    expect(other.complaints).toEqual([]);
    await second.close();
  });

  test("a backup opens with them on another phone, with new words of its own", async () => {
    second = await launchApp();
    const other = await second.openPage(app.url);
    await chooseBackup(other.page);
    await giveCard(other.page, cards[1] ?? "");
    await other.page.getByText("1 of 2 cards are here.").waitFor();
    await giveCard(other.page, cards[0] ?? "");
    const next = await takeOfferedWords(other.page);
    await seeHeading(other.page, "Your place");
    await other.page.getByText("One thing is kept.").waitFor();
    await lockFromHome(other.page);
    await openWith(other.page, next);
    await other.page.getByText("One thing is kept.").waitFor();
    expect(other.complaints).toEqual([]);
  });
});
