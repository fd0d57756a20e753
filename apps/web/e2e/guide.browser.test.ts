import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { barriers } from "./harness/barriers.ts";
import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { keepWords, seeHeading, tap } from "./harness/own-place.ts";
import { recordRequests } from "./harness/record-requests.ts";
import { type ServedApp, serveApp } from "./harness/serve-app.ts";

let app: ServedApp;
let browser: AppBrowser | undefined;

beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.remove());
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const openApp = async () => {
  browser = await launchApp();
  const requests = recordRequests(browser.context, app.url);
  return { ...(await browser.openPage(app.url)), requests };
};

const line = (page: Page, name: string): Promise<void> =>
  page.locator(".line", { hasText: name }).first().click();

/** A mail like those that are sent to thousands; the address in it holds nothing. */
const massMail = `Hello, I am a hacker. I put malware on a site for adults, and your webcam recorded you.
I have all your contacts. Send 1400 dollars in bitcoin to 1111111111111111111114oLvT2 within 48 hours.
If you do not pay I send the video to everyone you know. Do not tell the police.`;

const answerAll = async (page: Page, answers: readonly (readonly [string, string])[]) => {
  for (const [question, answer] of answers) {
    await seeHeading(page, question);
    await page.locator(".line, .button", { hasText: answer }).first().click();
  }
};

describe("the guide", () => {
  test("reads a mass mail, says what it looks like and why, and asks nothing of the network", async () => {
    const { page, complaints, requests } = await openApp();
    await tap(page, "Look around first");
    await line(page, "What is this, and what do I do?");
    await page.getByLabel("Their words").fill(massMail);
    await tap(page, "Go on");
    await answerAll(page, [
      ["Are you in danger right now?", "No"],
      ["Could somebody who scares you see this phone?", "No"],
      ["How old are you?", "18 or older"],
      ["Who is the person threatening you?", "Somebody I only know online"],
      ["Where did they write to you?", "By mail"],
      ["What have they shown you?", "Nothing. They only say it."],
      ["Could they have something private of you?", "No, there is nothing"],
      ["Was anything sent or posted already?", "No"],
    ]);
    await seeHeading(page, "Did you give them anything?");
    await tap(page, "None of these");
    await answerAll(page, [
      ["Does the mail have a password of yours in it?", "No"],
      ["Has something changed in your accounts", "No"],
    ]);
    await seeHeading(page, "What this looks like");
    await page.getByText("This looks like a mail that was sent to thousands of people.").waitFor();
    await page.getByText("1111 1111 1111 1111 1111 14oL vT2").waitFor();
    await page.locator("summary", { hasText: "Why we think so" }).click();
    await page.locator(".guide-quote mark").first().waitFor();
    await expect
      .poll(() => page.getByText("Nothing. They only say it.").count())
      .toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByText("These answers are on this page only.").waitFor();
    expect(requests.foreign()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("reads what is kept, is found as it was left, and tells what a new answer changes", async () => {
    const { page, complaints } = await openApp();
    await keepWords(
      page,
      "Come back to me or I send your pictures to your mother and your boss tonight.",
      "device",
    );
    await page.clock.install();
    await line(page, "What is this, and what do I do?");
    await page.getByText("Read what I kept, too").click();
    await tap(page, "Go on");
    await answerAll(page, [
      ["Are you in danger right now?", "Skip"],
      ["Could somebody who scares you see this phone?", "No"],
      ["How old are you?", "18 or older"],
      ["Who is the person threatening you?", "Somebody I used to be with"],
    ]);
    await seeHeading(page, "Where did they write to you?");
    await tap(page, "Show me what you think so far");
    await page.getByText("somebody who is close to you, or who was close to you once").waitFor();
    await tap(page, "What do I do now?");
    const first = await page.locator(".guide-next").textContent();
    await tap(page, "Done");
    await expect.poll(() => page.locator(".guide-next").textContent()).not.toBe(first);
    await page.getByText("One thing is done. That stays done.").waitFor();
    await page.clock.fastForward("16:00");
    await seeHeading(page, "Open your place");
    await tap(page, "Open it");
    await seeHeading(page, "One thing at a time");
    await page.getByText("One thing is done. That stays done.").waitFor();
    await tap(page, "What this looks like");
    await tap(page, "What you told me");
    await line(page, "Could somebody who scares you see this phone?");
    await line(page, "Yes, that could be");
    await tap(page, "What this looks like");
    await tap(page, "What do I do now?");
    await seeHeading(page, "Something changed, because of what you told me");
    expect(await barriers(page)).toEqual([]);
    await tap(page, "I see");
    expect(complaints).toEqual([]);
  });

  test("asks nothing twice that was said at the door, and throws all of it away when asked", async () => {
    const { page, complaints } = await openApp();
    await tap(page, "Show me what to do");
    await tap(page, "I see, go on");
    await tap(page, "Go on");
    await line(page, "I paid them");
    await tap(page, "Done, what is next?");
    await tap(page, "I can’t look at it again");
    await line(page, "What is this, and what do I do?");
    await tap(page, "I have no words from them");
    await answerAll(page, [["Who is the person threatening you?", "I don’t know"]]);
    await seeHeading(page, "Where did they write to you?");
    await tap(page, "Show me what you think so far");
    await page.getByText("Money has gone. Ring your bank or card now.").waitFor();
    await page.getByText("Have you ever met in real life?").waitFor();
    await page.getByText("Until you know, do what is safe.").waitFor();
    await tap(page, "What you told me");
    await tap(page, "Throw these answers away");
    await page.getByRole("dialog").getByRole("button", { name: "Throw them away" }).click();
    await page.locator(".line", { hasText: "What is this, and what do I do?" }).waitFor();
    expect(complaints).toEqual([]);
  });
});
