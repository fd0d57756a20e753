import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bagFiles, signatureFiles } from "@holdfast/bundle";
import type { FindingCode } from "@holdfast/evidence";
import {
  createSignaturePort,
  verifyBag,
  type VerifyOptions,
  type VerifyReport,
} from "@holdfast/verify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  bagToFolder,
  createTestAuthority,
  folderOf,
  makeLog,
  makeRequest,
  makeTestBag,
  nodeHasher,
  recompute,
  sealOf,
  type TestAuthority,
  type TestBag,
  textOf,
  utf8,
} from "@holdfast/verify/testing";

/** What was done to a bag, and what a check must say of it: each way that a bag can be tampered with, once. */

const verify = async (
  bag: TestBag,
  options: Partial<VerifyOptions> = {},
): Promise<VerifyReport> => {
  const answer = await verifyBag(bagToFolder(bag), {
    hasher: nodeHasher,
    signatures: createSignaturePort(globalThis.crypto.subtle),
    ...options,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

const codesOf = (report: VerifyReport): readonly FindingCode[] =>
  report.findings.map(({ code }) => code);

/** Faults alone, without what every unanchored bag is told. */
const faultsOf = (report: VerifyReport): readonly string[] =>
  report.findings
    .filter(({ severity }) => severity === "fault")
    .map(
      ({ code, place }) =>
        `${code} ${place.path ?? ""}${place.line === undefined ? "" : `:${place.line}`}`,
    )
    .sort();

const change = (bag: TestBag, path: string, edit: (text: string) => string): TestBag =>
  new Map([...bag, [path, utf8(edit(textOf(bag.get(path))))]]);

const flip = (bag: TestBag, path: string): TestBag => {
  const bytes = bag.get(path)?.slice() ?? new Uint8Array();
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Map([...bag, [path, bytes]]);
};

const without = (bag: TestBag, path: string): TestBag =>
  new Map([...bag].filter(([own]) => own !== path));

const rename = (bag: TestBag, from: string, to: string): TestBag =>
  new Map([...bag].map(([path, bytes]) => [path === from ? to : path, bytes]));

const linesOf = (bag: TestBag, path: string): readonly string[] =>
  textOf(bag.get(path)).split("\n").slice(0, -1);

const withLines = (bag: TestBag, path: string, lines: readonly string[]): TestBag =>
  change(bag, path, () => lines.map((line) => `${line}\n`).join(""));

const original = `${folderOf("ev-0001")}/original.txt`;
const item = `${folderOf("ev-0001")}/item.json`;

describe("one byte changed", () => {
  const covered = [...makeTestBag().keys()].filter(
    (path) => path !== bagFiles.unsignedMetadata && path !== bagFiles.tagManifest,
  );

  test.each(covered)("in %s is found, by that file's name", async (path) => {
    const report = await verify(flip(makeTestBag(), path));
    expect(report.verdict).toBe("broken");
    const changed = report.findings.filter(
      ({ code, place }) => code === "file_changed" && place.path === path,
    );
    expect(changed).toHaveLength(1);
  });

  test("in the tag manifest is found by what it covers, and against the seal", async () => {
    const report = await verify(flip(makeTestBag(), bagFiles.tagManifest), {
      seal: sealOf(makeTestBag()),
    });
    expect(report.verdict).toBe("broken");
    expect(codesOf(report)).toContain("seal_differs");
  });

  test("in the unsigned metadata changes nothing: it may change after the sealing", async () => {
    expect((await verify(flip(makeTestBag(), bagFiles.unsignedMetadata))).verdict).toBe(
      "not-anchored",
    );
  });

  test("in one of the two manifests shows that they disagree about one file", async () => {
    const bag = makeTestBag();
    const path = bagFiles.manifestSha512;
    const edited = change(
      bag,
      path,
      (text) => `${text.startsWith("0") ? "1" : "0"}${text.slice(1)}`,
    );
    expect(faultsOf(await verify(edited))).toContain(
      `file_digests_disagree ${linesOf(bag, path)[0]?.slice(130) ?? ""}`,
    );
  });
});

describe("a file", () => {
  test("added to the payload is found", async () => {
    const bag = new Map([...makeTestBag(), ["data/files/added.txt", utf8("added")]]);
    expect(faultsOf(await verify(bag))).toEqual([
      "bag_info_oxum_differs bag-info.txt",
      "file_extra data/files/added.txt",
    ]);
  });

  test("added beside the payload is found", async () => {
    const bag = new Map([...makeTestBag(), ["notes.txt", utf8("added")]]);
    expect(faultsOf(await verify(bag))).toEqual(["file_extra notes.txt"]);
  });

  test("added to the signatures is named, and nothing is said against it", async () => {
    const bag = new Map([...makeTestBag(), ["signatures/receipt.p7s", utf8("?")]]);
    const report = await verify(bag);
    expect(report.verdict).toBe("not-anchored");
    expect(codesOf(report)).toContain("signature_file_unknown");
  });

  test("removed is found, and what else it leaves behind", async () => {
    expect(faultsOf(await verify(without(makeTestBag(), original)))).toEqual([
      "bag_info_oxum_differs bag-info.txt",
      `file_missing ${original}`,
      `item_original_missing ${item}`,
    ]);
  });

  test("renamed is recognised by its bytes", async () => {
    const to = `${folderOf("ev-0001")}/renamed.txt`;
    const report = await verify(rename(makeTestBag(), original, to));
    expect(faultsOf(report)).toEqual([`file_renamed ${to}`, `item_original_missing ${item}`]);
    expect(report.findings.find(({ code }) => code === "file_renamed")?.params).toEqual({
      from: original,
    });
  });

  test.each([
    [bagFiles.bagit, "bagit_missing"],
    [bagFiles.bagInfo, "bag_info_missing"],
    [bagFiles.manifestSha256, "manifest_missing"],
    [bagFiles.manifestSha512, "manifest_missing"],
    [bagFiles.tagManifest, "tag_manifest_missing"],
    [bagFiles.items, "items_list_missing"],
    [bagFiles.verify, "verify_text_absent"],
    [bagFiles.caseJson, "case_missing"],
    [bagFiles.timeline, "timeline_missing"],
    [bagFiles.custody, "custody_missing"],
    [bagFiles.custodyDetails, "custody_missing"],
  ])("%s removed is said by name", async (path, code) => {
    const report = await verify(without(makeTestBag(), path));
    expect(report.verdict).toBe("broken");
    expect(codesOf(report)).toContain(code);
  });
});

describe("a manifest line", () => {
  const path = bagFiles.manifestSha256;

  test.each<[string, (line: string) => readonly string[], string]>([
    ["cut short", (line) => [line.slice(1)], "manifest_line_malformed"],
    ["with a CR", (line) => [`${line}\r`], "manifest_line_malformed"],
    ["written twice", (line) => [line, line], "manifest_line_repeated"],
    [
      "leading out of the bag",
      (line) => [line, `${line.slice(0, 66)}../../secret`],
      "manifest_path_unsafe",
    ],
    [
      "with an escape in its name",
      (line) => [line, `${line.slice(0, 66)}data/a%0Ab`],
      "manifest_path_unsafe",
    ],
    [
      "for a file that is not there",
      (line) => [line, `${line.slice(0, 66)}data/zz`],
      "file_missing",
    ],
  ])("%s is found", async (_, edit, code) => {
    const bag = makeTestBag();
    const [first = "", ...rest] = linesOf(bag, path);
    const report = await verify(withLines(bag, path, [...edit(first), ...rest]));
    expect(report.verdict).toBe("broken");
    expect(codesOf(report)).toContain(code);
  });

  test("taken out leaves its file extra and the manifests different", async () => {
    const bag = makeTestBag();
    const [, ...rest] = linesOf(bag, path);
    const codes = codesOf(await verify(withLines(bag, path, rest)));
    expect(codes).toContain("manifests_list_differently");
  });
});

describe("the custody log, with manifests made anew so that only the log can tell", () => {
  const tamper = async (
    edit: (lines: readonly string[]) => readonly string[],
    path: string = bagFiles.custody,
  ) => {
    const bag = makeTestBag({ closedEntries: 2 });
    const edited = withLines(bag, path, edit(linesOf(bag, path)));
    recompute(edited);
    return verify(edited);
  };

  test("shows a line that was edited, by the link behind it", async () => {
    const report = await tamper((lines) =>
      lines.map((line, i) =>
        i === 1
          ? line.replace(/"commit":"./, (m) => `${m.slice(0, -1)}${m.endsWith("0") ? "1" : "0"}`)
          : line,
      ),
    );
    expect(faultsOf(report)).toContain(`custody_link_broken ${bagFiles.custody}:3`);
    expect(codesOf(report)).toContain("custody_opening_differs");
  });

  test("shows a line that was cut out, once", async () => {
    const report = await tamper((lines) => lines.filter((_, i) => i !== 4));
    expect(faultsOf(report)).toEqual([
      `custody_count_differs ${bagFiles.custody}`,
      `custody_link_broken ${bagFiles.custody}:5`,
      `custody_seq_wrong ${bagFiles.custody}:5`,
    ]);
  });

  test("shows lines that changed places", async () => {
    const report = await tamper(([a = "", b = "", c = "", ...rest]) => [a, c, b, ...rest]);
    expect(codesOf(report)).toContain("custody_seq_wrong");
    expect(codesOf(report)).toContain("custody_link_broken");
  });

  test("shows a last line that was cut off, by the case's own count and the missing export", async () => {
    const report = await tamper((lines) => lines.slice(0, -1));
    expect(faultsOf(report)).toEqual([
      `custody_count_differs ${bagFiles.custody}`,
      `custody_last_not_export ${bagFiles.custody}`,
      `custody_opening_without_line ${bagFiles.custodyDetails}:5`,
    ]);
  });

  test("shows a line that is not in its canonical form", async () => {
    const report = await tamper((lines) =>
      lines.map((line, i) => (i === 5 ? line.replace(":", ": ") : line)),
    );
    expect(codesOf(report)).toContain("custody_line_not_canonical");
  });

  test("shows an opening that was edited", async () => {
    const report = await tamper(
      (lines) => lines.map((line, i) => (i === 1 ? line.replace('"at":2', '"at":3') : line)),
      bagFiles.custodyDetails,
    );
    expect(faultsOf(report)).toEqual([
      `custody_opening_differs ${bagFiles.custodyDetails}:2`,
      `item_not_in_custody ${item}`,
    ]);
  });

  test("counts an opening that was taken out, and misses it where an exhibit needs it", async () => {
    const report = await tamper((lines) => lines.slice(1), bagFiles.custodyDetails);
    expect(report.verdict).toBe("not-anchored");
    expect(report.findings.find(({ code }) => code === "custody_not_opened")?.params).toEqual({
      count: 3,
    });
  });

  test("cannot show that it was written anew from its first line on, and says so; the seal shows it", async () => {
    const bag = makeTestBag();
    const seal = sealOf(bag);
    const entries = linesOf(bag, bagFiles.custodyDetails).map((line) => ({
      entry: JSON.parse(line.replace('"at":1', '"at":0')).entry,
      isOpened: true,
    }));
    const { lines, details } = makeLog(entries);
    bag.set(bagFiles.custody, utf8(lines)).set(bagFiles.custodyDetails, utf8(details));
    recompute(bag);
    const report = await verify(bag);
    expect([report.verdict, codesOf(report)]).toEqual(["not-anchored", ["no_anchor"]]);
    expect((await verify(bag, { seal })).verdict).toBe("broken");
  });
});

describe("an exhibit", () => {
  test("whose bytes were changed is found by its item.json, when the manifests were made anew", async () => {
    const bag = flip(makeTestBag(), original);
    recompute(bag);
    expect(faultsOf(await verify(bag))).toEqual([`item_original_changed ${original}`]);
  });

  test.each([
    ["by its label", {}],
    ["by its number, as in older bags,", { isNumbered: true }],
    ["by what is told again at the end", { isToldAgain: true, kind: "disclosure" }],
  ] as const)(
    "whose item.json was changed along is found %s in the custody log",
    async (_, options) => {
      const donor = makeTestBag({ ...options, originals: { "ev-0001": utf8("Other words.\n") } });
      const bag = makeTestBag(options);
      expect(faultsOf(await verify(bag))).toEqual([]);
      for (const path of [original, item]) bag.set(path, donor.get(path) ?? new Uint8Array());
      recompute(bag);
      expect(faultsOf(await verify(bag))).toEqual([`item_custody_differs ${item}`]);
    },
  );

  test("with the item.json of another folder is found", async () => {
    const bag = makeTestBag();
    bag.set(item, bag.get(`${folderOf("ev-0002")}/item.json`) ?? new Uint8Array());
    recompute(bag);
    const codes = codesOf(await verify(bag));
    expect(codes).toContain("item_moved");
    expect(codes).toContain("item_original_changed");
  });

  test("taken out whole is missed by the case's own list", async () => {
    const bag = without(without(makeTestBag(), original), item);
    recompute(bag);
    expect(codesOf(await verify(bag))).toContain("case_exhibits_differ");
  });

  test("missing in items-sha256.txt is found", async () => {
    const bag = makeTestBag();
    const lines = linesOf(bag, bagFiles.items).filter((line) => !line.endsWith(item));
    expect(codesOf(await verify(withLines(bag, bagFiles.items, lines)))).toContain(
      "item_not_listed",
    );
  });
});

describe("the anchor", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-tamper-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let authority: TestAuthority;
  let second: TestAuthority;
  beforeAll(() => {
    authority = createTestAuthority(folder, { name: "first" });
    second = createTestAuthority(folder, { name: "second" });
  });

  const stamp = (bag: TestBag): TestBag => {
    const request = makeRequest(folder, bag.get(bagFiles.tagManifest) ?? new Uint8Array());
    return new Map([
      ...bag,
      [signatureFiles.first, authority.reply(request)],
      [signatureFiles.firstChain, utf8(authority.chainPem)],
      [signatureFiles.firstRequest, request],
    ]);
  };

  test("is a time-stamp, with its root known or not", async () => {
    const bag = stamp(makeTestBag());
    const known = await verify(bag, { timestampRoots: [authority.rootPem] });
    expect(known.verdict).toBe("anchored-by-timestamp-root-known");
    expect(codesOf(known)).toEqual(["timestamp_renew_by", "timestamp_fits", "witness_fits"]);
    expect((await verify(bag)).verdict).toBe("anchored-by-timestamp-root-unknown");
  });

  test("shows manifests that were made anew after a change, which nothing else shows", async () => {
    const bag = stamp(makeTestBag());
    const seal = sealOf(bag);
    const forged = change(bag, bagFiles.timeline, (text) => `${text}changed`);
    recompute(forged);
    expect((await verify(without(forged, signatureFiles.first))).verdict).not.toBe(
      "anchored-by-seal",
    );
    const stamped = await verify(forged, { timestampRoots: [authority.rootPem] });
    expect(stamped.verdict).toBe("broken");
    expect(codesOf(stamped)).toContain("timestamp_imprint_differs");
    expect(codesOf(await verify(forged, { seal }))).toContain("seal_differs");
    const bare = makeTestBag();
    bare.set(bagFiles.timeline, utf8("changed"));
    recompute(bare);
    expect(codesOf(await verify(bare))).toEqual(["no_anchor"]);
  });

  test("is not the time-stamp of another bag", async () => {
    const other = stamp(makeTestBag({ closedEntries: 1 }));
    const bag = new Map([
      ...makeTestBag(),
      [signatureFiles.first, other.get(signatureFiles.first) ?? new Uint8Array()],
    ]);
    const report = await verify(bag, { timestampRoots: [authority.rootPem] });
    expect(report.verdict).toBe("broken");
    expect(codesOf(report)).toContain("timestamp_imprint_differs");
  });

  test("may be stamped again by a second authority, which then holds the bag too", async () => {
    const bag = stamp(makeTestBag());
    const first = bag.get(signatureFiles.first) ?? new Uint8Array();
    const twice = new Map([
      ...bag,
      [signatureFiles.second, second.reply(makeRequest(folder, first))],
      [signatureFiles.secondChain, utf8(second.chainPem)],
    ]);
    const report = await verify(twice, { timestampRoots: [second.rootPem] });
    expect(report.verdict).toBe("anchored-by-timestamp-root-known");
    expect(report.facts.timestamps.map(({ root }) => root)).toEqual(["unknown", "known"]);
    const changed = new Map([
      ...twice,
      [signatureFiles.first, authority.reply(makeRequest(folder, utf8("x")))],
    ]);
    expect((await verify(changed, { timestampRoots: [second.rootPem] })).verdict).toBe("broken");
  });

  test("is said to be missing when there is none", async () => {
    expect(codesOf(await verify(makeTestBag()))).toEqual(["no_anchor"]);
  });

  test("is a broken time-stamp's no anchor: one byte, half a file, and a stamp of nothing here", async () => {
    const bag = stamp(makeTestBag());
    // Its last byte belongs to the signature; a response has bytes that nobody signed, too.
    const changed = bag.get(signatureFiles.first)?.slice() ?? new Uint8Array();
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const wrong = await verify(new Map([...bag, [signatureFiles.first, changed]]));
    expect(wrong.verdict).toBe("broken");
    expect(codesOf(wrong)).toContain("timestamp_signature_wrong");
    const half = new Map([
      ...bag,
      [signatureFiles.first, (bag.get(signatureFiles.first) ?? new Uint8Array()).slice(0, 200)],
    ]);
    expect(codesOf(await verify(half))).toContain("timestamp_malformed");
    const orphan = rename(bag, signatureFiles.first, "signatures/elsewhere.txt.tsr");
    expect(codesOf(await verify(orphan))).toContain("timestamp_orphan");
  });
});
