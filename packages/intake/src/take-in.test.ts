import { buildZip } from "@holdfast/containers/testing";
import { bytesToSource, type PicturesPolicy } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  type AcquisitionDecision,
  decideAcquisition,
  holdsOnlyWords,
} from "./decide-acquisition.ts";
import type { Format } from "./format.ts";
import { defaultLimits } from "./limits.ts";
import { bestOf, recogniseSource } from "./recognise.ts";
import { takeIn } from "./take-in.ts";
import { namedMembers, uncoveredStretches } from "./testing/coverage.ts";
import { keepAllWords, takeInAll, toBytes } from "./testing/take-in-all.ts";

const lrm = "\u200e";
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1"),
  Buffer.from(Array.from({ length: 3_000 }, (_, i) => (i * 37) % 255)),
  Buffer.from([0xff, 0xd9]),
]);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 31) % 256)),
]);
const chatText = [
  "[07.06.20, 15:13:20] Ann: hello",
  `[07.06.20, 15:14:20] Bob: ${lrm}<attached: 00000001-PHOTO-2020-06-07-15-14-20.jpg>`,
  "",
].join("\n");

const chatZip = (more: Parameters<typeof buildZip>[0] = []) =>
  buildZip([
    { name: "_chat.txt", content: chatText, deflate: true },
    { name: "00000001-PHOTO-2020-06-07-15-14-20.jpg", content: jpeg },
    ...more,
  ]);

describe("an archive", () => {
  test("gives each member as what it is, with the way to it, and names every entry", async () => {
    const inner = buildZip([{ name: "deep/b.txt", content: "inner words", deflate: true }]);
    const zip = buildZip([
      { name: "notes.txt", content: "words of mine" },
      { name: "folder/" },
      { name: "folder/a.jpg", content: jpeg },
      { name: "folder/inner.zip", content: inner },
      { name: "../../evil.txt", content: "evil" },
      { name: "secret.txt", content: "x", flags: 0x0801 },
    ]);
    const { formatId, items, notes, parsed } = await takeInAll(zip, "things.zip");
    expect(formatId).toBe("zip");
    const found = items.map((i) => [i.kind, i.span.member]);
    expect(found).toContainEqual(["picture", ["folder/a.jpg"]]);
    expect(found.map(([, member]) => member)).toContainEqual(["folder/inner.zip", "deep/b.txt"]);
    expect(notes.map((n) => `${n.code} ${n.detail ?? ""}`)).toEqual(
      expect.arrayContaining(["entry_path_unsafe ../../evil.txt", "entry_encrypted secret.txt"]),
    );
    const named = namedMembers(parsed);
    for (const name of ["notes.txt", "folder/", "folder/a.jpg", "../../evil.txt", "secret.txt"]) {
      expect(named).toContain(name);
    }
    expect(uncoveredStretches(parsed, zip.length)).toEqual([]);
  });

  test("in an archive in an archive ends at the limit of nesting", async () => {
    let zip = buildZip([{ name: "end.txt", content: "the end" }]);
    for (let i = 0; i < 12; i += 1) zip = buildZip([{ name: "next.zip", content: zip }]);
    const { notes } = await takeInAll(zip, "nested.zip");
    expect(notes.map((n) => n.code)).toContain("archive_too_deep");
  });

  test("that expands without end is stopped, and the rest is kept", async () => {
    const bomb = Buffer.alloc(48 << 20);
    const zip = buildZip([
      { name: "bomb.bin", content: bomb, deflate: true },
      { name: "after.txt", content: "still here" },
    ]);
    const { items, notes } = await takeInAll(zip, "bomb.zip");
    expect(notes.map((n) => n.code)).toContain("entry_too_large");
    expect(items.map((i) => i.span.member?.[0])).toContain("after.txt");
  });

  test("with a damaged member says so and reads what came out of it", async () => {
    const zip = buildZip([{ name: "a.txt", content: "some words", statedCrc32: 7 }]);
    const { items, notes } = await takeInAll(zip, "a.zip");
    expect(notes.map((n) => n.code)).toContain("entry_checksum_wrong");
    expect(items.map((i) => i.text)).toContain("some words");
  });

  test("that was cut still gives what is whole", async () => {
    const zip = buildZip([
      { name: "a.txt", content: "some words" },
      { name: "b.txt", content: "more words" },
    ]);
    const { items, notes } = await takeInAll(zip.slice(0, zip.length - 60), "a.zip");
    expect(notes.map((n) => n.code)).toContain("archive_damaged");
    expect(items.map((i) => i.span.member?.[0])).toEqual(["a.txt", "b.txt"]);
  });

  test("that is a document of an office program is one document", async () => {
    const zip = buildZip([{ name: "[Content_Types].xml", content: "<x/>" }]);
    expect((await takeInAll(zip, "letter.docx")).formatId).toBe("document");
  });
});

