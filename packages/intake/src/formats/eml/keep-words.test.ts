import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { collectParsed, collectWords, utf8 } from "../../testing/collect-parsed.ts";
import { findTraces, patternPicture, uuencode } from "../../testing/find-traces.ts";
import { emlFormat } from "./format.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const picture = patternPicture();
const base64Lines = (bytes: Uint8Array, width = 76): string =>
  Buffer.from(bytes)
    .toString("base64")
    .replace(new RegExp(`.{${width}}`, "g"), "$&\n");

const head = "From: a@example.org\nTo: maya@example.com\nSubject: hello\nMIME-Version: 1.0\n";
const words = "I still have it. You have until Friday.";
const part = (headers: string, body: string): string => `--b1\n${headers}\n${body}\n`;
const mixed = (...parts: readonly string[]): string =>
  `${head}Content-Type: multipart/mixed; boundary="b1"\n\n${parts.join("")}--b1--\n`;
const textPart = part("Content-Type: text/plain; charset=utf-8\n", words);
const picturePart = part(
  'Content-Type: image/jpeg; name="beach.jpg"\nContent-Transfer-Encoding: base64\nContent-MD5: 123\n',
  base64Lines(picture),
);

const keptOf = async (
  mail: string | Uint8Array,
): Promise<{
  bytes: Uint8Array;
  text: string;
  notKept: readonly { name: string; code: string }[];
}> => {
  const kept = await collectWords(emlFormat, typeof mail === "string" ? utf8(mail) : mail);
  const bytes = Buffer.concat(kept.words.map((one) => one.bytes));
  return { bytes, text: bytes.toString("utf8"), notKept: kept.notKept };
};

/** Each way in which a picture can come with a mail. */
const paths: Readonly<Record<string, string | Uint8Array>> = {
  "an attachment in base64": mixed(textPart, picturePart),
  "an attachment in eight bits": Buffer.concat([
    utf8(`${mixed(textPart).replace("--b1--\n", "")}--b1\nContent-Type: image/jpeg\n\n`),
    picture,
    utf8("\n--b1--\n"),
  ]),
  "an attachment in quoted-printable": mixed(
    textPart,
    part(
      "Content-Type: image/jpeg\nContent-Transfer-Encoding: quoted-printable\n",
      Array.from(picture, (byte) => `=${byte.toString(16).padStart(2, "0").toUpperCase()}`)
        .join("")
        .replace(/.{75}/g, "$&=\n"),
    ),
  ),
  "an attachment that says it is text": mixed(
    textPart,
    part("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n", base64Lines(picture)),
  ),
  "a mail that is nothing but a picture": `${head}Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n${base64Lines(picture)}`,
  "a data address in HTML": `${head}Content-Type: text/html\n\n<p>${words}</p><img src="data:image/jpeg;base64,${Buffer.from(picture).toString("base64")}">`,
  "a data address in a style": `${head}Content-Type: text/html\n\n<style>p{background:url(data:image/jpeg;base64,${Buffer.from(picture).toString("base64")})}</style><p>${words}</p>`,
  "base64 lines pasted into the text": `${head}\n${words}\n\n${base64Lines(picture)}\n`,
  "base64 lines in a quotation": `${head}\n${words}\n\n${base64Lines(picture, 60).replace(/^/gm, "> ")}\n`,
  "one long line of base64": `${head}\n${words}\n${Buffer.from(picture).toString("base64")}\n`,
  "hexadecimal lines": `${head}\n${words}\n${Buffer.from(picture).toString("hex").replace(/.{64}/g, "$&\n")}\n`,
  "uuencode in the text": `${head}\n${words}\n${uuencode(picture, "beach.jpg")}`,
  "uuencode that lost its first line": `${head}\n${words}\n${uuencode(picture, "x").split("\n").slice(1).join("\n")}`,
  "a mail inside the mail": mixed(
    textPart,
    part("Content-Type: message/rfc822\n", mixed(textPart, picturePart).replaceAll("b1", "b2")),
  ),
  "a mail inside the mail in base64": mixed(
    textPart,
    part(
      "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n",
      base64Lines(utf8(mixed(textPart, picturePart).replaceAll("b1", "b2"))),
    ),
  ),
  "the lines before the first part": mixed(textPart).replace(
    "\n\n--b1",
    `\n\n${base64Lines(picture)}\n--b1`,
  ),
  "the lines behind the last part": `${mixed(textPart)}${base64Lines(picture)}`,
  "a header": `Face: ${Buffer.from(picture.subarray(0, 720)).toString("base64")}\n${head}\n${words}\n`,
  "an unknown header, folded": `X-Thing: ${base64Lines(picture).trimEnd().replaceAll("\n", "\n ")}\n${head}\n${words}\n`,
  "a multipart without an end": mixed(textPart, picturePart).replace("--b1--\n", ""),
  "a multipart without a boundary": `${head}Content-Type: multipart/mixed\n\n${words}\n${base64Lines(picture)}`,
  "a calendar entry": mixed(
    textPart,
    part(
      "Content-Type: text/calendar\n",
      `BEGIN:VCALENDAR\nATTACH;ENCODING=BASE64:${Buffer.from(picture).toString("base64")}\nEND:VCALENDAR`,
    ),
  ),
  "a rich text": mixed(
    textPart,
    part("Content-Type: text/rtf\n", `{\\pict ${Buffer.from(picture).toString("hex")}}`),
  ),
  "an attachment's name": mixed(
    textPart,
    part(
      `Content-Type: image/png; name="${Buffer.from(picture.subarray(0, 150)).toString("base64")}"\n`,
      "x",
    ),
  ),
};

