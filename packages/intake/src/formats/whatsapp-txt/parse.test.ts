import { bytesToSource, itemSchema, noteSchema, type Item } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { defaultLimits } from "../../limits.ts";
import { impossibleSpans, uncoveredStretches } from "../../testing/coverage.ts";
import { takeInAll, toBytes } from "../../testing/take-in-all.ts";
import { parseChat } from "./parse.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const chat = (content: string | Uint8Array, name = "WhatsApp Chat with Ann.txt") =>
  takeInAll(content, name);
const localOf = (item: Item | undefined) =>
  item?.time.kind === "wall" ? item.time.local : item?.time.kind;
const brief = (item: Item) => [localOf(item), item.from?.value, item.text];

const lrm = "\u200e";
const narrow = "\u202f";
const nbsp = "\u00a0";

describe("every shape of a header", () => {
  test.each([
    ["iPhone, brackets and seconds", "[07.06.20, 15:13:20] Ann: hello", "2020-06-07T15:13:20"],
    [
      "mark before, NBSP in p. m.",
      `${lrm}[23/06/2018, 1:55:00${nbsp}p.${nbsp}m.] Ann: hello`,
      "2018-06-23T13:55:00",
    ],
    ["Android", "13/03/2017, 00:45 - Ann: hello", "2017-03-13T00:45:00"],
    ["Android, 12 h with full stops", "3/16/18, 1:55 p.m. - Ann: hello", "2018-03-16T13:55:00"],
    ["narrow space before PM", `2/18/19, 4:54${narrow}PM - Ann: hello`, "2019-02-18T16:54:00"],
    ["NBSP before AM", `2/18/19, 12:54${nbsp}AM - Ann: hello`, "2019-02-18T00:54:00"],
    ["spaces after dots", "13. 6. 2018. 21:25 - Ann: hello", "2018-06-13T21:25:00"],
    ["dashes and comma ending", "20-06-19, 21:00 , Ann: hello", "2019-06-20T21:00:00"],
    ["year first, en dash", "2018/06/13, 21:25 – Ann: hello", "2018-06-13T21:25:00"],
    ["Finnish", "26.9.2019 klo 12.30 - Ann: hello", "2019-09-26T12:30:00"],
    ["Chinese, day period before", "2024/5/1 下午3:05 - Ann: hello", "2024-05-01T15:05:00"],
    ["Chinese, noon", "2024/5/1 中午1:05 - Ann: hello", "2024-05-01T13:05:00"],
    ["Korean", "2024. 5. 1. 오후 3:05, Ann : hello", "2024-05-01T15:05:00"],
    ["Korean in words", "2015년 5월 30일 오후 3:41, Ann : hello", "2015-05-30T15:41:00"],
    ["Japanese", "2024/05/01 午後3:05 - Ann: hello", "2024-05-01T15:05:00"],
    ["Arabic digits, comma and period", "٢٣‏/٦‏/٢٠٢٠، ٣:١٣ م - Ann: hello", "2020-06-23T15:13:00"],
    ["Arabic period for morning", "23‏/6‏/2020، 3:13 ص - Ann: hello", "2020-06-23T03:13:00"],
    ["Devanagari digits", "२३/०६/२०२०, १५:१३ - Ann: hello", "2020-06-23T15:13:00"],
    ["Thai digits, Buddhist year", "๒๓/๖/๒๕๖๗ ๑๕:๑๓ - Ann: hello", "2024-06-23T15:13:00"],
    ["Buddhist year of two digits", "23/6/67 15:13 - Ann: hello", "2024-06-23T15:13:00"],
    ["Turkish", "23.06.2020 15:13 - Ann: hello", "2020-06-23T15:13:00"],
    ["old iPhone, colon ending", "23/06/2016 15:13:20: Ann: hello", "2016-06-23T15:13:20"],
    ["brackets, 12 h", `[6/23/20, 3:13:20${narrow}PM] Ann: hello`, "2020-06-23T15:13:20"],
    ["Dutch dashes", "23-06-2020 15:13 - Ann: hello", "2020-06-23T15:13:00"],
    ["German um", "23.06.20 um 15:13 - Ann: hello", "2020-06-23T15:13:00"],
  ])("%s", async (_name, line, local) => {
    const { formatId, items } = await chat(`${line}\n`);
    expect([formatId, ...items.map(brief)]).toEqual(["whatsapp-txt", [local, "Ann", "hello"]]);
  });
});

