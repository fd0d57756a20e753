import { bytesToSource } from "@holdfast/evidence";
import { describe, expect, it } from "vitest";

import { collectParsed, collectWords, utf8 } from "../../testing/collect-parsed.ts";
import { emlFormat } from "./format.ts";

const parse = (mail: string | Uint8Array, limits = {}): ReturnType<typeof collectParsed> =>
  collectParsed(emlFormat, typeof mail === "string" ? utf8(mail) : mail, { limits });
const codes = (notes: readonly { readonly code: string }[]): readonly string[] =>
  notes.map((note) => note.code);
const head = "From: a@example.org\nTo: Maya <maya@example.com>\nMessage-ID: <1@example.org>\n";

describe("the time of a mail", () => {
  const timeOf = async (date: string, more = ""): Promise<unknown> =>
    (await parse(`${more}Date: ${date}\n${head}\nhello`)).items[0]?.time;

  it("is an instant with the offset that the sender wrote", async () => {
    expect(await timeOf("Thu, 5 Mar 2026 21:14:12 +0500")).toEqual({
      kind: "instant",
      at: Date.UTC(2026, 2, 5, 16, 14, 12),
      offsetMinutes: 300,
      precision: "second",
      basis: "message-header",
    });
    expect(await timeOf("5 Mar 26 21:14 EST")).toMatchObject({
      offsetMinutes: -300,
      precision: "minute",
    });
    expect(await timeOf("Thu, 5 Mar 2026 21:14:12 -0000 (UTC)")).not.toHaveProperty(
      "offsetMinutes",
    );
  });

  it("is a wall time when the zone is missing or a name that many zones have", async () => {
    for (const zone of ["", " IST", " XYZ"]) {
      expect(await timeOf(`Thu, 5 Mar 2026 21:14:12${zone}`)).toMatchObject({
        kind: "wall",
        local: "2026-03-05T21:14:12",
      });
    }
  });

  it("is unknown, and said to be, when the date is none", async () => {
    for (const date of [
      "yesterday",
      "Thu, 31 Feb 2026 10:00:00 +0000",
      "Thu, 5 Mar 2326 10:00:00 +0000",
    ]) {
      const { items, notes } = await parse(`Date: ${date}\n${head}\nhello`);
      expect(items[0]?.time).toEqual({ kind: "unknown" });
      expect(notes).toMatchObject([{ code: "date_unreadable", detail: date }]);
    }
  });

  it("is that of its arrival when the sender dates it into the future", async () => {
    const received = "Received: from x by y; Thu, 5 Mar 2026 21:20:00 +0000\n";
    const { items, notes } = await parse(
      `${received}Date: Sat, 1 Jan 2039 00:00:00 +0000\n${head}\nhello`,
    );
    expect(items[0]?.time).toMatchObject({ at: Date.UTC(2026, 2, 5, 21, 20) });
    expect(codes(notes)).toEqual(["date_unreadable"]);
  });
});

describe("the headers of a mail", () => {
  it("are all kept in order, unfolded, not decoded, with duplicates", async () => {
    const { items } = await parse(
      "X-A: one\r\nX-A: two\r\n\tfolded\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\nFrom: a@example.org\r\n\r\nhi",
    );
    expect(items[0]?.details).toMatchObject({
      headers: [
        ["X-A", "one"],
        ["X-A", "two\tfolded"],
        ["Subject", "=?utf-8?q?caf=C3=A9?="],
        ["From", "a@example.org"],
      ],
    });
    expect(items[0]?.subject).toBe("café");
  });

  it("give sender and recipients as the source writes them", async () => {
    const { items } = await parse(
      'From: "A, B" <A.B@Example.org>\nTo: x@example.com, "Y" <y@example.com>\nCc: team: z@example.net, w@example.net;\n\nhi',
    );
    expect(items[0]?.from).toEqual({ scheme: "email", value: "A.B@Example.org" });
    expect(items[0]?.to?.map((handle) => handle.value)).toEqual([
      "x@example.com",
      "y@example.com",
      "z@example.net",
      "w@example.net",
    ]);
  });

  it("in eight bits without a charset are read as UTF-8, else as the western default, and flagged", async () => {
    const { items } = await parse(utf8(`Subject: Grüße\n${head}\nhi`));
    expect(items[0]?.subject).toBe("Grüße");
    expect(items[0]?.flags).not.toContain("broken-encoding");
    const old = await parse(Buffer.from(`Subject: Grüße\n${head}\nhi`, "latin1"));
    expect(old.items[0]?.subject).toBe("Grüße");
    expect(old.items[0]?.flags).toContain("broken-encoding");
    expect(codes(old.notes)).toEqual(["invalid_utf8"]);
  });

  it("beyond the limit are noted, and the mail is still read", async () => {
    const flood = `X-Flood: ${"a".repeat(200)}\n`.repeat(100);
    const { items, notes } = await parse(`${head}${flood}\nhello`, {
      maximumHeaderSizeInBytes: 4_096,
    });
    expect(items[0]).toMatchObject({ text: "hello", from: { value: "a@example.org" } });
    expect(codes(notes)).toEqual(["header_unreadable"]);
  });

  it("with NUL are kept without it, and said to have had it", async () => {
    const { items, notes } = await parse(`Subject: a\0b\n${head}\nx\0y`);
    expect(items[0]).toMatchObject({ subject: "a\uFFFDb", text: "x\uFFFDy" });
    expect(codes(notes)).toEqual(["nul_bytes"]);
  });
});

