import { describe, expect, it } from "vitest";

import {
  caseIdSchema,
  exhibitIdSchema,
  instanceIdSchema,
  isExhibitId,
  toExhibitId,
} from "./ids.ts";

describe("exhibit ids", () => {
  it("count from ev-0001 and grow beyond four digits", () => {
    expect([1, 42, 9_999, 10_000].map(toExhibitId)).toEqual([
      "ev-0001",
      "ev-0042",
      "ev-9999",
      "ev-10000",
    ]);
  });

  it.each(["ev-1", "ev-", "EV-0001", "ev-0001 ", "ev-0001\n", "../ev-0001", "ev-٠٠٠١"])(
    "do not look like %j",
    (text) => {
      expect(isExhibitId(text)).toBe(false);
      expect(exhibitIdSchema.safeParse(text).success).toBe(false);
    },
  );

  it("pass their own schema", () => {
    expect(exhibitIdSchema.parse(toExhibitId(7))).toBe("ev-0007");
  });
});

describe("random ids", () => {
  it("are 32 lower-case hexadecimal digits", () => {
    const id = "0123456789abcdef".repeat(2);
    expect(caseIdSchema.parse(id)).toBe(id);
    expect(instanceIdSchema.parse(id)).toBe(id);
    for (const wrong of [id.toUpperCase(), `${id}0`, id.slice(1), `${id}\n`, ""]) {
      expect(caseIdSchema.safeParse(wrong).success).toBe(false);
      expect(instanceIdSchema.safeParse(wrong).success).toBe(false);
    }
  });
});
