import { expect, it } from "vitest";

import { findZones } from "./zones.ts";

const zones = ["America/New_York", "America/Sao_Paulo", "Asia/Pyongyang", "Europe/Madrid"];

it("finds a city by any part of it, beginnings first, with or without accents", () => {
  expect(findZones(zones, "yo", 8)).toEqual(["America/New_York", "Asia/Pyongyang"]);
  expect(findZones(zones, "são", 8)).toEqual(["America/Sao_Paulo"]);
  expect(findZones(zones, "new y", 8)).toEqual(["America/New_York"]);
  expect(findZones(zones, " ", 8)).toEqual([]);
});