describe("the sender of a mail", () => {
  const flagged = async (results: string, from = "From: a@mail.example.org\n"): Promise<boolean> =>
    (await parse(`${results}${from}\nhi`)).items[0]?.flags?.includes("sender-not-verified")
    === true;
  const ar = "Authentication-Results: mx.example.com;";

  it("counts as confirmed by DMARC, or by DKIM or SPF of the same domain", async () => {
    expect(await flagged(`${ar} dmarc=pass header.from=example.org\n`)).toBe(false);
    expect(await flagged(`${ar} dkim=pass header.d=example.org\n`)).toBe(false);
    expect(await flagged(`${ar} spf=pass smtp.mailfrom=x@mail.example.org\n`)).toBe(false);
  });

  it("is flagged when the check failed, is missing, or speaks of another domain", async () => {
    expect(await flagged("")).toBe(true);
    expect(await flagged(`${ar} dmarc=fail header.from=example.org; spf=fail\n`)).toBe(true);
    expect(await flagged(`${ar} dkim=pass header.d=example.net\n`)).toBe(true);
    expect(await flagged(`${ar} spf=softfail smtp.mailfrom=mail.example.org\n`)).toBe(true);
    expect(await flagged(`${ar} x (dmarc=pass; dkim=pass header.d=example.org)\n`)).toBe(true);
    expect(await flagged(`${ar} dmarc=pass\n`, "From: a@example.org\nFrom: b@example.org\n")).toBe(
      true,
    );
  });

  it("is not confirmed by a lower header, which whoever wrote the mail can forge", async () => {
    expect(await flagged(`${ar} dmarc=fail\nAuthentication-Results: forged; dmarc=pass\n`)).toBe(
      true,
    );
  });

  it("keeps what servers wrote about it, as what it is", async () => {
    const { items } = await parse(
      `${ar} dmarc=pass\nDKIM-Signature: v=1; d=example.org\n${head}\nhi`,
    );
    expect(items[0]?.details).toMatchObject({
      authenticationResults: ["mx.example.com; dmarc=pass"],
      dkimSignatures: ["v=1; d=example.org"],
    });
  });
});

