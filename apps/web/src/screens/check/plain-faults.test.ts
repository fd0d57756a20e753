import type { Finding } from "@holdfast/verify";
import { expect, it } from "vitest";

import { hasMoreToKnow, plainFaults } from "./plain-faults.ts";

const finding = (code: Finding["code"], severity: Finding["severity"], path?: string): Finding => ({
  code,
  severity,
  place: path === undefined ? {} : { path },
  params: {},
});

it("names each file once, by the plainest that is known of it", () => {
  expect(
    plainFaults([
      finding("manifest_line_malformed", "fault", "data/a"),
      finding("file_changed", "fault", "data/a"),
      finding("json_not_canonical", "fault", "data/a"),
      finding("file_extra", "fault", "data/b"),
      finding("bag_info_oxum_differs", "fault"),
    ]),
  ).toEqual([
    {
      title: "check_part_files",
      places: [
        { path: "data/a", what: "check_place_changed" },
        { path: "data/b", what: "check_place_added" },
      ],
    },
  ]);
});

it("leaves out the parts in which all fits", () => {
  expect(plainFaults([finding("parent_fits", "note")])).toEqual([]);
});

it("knows what the verdict has not said yet", () => {
  expect(hasMoreToKnow([finding("no_anchor", "caution")])).toBe(false);
  expect(hasMoreToKnow([finding("limit_too_many_files", "caution")])).toBe(true);
  expect(hasMoreToKnow([finding("file_changed", "fault")])).toBe(false);
});
