import { type ByteSource, bytesToSource } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { collectParsed, collectWords, utf8 } from "../../testing/collect-parsed.ts";
import { findTraces, patternPicture } from "../../testing/find-traces.ts";
import { emlFormat } from "../eml/format.ts";
import { mboxFormat } from "./format.ts";
import { splitMbox } from "./split-mbox.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const parse = (mbox: string, limits = {}): ReturnType<typeof collectParsed> =>
  collectParsed(mboxFormat, utf8(mbox), { limits });
const from = (n: number): string => `From ${n}@xxx Thu Mar 05 21:14:1${n} +0000 2026`;
const mail = (subject: string, body: string): string =>
  `From: a@example.org\nSubject: ${subject}\nDate: Thu, 5 Mar 2026 21:14:12 +0000\n\n${body}\n`;

describe("an mbox", () => {
  it("is its mails, each with the span of its own bytes", async () => {
    const [one, two] = [
      `${from(1)}\n${mail("one", "first")}\n`,
      `${from(2)}\n${mail("two", "second")}`,
    ];
    const { items, notes } = await parse(one + two);
    expect(notes).toEqual([]);
    expect(items).toMatchObject([
      { subject: "one", text: "first", span: { offset: 0, length: one.length } },
      { subject: "two", text: "second", span: { offset: one.length, length: two.length } },
    ]);
  });

  it("begins a mail only after a blank line, and only with a date", async () => {
    const body = ["before", from(3), "", "From here on we talk", "", "From: you", "", "end"].join(
      "\n",
    );
    const { items } = await parse(
      `${from(1)}\n${mail("one", body)}\n${from(2)}\n${mail("two", "x")}`,
    );
    expect(items.map((item) => item.subject)).toEqual(["one", "two"]);
    expect(items[0]?.text).toBe(body);
  });

  it("accepts the separators of the usual programs", async () => {
    const lines = [
      "From - Thu Mar 05 21:14:12 2026",
      "From MAILER-DAEMON Thu Mar  5 21:14:12 2026",
      "From a@example.org Thu Mar  5 21:14 2026",
      "From a@example.org Thu Mar  5 21:14:12 GMT 2026",
      "From 123@xxx Thu Mar 05 21:14:12 +0000 2026",
      "From a@example.org Thu Mar  5 21:14:12 2026 +0500",
    ];
    const { items } = await parse(lines.map((line) => `${line}\n${mail("x", "y")}\n`).join(""));
    expect(items).toHaveLength(lines.length);
  });

  it("undoes the quoting of From lines for reading, and not in the span", async () => {
    const body = ">From the start\n>>From a quotation\n> From no quoting";
    const whole = `${from(1)}\n${mail("one", body)}`;
    const { items } = await parse(whole);
    expect(items[0]?.text).toBe("From the start\n>From a quotation\n> From no quoting");
    expect(items[0]?.span.length).toBe(whole.length);
  });

  it("does not trust Content-Length", async () => {
    const lying = `${from(1)}\nContent-Length: 100000\n${mail("one", "x")}\n${from(2)}\n${mail("two", "y")}`;
    expect((await parse(lying)).items).toHaveLength(2);
  });

  it("notes what stands before the first mail", async () => {
    const { notes, items } = await parse(`hello\n\n${from(1)}\n${mail("one", "x")}`);
    expect(items).toHaveLength(1);
    expect(notes).toEqual([{ code: "text_before_first_message", span: { offset: 0, length: 7 } }]);
  });

  it("addresses the parts of its mails by the mail's place", async () => {
    const attached = `From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png; name=a.png\n\nx\n--b\nContent-Type: message/rfc822\n\n${mail("inner", "z")}--b--\n`;
    const first = `${from(1)}\n${mail("one", "x")}\n`;
    const { items } = await parse(`${first}${from(2)}\n${attached}`);
    expect(items[1]?.attachments?.[0]?.member).toEqual([`mail at ${first.length}`, "part 1"]);
    expect(items[2]?.span.member).toEqual([`mail at ${first.length}`, "part 2"]);
  });

  it("keeps a mail that is too large by its headers, and those behind it whole", async () => {
    const big = `${from(1)}\n${mail("big", "x".repeat(5_000_000))}\n`;
    const { items, notes } = await parse(`${big}${from(2)}\n${mail("two", "y")}`, {
      maximumMailSizeInBytes: 100_000,
      maximumHeaderSizeInBytes: 4_096,
    });
    expect(items).toMatchObject([
      { subject: "big", span: { length: big.length } },
      { subject: "two", text: "y" },
    ]);
    expect(notes.map((note) => note.code)).toEqual(["mail_too_large"]);
  });

  it("gives the same items with LF and with CRLF", async () => {
    const whole = `${from(1)}\n${mail("one", "a\nb")}\n${from(2)}\n${mail("two", "c")}`;
    const [lf, crlf] = [await parse(whole), await parse(whole.replaceAll("\n", "\r\n"))];
    expect(crlf.items.map((item) => [item.subject, item.text])).toEqual(
      lf.items.map((item) => [item.subject, item.text]),
    );
  });

  it("never throws and tiles the file, whatever stands in it", async () => {
    const line = fc.constantFrom(
      from(1),
      from(2),
      "",
      "",
      "Subject: x",
      "From: a",
      ">From x",
      "words",
      "\r",
      "--b",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom("\n", "\r\n"),
        fc.nat(300),
        async (lines, end, limit) => {
          const whole = lines.join(end);
          const { items, notes } = await parse(whole, {
            maximumMailSizeInBytes: limit,
            maximumHeaderSizeInBytes: 50,
          });
          expect(items.length + notes.length).toBeGreaterThanOrEqual(whole === "" ? 0 : 1);
        },
      ),
      { numRuns: runs * 5 },
    );
  });
});

