import { bytesToSource, holdsWrittenFile, removeWrittenFiles } from "@holdfast/evidence";
import { isOnlyWords } from "@holdfast/intake";
import { createPictureScan } from "@holdfast/vault";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/**
 * A protected case has two doors: intake, which takes written files out of a text, and the vault, which refuses a text
 * that still holds one. Each way of writing a file must be known at both, and no ordinary words may be taken for one.
 */
const numRuns = process.env["SLOW"] === undefined ? 40 : 2_000;

const ascii = (text: string): readonly number[] => [...Buffer.from(text, "latin1")];
const bodyOf = (start: readonly number[]): Buffer =>
  Buffer.concat([
    Buffer.from(start),
    Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 73 + (at >> 3) * 11) & 0xff)),
  ]);
const files = {
  "JPEG with JFIF": bodyOf([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, ...ascii("JFIF\0"), 1, 1, 0, 0, 72]),
  "JPEG with Exif": bodyOf([
    0xff,
    0xd8,
    0xff,
    0xe1,
    0x1c,
    0x45,
    ...ascii("Exif\0\0MM\0*\0\0\0\x08"),
  ]),
  PNG: bodyOf([0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a, 0, 0, 0, 13, ...ascii("IHDR")]),
  GIF: bodyOf([...ascii("GIF89a"), 1, 0, 1, 0]),
  WebP: bodyOf([...ascii("RIFF"), 1, 2, 3, 4, ...ascii("WEBPVP8 ")]),
  HEIC: bodyOf([0, 0, 0, 0x18, ...ascii("ftypheic")]),
  MP4: bodyOf([0, 0, 0, 0x18, ...ascii("ftypmp42")]),
  PDF: bodyOf(ascii("%PDF-1.7\n%")),
} as const;

const linesOf = (text: string, width: number): string =>
  (text.match(new RegExp(`[^]{1,${width}}`, "g")) ?? []).join("\n");
const hexOf = (byte: number): string => byte.toString(16).padStart(2, "0");
const rowsOf = (file: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(file.length / 16) }, (_, at) =>
    file.subarray(at * 16, at * 16 + 16),
  );
const gutter = (row: Buffer): string => row.toString("latin1").replace(/[^ -~]/g, ".");
const place = (at: number, base: number, width: number): string =>
  (at * 16).toString(base).padStart(width, "0");
const wordsOf = (row: Buffer): readonly number[] =>
  Array.from(
    { length: Math.ceil(row.length / 2) },
    (_, at) => (row[2 * at] ?? 0) | ((row[2 * at + 1] ?? 0) << 8),
  );

