import { describe, expect, it } from "vitest";

import { isNodeNewEnough, isInstalled } from "./setup.mjs";
import { runStep, sumTallies, tallyReport } from "./steps.mjs";

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe("tallyReport", () => {
  it("counts passed tests", () => {
    expect(tallyReport(report, true)).toEqual({ passed: 3, failed: 0 });
  });

  it("counts a run that broke outside its tests as one failure", () => {
    expect(tallyReport(report, false)).toEqual({ passed: 3, failed: 1 });
    expect(tallyReport(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });

  it("counts a skipped test as a failure", () => {
    expect(tallyReport({ ...report, numPendingTests: 1 }, true)).toEqual({ passed: 3, failed: 1 });
  });

  it("adds up", () => {
    expect(
      sumTallies([
        { passed: 3, failed: 1 },
        { passed: 1, failed: 0 },
      ]),
    ).toEqual({ passed: 4, failed: 1 });
  });
});

describe("runStep", () => {
  it("counts a program that fails, and one that is not there, as one failure each", () => {
    const failure = { passed: 0, failed: 1 };
    expect(runStep({ name: "fails", command: ["node", "-e", "process.exit(3)"] })).toEqual(failure);
    expect(runStep({ name: "is not there", command: ["no-such-program"] })).toEqual(failure);
  });
});

describe("setUp", () => {
  it.each([
    ["18.20.0", false],
    ["20.18.9", false],
    ["20.19.0", true],
    ["22.0.0", true],
  ])("says of Node %s: %s", (version, enough) => {
    expect(isNodeNewEnough(version)).toBe(enough);
  });

  it("installs again when a version differs or a package is missing, not for another system's", () => {
    const wanted = {
      packages: {
        "": {},
        "node_modules/a": { version: "1.0.0" },
        "node_modules/a-win32": { version: "1.0.0", optional: true },
      },
    };
    expect(isInstalled(wanted, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(
      true,
    );
    expect(isInstalled(wanted, { packages: { "node_modules/a": { version: "1.0.1" } } })).toBe(
      false,
    );
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
  });
});
