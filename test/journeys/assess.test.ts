import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { assessAnswerSchema, planAnswerSchema } from "../../apps/cli/src/contract/guide-answers.ts";
import {
  answerOf,
  buildCommandLine,
  newFolder,
  removeCommandLine,
  root,
  runHoldfast,
} from "./holdfast-command.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(at(name), text);
  return at(name);
};

beforeAll(() => {
  buildCommandLine();
  folder = newFolder();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeCommandLine();
});

const threat =
  "Hör zu 😡 I have your nudes. Pay €400 to 1111111111111111111114oLvT2 within 24 hours or I send them to your sister.";

describe("holdfast assess", () => {
  it("says what it is, with the bytes of the file that led to it", () => {
    const file = write("threat.txt", threat);
    const answer = answerOf(assessAnswerSchema, ["assess", "--text", file]);
    expect(answer.threat.demands).toEqual([{ kind: "money", amount: "400", currency: "EUR" }]);
    expect(answer.threat.deadline).toMatchObject({ instant: null, minutes: 1440 });
    expect(answer.threat.payment).toMatchObject([{ network: "bitcoin", valid: true }]);
    const bytes = readFileSync(file);
    const spans = answer.reasons.flatMap(({ span }) => span ?? []);
    expect(spans.length).toBeGreaterThan(2);
    for (const { start, end, quote } of spans) {
      expect(bytes.subarray(start, end).toString()).toBe(quote);
    }
    expect(answer.read).toEqual([{ spansIn: "file", whole: true, name: file }]);
  });

  it("names the fact that led to a reason", () => {
    const facts = write("facts.json", '{"who": "ex", "paid": true}');
    const answer = answerOf(assessAnswerSchema, ["assess", "--facts", facts]);
    expect(answer).toMatchObject({ adviceOf: "partner-or-ex", gates: ["paid"], read: [] });
    expect(answer.reasons.flatMap(({ because }) => because?.fact ?? [])).toEqual(
      expect.arrayContaining(["who", "paid"]),
    );
  });

  it("reads a text that Windows wrote, and gives what it read", () => {
    const file = write("threat-utf16.txt", Buffer.from(`\uFEFF${threat}`, "utf16le"));
    const [read] = answerOf(assessAnswerSchema, ["assess", "--text", file]).read;
    expect(read).toEqual({ spansIn: "decoded", whole: true, name: file, text: threat });
  });

  it("reads a mail as it was saved, with what its head tells", () => {
    const mail = write(
      "mail.eml",
      [
        "From: Me <me@example.org>",
        "To: me@example.org",
        "Subject: I know",
        "Date: Mon, 02 Nov 2026 10:00:00 +0000",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "I hacked your device and recorded you with your webcam. Pay =E2=82=AC500 in bitcoin=",
        " in 48 hours or I send the video to all your contacts.",
        "",
      ].join("\r\n"),
    );
    const answer = answerOf(assessAnswerSchema, ["assess", "--eml", mail]);
    expect(answer.read).toEqual([
      {
        spansIn: "decoded",
        whole: true,
        name: mail,
        text: "I know\n\nI hacked your device and recorded you with your webcam. Pay €500 in bitcoin in 48 hours or I send the video to all your contacts.",
      },
    ]);
    expect(answer.threat.demands).toEqual([{ kind: "money", amount: "500", currency: "EUR" }]);
    for (const { start, end, quote } of answer.reasons.flatMap(({ span }) => span ?? [])) {
      expect(
        Buffer.from(answer.read[0]?.text ?? "")
          .subarray(start, end)
          .toString(),
      ).toBe(quote);
    }
  });

  it("writes a letter that names no chance in numbers and makes no link of theirs", () => {
    const file = write("link.txt", `${threat} https://evil.example.org/x`);
    const { code, stdout } = runHoldfast(["assess", "--text", file]);
    expect(code).toBe(0);
    expect(stdout).toContain("hxxps://evil[.]example[.]org/x");
    expect(stdout).not.toMatch(/https:\/\/evil|\d ?%|bluff|credible/i);
  });

  it("reads the threat from a pipe", () => {
    const ran = runHoldfast(["plan", "--text", "-", "--json"], {}, threat);
    expect(ran.code).toBe(0);
    expect(planAnswerSchema.parse(JSON.parse(ran.stdout)).tasks.length).toBeGreaterThan(5);
  });

  it.each([
    [["assess"], "usage_assess"],
    [["assess", "--text", "a", "--eml", "b"], "usage_assess"],
    [["plan", "--facts", 'FACTS:{"hwo": "ex"}'], "usage_facts_key"],
    [["plan", "--facts", 'FACTS:{"who": "aunt"}'], "usage_facts_value"],
    [["plan", "--facts", "FACTS:who"], "usage_facts_json"],
  ])("tells what is wrong with %j", (args, code) => {
    const given = args.map((arg) =>
      arg.startsWith("FACTS:") ? write("wrong.json", arg.slice(6)) : arg,
    );
    const ran = runHoldfast([...given, "--json"]);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code } });
  });

  it("names the fact that is not known, and every one that is", () => {
    const { stderr } = runHoldfast(["plan", "--facts", write("wrong.json", '{"hwo": "ex"}')]);
    expect(stderr).toContain("“hwo”");
    expect(stderr).toContain("sharedWhere");
  });

  it("ends with 3 for what it cannot open", () => {
    expect(runHoldfast(["assess", "--text", at("nowhere.txt")]).code).toBe(3);
    expect(runHoldfast(["assess", "--eml", write("no-mail.eml", "\u0000\u0001")]).code).toBe(3);
    expect(runHoldfast(["assess", at("no-case")]).code).toBe(3);
  });
});

describe("holdfast assess and plan over a case", () => {
  it("reads what those wrote who threaten, and leads back to the exhibit", () => {
    const vault = at("daniel");
    runHoldfast(["init", vault, "--pictures", "all-adult"]);
    runHoldfast(["add", vault, join(root, "fixtures/daniel")]);
    runHoldfast(["facts", vault, "--set", join(root, "fixtures/daniel.facts.json")]);
    const answer = answerOf(assessAnswerSchema, ["assess", vault]);
    expect(answer.threat.demands.map(({ kind }) => kind)).toContain("money");
    expect(answer.scenario).not.toBe("mass-bluff");
    const spans = answer.reasons.flatMap(({ span }) => span ?? []);
    expect(spans.length).toBeGreaterThan(0);
    for (const { exhibit, source } of spans) {
      expect(exhibit).toMatch(/^ev-\d+$/);
      expect(source).toBeDefined();
    }
    const facts = write("no-police.json", '{"police": "no", "paid": true}');
    const { tasks } = answerOf(planAnswerSchema, ["plan", vault, "--facts", facts]);
    expect(tasks[0]?.id).toBe("stop-paying");
    expect(tasks.map(({ id }) => id)).not.toContain("police");
  });
});