const base85 = (alphabet: string, file: Buffer): string => {
  let text = "";
  for (let at = 0; at + 4 <= file.length; at += 4) {
    let value = file.readUInt32BE(at);
    let group = "";
    for (let digit = 0; digit < 5; digit += 1) {
      group = `${alphabet[value % 85] ?? ""}${group}`;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return text;
};
const adobe = Array.from({ length: 85 }, (_, at) => String.fromCharCode(33 + at)).join("");
const git = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
const z85 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

const ways: Readonly<Record<string, (file: Buffer) => string>> = {
  base64: (file) => file.toString("base64"),
  "base64 in lines": (file) => linesOf(file.toString("base64"), 76),
  "base64 in groups of four": (file) => linesOf(file.toString("base64"), 4).replaceAll("\n", " "),
  "base64 in groups of ten over lines": (file) =>
    linesOf(linesOf(file.toString("base64"), 10).replaceAll("\n", " "), 66),
  "base64 a character at a time": (file) =>
    linesOf(file.toString("base64"), 1).replaceAll("\n", " "),
  "base64 a character a line": (file) => linesOf(file.toString("base64"), 1),
  "base64 in a table": (file) =>
    `| ${linesOf(file.toString("base64"), 16).replaceAll("\n", " |\n| ")} |`,
  "base64 in a list of texts": (file) =>
    `["${linesOf(file.toString("base64"), 12).replaceAll("\n", '", "')}"]`,
  "base64 for addresses": (file) => file.toString("base64url"),
  hexadecimal: (file) => file.toString("hex"),
  "hexadecimal in pairs": (file) => [...file].map(hexOf).join(" "),
  "hexadecimal in capitals with colons": (file) => [...file].map(hexOf).join(":").toUpperCase(),
  "hexadecimal of a C program": (file) =>
    `{ ${[...file].map((byte) => `0x${hexOf(byte)}`).join(", ")} };`,
  "hexadecimal escapes": (file) => [...file].map((byte) => `\\x${hexOf(byte)}`).join(""),
  "decimal bytes": (file) => [...file].join(", "),
  "decimal bytes in lines": (file) => linesOf([...file].join(" "), 70),
  "signed bytes": (file) =>
    `[${[...file].map((byte) => (byte > 127 ? byte - 256 : byte)).join(", ")}]`,
  xxd: (file) =>
    rowsOf(file)
      .map(
        (row, at) =>
          `${place(at, 16, 8)}: ${(row.toString("hex").match(/.{1,4}/g) ?? []).join(" ").padEnd(39)}  ${gutter(row)}`,
      )
      .join("\n"),
  "hexdump -C": (file) =>
    rowsOf(file)
      .map(
        (row, at) =>
          `${place(at, 16, 8)}  ${[...row]
            .map(hexOf)
            .join(" ")
            .replace(/^(.{23}) /, "$1  ")
            .padEnd(49)} |${gutter(row)}|`,
      )
      .join("\n"),
  hexdump: (file) =>
    rowsOf(file)
      .map(
        (row, at) =>
          `${place(at, 16, 7)} ${wordsOf(row)
            .map((word) => word.toString(16).padStart(4, "0"))
            .join(" ")}`,
      )
      .join("\n"),
  od: (file) =>
    rowsOf(file)
      .map(
        (row, at) =>
          `${place(at, 8, 7)} ${wordsOf(row)
            .map((word) => word.toString(8).padStart(6, "0"))
            .join(" ")}`,
      )
      .join("\n"),
  "od -b": (file) =>
    rowsOf(file)
      .map(
        (row, at) =>
          `${place(at, 8, 7)} ${[...row].map((byte) => byte.toString(8).padStart(3, "0")).join(" ")}`,
      )
      .join("\n"),
  "the end of a dump": (file) =>
    rowsOf(file)
      .map(
        (row, at) =>
          `${place(at, 16, 8)}: ${(row.toString("hex").match(/.{1,4}/g) ?? []).join(" ").padEnd(39)}  ${gutter(row)}`,
      )
      .slice(3)
      .join("\n"),
  "base 85 in Adobe's brackets": (file) => `<~${linesOf(base85(adobe, file), 75)}~>`,
  "base 85": (file) => linesOf(base85(adobe, file), 75),
  "base 85 as git writes it": (file) => base85(git, file),
  "base 85 of ZeroMQ": (file) => base85(z85, file),
};
const fileNames = [
  "JPEG with JFIF",
  "JPEG with Exif",
  "PNG",
  "GIF",
  "WebP",
  "HEIC",
  "MP4",
  "PDF",
] as const;
const wayNames = Object.keys(ways);
const write = (way: string, name: keyof typeof files): string => ways[way]?.(files[name]) ?? "";

const talk = "He wrote: send 500 by Friday. https://example.org/u/robin_1990?tab=photos\n".repeat(
  20,
);

const vaultTakes = (text: string, pieceSize = 4_096): boolean => {
  const scan = createPictureScan();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceSize) {
    if (!scan.feed(bytes.subarray(at, at + pieceSize))) return false;
  }
  return scan.end();
};
const intakeTakes = (text: string): Promise<boolean> =>
  isOnlyWords(bytesToSource(Buffer.from(text)));

describe.each(wayNames)("a picture written as %s", (way) => {
  const names = fileNames;

  it.each(names)("is refused at both doors: %s", async (name) => {
    const text = `${talk}before\n\n${write(way, name)}\n\nafter that\n${talk}`;
    expect(await intakeTakes(text)).toBe(false);
    expect(vaultTakes(text)).toBe(false);
  });

  it.each(names)("is taken out of a text, and the words around it stay: %s", (name) => {
    const { text, removed } = removeWrittenFiles(
      `before it\n\n${write(way, name)}\n\nand after that\n`,
    );
    expect(removed).toBeGreaterThan(0);
    expect(text).toMatch(/^before it\n[^]*\nand after that\n$/);
    expect(text.length).toBeLessThan(100);
    expect(holdsWrittenFile(text)).toBe(false);
  });
});

const numbers = Array.from({ length: 64 }, (_, at) => (at * 37) % 256);
describe.each([
  ["P3", `P3\n# made by hand\n4 4\n255\n${numbers.join(" ")}\n`],
  ["P2", `P2 8 8 255\n${linesOf(numbers.join(" "), 60)}\n`],
  ["P1", `P1\n8 8\n${linesOf("01".repeat(64), 8)}\n`],
  ["XPM", '/* XPM */\nstatic char *a[] = {\n"4 4 2 1",\n"a c #000000",\n"aaaa"\n};\n'],
  ["XBM", "#define a_width 8\n#define a_height 8\nstatic char a_bits[] = { 0x01, 0x02 };\n"],
  ["SVG", '<svg viewBox="0 0 1 1"> <path d="M0 0" /> </svg>\n'],
])("a picture in words: %s", (_, picture) => {
  it("is refused at both doors, alone and in a text", async () => {
    for (const text of [picture, `${talk}\n${picture}${talk}`]) {
      expect(await intakeTakes(text)).toBe(false);
      expect(vaultTakes(text)).toBe(false);
    }
  });
});

it("what is left of any text is taken by the vault, however ways and words are mixed", () => {
  const piece = fc.oneof(
    fc.constantFrom(talk.slice(0, 75), "and then ", "\n", "> ", "12 34 56 "),
    fc
      .tuple(
        fc.constantFrom(...wayNames),
        fc.constantFrom("PNG" as const, "JPEG with JFIF" as const),
      )
      .map(([way, name]) => write(way, name)),
    fc.string({ maxLength: 30 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      // Control characters are refused for what they are.
      const text = pieces.join("").replace(/[^\n -~]/g, "");
      expect(vaultTakes(removeWrittenFiles(text).text)).toBe(true);
    }),
    { numRuns },
  );
});

const sentences = [
  "Send 500 dollars or I show everyone.",
  "میں تمہاری تصویریں سب کو بھیج دوں گا",
  "سأرسل صورك إلى الجميع إذا لم تدفع قبل يوم الجمعة",
  "मैं तुम्हारी तस्वीरें सबको भेज दूँगा",
  "我会把照片发给所有人，除非你在星期五之前付钱",
  "写真をみんなに送るよ。金曜日までに払って",
  "사진을 모두에게 보낼 거야. 금요일까지 돈을 보내",
  "ฉันจะส่งรูปของคุณให้ทุกคน",
  "Ich schicke die Bilder an alle, wenn du nicht zahlst.",
  "Я отправлю фотографии всем твоим друзьям",
  "Tôi sẽ gửi ảnh cho mọi người nếu bạn không trả tiền",
  "Θα στείλω τις φωτογραφίες σε όλους",
  "אשלח את התמונות לכולם אם לא תשלמי",
];
const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...ascii("0123456789abcdef").map((code) => String.fromCharCode(code))),
    minLength: length,
    maxLength: length,
  });
