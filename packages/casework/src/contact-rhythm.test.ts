import { describe, expect, test } from "vitest";

import { contactRhythm } from "./contact-rhythm.ts";
import { collectThreads } from "./threads.ts";

describe("contactRhythm", () => {
  test("counts by the local day and tells the nights apart", () => {
    const days = contactRhythm(
      [
        { at: Date.parse("2026-03-05T21:30:00Z"), from: "Arlo" },
        { at: Date.parse("2026-03-05T22:30:00Z"), from: "Arlo" },
        { at: Date.parse("2026-03-06T12:00:00Z"), from: "Maya" },
      ],
      60,
    );
    expect(days).toEqual([
      { day: "2026-03-05", weekday: 4, total: 2, atNight: 2, bySender: { Arlo: 2 } },
      { day: "2026-03-06", weekday: 5, total: 1, atNight: 0, bySender: { Maya: 1 } },
    ]);
  });
});

describe("collectThreads", () => {
  test("keeps the conversations of two exhibits apart, even under one name", () => {
    const item = {
      kind: "message" as const,
      span: { offset: 0, length: 1 },
      time: { kind: "unknown" as const },
      thread: "Arlo",
      from: { scheme: "name" as const, value: "Arlo" },
    };
    const threads = collectThreads([
      { exhibit: "ev-0001", item },
      { exhibit: "ev-0001", item },
      { exhibit: "ev-0002", item },
    ]);
    expect(threads.map((thread) => [thread.exhibit, thread.count])).toEqual([
      ["ev-0001", 2],
      ["ev-0002", 1],
    ]);
  });
});
