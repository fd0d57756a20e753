import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { truth as danielsTruth } from "../../fixtures/story/daniel/truth.mjs";
import { truth as mayasTruth } from "../../fixtures/story/maya/truth.mjs";
import { type Chromium, launchChromium } from "./harness/launch-chromium.ts";
import { type ServedPage, servePage } from "./harness/serve-page.ts";

interface Walked {
  readonly state: string;
  readonly count: {
    readonly ok: boolean;
    readonly value: { readonly items: number; readonly exhibits: number };
  };
  readonly stations: readonly {
    readonly id: string;
    readonly shown: {
      readonly kind: string;
      readonly lines?: readonly {
        readonly from?: string;
        readonly words: string;
        readonly leftOut?: true;
      }[];
      readonly days?: readonly { readonly day: string; readonly total: number }[];
    };
  }[];
  readonly left: unknown;
}

const packExamples = (): Readonly<Record<string, Uint8Array>> => {
  const folder = mkdtempSync(join(tmpdir(), "examples-"));
  const builder = join(import.meta.dirname, "../../fixtures/build-examples.mjs");
  execFileSync(process.execPath, [builder, folder]);
  const packs = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]),
  );
  rmSync(folder, { recursive: true, force: true });
  return packs;
};

describe("the walk through an example, behind the app's door in Chromium", () => {
  let served: ServedPage;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    served = await servePage(join(import.meta.dirname, "page/example"), packExamples());
    chromium = await launchChromium();
    page = await chromium.openPage(served.url);
  });
  afterAll(async () => {
    await chromium.stop();
    served.stop();
  });

  const walk = (name: "maya" | "daniel"): Promise<Walked> =>
    page.evaluate(`window.ask(${JSON.stringify(name)})`);
  const linesOf = ({ stations }: Walked, id: string): readonly string[] =>
    stations.find((station) => station.id === id)?.shown.lines?.map(({ words }) => words) ?? [];
  const daysOf = ({ stations }: Walked, id: string): Readonly<Record<string, number>> =>
    Object.fromEntries(
      stations
        .find((station) => station.id === id)
        ?.shown.days?.map(({ day, total }) => [day, total]) ?? [],
    );

  it("shows at each of Maya's stations what is told there, and leaves nothing", async () => {
    const walked = await walk("maya");
    expect(walked.state).toBe("open");
    expect(walked.count.value.exhibits).toBe(Object.keys(mayasTruth().files).length);
    const empty = walked.stations.filter(
      ({ shown }) => (shown.lines?.length ?? 0) + (shown.days?.length ?? 0) === 0,
    );
    expect(empty.map(({ id }) => id)).toEqual(["begin", "guide", "reply", "open"]);
    expect(linesOf(walked, "happened")).toContain(
      "I will send them to your sister and your office",
    );
    expect(linesOf(walked, "told")).toContain("This is not your fault. Not one bit of it");
    expect(linesOf(walked, "saved")).toHaveLength(3);
    expect(linesOf(walked, "demand").join("\n")).toContain(mayasTruth().threat.paymentAddress);
    expect(linesOf(walked, "accounts")).toEqual([
      "Your password was changed",
      "Two-step sign-in is on",
    ]);
    expect(linesOf(walked, "find")).toContain("I will send them to your sister and your office");
    expect(linesOf(walked, "copy")).toEqual(["Your complaint 2026/0417"]);
    expect(linesOf(walked, "reported")).toEqual([
      "We received your report",
      "We removed an account that you reported",
      "About your report R-40921",
      "We received your report",
      "We looked at your report again",
      "Your report takes longer",
    ]);
    for (const day of ["21", "22", "23", "24", "25"]) {
      expect(daysOf(walked, "order")[`2026-09-${day}`]).toBeGreaterThan(0);
    }
    expect(walked.left).toEqual({ door: "locked", databases: 0, files: 0 });
  });

  it("shows at each of Daniel's stations what is told there, and leaves nothing", async () => {
    const walked = await walk("daniel");
    expect(walked.state).toBe("open");
    const empty = walked.stations.filter(
      ({ shown }) => (shown.lines?.length ?? 0) + (shown.days?.length ?? 0) === 0,
    );
    expect(empty.map(({ id }) => id)).toEqual(["begin", "guide", "reply"]);
    expect(linesOf(walked, "happened")).toContain("300 dollars now or all of them get it");
    const leftOut = walked.stations.flatMap(({ shown }) =>
      (shown.lines ?? []).filter((line) => line.leftOut === true).map(({ words }) => words),
    );
    expect(leftOut).toEqual(["IMG-20261017-WA0002.jpg"]);
    expect(linesOf(walked, "paid")).toContain("deleted");
    expect(linesOf(walked, "told")).toContain("I am putting my shoes on");
    expect(linesOf(walked, "money")).toEqual([
      "Your receipt EX-0000017",
      "We stopped the card of order EX-0000017",
    ]);
    expect(linesOf(walked, "saved")).toHaveLength(3);
    expect(daysOf(walked, "fades")).toEqual(danielsTruth().fromTheStranger);
    expect(linesOf(walked, "find").join("\n")).toContain("500 dollars more by 03:00");
    expect(linesOf(walked, "reported")).toEqual([
      "We received your report",
      "We removed an account that you reported",
      "We received your report",
    ]);
    expect(linesOf(walked, "police")).toContain("No. Not now");
    expect(linesOf(walked, "open")).toEqual(["About your dispute D-880"]);
    expect(walked.left).toEqual({ door: "locked", databases: 0, files: 0 });
  });
});
