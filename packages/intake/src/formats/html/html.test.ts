import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readHtml } from "../../markup/read-html.ts";
import { collectParsed, collectWords, utf8 } from "../../testing/collect-parsed.ts";
import { findTraces, patternPicture } from "../../testing/find-traces.ts";
import { htmlFormat } from "./format.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const parse = (content: string | Uint8Array, limits = {}): ReturnType<typeof collectParsed> =>
  collectParsed(htmlFormat, typeof content === "string" ? utf8(content) : content, { limits });
const textOf = (html: string): string => readHtml(html, 1_000_000).text;

const page = `<!DOCTYPE html>
<!-- saved from url=(0028)https://example.org/profile/x -->
<html><head><meta charset="utf-8"><title>Profile &amp; more</title>
<style>p { background: url(https://example.net/a.png) }</style><script>var hidden = "<p>script words</p>";</script></head>
<body><h1>Name</h1><p>First &lt;words&gt;<br>second</p><img src="https://example.net/b.png" alt="💔"><a href="https://example.org/link">link</a>
<table><tr><td>one</td><td>two</td></tr></table></body></html>`;

const mhtml = `From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/profile/x
Subject: =?utf-8?Q?Profile=20=C3=BC?=
Date: Thu, 5 Mar 2026 21:14:12 +0500
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/profile/x

<html><body><p>saved =C3=BC words</p></body></html>
------b
Content-Type: image/jpeg
Content-Transfer-Encoding: base64
Content-Location: https://example.org/p.jpg

PICTURE
------b--
`;

describe("a saved page", () => {
  it("is its title, its address and its words, and nothing is loaded", async () => {
    const { items, notes } = await parse(page);
    expect(items).toMatchObject([
      {
        kind: "web-page",
        subject: "Profile & more",
        text: "Name\n\nFirst <words>\nsecond\n💔link\n\none\ttwo",
        flags: ["remote-content-not-loaded"],
        details: {
          kind: "web-page",
          address: "https://example.org/profile/x",
          remoteContentCount: 2,
        },
      },
    ]);
    expect(notes).toEqual([]);
  });

  it("in one file with its pictures is read by its page alone", async () => {
    const { items } = await parse(mhtml);
    expect(items).toMatchObject([
      {
        kind: "web-page",
        subject: "Profile ü",
        text: "saved ü words",
        time: { kind: "instant", offsetMinutes: 300, basis: "file-metadata" },
        details: { address: "https://example.org/profile/x" },
      },
    ]);
  });

  it("is read in the charset that it declares", async () => {
    const old = Buffer.from('<html><meta charset="iso-8859-1"><p>Grüße</p>', "latin1");
    const { items, notes } = await parse(old);
    expect(items[0]).toMatchObject({ text: "Grüße" });
    expect(notes).toEqual([]);
    const undeclared = await parse(Buffer.from("<html><p>Grüße</p>", "latin1"));
    expect(undeclared.items[0]?.flags).toEqual(["broken-encoding"]);
  });

  it("is recognised by its beginning, or by its name and its tags", () => {
    const confidence = (content: string, name: string): string =>
      htmlFormat.recognise({ name, head: utf8(content), sizeInBytes: content.length }).confidence;
    expect(confidence(page, "a")).toBe("signature");
    expect(confidence(mhtml, "a")).toBe("signature");
    expect(confidence("<!-- x --> <html>", "a")).toBe("signature");
    expect(confidence("<p>hi", "a.html")).toBe("shape");
    expect(confidence("1 < 2", "a.html")).toBe("none");
  });
});

