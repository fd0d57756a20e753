import { expect, it } from "vitest";

import { truth } from "../fixtures/story/maya/truth.mjs";
import { describeTruth, readFixture } from "./case-truth.ts";

describeTruth("maya", truth());

it("says of the forged mail that its sender is not verified, and loads nothing from the tracked one", async () => {
  const forged = await readFixture("maya/mail/2026-09-22 Official notice.eml");
  expect(forged.items[0]?.flags).toContain("sender-not-verified");
  const tracked = await readFixture("maya/mail/2026-09-19 Someone shared 31 pictures with you.eml");
  expect(tracked.items[0]?.flags).toContain("remote-content-not-loaded");
});

it("ends honestly: one account removed, one report refused twice, one account back and still there", async () => {
  const { items } = await readFixture("maya/mail/Takeout/All mail Including Spam and Trash.mbox");
  const ending = items
    .filter(({ from }) => from?.value === "safety@social.example.com")
    .flatMap(({ time, subject }) => (time.kind === "instant" ? [{ at: time.at, subject }] : []))
    .sort((a, b) => a.at - b.at)
    .map(({ subject }) => subject);
  expect(ending).toEqual([
    "We received your report",
    "We removed an account that you reported",
    "About your report R-40921",
    "We received your report",
    "We looked at your report again",
    "Your report takes longer",
  ]);
});
