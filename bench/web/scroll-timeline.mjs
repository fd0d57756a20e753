// @ts-check
import { tap } from "./browser.mjs";

const seconds = 10;

/**
 * Text: it runs in the page. Turns the list by half a screen a frame, as a thumb that flings it, and jumps to another place of it
 * each second; gives the time from each frame to the next.
 */
const scroll = `new Promise((resolve) => {
  const list = document.querySelector(".see-list");
  const frames = [];
  const begun = performance.now();
  let last = begun;
  let jumped = 0;
  const step = (now) => {
    frames.push(now - last);
    last = now;
    const second = Math.floor((now - begun) / 1000);
    if (second > jumped) {
      jumped = second;
      list.scrollTop = (list.scrollHeight * ((second * 37) % 100)) / 100;
    } else list.scrollTop += list.clientHeight / 2;
    if (now - begun < ${seconds * 1_000}) requestAnimationFrame(step);
    else resolve({ frames: frames.slice(1), height: list.scrollHeight });
  };
  requestAnimationFrame(step);
})`;

/**
 * Frame times while the timeline of what was just kept is scrolled. Undefined where the app has no timeline.
 *
 * @param {import("playwright-core").Page} page with the list of what was kept
 */
export const scrollTimeline = async (page) => {
  await tap(page, "That’s all for now");
  await page.locator("h1").waitFor();
  const way = page.getByRole("button", { name: /^See what is kept/ });
  await page.waitForTimeout(2_000);
  if ((await way.count()) === 0) return undefined;
  await way.click();
  await page.locator(".see-list .row").first().waitFor({ timeout: 60_000 });
  /** @type {{ frames: number[], height: number }} */
  const { frames, height } = await page.evaluate(scroll);
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return { frames: frames.length, height, median: at(0.5), p95: at(0.95), longest: at(1) };
};