describe("the text of HTML", () => {
  it("has no scripts, styles, comments or tags in it", () => {
    expect(
      textOf("a<script>b</script><style>c</style><!-- d --><template>e</template><b>f</b>"),
    ).toBe("af");
    expect(textOf("<p title='>'>a</p><p title=\">\">b")).toBe("a\n\nb");
  });

  it("keeps the words of broken markup", () => {
    expect(textOf('<p>a <b title="open>words behind</b>')).toContain("words behind");
    expect(textOf("1 < 2 and 3 > 2")).toBe("1 < 2 and 3 > 2");
    expect(textOf("a <")).toBe("a <");
    expect(textOf("<script>never closed")).toBe("");
  });

  it("decodes character references once, and never into half a character", () => {
    expect(textOf("&amp;lt; &eacute; &#128512; &#x1F600; &#xD800; &#0; &nosuch; &#150;")).toBe(
      "&lt; é 😀 😀 \uFFFD \uFFFD &nosuch; –",
    );
  });

  it("counts what a browser would have fetched", () => {
    const count = (html: string): number => readHtml(html, 100).remoteContentCount;
    expect(count('<img src="https://example.net/1.gif"><img src=//example.net/2.gif>')).toBe(2);
    expect(
      count(
        '<a href="https://example.net/">no</a><img src="cid:1"><img src="data:image/png;base64,x">',
      ),
    ).toBe(0);
    expect(
      count(
        '<td background="http://example.net/x"><p style="background:url(http://example.net/y)">',
      ),
    ).toBe(2);
  });

  it("is found in linear time in hostile markup", () => {
    const started = performance.now();
    for (const piece of [
      "<",
      "<a ",
      '<a b="',
      "<!--",
      "<script>",
      "<a b='>",
      "&#",
      "<title>",
      "</",
    ]) {
      textOf(piece.repeat(100_000));
    }
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it("never throws and covers the file, whatever it is", async () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "p",
      "/p",
      " a=",
      '"',
      "'",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "&amp;",
      "words",
      "\0",
      "<pre>",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        expect((await parse(pieces.join(""), { maximumItemTextInBytes: 20 })).items).toHaveLength(
          1,
        );
      }),
      { numRuns: runs * 5 },
    );
  });
});

describe("the words of a page", () => {
  const picture = patternPicture();
  const encoded = Buffer.from(picture).toString("base64");
  const ways: Readonly<Record<string, string>> = {
    "a data address in a tag": `<html><p>words</p><img src="data:image/jpeg;base64,${encoded}">`,
    "a data address without quotes": `<html><p>words</p><img src=data:image/jpeg;base64,${encoded}>`,
    "a percent-encoded data address": `<html><p>words</p><img src="data:image/jpeg,${Array.from(picture, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")}">`,
    "a style": `<html><style>p{background:url(data:image/jpeg;base64,${encoded})}</style><p>words</p>`,
    "a script": `<html><script>var p = "${encoded}";</script><p>words</p>`,
    "a comment": `<html><!-- ${encoded} --><p>words</p>`,
    "its text": `<html><p>words</p><pre>${encoded.replace(/.{76}/g, "$&\n")}</pre>`,
    "its title": `<html><title>${encoded}</title><p>words</p>`,
    "the text of a picture": `<html><p>words</p><img alt="${encoded}">`,
    "a saved page in one file": mhtml
      .replace("saved =C3=BC words", "words")
      .replace("PICTURE", encoded.replace(/.{76}/g, "$&\n")),
  };

  it.each(Object.entries(ways))(
    "hold nothing of a picture in %s, and name it",
    async (_, content) => {
      const { words, notKept } = await collectWords(htmlFormat, utf8(content));
      const kept = Buffer.concat(words.map((one) => one.bytes));
      expect(findTraces(kept, picture)).toEqual([]);
      expect(kept.toString()).toContain("words");
      expect(notKept.length).toBeGreaterThan(0);
    },
  );

  it("are title, address and text, as plain text", async () => {
    const { words, notKept } = await collectWords(htmlFormat, utf8(page));
    expect(words.map((one) => [one.mediaType, one.exhibitKind])).toEqual([
      ["text/plain", "webpage"],
    ]);
    expect(Buffer.from(words[0]?.bytes ?? []).toString()).toMatch(
      /^Profile & more\n\nhttps:\/\/example\.org\/profile\/x\n\nName/,
    );
    expect(notKept).toEqual([]);
  });
});
