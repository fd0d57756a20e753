import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  addAnswerSchema,
  backupAnswerSchema,
  eraseAnswerSchema,
  exportAnswerSchema,
  factsAnswerSchema,
  initAnswerSchema,
  inspectAnswerSchema,
  restoreAnswerSchema,
  searchAnswerSchema,
  timelineAnswerSchema,
  verifyAnswerSchema,
} from "../../apps/cli/src/contract/answers.ts";
import {
  answerOf,
  buildCommandLine,
  newFolder,
  removeCommandLine,
  root,
  runHoldfast,
  stranger,
  unpackInto,
} from "./holdfast-command.ts";

const maya = join(root, "fixtures/maya");
const folder = newFolder();
const vault = join(folder, "case");
const bag = join(folder, "case.zip");

const unpack = (zip: string, name: string): string => unpackInto(zip, join(folder, name));

beforeAll(() => {
  buildCommandLine();
  answerOf(initAnswerSchema, ["init", vault, "--pictures", "all-adult"]);
}, 300_000);

describe("a folder of real-looking files becomes sealed evidence", () => {
  test("every file of Maya's folder is kept, and what was damaged is said", () => {
    const answer = answerOf(addAnswerSchema, ["add", vault, maya], 1);
    const files = readdirSync(maya, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(answer.added).toHaveLength(files.length);
    expect(answer.notTaken).toEqual([]);
    const damaged = answer.added.filter((file) => file.findings > 0).map((file) => file.name);
    expect(damaged).toEqual(["other/holiday.zip", "other/old phone backup.zip"]);
    expect(answer.searchIndexComplete).toBe(true);
  });

  test("the same file again is one more exhibit, its items stand once", () => {
    const before = answerOf(timelineAnswerSchema, ["timeline", vault, "--limit", "100000"]).entries
      .length;
    const again = answerOf(addAnswerSchema, ["add", vault, join(maya, "whatsapp")]);
    expect(again.added.map((file) => file.alreadyKept)).toEqual([true, true]);
    const after = answerOf(timelineAnswerSchema, ["timeline", vault, "--limit", "100000"]).entries;
    expect(after).toHaveLength(before);
    const demand = after.find((entry) => entry.item.text?.startsWith("400 EUR by Friday"));
    expect(demand?.exhibits).toHaveLength(2);
  });

  test("the demand is found by a word and by a part of a word", () => {
    const byWord = answerOf(searchAnswerSchema, ["search", vault, "400", "EUR"]);
    expect(byWord.hits.some((hit) => hit.item.text?.includes("1111111111111111111114oLvT2"))).toBe(
      true,
    );
    const byPart = answerOf(searchAnswerSchema, ["search", vault, "oLvT2"]);
    expect(byPart.hits.length).toBeGreaterThan(0);
  });

  test("times without a zone become certain when the person says the zone", () => {
    const facts = join(folder, "facts.json");
    const uncertain = (): number =>
      answerOf(timelineAnswerSchema, ["timeline", vault, "--limit", "100000"]).entries.filter(
        (entry) => !entry.orderCertain && entry.item.time.kind !== "unknown",
      ).length;
    const before = uncertain();
    writeFileSync(facts, JSON.stringify({ zone: "Europe/Paris" }));
    expect(answerOf(factsAnswerSchema, ["facts", vault, "--set", facts]).facts.zone).toBe(
      "Europe/Paris",
    );
    expect(uncertain()).toBeLessThan(before);
  });

  test("a party joined by the person is one filter over all its handles", () => {
    const facts = join(folder, "parties.json");
    writeFileSync(
      facts,
      JSON.stringify({
        zone: "Europe/Paris",
        parties: [
          {
            id: "p1",
            role: "threatening",
            label: "The ex",
            handles: [
              { scheme: "name", value: "Arlo" },
              { scheme: "email", value: "arlo.k@example.org" },
            ],
          },
        ],
      }),
    );
    answerOf(factsAnswerSchema, ["facts", vault, "--set", facts]);
    const { entries } = answerOf(timelineAnswerSchema, [
      "timeline",
      vault,
      "--party",
      "The ex",
      "--limit",
      "100000",
    ]);
    expect(new Set(entries.map((entry) => entry.item.kind))).toEqual(
      new Set(["message", "email", ...entries.map((entry) => entry.item.kind)]),
    );
    expect(entries.every((entry) => entry.party === "The ex")).toBe(true);
    expect(new Set(entries.map((entry) => entry.item.from?.scheme))).toEqual(
      new Set(["name", "email"]),
    );
  });

  test("the table opens in a spreadsheet with one row an event", () => {
    const { stdout, code } = runHoldfast(["timeline", vault, "--csv"]);
    expect(code).toBe(0);
    const rows = stranger(
      "python3",
      [
        "-c",
        "import csv,sys; print(sum(1 for _ in csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''))))",
        write("timeline.csv", stdout),
      ],
      folder,
    );
    const { entries } = answerOf(timelineAnswerSchema, ["timeline", vault, "--limit", "100000"]);
    expect(Number(rows)).toBe(entries.length + 1);
  });
});

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe("a bag that strangers can verify", () => {
  test("coreutils, unzip and the loop of VERIFY.txt are content with it", () => {
    const answer = answerOf(exportAnswerSchema, ["export", vault, "--out", bag, "--plain"]);
    stranger("unzip", ["-tq", bag], folder);
    const top = unpack(bag, "plain");
    stranger("sha256sum", ["-c", "--strict", "--quiet", "manifest-sha256.txt"], top);
    stranger("sha512sum", ["-c", "--strict", "--quiet", "manifest-sha512.txt"], top);
    stranger("sha256sum", ["-c", "--strict", "--quiet", "tagmanifest-sha256.txt"], top);
    expect(stranger("sha256sum", ["tagmanifest-sha256.txt"], top).slice(0, 64)).toBe(answer.seal);
    const verified = answerOf(verifyAnswerSchema, ["verify", bag, "--seal", answer.seal]);
    expect(verified.verdict).toBe("anchored-by-seal");
    expect(answerOf(verifyAnswerSchema, ["verify", top]).verdict).toBe("not-anchored");
  });

  test("originals leave the bag byte for byte as they came", () => {
    const top = unpack(bag, "originals");
    const kept = new Set(
      stranger("sh", ["-c", "sha256sum data/files/*/original* | cut -c 1-64"], top)
        .trim()
        .split("\n"),
    );
    const came = stranger("sh", ["-c", "find . -type f -exec sha256sum {} + | cut -c 1-64"], maya)
      .trim()
      .split("\n");
    expect(came.filter((hash) => !kept.has(hash))).toEqual([]);
  });

  test("one changed byte is found, with its place", () => {
    const top = unpack(bag, "changed");
    const [exhibit = ""] = readdirSync(join(top, "data/files"));
    const target = join(
      top,
      "data/files",
      exhibit,
      readdirSync(join(top, "data/files", exhibit)).find((name) => name.startsWith("original"))
        ?? "",
    );
    const bytes = readFileSync(target);
    if (bytes.length === 0) bytes.fill(0);
    writeFileSync(target, Buffer.concat([bytes, Buffer.from("x")]));
    const answer = answerOf(verifyAnswerSchema, ["verify", top], 1);
    expect(answer.verdict).toBe("broken");
    expect(answer.findings.some((finding) => finding.place?.includes(exhibit))).toBe(true);
  });

  test("age opens what was encrypted to a key, and nothing else is in it", () => {
    const identity = join(folder, "key.txt");
    stranger("age-keygen", ["-o", identity], folder);
    const recipient = stranger("age-keygen", ["-y", identity], folder).trim();
    const locked = join(folder, "locked.zip.age");
    answerOf(exportAnswerSchema, ["export", vault, "--out", locked, "--age-recipient", recipient]);
    const opened = join(folder, "opened.zip");
    stranger("age", ["-d", "-i", identity, "-o", opened, locked], folder);
    stranger("unzip", ["-tq", opened], folder);
    expect(answerOf(verifyAnswerSchema, ["verify", opened]).verdict).toBe("not-anchored");
  });

  test("a copy under a passphrase opens with it and with no other", () => {
    const locked = join(folder, "passphrase.zip.age");
    const environment = { HOLDFAST_AGE_PASSPHRASE: "words that were told by telephone" };
    expect(
      runHoldfast(["export", vault, "--out", locked, "--age-passphrase"], environment).code,
    ).toBe(0);
    expect(runHoldfast(["verify", locked], environment).code).toBe(0);
    expect(runHoldfast(["verify", locked], { HOLDFAST_AGE_PASSPHRASE: "other words" }).code).toBe(
      3,
    );
  });

  test("a disclosure bag belongs to the earlier seal", () => {
    const out = join(folder, "police.zip");
    const { exhibits } = answerOf(factsAnswerSchema, ["facts", vault]);
    const chosen = exhibits.find((exhibit) => exhibit.originalName.startsWith("mail/2026-09-21"));
    const options = ["--out", out, "--items", chosen?.id ?? "", "--for", "police", "--plain"];
    const answer = answerOf(exportAnswerSchema, ["export", vault, ...options]);
    expect(answer.exhibits).toBe(1);
    const top = unpack(out, "police");
    stranger("sha256sum", ["-c", "--strict", "--quiet", "manifest-sha256.txt"], top);
    const said = stranger(
      "sh",
      ["-c", "sha256sum -c --ignore-missing data/parent/items-sha256.txt 2>&1"],
      top,
    );
    expect(said).toContain("OK");
    expect(answerOf(verifyAnswerSchema, ["verify", out]).verdict).toBe("not-anchored");
  });
});

describe("nothing is lost", () => {
  test.each([
    ["the largest", -1],
    ["the smallest, of an empty file", 0],
  ] as const)("one damaged block, %s, does not keep the rest from being backed up", (which, at) => {
    const name = `damaged ${which}`;
    const damagedVault = join(folder, name);
    cpSync(vault, damagedVault, { recursive: true });
    const blob = readdirSync(join(damagedVault, "blobs"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted((one, other) => statSync(one).size - statSync(other).size)
      .at(at);
    if (blob === undefined) throw new Error("the case has kept bytes");
    truncateSync(blob, 100);
    const file = join(folder, `${name}.backup`);
    const answer = answerOf(backupAnswerSchema, ["backup", damagedVault, "--out", file], 1);
    expect(answer.problems.map(({ code }) => code)).toContain("blob_damaged");
    const restored = join(folder, `restored ${name}`);
    const back = answerOf(restoreAnswerSchema, ["restore", file, "--out", restored]);
    expect(back.exhibits).toBe(answerOf(factsAnswerSchema, ["facts", vault]).exhibits.length);
  });

  test("a copy for a platform is not made of everything, and says what it holds", () => {
    const out = join(folder, "platform.zip");
    const wanted = ["export", vault, "--out", out, "--for", "platform", "--plain"];
    const refused = runHoldfast(wanted);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--items");
    expect(existsSync(out)).toBe(false);
    const [first] = answerOf(factsAnswerSchema, ["facts", vault]).exhibits;
    const made = runHoldfast([...wanted, "--items", first?.id ?? ""]);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain("every message in it");
  });

  test("a copy for somebody trusted is not made of everything either", () => {
    const out = join(folder, "ally.zip");
    const wanted = ["export", vault, "--out", out, "--for", "ally", "--plain"];
    const refused = runHoldfast(wanted);
    expect([refused.code, existsSync(out)]).toEqual([2, false]);
    expect(refused.stderr).toContain("a copy for somebody you trust never holds the whole case");
    const [first] = answerOf(factsAnswerSchema, ["facts", vault]).exhibits;
    expect(runHoldfast([...wanted, "--items", first?.id ?? ""]).code).toBe(0);
  });

  test("a copy that could not be written leaves no trace in the log", () => {
    const before = answerOf(exportAnswerSchema, [
      "export",
      vault,
      "--out",
      join(folder, "one.zip"),
      "--plain",
    ]).bag;
    expect(runHoldfast(["export", vault, "--out", join(folder, "one.zip"), "--plain"]).code).toBe(
      1,
    );
    expect(
      runHoldfast([
        "export",
        vault,
        "--out",
        join(folder, "two.zip"),
        "--age-recipient",
        "age1nonsense",
      ]).code,
    ).toBe(2);
    const after = answerOf(exportAnswerSchema, [
      "export",
      vault,
      "--out",
      join(folder, "two.zip"),
      "--plain",
    ]).bag;
    const numberOf = (bag: string): number => Number(/-b(\d+)$/.exec(bag)?.[1]);
    expect(numberOf(after)).toBe(numberOf(before) + 1);
  });

  test("a backup comes back whole, as a branch of its own", () => {
    const file = join(folder, "case.backup");
    const restored = join(folder, "restored");
    answerOf(backupAnswerSchema, ["backup", vault, "--out", file]);
    const answer = answerOf(restoreAnswerSchema, ["restore", file, "--out", restored]);
    const before = answerOf(timelineAnswerSchema, ["timeline", vault, "--limit", "100000"]).entries;
    const after = answerOf(timelineAnswerSchema, [
      "timeline",
      restored,
      "--limit",
      "100000",
    ]).entries;
    expect(after).toEqual(before);
    expect(answer.exhibits).toBe(answerOf(factsAnswerSchema, ["facts", vault]).exhibits.length);
  });

  test("a backup with one flipped byte is refused, and nothing is written", () => {
    const file = join(folder, "flipped.backup");
    const bytes = readFileSync(join(folder, "case.backup"));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const ran = runHoldfast(["restore", file, "--out", join(folder, "never")]);
    expect(ran.code).toBe(3);
    expect(readdirSync(folder)).not.toContain("never");
  });

  test("what is erased is found nowhere again, and the log still verifies", () => {
    const [hit] = answerOf(searchAnswerSchema, ["search", vault, "cumin"]).hits;
    const id = hit?.exhibits[0] ?? "";
    expect(answerOf(eraseAnswerSchema, ["erase", vault, id, "--yes"]).exhibits).toEqual([id]);
    expect(answerOf(searchAnswerSchema, ["search", vault, "cumin"]).hits).toEqual([]);
    const out = join(folder, "after-erase.zip");
    answerOf(exportAnswerSchema, ["export", vault, "--out", out, "--plain"]);
    expect(answerOf(verifyAnswerSchema, ["verify", out]).verdict).toBe("not-anchored");
  });
});

describe("what goes wrong is said calmly", () => {
  test.each([
    ["a wrong passphrase", ["timeline", vault], { HOLDFAST_PASSPHRASE: "not this one" }, 3],
    ["a folder without a case", ["timeline", maya], {}, 3],
    ["a second case at the same place", ["init", vault], {}, 3],
    ["a command that there is not", ["destroy", vault], {}, 2],
    ["a copy over an existing file", ["export", vault, "--out", bag, "--plain"], {}, 1],
    [
      "a copy without saying how it leaves",
      ["export", vault, "--out", join(folder, "x.zip")],
      {},
      2,
    ],
    ["a date that is none", ["timeline", vault, "--from", "2026-02-30"], {}, 2],
    ["something that is no bag", ["verify", join(maya, "photos/IMG_20260801_194210.jpg")], {}, 1],
    ["an exhibit that there is not", ["erase", vault, "ev-9999999", "--yes"], {}, 2],
  ])("%s", (_, args, environment, code) => {
    const ran = runHoldfast(args, environment);
    expect(ran.code).toBe(code);
    expect(ran.stderr + ran.stdout).not.toMatch(/\n\s+at /);
    expect((ran.stderr + ran.stdout).trim()).not.toBe("");
  });

  test("a command line that was never built says what to run", () => {
    const bin = join(folder, "unbuilt/bin");
    cpSync(join(root, "apps/cli/bin"), bin, { recursive: true });
    const ran = spawnSync(process.execPath, [join(bin, "holdfast.mjs")], { encoding: "utf8" });
    expect(ran.status).toBe(3);
    expect(ran.stderr).toBe(
      "Holdfast is not built yet: run `npm start` or `npm run build` first.\n",
    );
  });

  test("inspect of every sample ends by itself and keeps nothing", () => {
    const answer = answerOf(inspectAnswerSchema, ["inspect", maya], 1);
    expect(answer.notRead).toEqual([]);
    expect(answer.files.length).toBeGreaterThan(20);
  });
});

afterAll(() => {
  removeCommandLine();
  stranger("rm", ["-rf", folder], "/");
});