describe("what a message is", () => {
  test("its lines go on until the next header, and the span covers them", async () => {
    const content = "13/03/2017, 00:45 - Ann: one\ntwo\n\nthree\n13/03/2017, 00:46 - Bob: four\n";
    const { items, parsed } = await chat(content);
    expect(items.map((i) => i.text)).toEqual(["one\ntwo\n\nthree", "four"]);
    expect(items[0]?.span).toEqual({ offset: 0, length: 40 });
    expect(uncoveredStretches(parsed, content.length)).toEqual([]);
  });

  test("a pasted chat of another phone stays text of the message it was pasted into", async () => {
    const pasted = "[14.03.17, 09:00:00] Mallory: I never said that\n".repeat(9);
    const content = `13/03/2017, 00:45 - Ann: look:\n${pasted}13/03/2017, 00:46 - Bob: four\n`;
    const { items } = await chat(content);
    expect(items.map((i) => i.from?.value)).toEqual(["Ann", "Bob"]);
    expect(items[0]?.text).toContain("Mallory");
  });

  test("a header of the same shape that goes back in time is flagged and not moved", async () => {
    const { items } = await chat(
      "13/03/2017, 00:45 - Ann: look:\n01/02/2016, 10:00 - Mallory: fake\n13/03/2017, 00:46 - Bob: b\n",
    );
    expect(items.map((i) => [i.from?.value, i.flags?.includes("out-of-order") ?? false])).toEqual([
      ["Ann", false],
      ["Mallory", true],
      ["Bob", false],
    ]);
  });

  test("a date that does not exist begins no message", async () => {
    const { items } = await chat("13/03/2017, 00:45 - Ann: a\n31/02/2017, 00:46 - Bob: b\n");
    expect(items.length).toBe(1);
  });

  test("names with a colon are known from all their messages", async () => {
    const { items } = await chat(
      "13/03/2017, 00:45 - Work: Bob: one\n13/03/2017, 00:46 - Ann: two: three\n13/03/2017, 00:47 - Work: Bob: four\n13/03/2017, 00:48 - Work: Bob: five\n",
    );
    expect(items.map((i) => [i.from?.value, i.text])).toEqual([
      ["Work: Bob", "one"],
      ["Ann", "two: three"],
      ["Work: Bob", "four"],
      ["Work: Bob", "five"],
    ]);
  });

  test("numbers are phones, without the marks around them; names in their own way stay", async () => {
    const { items } = await chat(
      `13/03/2017, 00:45 - \u202a+1 202-555-0142\u202c: a\n13/03/2017, 00:46 - ~${nbsp}Sam: b\n`,
    );
    expect(items.map((i) => i.from)).toEqual([
      { scheme: "phone", value: "+1 202-555-0142" },
      { scheme: "name", value: "~ Sam" },
    ]);
  });

  test("the thread is the name in the file's name", async () => {
    const { items } = await chat("13/03/2017, 00:45 - Ann: a\n", "WhatsApp-Chat mit Ann Lee.txt");
    expect(items[0]?.thread).toBe("Ann Lee");
  });
});

