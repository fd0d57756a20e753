import { bytesToSource } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { collectParsed, collectWords, utf8 } from "../../testing/collect-parsed.ts";
import { findTraces, patternPicture, uuencode } from "../../testing/find-traces.ts";
import { plainTextFormat } from "./format.ts";
import { splitText } from "./split-text.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const parse = (content: string | Uint8Array, limits = {}): ReturnType<typeof collectParsed> =>
  collectParsed(plainTextFormat, typeof content === "string" ? utf8(content) : content, { limits });

describe("a plain text", () => {
  it("is one item with its words", async () => {
    const { items, notes } = await parse("hello\r\nworld\n");
    expect(items).toMatchObject([
      { kind: "document", text: "hello\nworld\n", span: { offset: 0, length: 13 } },
    ]);
    expect(notes).toEqual([]);
  });

  it("is read by its byte order mark, which is noted", async () => {
    const utf16 = (text: string, order: "le" | "be"): Uint8Array => {
      const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
      return order === "le" ? bytes : bytes.swap16();
    };
    const files = [utf8("\uFEFFGrüße 😀"), utf16("Grüße 😀", "le"), utf16("Grüße 😀", "be")];
    for (const bytes of files) {
      const { items, notes } = await parse(bytes);
      expect(items.map((item) => item.text)).toEqual(["Grüße 😀"]);
      expect(notes.map((note) => note.code)).toEqual(["byte_order_mark"]);
    }
  });

  it("in UTF-16 without a mark is recognised by its noughts", async () => {
    const bytes = Buffer.from("plain words without a mark", "utf16le");
    expect((await parse(bytes)).items[0]?.text).toBe("plain words without a mark");
  });

  it("that is no UTF-8 is read as the western default, and flagged", async () => {
    const { items, notes } = await parse(Buffer.from("Grüße", "latin1"));
    expect(items[0]).toMatchObject({ text: "Grüße", flags: ["broken-encoding"] });
    expect(notes.map((note) => note.code)).toEqual(["invalid_utf8"]);
  });

  it("that is long is several items, cut between paragraphs, with every word in one of them", async () => {
    const paragraph = "Some words of a paragraph.\nAnd another line of it.\n\n";
    const { items } = await parse(paragraph.repeat(100), { maximumItemTextInBytes: 1_000 });
    expect(items.length).toBeGreaterThan(4);
    expect(items.map((item) => item.text).join("")).toBe(paragraph.repeat(100));
    for (const item of items) expect(item.text?.endsWith("\n\n")).toBe(true);
  });

  it("is tiled by blocks that lose no character, for every size of block", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 4, max: 64 }),
        async (text, size) => {
          for (const label of ["utf-8", "utf-16le"] as const) {
            const bytes = label === "utf-8" ? utf8(text) : Buffer.from(text, "utf16le");
            const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
            let together = "";
            let offset = 0;
            for await (const block of splitText(bytesToSource(bytes), 0, size, label)) {
              expect(block.offset).toBe(offset);
              offset += block.bytes.length;
              together += decoder.decode(block.bytes);
            }
            expect(together).toBe(text);
          }
        },
      ),
      { numRuns: runs * 3 },
    );
  });

  it("never throws and covers the file, whatever the bytes are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 4, max: 50 }),
        async (bytes, limit) => {
          const { items, notes } = await parse(bytes, { maximumItemTextInBytes: limit });
          expect(items.length + notes.length > 0).toBe(bytes.length > 0);
        },
      ),
      { numRuns: runs * 3 },
    );
  });
});

describe("the words of a plain text", () => {
  const picture = patternPicture();
  const encoded = Buffer.from(picture).toString("base64");

  it("are its bytes when nothing else stands in it", async () => {
    for (const bytes of [
      utf8("hello\r\n\uFEFFyou\n"),
      Buffer.from("Grüße", "latin1"),
      Buffer.from("\uFEFFhello", "utf16le"),
    ]) {
      const { words, notKept } = await collectWords(plainTextFormat, bytes);
      expect(notKept).toEqual([]);
      expect(words.map((one) => Buffer.from(one.bytes).equals(bytes))).toEqual([true]);
    }
  });

  it("hold nothing of a picture that is written into it", async () => {
    const ways = [
      encoded,
      encoded.replace(/.{64}/g, "$&\n"),
      Buffer.from(picture).toString("hex"),
      uuencode(picture, "a.jpg"),
      `<img src="data:image/jpeg;base64,${encoded}">`,
    ];
    for (const way of ways) {
      const utf16 = Buffer.from(`\uFEFFbefore\n${way}\nafter`, "utf16le");
      for (const bytes of [utf8(`before\n${way}\nafter`), utf16]) {
        const { words, notKept } = await collectWords(plainTextFormat, bytes);
        const kept = Buffer.concat(words.map((one) => one.bytes));
        expect(findTraces(kept, picture)).toEqual([]);
        expect(kept.toString()).toMatch(/before[^]*after/);
        expect(notKept.length).toBeGreaterThan(0);
      }
    }
  });

  it("are none when the file is a picture that is called a text", async () => {
    const { words, notKept } = await collectWords(plainTextFormat, picture, { name: "a.txt" });
    expect(words).toEqual([]);
    expect(notKept.map((one) => one.code)).toEqual(["file_not_kept"]);
  });
});

describe("recognition of a plain text", () => {
  const confidence = (bytes: Uint8Array, name: string): string =>
    plainTextFormat.recognise({ name, head: bytes.subarray(0, 50), sizeInBytes: bytes.length })
      .confidence;

  it("is by its characters, and by its name only for old encodings", () => {
    expect(confidence(utf8("hello"), "a")).toBe("shape");
    expect(confidence(utf8("😀".repeat(20)), "a")).toBe("shape");
    expect(confidence(Buffer.from("Grüße", "latin1"), "a")).toBe("none");
    expect(confidence(Buffer.from("Grüße", "latin1"), "a.txt")).toBe("shape");
    expect(confidence(patternPicture(), "a.txt")).toBe("none");
    expect(confidence(Uint8Array.of(1, 2, 3, 0, 0), "a.txt")).toBe("none");
  });
});
