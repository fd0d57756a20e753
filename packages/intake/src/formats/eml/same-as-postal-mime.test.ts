import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";

import { collectParsed, utf8 } from "../../testing/collect-parsed.ts";
import { emlFormat } from "./format.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const parse = (mail: string | Uint8Array): ReturnType<typeof collectParsed> =>
  collectParsed(emlFormat, typeof mail === "string" ? utf8(mail) : mail);

describe("our reading of a mail", () => {
  const words = fc.constantFrom(
    "hello",
    "ok?",
    "Grüße aus Köln",
    "ہیلو دنیا",
    "a=b",
    "From the start",
    "  two",
    "-- ",
    "نہیں 😀",
    "x".repeat(90),
  );
  const text = fc.array(words, { maxLength: 8 }).map((lines) => lines.join("\n"));
  const encode = (body: string, encoding: string): string => {
    if (encoding === "base64")
      return Buffer.from(body).toString("base64").replace(/.{76}/g, "$&\n");
    if (encoding === "8bit") return body;
    return body
      .split("\n")
      .map((line) =>
        Array.from(Buffer.from(line), (byte) =>
          byte === 61 || byte > 126
            ? `=${byte.toString(16).toUpperCase()}`
            : String.fromCharCode(byte),
        )
          .join("")
          .replace(/(?:=[0-9A-F]{2}|[^=]){60}/g, "$&=\n"),
      )
      .join("\n");
  };
  const textPart = fc
    .tuple(
      text,
      fc.constantFrom("base64", "8bit", "quoted-printable"),
      fc.constantFrom("", "; format=flowed", "; format=flowed; delsp=yes"),
    )
    .map(
      ([body, encoding, flowed]) =>
        `Content-Type: text/plain; charset=utf-8${flowed}\nContent-Transfer-Encoding: ${encoding}\n\n${encode(body, encoding)}`,
    );
  const name = fc.constantFrom(
    "a.txt",
    "résumé.pdf",
    "Invoice(1).pdf",
    "semi;colon.doc",
    'quo"te.png',
  );
  const filePart = fc
    .tuple(name, fc.nat(3), fc.uint8Array({ maxLength: 40 }))
    .map(([file, style, bytes]) => {
      const percent = encodeURIComponent(file).replace(
        /[()']/g,
        (char) => `%${char.charCodeAt(0).toString(16)}`,
      );
      const quoted = file.replace(/["\\]/g, "\\$&");
      const disposition = [
        `filename="${quoted}"`,
        `filename*=utf-8''${percent}`,
        `filename*0*=utf-8''${percent.slice(0, 6)};\n filename*1*=${percent.slice(6)}`,
        `filename="=?utf-8?B?${Buffer.from(file).toString("base64")}?="`,
      ][style];
      return `Content-Type: application/octet-stream\nContent-Disposition: attachment; ${disposition ?? ""}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString("base64")}`;
    });
  const address = fc.constantFrom(
    "a@example.org",
    "Ann <ann@example.org>",
    '"B, C" <b.c@example.com>',
    "=?utf-8?Q?J=C3=B6rg?= <j@example.net>",
    "team: x@example.org, y@example.org;",
    "just a name",
    "broken <x@example.org",
    "a@example.org, Bob <b@example.org> (home), <c@example.org>",
  );
  const mail = fc
    .tuple(
      address,
      address,
      fc.constantFrom("hi", "=?utf-8?B?R3LDvMOfZQ==?=", "=?iso-8859-1?Q?a?=\n =?iso-8859-1?Q?_b?="),
      fc.array(fc.oneof(textPart, filePart), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([from, to, subject, parts, crlf]) => {
      const start = `From: ${from}\nTo: ${to}\nSubject: ${subject}\nMIME-Version: 1.0\n`;
      const only = parts[0] ?? "";
      const whole =
        parts.length === 1
          ? `${start}${only}\n`
          : `${start}Content-Type: multipart/mixed; boundary="=_b"\n\n${parts.map((part) => `--=_b\n${part}\n`).join("")}--=_b--\n`;
      return crlf ? whole.replaceAll("\n", "\r\n") : whole;
    });

  it("is the same as postal-mime's: addresses, subject, text, attachments", async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (written) => {
        const ours = (await parse(written)).items[0];
        const theirs = await PostalMime.parse(written);
        const flat = (list: typeof theirs.to): readonly string[] =>
          (list ?? [])
            .flatMap((one) => one.group ?? [one])
            .map((one) => (one.address === "" ? one.name : (one.address ?? "")));
        expect(ours?.subject).toBe(theirs.subject);
        expect(ours?.from?.value).toBe(flat(theirs.from === undefined ? [] : [theirs.from])[0]);
        expect(ours?.to?.map((handle) => handle.value) ?? []).toEqual(flat(theirs.to));
        // Where parts meet, postal-mime leaves the line end that we trim.
        const lines = (body: string | undefined): string =>
          (body ?? "").replace(/\s+/g, " ").trim();
        expect(lines(ours?.text)).toBe(lines(theirs.text));
        expect(ours?.attachments?.map((file) => file.name) ?? []).toEqual(
          theirs.attachments.map((file) => file.filename ?? ""),
        );
        expect(ours?.attachments?.map((file) => file.sizeInBytes) ?? []).toEqual(
          theirs.attachments.map((file) =>
            typeof file.content === "string" ? -1 : file.content.byteLength,
          ),
        );
      }),
      { numRuns: runs * 5 },
    );
  });

  it("of a single text is the same to the last line break", async () => {
    await fc.assert(
      fc.asyncProperty(textPart, async (part) => {
        const written = `From: a@example.org\n${part}`;
        const theirs = (await PostalMime.parse(written)).text ?? "";
        expect((await parse(written)).items[0]?.text ?? "").toBe(
          theirs.replaceAll("\r\n", "\n").trimEnd(),
        );
      }),
      { numRuns: runs * 5 },
    );
  });

  it("never throws and covers the file, for random and for mutated mails", async () => {
    await fc.assert(
      fc.asyncProperty(
        mail,
        fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 8 }),
        fc.uint8Array({ maxLength: 300 }),
        async (written, changes, random) => {
          const bytes = utf8(written);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          expect((await parse(bytes)).items.length).toBeGreaterThan(0);
          expect((await parse(random)).items.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: runs * 5 },
    );
  });
});
