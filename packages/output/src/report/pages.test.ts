import { createHash } from "node:crypto";

import { exhibitIdSchema } from "@holdfast/evidence";
import { bagFiles } from "@holdfast/bundle";
import { expect, test } from "vitest";

import { type MadeBag, makeBag, textOf } from "../testing/make-bag.ts";
import { memoryCase } from "../testing/memory-case.ts";
import { chatExhibit, mailExhibit, sampleCase, sampleExhibits } from "../testing/sample-case.ts";

const full = async (): Promise<MadeBag> =>
  makeBag(sampleCase(), { purpose: "self", exhibits: "all" });

const pages = (made: MadeBag): readonly string[] =>
  [...made.files.keys()].filter((path) => path.endsWith(".html"));

/** The view whose original has this ending. */
const viewOf = (made: MadeBag, ending: string): string => {
  const folder = [...made.files.keys()]
    .find((path) => path.endsWith(`original.${ending}`))
    ?.replace(/original\..*$/, "");
  return textOf(made, `${folder}view.html`);
};

test("every page allows nothing but its own style sheet, by its hash", async () => {
  const made = await full();
  expect(pages(made)).toHaveLength(3);
  for (const path of pages(made)) {
    const page = textOf(made, path);
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
  }
});

test("no page holds a script, an event handler, a picture, a style attribute or an address to load", async () => {
  const made = await full();
  for (const path of pages(made)) {
    const page = textOf(made, path).replace(/<style>.*?<\/style>/s, "");
    expect(page).not.toMatch(/<(script|img|iframe|object|embed|link|video|audio|svg|form|base)\b/i);
    expect(page).not.toMatch(/<[^>]* (on\w+|style|src|srcset|background|action)=/i);
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^(#[0-9a-f]{32}|files\/[0-9a-f]{32}\/view\.html)$/);
    }
  }
});

test("every element that a page opens is closed again, in order", async () => {
  const made = await full();
  for (const path of pages(made)) {
    const page = textOf(made, path).replace(/<style>.*?<\/style>/s, "");
    const open: string[] = [];
    for (const [, closes, name] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (name === undefined || ["meta", "br"].includes(name)) continue;
      if (closes !== "" && open.at(-1) === name) open.pop();
      else open.push(`${closes}${name}`);
    }
    expect(open).toEqual([]);
  }
});

test("a stranger's text is escaped and isolated", async () => {
  const view = viewOf(await full(), "zip");
  expect(view).toContain("<bdi>&lt;b&gt;Pay&lt;/b&gt; by Friday &amp; tell no one</bdi>");
  expect(view).toContain("<bdi>Why are you doing this? [U+202E]abc</bdi>");
});

test("a grey box with the hash stands for a picture, and a reason for a missing one", async () => {
  const view = viewOf(await full(), "zip");
  expect(view).toContain("“IMG-0001.jpg” is in the original original.zip.");
  expect(view).toContain(createHash("sha256").update(chatExhibit.bytes).digest("hex"));
  expect(view).toContain("“IMG-0002.jpg”: left out by the app that made the export.");
});

test("both sides of a chat are told apart, and what the app wrote from both", async () => {
  const view = viewOf(await full(), "zip");
  expect(view.match(/class="message own"/g)).toHaveLength(1);
  expect(view.match(/class="message system"/g)).toHaveLength(1);
  expect(view.match(/class="day">Thursday 5 March 2026/g)).toHaveLength(1);
  expect(view.match(/class="day">Friday 6 March 2026/g)).toHaveLength(1);
});

test("a mail shows both times and what the server said of its sender", async () => {
  const view = viewOf(await full(), "eml");
  expect(view).toContain("Thursday 5 March 2026, 21:20:31 (Asia/Karachi, UTC+5:00)");
  expect(view).toContain("2026-03-05 16:20:31 UTC");
  expect(view).toContain("spf=fail");
  expect(view).toContain("1 picture or style from the internet was not loaded.");
});

test("the report tells the whole story before the exhibits", async () => {
  const report = textOf(await full(), bagFiles.reportHtml);
  const story = report.slice(0, report.indexOf("<h2>Exhibits</h2>"));
  for (const fact of [
    "no police",
    "500.00 USD",
    "you have until Friday",
    "bc1qexample",
    "@sam_example",
    "+1-202-555-0143",
    "a private picture from last summer",
    "4 exhibits kept unchanged",
    "cannot stand in this report",
  ]) {
    expect(story).toContain(fact);
  }
});

test("the report lists every exhibit with its time, basis, hash and file", async () => {
  const made = await full();
  const report = textOf(made, bagFiles.reportHtml);
  for (const exhibit of sampleExhibits) {
    const hex = createHash("sha256").update(exhibit.bytes).digest("hex");
    expect(report).toContain(hex.replace(/(.{4})(?=.)/g, "$1 "));
    expect(report).toContain(exhibit.id);
  }
  expect(report).toContain("Thursday 5 March 2026, 21:14 (Asia/Karachi, UTC+5:00)");
  expect(report).toContain("written in the export");
  expect(report).toContain("Time zone data: 2026a");
});

test("the report promises nothing that it cannot keep", async () => {
  const made = await full();
  const words =
    pages(made)
      .map((path) => textOf(made, path))
      .join("") + textOf(made, bagFiles.verify);
  expect(words).toContain("Tamper-evident");
  expect(words).toContain("existed no later than");
  expect(words).not.toMatch(/tamper-proof|court-admissible|admissible|deleted everywhere|hidden/i);
});

test("the report holds no seal, since it is made before it", async () => {
  const made = await full();
  if (!made.result.ok) throw new Error("no bag");
  expect(textOf(made, bagFiles.reportHtml)).not.toContain(made.result.value.seal);
});

test("timeline.csv has one row an event, in order, and no cell that starts a formula", async () => {
  const csv = textOf(await full(), bagFiles.timeline);
  expect(csv.startsWith('\ufeff"local_time",')).toBe(true);
  const rows = csv.split("\r\n").slice(1, -1);
  expect(rows.map((row) => row.slice(1, 17))).toEqual([
    "2026-03-05 21:14",
    "2026-03-05 21:15",
    "2026-03-05 21:20",
    "2026-03-06 09:02",
    "2026-03-06 09:03",
  ]);
  expect(csv).not.toMatch(/(^|,)"[=+@-]/m);
  expect(rows[2]).toContain('"\'=cmd|calc"');
  expect(rows[2]).toContain('"2026-03-05T16:20:31Z","2026-03-05T16:20:31.999Z"');
  expect(rows[0]).toContain('"_chat.txt: bytes 0-64"');
});

test("events of two sources that overlap are not put in an order", async () => {
  const mail = mailExhibit.items?.[0];
  if (mail === undefined) throw new Error("the sample has a mail");
  const from = memoryCase([
    chatExhibit,
    {
      ...mailExhibit,
      items: [
        {
          ...mail,
          time: {
            kind: "wall",
            local: "2026-03-05T00:00:00",
            precision: "day",
            basis: "recollection",
          },
        },
      ],
    },
  ]);
  const made = await makeBag(from, { purpose: "self", exhibits: "all" });
  const rows = textOf(made, bagFiles.timeline).split("\r\n").slice(1, -1);
  expect(rows.map((row) => /"(yes|no)"/.exec(row)?.[1])).toEqual(["no", "no", "no", "no", "no"]);
});

test("a view is made for conversations only", async () => {
  const made = await makeBag(sampleCase(), {
    purpose: "lawyer",
    exhibits: [exhibitIdSchema.parse("ev-118604")],
  });
  expect(pages(made)).toEqual([bagFiles.reportHtml]);
});