describe("splitting an mbox", () => {
  /** A file that is mostly one long mail, made while it is read: nobody holds it. */
  const hugeSource = (sizeInBytes: number): ByteSource => {
    const start = utf8(`${from(1)}\n${mail("big", "")}`);
    return {
      sizeInBytes,
      read: (offset, length) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, sizeInBytes - offset))).fill(
          0x61,
        );
        for (let i = offset; i < Math.min(start.length, offset + bytes.length); i += 1)
          bytes[i - offset] = start[i] ?? 0;
        return Promise.resolve(bytes);
      },
    };
  };

  it("holds little of a mail that is far too large", async () => {
    const limits = { maximumMailSizeInBytes: 2_000_000, maximumHeaderSizeInBytes: 1_000 };
    global.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let pieces = 0;
    for await (const batch of splitMbox(hugeSource(60_000_000), limits, 500_000)) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      pieces += batch.length;
      expect(batch[0]?.bytes.length).toBe(1_000);
    }
    expect(pieces).toBe(1);
    expect(most).toBeLessThan(40_000_000);
  });

  it("gives the same pieces for every size of chunk, byte by byte too", async () => {
    const line = fc.constantFrom(
      from(1),
      from(2),
      "",
      "",
      "Subject: x",
      ">From x",
      "words",
      "From a",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.nat(200), async (lines, limit) => {
        const bytes = utf8(lines.join("\n"));
        const limits = { maximumMailSizeInBytes: limit, maximumHeaderSizeInBytes: 20 };
        const piecesOf = async (chunk: number): Promise<readonly unknown[]> => {
          const pieces: unknown[] = [];
          for await (const batch of splitMbox(bytesToSource(bytes), limits, chunk)) {
            pieces.push(...batch.map(({ kind, offset, length }) => ({ kind, offset, length })));
          }
          return pieces;
        };
        const whole = await piecesOf(1_000_000);
        for (const chunk of [1, 7, 64]) expect(await piecesOf(chunk)).toEqual(whole);
      }),
      { numRuns: runs },
    );
  });
});

describe("the words of an mbox", () => {
  const picture = patternPicture();
  const withPicture = `From: a@example.org\nSubject: p\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n>From me: words\n--b\nContent-Type: image/jpeg; name="p.jpg"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(picture).toString("base64").replace(/.{76}/g, "$&\n")}\n--b--\n`;

  it("are the same bytes when no mail holds anything else", async () => {
    const whole = `${from(1)}\n${mail("one", ">From x")}\n${from(2)}\r\n${mail("two", "y")}`;
    const { words, notKept } = await collectWords(mboxFormat, utf8(whole));
    expect(notKept).toEqual([]);
    expect(words.map((one) => new TextDecoder().decode(one.bytes))).toEqual([whole]);
  });

  it("leave nothing of a picture, and keep the other mails as they are", async () => {
    const plain = `${from(1)}\n${mail("one", "x")}\n`;
    const { words, notKept } = await collectWords(
      mboxFormat,
      utf8(`${plain}${from(2)}\n${withPicture}\n${from(3)}\n${mail("three", "z")}`),
    );
    const bytes = Buffer.concat(words.map((one) => one.bytes));
    expect(findTraces(bytes, picture)).toEqual([]);
    expect(bytes.toString()).toContain(plain);
    expect(notKept).toEqual([
      { kind: "not-kept", name: `mail at ${plain.length}/p.jpg`, code: "picture_not_kept" },
    ]);
    const again = await collectParsed(mboxFormat, bytes, { wordsOnly: true });
    expect(again.items.map((item) => item.text)).toEqual(["x", "From me: words", "z"]);
  });

  it("leave nothing of a picture that stands before the first mail", async () => {
    for (const before of [Buffer.from(picture), utf8(Buffer.from(picture).toString("base64"))]) {
      const whole = Buffer.concat([before, utf8(`\n\n${from(1)}\n${mail("one", "x")}`)]);
      const { words, notKept } = await collectWords(mboxFormat, whole);
      expect(findTraces(Buffer.concat(words.map((one) => one.bytes)), picture)).toEqual([]);
      expect(notKept).toHaveLength(1);
    }
  });
});

describe("recognition of an mbox", () => {
  const confidence = (content: string, name = "x"): string =>
    mboxFormat.recognise({ name, head: utf8(content), sizeInBytes: content.length }).confidence;

  it("is by its first line and the headers under it", () => {
    expect(confidence(`${from(1)}\n${mail("one", "x")}`)).toBe("signature");
    expect(confidence("From here to there\nis a long way")).toBe("none");
    expect(confidence("", "empty.mbox")).toBe("none");
    expect(
      emlFormat.recognise({
        name: "x",
        head: utf8(`${from(1)}\n${mail("a", "b")}`),
        sizeInBytes: 9,
      }).confidence,
    ).toBe("none");
  });
});