describe("what the app itself writes", () => {
  const one = async (text: string, header = "[13.03.17, 00:45:10] Ann: ") => {
    const { items } = await chat(`[13.03.17, 00:45:09] Bob: x\n${header}${text}\n`);
    return items[1];
  };

  test("lines without a name are nobody's", async () => {
    const { items } = await chat(
      "06/13/2017, 00:45 - Messages and calls are end-to-end encrypted. Tap: more\n06/13/2017, 00:46 - Ann: hi\n06/13/2017, 00:47 - Bob left\n",
    );
    expect(items.map((i) => [i.from?.value, i.flags])).toEqual([
      [undefined, ["system"]],
      ["Ann", undefined],
      [undefined, ["system"]],
    ]);
  });

  test("a group's name before them is no sender", async () => {
    const { items } = await chat(
      `[13.03.17, 00:45:10] Hiking: ${lrm}Messages and calls are end-to-end encrypted.\n[13.03.17, 00:45:11] Hiking: ${lrm}Sam welcomed somebody\n[13.03.17, 00:45:12] Ann: hi\n`,
      "_chat.txt",
    );
    expect(items.map((i) => i.from?.value)).toEqual([undefined, undefined, "Ann"]);
  });

  test("a person who only sent pictures stays the sender", async () => {
    const item = await one(`${lrm}<attached: 00000042-PHOTO-2020-06-07-15-13-20.jpg>`);
    expect(item?.from?.value).toBe("Ann");
  });

  test.each([
    ["This message was deleted", ["deleted"]],
    [`${lrm}You deleted this message.`, ["deleted"]],
    ["Diese Nachricht wurde gelöscht.", ["deleted"]],
    ["这条消息已删除", ["deleted"]],
    ["تم حذف هذه الرسالة", ["deleted"]],
    ["<Media omitted>", ["media-omitted"]],
    [`${lrm}image omitted`, ["media-omitted"]],
    ["<Medien ausgeschlossen>", ["media-omitted"]],
    ["<Mídia oculta>", ["media-omitted"]],
    ["<省略影音内容>", ["media-omitted"]],
    ["<Media jätetty pois>", ["media-omitted"]],
    ["<Medya dahil edilmedi>", ["media-omitted"]],
    ["< پيوست نما/آهنگ حذف شد >", ["media-omitted"]],
    ["<میڈیا ہٹا دیا گیا>", ["media-omitted"]],
    ["<मीडिया के बिना>", ["media-omitted"]],
    ["<Media tidak disertakan>", ["media-omitted"]],
    ["<ไฟล์สื่อถูกลบ>", ["media-omitted"]],
    ["<已省略多媒體檔案>", ["media-omitted"]],
    [`${lrm}Waiting for this message`, ["waiting"]],
    [`hello ${lrm}<This message was edited>`, ["edited"]],
    ["hallo <Diese Nachricht wurde bearbeitet.>", ["edited"]],
  ])("%s gives %j", async (text, flags) => {
    expect((await one(text))?.flags).toEqual(flags);
  });

  test("an edited text is given without the app's words", async () => {
    expect((await one(`hello ${lrm}<This message was edited>`))?.text).toBe("hello");
  });

  test("words that somebody typed are not taken for the app's", async () => {
    expect((await one("image omitted"))?.flags).toBeUndefined();
    expect((await one("<3"))?.text).toBe("<3");
    expect((await one("see you (later)"))?.attachments).toBeUndefined();
  });

  test("a missed call is a call", async () => {
    const item = await one(`${lrm}Missed voice call, ${lrm}Tap to call back`);
    expect([item?.kind, item?.details, item?.from?.value]).toEqual([
      "call",
      { kind: "message", callMissed: true },
      "Ann",
    ]);
  });

  test("a poll's options are listed", async () => {
    const item = await one(
      `${lrm}POLL:\nWhen?\n${lrm}OPTION: Monday (2 votes)\n${lrm}OPTION: never (0 votes)\n`,
    );
    expect(item?.details).toEqual({
      kind: "message",
      poll: ["Monday (2 votes)", "never (0 votes)"],
    });
  });

  test.each([
    [
      `${lrm}<attached: 00000042-PHOTO-2020-06-07-15-13-20.jpg>`,
      "00000042-PHOTO-2020-06-07-15-13-20.jpg",
    ],
    [
      `${lrm}<Anhang: 00000042-PHOTO-2020-06-07-15-13-20.jpg>`,
      "00000042-PHOTO-2020-06-07-15-13-20.jpg",
    ],
    ["IMG-20210428-WA0001.jpg (file attached)", "IMG-20210428-WA0001.jpg"],
    [`${lrm}IMG-20210428-WA0001.jpg (archivo adjunto)`, "IMG-20210428-WA0001.jpg"],
    ["IMG-20210428-WA0001.jpg (in a language not known here)", "IMG-20210428-WA0001.jpg"],
    ["my report.pdf (Datei angehängt)", "my report.pdf"],
    [`2015-08-04-PHOTO-00004762.jpg <${lrm}attached>`, "2015-08-04-PHOTO-00004762.jpg"],
  ])("%s brings a file that is not here", async (text, name) => {
    const item = await one(`${text}\nand a caption`);
    expect([item?.attachments, item?.text]).toEqual([
      [{ name, present: false, missing: "not-in-export" }],
      "and a caption",
    ]);
  });
});

describe("the order of day and month", () => {
  const order = async (...dates: string[]) => {
    const { items, notes } = await chat(dates.map((d) => `${d}, 10:00 - Ann: a\n`).join(""));
    return {
      first: localOf(items[0])?.slice(0, 10),
      notes: notes.map((n) => `${n.code} ${n.detail ?? ""}`),
      isFlagged: items.every((i) => i.flags?.includes("date-order-assumed") ?? false),
    };
  };

  test("a value over 12 decides", async () => {
    expect(await order("03/04/2020", "03/14/2020")).toEqual({
      first: "2020-03-04",
      notes: ["date_order_decided month-day-year"],
      isFlagged: false,
    });
  });

  test("else the order in which the dates never go back", async () => {
    expect((await order("01/02/2020", "02/03/2020", "01/04/2020")).first).toBe("2020-02-01");
    expect((await order("02/01/2020", "03/02/2020", "04/01/2020")).first).toBe("2020-02-01");
  });

  test("else the part that changes less often is the month", async () => {
    expect((await order("03/04/2020", "03/05/2020", "03/06/2020", "03/07/2020")).first).toBe(
      "2020-03-04",
    );
  });

  test("else it is said and flagged", async () => {
    expect(await order("03/04/2020")).toEqual({
      first: "2020-04-03",
      notes: ["date_order_ambiguous day-month-year"],
      isFlagged: true,
    });
  });
});

