import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { createAppWords } from "@holdfast/words";
import { expect, it } from "vitest";

import { plainPageOf, usualFace } from "./faces.ts";

const page = readFileSync(fileURLToPath(new URL("../../index.html", import.meta.url)), "utf8");

it("says before the script what the first screen says", () => {
  const { say } = createAppWords("en", ["en"]);
  expect(page).toContain(`<h1>${say("arrive_title")}</h1>`);
  expect(page).toContain(`<p class="page-lead">${say("arrive_lead")}</p>`);
  expect(page).toContain(
    `<a class="leave" href="${plainPageOf(usualFace)}" aria-label="${say("shell_leave_label")}">${say("shell_leave_do")}</a>`,
  );
});
