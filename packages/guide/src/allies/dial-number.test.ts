import { describe, expect, it } from "vitest";

import { dialNumberSchema, toCallUri, toTextUri } from "./dial-number.ts";

const isNumber = (value: unknown): boolean => dialNumberSchema.safeParse(value).success;

describe("dialNumberSchema", () => {
  it.each([
    { e164: "+442079460000", written: "020 7946 0000" },
    { e164: "+12025550143", written: "(202) 555-0143" },
    { e164: "+12025550143", written: "1-202-555-0143" },
    { e164: "+923331234567", written: "0333-1234567" },
    { short: "112", country: "DE" },
    { short: "#9110", country: "JP", written: "#9110" },
    { short: "*4141", country: "CL" },
    { short: "08001111", country: "GB", written: "0800 1111" },
  ])("takes $e164$short written $written", (value) => {
    expect(isNumber(value)).toBe(true);
  });

  it.each([
    ["an international number without its plus", { e164: "442079460000" }],
    ["a plus and too few digits", { e164: "+4420" }],
    ["more digits than the plan has", { e164: "+4420794600001234" }],
    ["a short number without its country", { short: "112" }],
    ["a country in small letters", { short: "112", country: "de" }],
    ["words", { short: "call us", country: "DE" }],
    ["a slip of one digit", { e164: "+442079460000", written: "020 7946 0001" }],
    ["a slip in a short one", { short: "112", country: "DE", written: "110" }],
    ["too little of it written", { e164: "+442079460000", written: "0000" }],
  ])("refuses %s", (_, value) => {
    expect(isNumber(value)).toBe(false);
  });
});

describe("toCallUri", () => {
  it("escapes the hash, which would end the address", () => {
    expect(toCallUri({ short: "#9110", country: "JP" })).toBe("tel:%239110");
    expect(toCallUri({ short: "*4141", country: "CL" })).toBe("tel:*4141");
    expect(toCallUri({ e164: "+12025550143" })).toBe("tel:+12025550143");
  });
});

describe("toTextUri", () => {
  it("writes the word that the line asks for", () => {
    expect(toTextUri({ short: "741741", country: "US" }, "HOME")).toBe("sms:741741?body=HOME");
    expect(toTextUri({ short: "988", country: "US" })).toBe("sms:988");
  });
});
