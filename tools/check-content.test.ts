import { beforeAll, describe, expect, it } from "vitest";

import { checkContent, loadSchemas, type Schemas } from "./check-content.mjs";

let schemas: Schemas = {};
beforeAll(async () => {
  schemas = await loadSchemas();
});

const seen = {
  status: "seen",
  checkedOn: "2026-11-25",
  source: ["https://example.org/help"],
};
const line = {
  id: "gb-example",
  name: "Example line",
  kinds: ["crisis"],
  exists: seen,
  channels: [{ kind: "call", number: { value: { e164: "+442079460000" }, ...seen } }],
};
const place = {
  place: "GB",
  emergency: [{ by: "call", number: { value: { short: "999", country: "GB" }, ...seen } }],
  lines: [line],
};

const check = (value: unknown, { path = "helplines/GB.json", today = "2026-11-25" } = {}) =>
  checkContent([{ path, text: JSON.stringify(value) }], schemas, today);

const sentences = (value: unknown, options = {}) =>
  check(value, options).findings.map(({ place: at, sentence }) => `${at}: ${sentence}`);

describe("checkContent", () => {
  it("finds nothing wrong with a file that is right, and counts its facts", () => {
    const report = check(place);
    expect(report.findings).toEqual([]);
    expect(report.count).toEqual({ seen: 3, unverified: 0, old: 0 });
  });

  it("reports what is old and fails nothing because time goes by", () => {
    const report = check(place, { today: "2027-11-26" });
    expect(report.findings).toEqual([]);
    expect(report.count.old).toBe(3);
    expect(report.notes[0]).toEqual({
      file: "content/helplines/GB.json",
      place: "emergency > number 1 > number",
      sentence: "was last checked on 2026-11-25: shown as old",
    });
  });

  it("names the line and the fact, and says in words what is wrong", () => {
    const wrong = {
      ...place,
      lines: [
        {
          ...line,
          cost: { value: "cheap", ...seen },
          page: { value: "http://example.org", ...seen },
          hourss: {},
          channels: [
            { kind: "call", number: { value: { e164: "+44 20 7946" }, ...seen } },
            {
              kind: "text",
              number: { value: { short: "12345", country: "GB" }, ...seen, source: [] },
            },
            { kind: "call" },
          ],
        },
      ],
    };
    expect(sentences(wrong)).toEqual([
      "lines > gb-example > page > value: is not an address that begins with https://",
      "lines > gb-example > channels > number 1 > number > value > e164: is not a number in the form +442079460000: a plus, the country's code, 7 to 15 digits",
      'lines > gb-example > channels > number 2 > number > source: is marked "seen": name at least one address where it was seen, or mark it "unverified"',
      "lines > gb-example > channels > number 3 > number: is missing",
      'lines > gb-example > cost > value: is not one of "free", "as-a-call", "more-than-a-call"',
      'lines > gb-example: has "hourss", which nobody reads: look at the spelling',
    ]);
  });

  it("finds a number of one country in the file of another, and a file under another's name", () => {
    expect(sentences(place, { path: "helplines/IE.json" })).toEqual([
      'place: says "GB": the file\'s name says something else',
    ]);
    expect(sentences({ ...place, place: "IE" }, { path: "helplines/IE.json" })).toEqual([
      "emergency > number 1 > number > value: has a number dialled inside GB, in the file of IE",
      "lines > gb-example: has an id that does not begin ie-",
    ]);
  });

  it("finds an id that stands twice, in one file or in two", () => {
    expect(sentences({ ...place, lines: [line, line] })).toEqual([
      'lines > gb-example: has the id "gb-example", which content/helplines/GB.json has too',
    ]);
  });

  it("says where to look when a file is no JSON", () => {
    const { findings } = checkContent(
      [{ path: "helplines/GB.json", text: '{ "place": "GB", }' }],
      schemas,
      "2026-11-25",
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]?.sentence).toContain("a comma or a quotation mark too many or too few");
  });

  it("does not pass over a folder that nobody reads", () => {
    expect(sentences(place, { path: "secrets/GB.json" })).toEqual([
      ": stands in a folder that nobody reads",
    ]);
  });
});