describe("a WhatsApp archive", () => {
  test("joins messages to their files, by names that differ in case and accents too", async () => {
    const text = `${chatText}[07.06.20, 15:15:20] Bob: ${lrm}<attached: caf\u00e9 plan.PDF>\n[07.06.20, 15:16:20] Bob: ${lrm}<attached: 00000009-PHOTO-2020-06-07-15-16-20.jpg>\n`;
    const zip = buildZip([
      { name: "_chat.txt", content: text },
      { name: "00000001-PHOTO-2020-06-07-15-14-20.jpg", content: jpeg },
      { name: "Cafe\u0301 plan.pdf", content: "%PDF-1.4" },
      { name: "never-named.jpg", content: jpeg },
    ]);
    const { formatId, items, notes, parsed } = await takeInAll(zip, "WhatsApp Chat - Bob.zip");
    expect(formatId).toBe("whatsapp-zip");
    expect(
      items.flatMap((i) => i.attachments ?? []).map((a) => [a.present, a.member, a.missing]),
    ).toEqual([
      [true, ["00000001-PHOTO-2020-06-07-15-14-20.jpg"], undefined],
      [true, ["Cafe\u0301 plan.pdf"], undefined],
      [false, undefined, "not-in-export"],
    ]);
    expect(items[0]?.thread).toBe("Bob");
    expect(items[0]?.span.member).toEqual(["_chat.txt"]);
    expect(
      notes.filter((n) => n.code === "media_belongs_to_chat").map((n) => n.span.member),
    ).toEqual([["00000001-PHOTO-2020-06-07-15-14-20.jpg"], ["Cafe\u0301 plan.pdf"]]);
    expect(items.at(-1)?.span.member).toEqual(["never-named.jpg"]);
    expect(uncoveredStretches(parsed, zip.length)).toEqual([]);
  });

  test("with the chat's text last and renamed is still one", async () => {
    const zip = buildZip([
      { name: "00000001-PHOTO-2020-06-07-15-14-20.jpg", content: jpeg },
      { name: "talk.txt", content: chatText },
    ]);
    expect((await takeInAll(zip, "export.zip")).formatId).toBe("whatsapp-zip");
  });
});

const decide = async (
  content: Uint8Array | string,
  name: string,
  pictures: PicturesPolicy,
  withoutMedia = false,
): Promise<AcquisitionDecision> => {
  const input = { source: bytesToSource(toBytes(content)), name, limits: defaultLimits };
  const best = bestOf(await recogniseSource(input));
  const onlyWords = await holdsOnlyWords(input, best);
  return decideAcquisition({ best, pictures, onlyWords, withoutMedia });
};

