import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decodeHeaderText } from "../mail/parse-structured-header.ts";
import { decodeByLabel } from "./decode-text.ts";
import { removeWrittenFiles } from "@holdfast/evidence";
import { timeInName } from "./time-in-name.ts";
import { cutText, toItemText } from "./well-formed.ts";

describe("the time in a file's name", () => {
  it("is read as phones and apps write it", () => {
    const names = {
      "Screenshot_20260305-211412.png": "2026-03-05T21:14:12",
      "Screenshot_2026-03-05-21-14-12-345_com.example.app.jpg": "2026-03-05T21:14:12",
      "Screenshot 2026-03-05 at 21.14.12.png": "2026-03-05T21:14:12",
      "WhatsApp Image 2026-03-05 at 21.14.12.jpeg": "2026-03-05T21:14:12",
      "IMG_20260305_211412.jpg": "2026-03-05T21:14:12",
      "signal-2026-03-05-211412.jpg": "2026-03-05T21:14:12",
      "photo_2026-03-05_21-14-12.jpg": "2026-03-05T21:14:12",
      "folder/00000042-PHOTO-2026-03-05-21-14-12.jpg": "2026-03-05T21:14:12",
    };
    for (const [name, local] of Object.entries(names)) {
      expect({ name, ...timeInName(name) }).toMatchObject({
        name,
        kind: "wall",
        local,
        precision: "second",
        basis: "file-metadata",
      });
    }
  });

  it("is a day when the name has no more", () => {
    for (const name of ["PTT-20260305-WA0001.opus", "VID-20260305-WA0007.mp4", "2026-03-05.txt"]) {
      expect(timeInName(name)).toMatchObject({ local: "2026-03-05T00:00:00", precision: "day" });
    }
  });

  it("is not invented", () => {
    for (const name of [
      "IMG_1234.PNG",
      "20261305-211412.png",
      "12345678901234.jpg",
      "PXL_20260305_211412123.jpg",
      "20260305/notes.txt",
    ]) {
      expect(timeInName(name)).toBeUndefined();
    }
  });
});

describe("taking encoded files out of a text", () => {
  it("leaves words, links, hashes and payment addresses alone", () => {
    const text = [
      "Pay 500 to bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "https://example.org/a/very/long/path?with=query&and=more#fragment-of-a-page",
      "and so on",
      "begin with the beginning",
    ].join("\n");
    expect(removeWrittenFiles(text)).toEqual({ text, removed: 0 });
  });

  it("takes out bytes that are written one by one", () => {
    const bytes = Array.from({ length: 200 }, (_, at) => (at * 89) % 256);
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0"));
    const written = [
      hex.join(" "),
      hex.join(":"),
      hex.map((byte) => `0x${byte}`).join(", "),
      hex.map((byte) => `\\u00${byte}`).join(""),
      bytes.join(", "),
      bytes.join(" "),
    ];
    for (const text of written) {
      expect(removeWrittenFiles(`before (${text}) after`).removed).toBe(1);
    }
  });

  it("leaves telephone numbers, tables of figures and addresses in other scripts alone", () => {
    const text = [
      "12 34 56 78 90, 12 34 56 78 91",
      ...Array.from({ length: 40 }, (_, at) => `2026-03-05,${at},12.50,${1_000 + at}`),
      `https://example.org/wiki/${encodeURIComponent("یہ ایک بہت لمبا عنوان ہے جو کسی صفحے کا پتہ ہے اور الفاظ ہی ہیں")}`,
    ].join("\n");
    expect(removeWrittenFiles(text)).toEqual({ text, removed: 0 });
  });

  it("says where something was", () => {
    const text = `before\n${"/9j/4AAQSkZJRgABAQ".padEnd(76, "Q")}\n${"b3".repeat(38)}\nZZZ=\nafter`;
    expect(removeWrittenFiles(text)).toEqual({ text: "before\n[not kept]\nafter", removed: 1 });
  });

  it("changes nothing in texts of short words", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { maxLength: 200 }), (words) => {
        const text = words.join(" ");
        expect(removeWrittenFiles(text).text).toBe(text);
      }),
    );
  });
});

describe("old western text", () => {
  it("has its quotation marks and its euro, in Node too", () => {
    const bytes = Uint8Array.of(0x93, 0x80, 0x35, 0x94, 0x97, 0xfc);
    for (const label of [undefined, "windows-1252", "iso-8859-1", "latin1", "cp1252"]) {
      expect(decodeByLabel(bytes, label)?.text).toBe("“€5”—ü");
    }
    expect(decodeHeaderText("=?windows-1252?Q?=93a=94?=")).toBe("“a”");
  });
});

describe("text for items", () => {
  it("has LF line ends and no NUL", () => {
    expect(toItemText("a\r\nb\r\r\nc\rd\0")).toEqual({ text: "a\nb\nc\nd\uFFFD", hadNul: true });
  });

  it("is never cut through a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(20), (text, length) => {
        expect(cutText(text, length).length).toBeLessThanOrEqual(length);
        expect(encodeURIComponent(cutText(text, length))).toBeDefined();
      }),
    );
  });
});