const two = fc.integer({ min: 10, max: 59 });
const ordinary: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "words of many scripts": fc
    .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 40 })
    .map((all) => all.join("\n")),
  "words without blanks": fc
    .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 20 })
    .map((all) => all.join("").replaceAll(" ", "")),
  "long numbers": fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 38n }), { maxLength: 40 })
    .map((all) => all.join("\n")),
  "telephone numbers": fc
    .array(fc.tuple(two, two, two, two), { maxLength: 60 })
    .map((all) => all.map((one) => `+1 202 555 01 ${one.join(" ")}`).join("\n")),
  "a log": fc
    .array(fc.tuple(two, two, fc.nat(255), fc.nat(255), hex(8)), { maxLength: 40 })
    .map((all) =>
      all
        .map(
          ([m, s, a, b, id]) =>
            `2026-03-05T21:${m}:${s}.123Z 10.0.${a}.${b} - GET /a/${id} 200 ${a * b} "-" "Mozilla/5.0"`,
        )
        .join("\n"),
    ),
  hashes: fc
    .array(fc.oneof(hex(32), hex(40), hex(64)), { maxLength: 40 })
    .map((all) => all.map((one, at) => `${one}  file-${at}.txt`).join("\n")),
  fingerprints: fc
    .array(fc.array(hex(2), { minLength: 20, maxLength: 32 }), { maxLength: 2 })
    .map((all) => all.map((one) => one.join(":")).join("\n")),
  "wallet addresses": fc
    .array(
      fc.oneof(
        hex(40).map((one) => `0x${one}`),
        fc
          .string({
            unit: fc.constantFrom(...Array.from("023456789acdefghjklmnpqrstuvwxyz")),
            minLength: 39,
            maxLength: 59,
          })
          .map((one) => `bc1${one}`),
        fc.string({
          unit: fc.constantFrom(
            ...Array.from("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"),
          ),
          minLength: 33,
          maxLength: 95,
        }),
      ),
      { maxLength: 20 },
    )
    .map((all) => all.join(", ")),
  "a table of figures": fc
    .array(fc.tuple(fc.nat(999), fc.nat(99_999), fc.nat(99)), { maxLength: 60 })
    .map((all) => all.map(([a, b, c]) => `2026-03-05,${a},${b}.${c},EUR`).join("\n")),
  "chat headers": fc
    .array(fc.tuple(two, fc.constantFrom(...sentences)), { maxLength: 60 })
    .map((all) => all.map(([m, text]) => `05/03/2026, 21:${m} - Robin: ${text}`).join("\n")),
  "ids of messages": fc
    .array(fc.uuid(), { maxLength: 40 })
    .map((all) => all.map((one) => `Message-ID: <${one}@example.org>`).join("\n")),
  "lines of verse with P and numbers": fc
    .array(fc.tuple(fc.constantFrom("P1", "P2", "P3"), two), { maxLength: 30 })
    .map((all) =>
      all.map(([p, n]) => `${p} level ${n} is full, take ${p === "P1" ? "P2" : "P1"}`).join("\n"),
    ),
};

