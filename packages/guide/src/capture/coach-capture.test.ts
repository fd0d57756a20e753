import { readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { createDiskContent } from "../drivers/node/disk-content.ts";
import { type CaptureAdvice, type CaptureQuestion, coachCapture } from "./coach-capture.ts";
import { loadCaptureCoach, platformIds } from "./load-capture-coach.ts";

const folder = new URL("../../../../content", import.meta.url).pathname;
const content = createDiskContent(folder);

const adviceFor = async (
  id: string | undefined,
  pictures: CaptureQuestion["pictures"] = "all-adult",
  today = "2026-11-25",
): Promise<CaptureAdvice> => {
  const coach = await loadCaptureCoach(content, id);
  if (!coach.ok) throw new Error(coach.error.code);
  return coachCapture(coach.value, { pictures, today });
};

describe("loadCaptureCoach", () => {
  it("knows every platform that it names, and names every one that has a file", async () => {
    const files = readdirSync(`${folder}/platforms`).map((name) => name.replace(".json", ""));
    expect([...platformIds, "any"].toSorted()).toEqual(files.toSorted());
    for (const id of platformIds) expect((await adviceFor(id)).platform.id).toBe(id);
  });

  it("gives what is true of any platform for one that it does not know", async () => {
    const { platform, warnings, tips } = await adviceFor("some-new-app");
    expect(platform.id).toBe("any");
    expect(warnings).toContain("platform_unknown");
    expect(tips.length).toBeGreaterThan(0);
  });

  it("says so when a file is not what its schema says", async () => {
    const coach = await loadCaptureCoach(
      { loadContent: () => Promise.resolve({ ok: true, value: { id: "any" } }) },
      "instagram",
    );
    expect(coach).toMatchObject({ error: { code: "content_misfit", id: "any" } });
  });
});

describe("coachCapture", () => {
  it("photographs the screen with another device where a screenshot is told to the other side", async () => {
    const { steps, warnings, screenshotNoticed } = await adviceFor("snapchat");
    expect(steps[0]).toBe("photograph-with-another-device");
    expect(steps).not.toContain("screenshot-chat");
    expect(warnings).toContain("will_be_noticed");
    expect(screenshotNoticed).toMatchObject({ value: "always", trust: "checked" });
  });

  it("takes pictures of the screen before an export, and says what the export leaves out", async () => {
    const { steps, warnings, export: download } = await adviceFor("whatsapp");
    expect(steps).toEqual(["screenshot-profile", "screenshot-chat", "export"]);
    expect(warnings).toEqual(
      expect.arrayContaining(["can_vanish", "save_before_report", "export_is_not_all"]),
    );
    expect(warnings).not.toContain("save_before_block");
    expect(download?.leavesOut.length).toBeGreaterThan(0);
  });

  it("keeps words only in a protected case, and where the question was not answered", async () => {
    for (const pictures of ["protected", "unasked"] as const) {
      for (const id of [...platformIds, undefined]) {
        const { steps, warnings } = await adviceFor(id, pictures);
        expect(steps[0]).toBe("copy-words");
        expect(steps.filter((step) => !/words/.test(step))).toEqual([]);
        expect(warnings).toContain("words_only");
      }
    }
    expect((await adviceFor("whatsapp", "protected")).steps).toContain("export-words-only");
  });

  it("saves a mail as a file before anything else", async () => {
    expect((await adviceFor("gmail")).steps[0]).toBe("save-mail-as-file");
  });

  it("asks for the date, the name and an overlap everywhere, each once", async () => {
    for (const id of platformIds) {
      const codes = (await adviceFor(id)).mustShow.map(({ value }) => value);
      expect(codes).toEqual(expect.arrayContaining(["date-and-time", "overlap"]));
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it("says that it does not know whether a screenshot is noticed where nobody has looked", async () => {
    const { warnings, screenshotNoticed } = await adviceFor("reddit");
    expect(screenshotNoticed).toBeUndefined();
    expect(warnings).toContain("not_known_if_noticed");
  });

  it("shows nothing as checked that nobody has seen, and nothing as checked a year later", async () => {
    for (const id of platformIds) {
      const now = JSON.stringify(await adviceFor(id));
      expect(now).not.toMatch(/"trust":"checked"[^{}]*"source":\[\]/);
      const later = JSON.stringify(await adviceFor(id, "all-adult", "2027-11-27"));
      expect(later).not.toContain('"trust":"checked"');
    }
  });
});
