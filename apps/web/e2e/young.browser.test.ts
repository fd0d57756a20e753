import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { type AppBrowser, launchApp } from "./harness/launch-app.ts";
import { seeHeading, tap } from "./harness/own-place.ts";
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

const toGates = async () => {
  browser = await launchApp();
  const { context } = browser;
  const requests = recordRequests(context, app.url);
  const { page } = await browser.openPage(app.url);
  await tap(page, "Show me what to do");
  await tap(page, "I see, go on");
  await seeHeading(page, "First, are you safe?");
  return { context, page, requests };
};

describe("the three questions at the door", () => {
  test("what is ticked counts: with a tick there is no way to skip it", async () => {
    const { page } = await toGates();
    const skip = page.getByRole("button", { name: "Skip", exact: true });
    await expect.poll(() => skip.count()).toBe(1);
    await page.getByText("I am under 18", { exact: true }).click();
    expect(await skip.count()).toBe(0);
    await page.getByText("I am under 18", { exact: true }).click();
    await skip.click();
    await seeHeading(page, "What happened?");
  });

  test("coming back finds the ticks as they were left", async () => {
    const { page } = await toGates();
    await page.getByText("I am under 18", { exact: true }).click();
    await tap(page, "Go on");
    await seeHeading(page, "You did nothing wrong");
    await tap(page, "Back");
    expect(await page.getByRole("checkbox", { name: "I am under 18" }).isChecked()).toBe(true);
  });
});

describe("for somebody under 18", () => {
  test("the way to stop a picture opens only when it is pressed, beside this page, and hears nothing of it", async () => {
    const { context, page, requests } = await toGates();
    await page.getByText("I am under 18", { exact: true }).click();
    await tap(page, "Go on");
    const link = page.getByRole("link", { name: /^Open .*Take It Down \(NCMEC\)/ });
    await link.waitFor();
    expect(requests.foreign()).toEqual([]);

    const referrers: (string | undefined)[] = [];
    await context.route("https://takeitdown.ncmec.org/**", async (route) => {
      referrers.push(
        await route
          .request()
          .headerValue("referer")
          .then((told) => told ?? undefined),
      );
      await route.fulfill({
        contentType: "text/html",
        body: "<script>document.title = String(window.opener === null)</script>",
      });
    });
    const opening = context.waitForEvent("page");
    await link.click();
    const opened = await opening;
    await opened.waitForLoadState();
    expect(await opened.title()).toBe("true");
    expect(referrers).toEqual([undefined]);
    expect(page.url()).toBe(app.url);
  });

  test("that it can be seen afterwards is said beside it, and how it works is a fold away", async () => {
    const { page } = await toGates();
    await page.getByText("I am under 18", { exact: true }).click();
    await tap(page, "Go on");
    await page.getByText("It can see that you came, and your browser writes it").waitFor();
    await page.getByText("How does it work?").click();
    await expect
      .poll(() => page.getByText("never download it or have it sent to you").isVisible())
      .toBe(true);
  });
});