describe("no file is seen", () => {
  it.each(Object.keys(ordinary))("in %s", async (name) => {
    await fc.assert(
      fc.asyncProperty(ordinary[name] ?? fc.constant(""), async (text) => {
        expect(vaultTakes(text)).toBe(true);
        expect(removeWrittenFiles(text)).toEqual({ text, removed: 0 });
        expect(await intakeTakes(text)).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe("a bitmap in base64", () => {
  /** Two pixels: file header, a second header of 40 bytes, one row. */
  const bitmap = Buffer.alloc(62);
  bitmap.write("BM");
  bitmap.writeUInt32LE(62, 2);
  bitmap.writeUInt32LE(54, 10);
  bitmap.writeUInt32LE(40, 14);
  bitmap.writeInt32LE(2, 18);
  bitmap.writeInt32LE(1, 22);
  bitmap.writeUInt16LE(1, 26);
  bitmap.writeUInt16LE(24, 28);

  it("is taken out, and an address that begins as it does stays", () => {
    const written = bitmap.toString("base64");
    expect(written.startsWith("Qk")).toBe(true);
    expect(removeWrittenFiles(`look: ${written} yes, that`)).toMatchObject({ removed: 1 });
    const address = "pay to Qk11111111111111111111111111111111111111 by Friday";
    expect(removeWrittenFiles(address)).toEqual({ text: address, removed: 0 });
  });
});
