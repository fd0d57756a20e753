import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createKeys, type Keys } from "./harness/keys.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

const picture = fileURLToPath(
  new URL("../../../fixtures/maya/instagram/IMG_2231.PNG", import.meta.url),
);

describe("with the keyboard alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-keyboard-"));
  let app: ServedApp;
  let browser: AppBrowser;
  let page: Page;
  let keys: Keys;
  let complaints: string[];
  let saved = "";
  let number = "";

  beforeAll(async () => {
    app = await serveApp();
    browser = await launchApp();
    ({ page, complaints } = await browser.openPage(app.url));
    page.setDefaultTimeout(20_000);
    // A hand on a mouse would make a thing that keys can't reach look reachable.
    keys = createKeys(page);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the two minutes are gone through, and three questions are ticked with Space", async () => {
    await keys.press("Show me what to do");
    await keys.arrive("If somebody comes");
    await keys.press("I see, go on");
    await keys.arrive("First, are you safe?");
    await keys.tick("I am in danger now");
    const ticked = page.getByRole("checkbox", { name: "I am in danger now" });
    expect(await ticked.isChecked()).toBe(true);
    await keys.tick("I am in danger now");
    expect(await ticked.isChecked()).toBe(false);
    await keys.press("Skip");
    await keys.arrive("What happened?");
    await keys.press("They say they will share my pictures");
    await keys.arrive("Save three things");
    await keys.unfold("How do I take a picture of my screen?");
    await keys.choose("Choose pictures of the screen", picture);
  });

  test("a question keeps the focus in it, Escape closes it, and the button that asked has it again", async () => {
    await keys.arriveAtQuestion("Keep it on this phone?");
    expect(await keys.isTrapped()).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => keys.focused()).toBe("Choose pictures of the screen");
  });

  test("what was chosen is kept, and the focus goes to what became of it", async () => {
    await keys.choose("Choose pictures of the screen", picture);
    await keys.arriveAtQuestion("Keep it on this phone?");
    await keys.press("Keep it here");
    await keys.arriveAtQuestion(/^Was everyone in your pictures/);
    expect(await keys.isTrapped()).toBe(true);
    await keys.press("Yes, everyone");
    await keys.arrive("Kept");
    await keys.press("That’s all for now");
    await keys.arrive("Stop answering. Don’t pay.");
    await keys.press("Go to my place");
    await keys.arrive("Your place");
  });

  test("it is found in the order of things, opened, and left again", async () => {
    await keys.press(/^See everything in order/);
    await keys.arrive("Everything in order");
    await keys.press(/IMG_2231/);
    await keys.arrive("Picture");
    await keys.press(/^Open .*IMG_2231/);
    await keys.press("Show the picture");
    await expect.poll(() => page.getByRole("button", { name: "Blur it again" }).count()).toBe(1);
    await keys.press("Back");
    await keys.arrive("Everything in order");
    await keys.press("Back");
    await keys.arrive("Your place");
  });

  test("a copy is made and saved, with the choice of the lock made by the arrows", async () => {
    await keys.press(/^Make a copy for somebody/);
    await keys.arrive("Make a copy for somebody");
    await keys.press(/^Myself/);
    await keys.arrive("What goes?");
    await keys.press("Go on with these");
    await keys.arrive("How should it go?");
    await keys.goTo(/^Lock it with words/);
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("radio", { name: /^Leave it open/ }).isChecked()).toBe(true);
    await keys.press("Make the copy");
    await keys.arrive("The copy is ready");
    number = (await page.locator(".check-number").textContent()) ?? "";
    const downloading = page.waitForEvent("download");
    await keys.press("Save the copy");
    saved = join(folder, "copy.zip");
    await (await downloading).saveAs(saved);
    await keys.press("Done with this copy");
    await keys.arrive("Your place");
    await keys.press("Close my place");
    await keys.arrive("This is not your fault.");
  });

  test("the copy is checked against its number, and fits", async () => {
    await keys.press("Check a package somebody gave me");
    await keys.arrive("Check a package");
    await keys.choose("Choose the file", saved);
    await keys.arrive("All of it fits together");
    await keys.goTo("Check number");
    await page.keyboard.insertText(number);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "It is unchanged" }).waitFor();
    expect(await keys.isLost()).toBe(false);
    expect(complaints).toEqual([]);
  });
});