describe("the words of a mail", () => {
  it.each(Object.entries(paths))("hold nothing of a picture that came as %s", async (_, mail) => {
    const kept = await keptOf(mail);
    expect(findTraces(kept.bytes, picture)).toEqual([]);
    expect(kept.notKept.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(paths))("keep headers and text beside %s", async (name, mail) => {
    const { text } = await keptOf(mail);
    expect(text).toContain("Subject: hello");
    expect(text.includes(words)).toBe(name !== "a mail that is nothing but a picture");
  });

  it("are taken from mails in which the picture is found before", () => {
    const isCoded = /quoted-printable|eight|name|a header|mail in base64/;
    const empty = Object.entries(paths).filter(
      ([name, mail]) => !isCoded.test(name) && findTraces(Buffer.from(mail), picture).length === 0,
    );
    expect(empty).toEqual([]);
  });

  it("are a mail again, which names what was not kept", async () => {
    const kept = await keptOf(mixed(textPart, picturePart));
    const again = await collectParsed(emlFormat, kept.bytes, { wordsOnly: true });
    expect(again.items[0]).toMatchObject({
      from: { value: "a@example.org" },
      subject: "hello",
      text: words,
      attachments: [
        {
          name: "beach.jpg",
          present: false,
          mediaType: "image/jpeg",
          missing: "not-kept-protected",
        },
      ],
    });
    expect(kept.notKept).toEqual([
      { kind: "not-kept", name: "beach.jpg", code: "picture_not_kept" },
    ]);
  });

  it("keep a mail inside the mail as one of its own", async () => {
    const kept = await keptOf(paths["a mail inside the mail"] ?? "");
    const again = await collectParsed(emlFormat, kept.bytes, { wordsOnly: true });
    expect(again.items).toHaveLength(2);
    expect(again.items[1]).toMatchObject({ text: words, span: { member: ["part 2"] } });
  });

  it("are the mail itself, byte for byte, when nothing has to go", async () => {
    const mails = [
      `${head}\n${words}\r\n-- \nA\n`,
      mixed(textPart, textPart),
      `DKIM-Signature: v=1; b=${"aB3/".repeat(86)}\n${head}\n${words}\n`,
      `${head}Content-Type: text/html\n\n<p>Pay to <b>bc1qexampleexampleexampleexampleexamplexamp</b></p>`,
      `${head}Content-Transfer-Encoding: base64\n\n${base64Lines(utf8(`${words} `.repeat(20)))}\n`,
    ];
    for (const mail of mails) {
      const kept = await keptOf(mail);
      expect(kept.text).toBe(mail);
      expect(kept.notKept).toEqual([]);
    }
  });

  it("hold nothing of a picture at any depth, width and line length", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 28, max: 900 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 150, max: 2_000 }),
        fc.boolean(),
        async (width, depth, size, asText) => {
          const file = patternPicture(size);
          const body = base64Lines(file, width);
          let mail = asText
            ? `${head}\n${words}\n${body}\n`
            : `${head}Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n${body}\n`;
          for (let i = 0; i < depth; i += 1) {
            mail = `${head}Content-Type: multipart/mixed; boundary=d${i}\n\n--d${i}\nContent-Type: message/rfc822\n\n${mail}\n--d${i}--\n`;
          }
          expect(findTraces((await keptOf(mail)).bytes, file)).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });
});
