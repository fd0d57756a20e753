// @ts-check
import { fling, jump } from "../programs/scroll-in-page.mjs";
import { tap } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

const flingMs = 10_000;
/** Longer than that nobody waits for the search index; what is measured then is measured while it is made. */
const mostSettlingMs = 10 * 60_000;

/**
 * The timeline of what was just kept, once as it is while the search index is being made, and once when it rests.
 *
 * @param {Page} page with the list of what was kept
 */
export const scrollTimeline = async (page) => {
  await tap(page, "That’s all for now");
  const began = performance.now();
  await tap(page, /^See everything in order/);
  await page.locator('.see-block[data-loaded="yes"]').first().waitFor({ timeout: mostSettlingMs });
  const firstMs = performance.now() - began;
  const settledMs = await settle(page);
  await page.evaluate(jump, 0);
  const { frames, blocked, empty } = await page.evaluate(fling, flingMs);
  /** @type {number[]} */
  const jumps = [];
  for (const part of [0.5, 0.9, 0.1, 0.73, 0.31, 0.99, 0.02, 0.62])
    jumps.push(await page.evaluate(jump, part));
  return {
    firstMs,
    settledMs,
    frames: frames.sort((a, b) => a - b),
    tasks: { count: blocked.length, longest: Math.max(0, ...blocked) },
    empty,
    jumps: jumps.sort((a, b) => a - b),
  };
};

/** Until eight jumps one after the other are quick, each to where nothing was loaded yet. @param {Page} page */
const settle = async (page) => {
  const began = performance.now();
  for (let quick = 0, at = 0; quick < 8; at = (at + 0.618_034) % 1) {
    if (performance.now() - began > mostSettlingMs) break;
    await page.waitForTimeout(500);
    quick = (await page.evaluate(jump, at)) < 400 ? quick + 1 : 0;
  }
  return performance.now() - began;
};