describe("what a case of words keeps", () => {
  const carries = (bytes: Uint8Array, needle: Uint8Array): boolean =>
    Buffer.from(bytes).includes(Buffer.from(needle).subarray(0, 24))
    || Buffer.from(bytes).includes(Buffer.from(needle).toString("base64").slice(0, 40));

  /** Nothing that is kept may carry the picture, in bytes or in base64; what is left out is named. */
  const kept = async (content: Uint8Array | string, name: string) => {
    const words = await keepAllWords(content, name);
    for (const w of words) {
      if (w.kind !== "words") continue;
      expect(carries(w.bytes, jpeg)).toBe(false);
      expect(carries(w.bytes, png)).toBe(false);
    }
    return words.map((w) => (w.kind === "words" ? `${w.kind} ${w.name}` : `${w.code} ${w.name}`));
  };

  test("a chat as text is kept whole", async () => {
    expect(await decide("[07.06.20, 15:13:20] Ann: hello\n", "a.txt", "protected")).toEqual({
      kind: "keep-whole",
    });
  });

  test("a picture is not kept, whatever its name says", async () => {
    for (const name of ["a.jpg", "a.txt", "_chat.txt", "WhatsApp Chat with Ann.txt", "mail.eml"]) {
      expect(await decide(jpeg, name, "protected")).toEqual({
        kind: "not-kept",
        code: "picture_not_kept",
      });
      expect((await kept(jpeg, name)).every((line) => !line.startsWith("words"))).toBe(true);
    }
    expect(await decide(jpeg, "a.jpg", "unasked")).toEqual({ kind: "ask" });
    expect(await decide(jpeg, "a.jpg", "all-adult")).toEqual({ kind: "keep-whole" });
  });

  test("of a chat archive only the chat; its files are named and never opened", async () => {
    const zip = chatZip([{ name: "notes.txt", content: "words beside the chat" }]);
    expect(await kept(zip, "WhatsApp Chat - Bob.zip")).toEqual([
      "words WhatsApp Chat - Bob.zip/_chat.txt",
      "picture_not_kept WhatsApp Chat - Bob.zip/00000001-PHOTO-2020-06-07-15-14-20.jpg",
      "file_not_kept WhatsApp Chat - Bob.zip/notes.txt",
    ]);
    expect(await decide(zip, "a.zip", "protected")).toEqual({ kind: "keep-words" });
    expect(await decide(zip, "a.zip", "unasked")).toEqual({ kind: "ask" });
    expect(await decide(zip, "a.zip", "all-adult", true)).toEqual({ kind: "keep-words" });
  });

  test("an archive of words is asked about while the question is open, a text is not", async () => {
    const zip = buildZip([{ name: "notes.txt", content: "nothing but words" }]);
    expect(await decide(zip, "a.zip", "unasked")).toEqual({ kind: "ask" });
    expect(await decide("nothing but words", "a.txt", "unasked")).toEqual({ kind: "keep-whole" });
  });

  test("a picture under a text's name within a chat archive", async () => {
    expect(await kept(chatZip([{ name: "more.txt", content: jpeg }]), "a.zip")).toEqual([
      "words a.zip/_chat.txt",
      "picture_not_kept a.zip/00000001-PHOTO-2020-06-07-15-14-20.jpg",
      "file_not_kept a.zip/more.txt",
    ]);
    const disguised = buildZip([{ name: "_chat.txt", content: jpeg }]);
    expect(await kept(disguised, "WhatsApp Chat - Ann.zip")).toEqual([
      "picture_not_kept WhatsApp Chat - Ann.zip/_chat.txt",
    ]);
  });

  test("pictures in an archive, and in an archive in an archive", async () => {
    const inner = buildZip([
      { name: "x.png", content: png, deflate: true },
      { name: "chat.txt", content: "[07.06.20, 15:13:20] Ann: hello\n" },
    ]);
    const zip = buildZip([
      { name: "a.jpg", content: jpeg },
      { name: "text.txt", content: jpeg },
      { name: "inner.zip", content: inner },
    ]);
    const lines = await kept(zip, "all.zip");
    expect(lines).toContain("picture_not_kept all.zip/a.jpg");
    expect(lines).toContain("picture_not_kept all.zip/text.txt");
    expect(lines).toContain("words all.zip/inner.zip/chat.txt");
    expect(lines.some((l) => l.startsWith("words") && l.includes("x.png"))).toBe(false);
    expect(lines.some((l) => l.includes("x.png"))).toBe(true);
  });

  test("a picture glued behind a chat, in bytes and in base64", async () => {
    const glued = Buffer.concat([Buffer.from(chatText), jpeg]);
    expect(await decide(glued, "a.txt", "protected")).toEqual({ kind: "keep-words" });
    expect(await kept(glued, "a.txt")).toEqual(["words a.txt", "picture_not_kept a.txt"]);
    const encoded = `${chatText}[07.06.20, 15:15:20] Bob: data:image/jpeg;base64,${jpeg.toString("base64")}\n`;
    expect(await decide(encoded, "a.txt", "unasked")).toEqual({ kind: "ask" });
    expect(await kept(encoded, "a.txt")).toEqual(["words a.txt", "picture_not_kept a.txt"]);
    const wrapped = jpeg.toString("base64").replaceAll(/.{76}/g, "$&\n");
    expect(await kept(`${chatText}[07.06.20, 15:15:20] Bob: look\n${wrapped}\n`, "a.txt")).toEqual([
      "words a.txt",
      "picture_not_kept a.txt",
    ]);
  });

  test("a saved page with a picture in a data address", async () => {
    const html = `<!doctype html><html><body><p>Words</p><img src="data:image/jpeg;base64,${jpeg.toString("base64")}"></body></html>`;
    expect(await decide(html, "page.html", "protected")).toEqual({ kind: "keep-words" });
    await kept(html, "page.html");
  });

  test("a mail with a picture in it", async () => {
    const mail = [
      "From: ann@example.org",
      "To: bob@example.org",
      "Subject: hi",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Words",
      "--b",
      "Content-Type: text/plain",
      'Content-Disposition: attachment; filename="x.txt"',
      "Content-Transfer-Encoding: base64",
      "",
      jpeg.toString("base64"),
      "--b--",
      "",
    ].join("\r\n");
    expect(await decide(mail, "a.eml", "protected")).toEqual({ kind: "keep-words" });
    await kept(mail, "a.eml");
    await kept(buildZip([{ name: "a.eml", content: mail }]), "mails.zip");
  });

  test("a file of no known format", async () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256);
    expect(await decide(bytes, "thing.bin", "protected")).toEqual({
      kind: "not-kept",
      code: "file_not_kept",
    });
  });
});

