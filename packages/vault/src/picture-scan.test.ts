import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createPictureScan } from "./picture-scan.ts";

const isWords = (bytes: Uint8Array, pieceSize = 65_536): boolean => {
  const scan = createPictureScan();
  for (let at = 0; at < bytes.length; at += pieceSize) {
    if (!scan.feed(bytes.subarray(at, at + pieceSize))) return false;
  }
  return scan.end();
};
const isText = (text: string): boolean => isWords(Buffer.from(text));

/** A stand-in for the rest of a file: what matters is how it begins. */
const bodyOf = (start: readonly number[]): Buffer =>
  Buffer.concat([
    Buffer.from(start),
    Buffer.from(Array.from({ length: 90 }, (_, i) => (i * 73 + 11) & 0xff)),
  ]);
const ascii = (text: string): readonly number[] => [...Buffer.from(text, "latin1")];

const files: Readonly<Record<string, Buffer>> = {
  "JPEG with JFIF": bodyOf([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, ...ascii("JFIF\0")]),
  "JPEG with Exif": bodyOf([0xff, 0xd8, 0xff, 0xe1, 0x1c, 0x45, ...ascii("Exif\0\0")]),
  PNG: bodyOf([0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]),
  GIF: bodyOf(ascii("GIF89a")),
  WebP: bodyOf([...ascii("RIFF"), 1, 2, 3, 4, ...ascii("WEBPVP8 ")]),
  HEIC: bodyOf([0, 0, 0, 0x18, ...ascii("ftypheic")]),
  AVIF: bodyOf([0, 0, 0, 0x20, ...ascii("ftypavif")]),
  MP4: bodyOf([0, 0, 0, 0x18, ...ascii("ftypmp42")]),
  PDF: bodyOf(ascii("%PDF-1.7\n")),
  zip: bodyOf([...ascii("PK"), 3, 4, 20, 0]),
  OLE: bodyOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  TIFF: bodyOf([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]),
  Ogg: bodyOf([...ascii("OggS"), 0, 2]),
};
const names = Object.keys(files);
const fileOf = (name: string): Buffer => files[name] ?? Buffer.alloc(0);

const talk =
  "Send 500 dollars or I show everyone. https://example.org/profile/robin_1990?tab=photos\n".repeat(
    40,
  );

describe("what is words", () => {
  it.each([
    ["talk with links", talk],
    [
      "an Android chat",
      "05/03/2026, 21:14 - Robin: \u200eIMG-20260305-WA0001.jpg (file attached)\n",
    ],
    ["Urdu", "میں تمہاری تصویریں سب کو بھیج دوں گا\n".repeat(50)],
    ["Chinese without a space", "我会把照片发给所有人".repeat(500)],
    [
      "a wallet address",
      "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh and 0x52908400098527886E0F7030069857D2E4169EE7",
    ],
    [
      "a mail with a DKIM signature",
      `DKIM-Signature: v=1; b=${Buffer.from("a".repeat(200)).toString("base64")}\n\nhello`,
    ],
    ["nothing", ""],
  ])("takes %s", (_, text) => {
    expect(isText(text)).toBe(true);
  });

  it("takes UTF-16 with its mark, and old encodings", () => {
    expect(
      isWords(
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("see you at the pier", "utf16le")]),
      ),
    ).toBe(true);
    expect(isWords(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]))).toBe(true);
    expect(isWords(Buffer.from('\u001b$B$"\u001b(B', "latin1"))).toBe(true);
  });
});

describe("what is not", () => {
  it.each(names)("refuses a %s file itself", (name) => {
    expect(isWords(fileOf(name))).toBe(false);
  });

  it.each(names)(
    "refuses a %s file in base64, at any alignment and however the stream is cut",
    (name) => {
      fc.assert(
        fc.property(
          fc.constantFrom(0, 1, 2),
          fc.integer({ min: 50, max: 5_000 }),
          fc.constantFrom(60, 64, 76, 4_000),
          (before, pieceSize, width) => {
            const encoded = Buffer.concat([Buffer.alloc(before, 0x41), fileOf(name)]).toString(
              "base64",
            );
            const lines = encoded.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
            const mail = `${talk}Content-Transfer-Encoding: base64\r\n\r\n${lines.join("\r\n")}\r\n--end\r\n${talk}`;
            // Three bytes of JPEG alone say too little when others stand before them.
            const isTold =
              !(name.startsWith("JPEG with Exif") && before > 0)
              || encoded.includes("RXhpZ")
              || encoded.includes("V4aWYA")
              || encoded.includes("FeGlmA");
            expect(isWords(Buffer.from(mail), pieceSize)).toBe(!isTold);
          },
        ),
        { numRuns: process.env["SLOW"] === undefined ? 6 : 200 },
      );
    },
  );

  it.each([
    ["a data URI", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`],
    [
      "a data URI of a drawing",
      `background:url(data:image/svg+xml;utf8,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%3E)`,
    ],
    [
      "quoted base64",
      `> ${fileOf("PNG")
        .toString("base64")
        .match(/.{1,60}/g)
        ?.join("\n> ")}`,
    ],
    [
      "base64 with escaped slashes",
      JSON.stringify(fileOf("JPEG with JFIF").toString("base64")).replaceAll("/", "\\/"),
    ],
    ["URL-safe base64", fileOf("JPEG with JFIF").toString("base64url")],
    ["percent-encoded base64", encodeURIComponent(fileOf("JPEG with JFIF").toString("base64"))],
    ["hexadecimal", fileOf("JPEG with JFIF").toString("hex")],
    ["quoted-printable", "=FF=D8=FF=E0=00=10JFIF=00=01=01=01=00=48"],
    [
      "uuencode",
      "begin 644 harbour.jpg\nM_]C_X  02D9)1@ ! 0$ 2 !(  #_VP!# 0$! 0$! 0$! 0$! 0$! 0$! 0$!\n`\nend\n",
    ],
    ["an SVG drawing", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>`],
    ["RTF", "{\\rtf1\\ansi hello}"],
    ["a NUL", "hello\0"],
    ["control bytes", "hello\u0001\u0002"],
  ])("refuses %s", (_, text) => {
    expect(isText(`${talk}${text}`)).toBe(false);
  });

  it("refuses control bytes and broken pairs in UTF-16", () => {
    expect(
      isWords(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("a\u0000b", "utf16le")])),
    ).toBe(false);
    expect(isWords(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).toBe(false);
  });
});