describe("the parts of a mail", () => {
  const multipart = (type: string, ...parts: readonly string[]): string =>
    `${head}Content-Type: multipart/${type}; boundary="b 1"\n\n${parts.map((part) => `--b 1\n${part}\n`).join("")}--b 1--\n`;
  const plain = "Content-Type: text/plain; charset=utf-8\n\nplain words";
  const html =
    'Content-Type: text/html\n\n<p>html <b>words</b><img src="https://example.net/pixel.gif">';

  it("give plain text before HTML, and HTML as text when it stands alone", async () => {
    const both = await parse(multipart("alternative", plain, html));
    expect(both.items[0]).toMatchObject({
      text: "plain words",
      details: { remoteContentCount: 1 },
    });
    expect(both.items[0]?.flags).toContain("remote-content-not-loaded");
    expect((await parse(multipart("mixed", html))).items[0]?.text).toBe("html words");
    const empty = "Content-Type: text/plain\n\n  ";
    expect((await parse(multipart("alternative", empty, html))).items[0]?.text).toBe("html words");
  });

  it("list attachments with name, type, size and the way to them", async () => {
    const file =
      "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf\n\naGVsbG8=";
    const words =
      'Content-Type: text/plain; name="=?utf-8?Q?n=C3=B6tes.txt?="\nContent-Disposition: attachment\n\nabc';
    const { items } = await parse(multipart("mixed", plain, file, words));
    expect(items[0]?.attachments).toEqual([
      {
        name: "résumé.pdf",
        present: true,
        mediaType: "application/pdf",
        sizeInBytes: 5,
        member: ["part 2"],
      },
      {
        name: "nötes.txt",
        present: true,
        mediaType: "text/plain",
        sizeInBytes: 3,
        member: ["part 3"],
      },
    ]);
  });

  it("make a nested mail an item of its own, with its place", async () => {
    const inner = `Subject: inner\n${multipart("mixed", plain, "Content-Type: image/png\n\nx").replaceAll("b 1", "b 2")}`;
    const outer = multipart("mixed", plain, `Content-Type: message/rfc822\n\n${inner}`);
    const { items } = await parse(outer);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      text: "plain words",
      attachments: [{ mediaType: "message/rfc822", member: ["part 2"] }],
    });
    expect(items[1]).toMatchObject({
      subject: "inner",
      span: { offset: 0, length: utf8(inner).length - 1 + 1, member: ["part 2"] },
      attachments: [{ mediaType: "image/png", member: ["part 2", "part 2"] }],
    });
  });

  it("keep what a missing end boundary leaves open", async () => {
    const { items, notes } = await parse(multipart("mixed", plain, html).replace("--b 1--\n", ""));
    expect(items[0]?.text).toBe("plain words\nhtml words");
    expect(codes(notes)).toEqual(["mime_damaged"]);
  });

  it("read a multipart that names no boundary as text", async () => {
    const { items, notes } = await parse(`${head}Content-Type: multipart/mixed\n\nwords in it`);
    expect(items[0]?.text).toBe("words in it");
    expect(codes(notes)).toEqual(["mime_damaged"]);
  });

  it("say that text stands outside of them", async () => {
    const usual = multipart("mixed", plain).replace(
      "\n\n--b",
      "\n\nThis is a multi-part message in MIME format.\n--b",
    );
    expect((await parse(usual)).notes).toEqual([]);
    expect(codes((await parse(usual.replace("This is", "Hidden, this is"))).notes)).toEqual([
      "mail_preamble",
    ]);
  });

  it("stop at the limit of parts and of depth, and keep the mail", async () => {
    const many = multipart("mixed", ...Array.from({ length: 50 }, () => plain));
    const cut = await parse(many, { maximumMimeParts: 10 });
    expect(codes(cut.notes)).toEqual(["mime_too_many_parts"]);
    expect(cut.items[0]?.text?.split("\n")).toHaveLength(10);
    let deep = plain;
    for (let i = 0; i < 2_000; i += 1)
      deep = `Content-Type: multipart/mixed; boundary=n${i}\n\n--n${i}\n${deep}\n--n${i}--`;
    const { items, notes } = await parse(`${head}${deep}`);
    expect(items).toHaveLength(1);
    expect(codes(notes)).toContain("mime_too_deep");
  });

  it("open mails in mails to the limit of nesting", async () => {
    let mail = `${head}\nthe innermost`;
    for (let i = 0; i < 50; i += 1) mail = `${head}Content-Type: message/rfc822\n\n${mail}`;
    const { items, notes } = await parse(mail);
    expect(items).toHaveLength(8);
    expect(codes(notes)).toEqual(["mime_too_deep"]);
  });

  it("are left alone in a mail that is too large, whose headers are kept", async () => {
    const { items, notes } = await parse(`${head}Subject: big\n\n${"x".repeat(10_000)}`, {
      maximumMailSizeInBytes: 5_000,
      maximumHeaderSizeInBytes: 1_000,
    });
    expect(items[0]).toMatchObject({ subject: "big", from: { value: "a@example.org" } });
    expect(items[0]).not.toHaveProperty("text");
    expect(codes(notes)).toEqual(["mail_too_large"]);
  });

  it("are found in linear time in hostile mails", async () => {
    const many = (piece: string): string => piece.repeat(Math.floor(150_000 / piece.length));
    const hostile = [
      `${head}Content-Type: multipart/mixed; boundary=a\n\n${many("--a\n")}`,
      `${head}Content-Type: multipart/mixed; boundary=a\n\n${many("--\n")}`,
      ...[
        "(",
        "((",
        "a=(",
        ";",
        "; a",
        ";a=",
        '"',
        "\\",
        "=?",
        "=?a?B?",
        "<",
        "a@b,",
        "@",
        " \t",
      ].flatMap((piece) =>
        [
          "Content-Type",
          "Content-Transfer-Encoding",
          "Content-Disposition",
          "From",
          "Date",
          "Subject",
          "Authentication-Results",
        ].map((name) => `${name}: ${many(piece).slice(0, 100_000)}\n${head}\n`),
      ),
      many("X:\n"),
      `${many("ABC\n")}\n`,
      `${head}\n${many("\n")}`,
      `${head}\n${many("> ")}`,
    ];
    const slow: string[] = [];
    for (const mail of hostile) {
      const started = performance.now();
      await parse(mail);
      await collectWords(emlFormat, utf8(mail));
      if (performance.now() - started > 4_000) slow.push(mail.slice(0, 60));
    }
    expect(slow).toEqual([]);
  });
});

describe("recognition of a mail", () => {
  const confidence = (content: string, name = "x"): string => {
    const bytes = utf8(content);
    return emlFormat.recognise({ name, head: bytes, sizeInBytes: bytesToSource(bytes).sizeInBytes })
      .confidence;
  };

  it("is by the headers that programs write", () => {
    expect(confidence(`${head}Subject: x\n\nhi`)).toBe("signature");
    expect(confidence("From: a\nTo: b\nSubject: c\n\nhi")).toBe("shape");
    expect(confidence("Subject: c\n\nhi", "x.eml")).toBe("shape");
    expect(confidence("hello there\nFrom: a")).toBe("none");
    expect(confidence("From me: hello\nAnd to you: bye")).toBe("none");
  });

  it("leaves a saved web page to its own format", () => {
    expect(
      confidence(
        'From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nSnapshot-Content-Location: https://example.org/\nContent-Type: multipart/related; boundary="b"\n\n',
      ),
    ).toBe("none");
  });
});
