import { describe, expect, it } from "vitest";

import { factsOfCase } from "./facts-of-case.ts";

describe("factsOfCase", () => {
  it("takes over what was answered", () => {
    expect(
      factsOfCase({ underEighteen: false, livesIn: "gb", strangers: true }, "all-adult"),
    ).toEqual({ age: "adult", country: "GB", who: "stranger", ageInPictures: "all-adult" });
  });

  it("counts a case that keeps words only as one where somebody was not sure", () => {
    expect(factsOfCase({}, "protected")).toEqual({ ageInPictures: "unknown" });
    expect(factsOfCase({ ageInPictures: "some-under-18" }, "protected")).toEqual({
      ageInPictures: "some-under-18",
    });
  });

  it("makes no answer out of none", () => {
    expect(factsOfCase({ strangers: false, livesIn: "12" }, "unasked")).toEqual({});
  });
});