describe("whatever comes in", () => {
  test("a parser that throws becomes a note over the rest, and is told", async () => {
    const broken: Format = {
      id: "broken",
      exhibitKind: "file",
      protectedClass: "text",
      recognise: () => ({ confidence: "signature", mediaType: "text/plain", reasons: [] }),
      // oxlint-disable-next-line typescript/require-await -- the contract is asynchronous
      async *parse() {
        yield [{ kind: "note", note: { code: "blank_lines", span: { offset: 0, length: 2 } } }];
        throw new Error("a bug");
      },
    };
    const errors: unknown[] = [];
    const taken = await takeIn({
      source: bytesToSource(toBytes("hello")),
      name: "a",
      limits: defaultLimits,
      formats: [broken],
      onParserError: (error) => errors.push(error),
    });
    const notes = [];
    for await (const batch of taken.parsed) notes.push(...batch);
    expect(notes.at(-1)).toEqual({
      kind: "note",
      note: { code: "parser_stopped", span: { offset: 2, length: 3 } },
    });
    expect(errors.length).toBe(1);
  });

  test("random bytes and changed archives end by themselves, covered, with every parser whole", async () => {
    const zip = chatZip();
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.tuple(fc.nat(zip.length - 1), fc.nat(255)).map(([at, byte]) => {
        const changed = zip.slice();
        changed[at] = byte;
        return changed;
      }),
      fc.nat(zip.length).map((cut) => zip.slice(0, cut)),
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.constantFrom("a.zip", "a.txt", "a"), async (bytes, name) => {
        const first = await takeInAll(bytes, name);
        expect(uncoveredStretches(first.parsed, bytes.length)).toEqual([]);
        expect((await takeInAll(bytes, name)).parsed).toEqual(first.parsed);
        await keepAllWords(bytes, name);
      }),
      { numRuns: process.env["SLOW"] === "1" ? 1_000 : 30 },
    );
  });
});