describe("damaged and hostile files", () => {
  test("bytes that are not UTF-8 are kept as signs, flagged and noted", async () => {
    const bytes = Buffer.concat([
      Buffer.from("13/03/2017, 00:45 - Ann: caf"),
      Buffer.from([0xe9, 0x0a]),
      Buffer.from("13/03/2017, 00:46 - Ann: x\0y\n"),
    ]);
    const { items, notes } = await chat(new Uint8Array(bytes));
    expect(items.map((i) => [i.text, i.flags])).toEqual([
      ["caf\u{FFFD}", ["broken-encoding"]],
      ["x\u{FFFD}y", ["broken-encoding"]],
    ]);
    expect(notes.map((n) => n.code)).toEqual(["date_order_decided", "invalid_utf8", "nul_bytes"]);
  });

  test("a line of 10 MB is cut in the text and covered by the span", async () => {
    const content = `13/03/2017, 00:45 - Ann: ${"é".repeat(5_000_000)}\n13/03/2017, 00:46 - Bob: b\n`;
    const { items } = await chat(content);
    expect(items[0]?.flags).toEqual(["text-truncated"]);
    expect(Buffer.byteLength(items[0]?.text ?? "")).toBeLessThanOrEqual(
      defaultLimits.maximumItemTextInBytes,
    );
    expect(items[0]?.span.length).toBe(10_000_026);
    expect(items[1]?.text).toBe("b");
  });

  test("a mark of the encoding and text before the first message are noted", async () => {
    const marked = await chat("\u{FEFF}13/03/2017, 00:45 - Ann: a\n");
    expect(marked.notes.map((n) => n.code)).toContain("byte_order_mark");
    const cut = await chat("…the end of a message\n13/03/2017, 00:45 - Ann: a\n");
    expect(cut.notes.map((n) => [n.code, n.span.length])).toContainEqual([
      "text_before_first_message",
      24,
    ]);
  });

  test("an export of the app's greatest length is said to be cut perhaps", async () => {
    const { notes } = await chat("13/03/2017, 00:45 - Ann: a\n".repeat(10_000));
    expect(notes.map((n) => n.code)).toContain("export_maybe_cut");
  });

  test("a calendar that is not converted leaves the time unknown", async () => {
    const { items, notes } = await chat("۱۴۰۲/۱۱/۱۲،‏ ۱۵:۱۳ - Ann: a\n");
    expect([items[0]?.time.kind, notes.map((n) => n.code)]).toEqual([
      "unknown",
      ["date_unreadable"],
    ]);
  });
});

const anyLine = fc.oneof(
  fc.constantFrom(
    "13/03/2017, 00:45 - Ann: hello",
    "13/03/2017, 00:46 - Bob: سلام 👍",
    "14/03/2017, 10:00 - Messages and calls are end-to-end encrypted.",
    "[14.03.17, 09:00:00] Mallory: pasted",
    "IMG-20210428-WA0001.jpg (file attached)",
    "15/03/2017, 10:00 - Bob: IMG-20210428-WA0001.jpg (file attached)",
    "",
    "\r",
  ),
  fc.string({ maxLength: 60, unit: "binary" }),
);
const anyChat = fc
  .array(anyLine, { minLength: 1, maxLength: 60 })
  .map((lines) => `13/03/2017, 00:40 - Ann: first\n${lines.join("\n")}`);

const parseInChunks = async (bytes: Uint8Array, chunkSizeInBytes: number) => {
  const input = { source: bytesToSource(bytes), name: "a.txt", limits: defaultLimits };
  const parsed = [];
  for await (const batch of parseChat(input, { chunkSizeInBytes })) parsed.push(...batch);
  return parsed;
};

describe("for any chat", () => {
  test("any chunking gives the same items, which cover the file once", async () => {
    await fc.assert(
      fc.asyncProperty(anyChat, fc.integer({ min: 1, max: 900 }), async (content, size) => {
        const bytes = toBytes(content);
        const whole = await parseInChunks(bytes, 1 << 20);
        expect(await parseInChunks(bytes, size)).toEqual(whole);
        expect(uncoveredStretches(whole, bytes.length)).toEqual([]);
        expect(impossibleSpans(whole, bytes.length)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("changed bytes never throw, cover the file, and give items of the schema", async () => {
    const mutation = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(anyChat, fc.array(mutation, { maxLength: 20 }), async (content, changes) => {
        const bytes = toBytes(content).slice();
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const parsed = await parseInChunks(bytes, 600);
        expect(await parseInChunks(bytes, 1 << 20)).toEqual(parsed);
        expect(uncoveredStretches(parsed, bytes.length)).toEqual([]);
        for (const p of parsed) {
          const { success } =
            p.kind === "item" ? itemSchema.safeParse(p.item) : noteSchema.safeParse(p.note);
          expect(success).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});
