import type { Finding } from "@holdfast/verify";
import { expect, it } from "vitest";

import { groupFindings } from "./group-findings.ts";

const found = (code: Finding["code"], severity: Finding["severity"]): Finding => ({
  code,
  severity,
  place: {},
  params: {},
});

it("puts what does not fit first, in its part and among the parts", () => {
  const groups = groupFindings([
    found("parent_fits", "note"),
    found("custody_not_opened", "note"),
    found("custody_link_broken", "fault"),
    found("no_anchor", "caution"),
  ]);
  expect(groups.map(({ group, faults }) => [group, faults])).toEqual([
    ["custody", 1],
    ["exhibits", 0],
    ["anchor", 0],
  ]);
  expect(groups[0]?.findings.map(({ code }) => code)).toEqual([
    "custody_link_broken",
    "custody_not_opened",
  ]);
});

it("shows every finding once", () => {
  const all = [found("file_changed", "fault"), found("file_extra", "fault")];
  expect(groupFindings(all).flatMap(({ findings }) => findings)).toEqual(all);
});
