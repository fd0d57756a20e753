import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { launchApp } from "../harness/launch-app.ts";
import { type ServedApp, serveApp } from "../harness/serve-app.ts";
import { askTheGuide } from "./asking.ts";
import { followExample, lookAround, walkThroughGates } from "./arriving.ts";
import { giveAndCheck } from "./giving.ts";
import { createHand } from "./hand.ts";
import { keepFirstThings, keepMore } from "./keeping.ts";
import { endThePlace, lookAfterKeys, lookAfterTheRest, openThePlace } from "./looking-after.ts";
import { looks } from "./looks.ts";
import { titlesOf } from "./screens.ts";
import { seeEverything } from "./seeing.ts";
import { createSurvey } from "./survey.ts";
import type { Walk } from "./walk.ts";

/** Where a picture of each screen is put for people to look at, when somebody wants them. */
const pictures = process.env["SCREENS"];

const walkEverywhere = async (walk: Walk): Promise<void> => {
  await walkThroughGates(walk);
  await lookAround(walk);
  const words = await keepFirstThings(walk);
  await keepMore(walk);
  await askTheGuide(walk);
  await seeEverything(walk);
  await giveAndCheck(walk, words);
  await openThePlace(walk, words);
  await lookAfterKeys(walk, words);
  const backup = await lookAfterTheRest(walk, words);
  await endThePlace(walk, words, backup);
  await followExample(walk);
};

describe("every screen, walked to as a person does", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-every-screen-"));
  let app: ServedApp;

  beforeAll(async () => {
    app = await serveApp();
  }, 300_000);
  afterAll(async () => {
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(looks)(
    "$name: nothing is cut off, out of reach, unnamed, or said twice",
    async (look) => {
      const { viewport, colorScheme } = look;
      const browser = await launchApp({
        viewport,
        colorScheme,
        timezoneId: "Europe/Berlin",
        hasMicrophone: true,
      });
      const { page, complaints } = await browser.openPage(`${app.url}?l=${look.locale}`);
      page.setDefaultTimeout(20_000);
      const hand = createHand(page, look.locale);
      const survey = createSurvey(page, hand, look, pictures);
      const walk: Walk = {
        page,
        hand,
        survey,
        folder,
        arrive: async () => {
          await page.goto(`${app.url}?l=${look.locale}`);
        },
      };
      try {
        await walkEverywhere(walk);
      } catch (error) {
        const there = (await page.locator("h1, h2").allInnerTexts()).join(" / ");
        throw new Error(`The walk ended at:\n${there}\n${survey.faults().join("\n")}`, {
          cause: error,
        });
      } finally {
        await browser.close();
      }
      expect(survey.faults()).toEqual([]);
      expect([...survey.seen()].sort()).toEqual(Object.keys(titlesOf).sort());
      expect(complaints).toEqual([]);
    },
    600_000,
  );
});
