import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import { collectParsed, utf8 } from "../../testing/collect-parsed.ts";
import { pdfFormat } from "./format.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const parse = (content: string, name = "a.pdf"): ReturnType<typeof collectParsed> =>
  collectParsed(pdfFormat, utf8(content), { name });
const folder = mkdtempSync(join(tmpdir(), "holdfast-pdf-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A PDF of empty pages with a table of its objects. */
const buildPdf = (pages: number, info: string, xmp = ""): string => {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 4} 0 R`).join(" ");
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R${xmp === "" ? "" : ` /Metadata ${pages + 4} 0 R`} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    `<< ${info} >>`,
    ...Array.from(
      { length: pages },
      () => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    ),
    ...(xmp === ""
      ? []
      : [`<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`]),
  ];
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
};

describe("a PDF", () => {
  it("has the pages and the creation time that ExifTool reads", async () => {
    const pdf = buildPdf(3, "/CreationDate (D:20260305211412+05'00')");
    const path = join(folder, "a.pdf");
    writeFileSync(path, pdf);
    const told: unknown = JSON.parse(
      execFileSync("exiftool", ["-j", path], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }),
    );
    expect(told).toMatchObject([{ PageCount: 3, CreateDate: "2026:03:05 21:14:12+05:00" }]);
    const { items, notes } = await parse(pdf);
    expect(items).toMatchObject([
      {
        kind: "document",
        time: {
          kind: "instant",
          at: Date.UTC(2026, 2, 5, 16, 14, 12),
          offsetMinutes: 300,
          basis: "container-metadata",
        },
        details: { mediaType: "application/pdf", pages: 3, locationPresent: false },
      },
    ]);
    expect(notes.map((note) => note.code)).toEqual(["text_not_read"]);
  });

  it("reads its XMP when it has no Info date", async () => {
    const xmp = '<x:xmpmeta><rdf:Description xmp:CreateDate="2026-03-05T21:14:12Z"/></x:xmpmeta>';
    expect((await parse(buildPdf(1, "/Producer (x)", xmp))).items[0]?.time).toMatchObject({
      kind: "instant",
      at: Date.UTC(2026, 2, 5, 21, 14, 12),
    });
  });

  it("takes the last Info dictionary, which an update wrote", async () => {
    const update =
      "3 0 obj\n<< /CreationDate (D:20270101000000Z) >>\nendobj\ntrailer\n<< /Info 3 0 R >>\n%%EOF\n";
    const { items } = await parse(`${buildPdf(1, "/CreationDate (D:20260305211412Z)")}${update}`);
    expect(items[0]?.time).toMatchObject({ at: Date.UTC(2027, 0, 1) });
  });

  it("falls back to its name, and says when its end is missing", async () => {
    const { items, notes } = await parse("%PDF-1.4\nnothing", "scan 2026-03-05.pdf");
    expect(items[0]?.time).toMatchObject({ local: "2026-03-05T00:00:00", basis: "file-metadata" });
    expect(notes.map((note) => note.code)).toEqual(["text_not_read", "file_truncated"]);
  });

  it("has dates with and without their parts", async () => {
    const timeOf = async (date: string): Promise<unknown> =>
      (await parse(buildPdf(1, `/CreationDate (${date})`))).items[0]?.time;
    expect(await timeOf("D:20260305211412-08'30'")).toMatchObject({ offsetMinutes: -510 });
    expect(await timeOf("D:20260305")).toMatchObject({ local: "2026-03-05T00:00:00" });
    for (const none of ["D:2026", "D:20261305211412Z", "yesterday"]) {
      expect(await timeOf(none)).toEqual({ kind: "unknown" });
    }
  });

  it("is recognised by its signature, also behind a little rubbish", () => {
    const confidence = (content: string): string =>
      pdfFormat.recognise({ name: "a", head: utf8(content), sizeInBytes: content.length })
        .confidence;
    expect(confidence("%PDF-1.7\n")).toBe("signature");
    expect(confidence("\n\nrubbish %PDF-1.7\n")).toBe("shape");
    expect(confidence("PDF")).toBe("none");
  });

  it("never throws and covers the file, whatever stands in it, and ends soon", async () => {
    const piece = fc.constantFrom(
      "/Type /Pages",
      "/Count 9999999999",
      "/Info 1 0 R",
      "1 0 obj",
      "<<",
      ">>",
      "endobj",
      "/CreationDate (D:2026",
      "<x:xmpmeta",
      "%%EOF",
      "\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        expect((await parse(`%PDF-1.7\n${pieces.join("")}`)).items).toHaveLength(1);
      }),
      { numRuns: runs * 5 },
    );
    const started = performance.now();
    for (const hostile of ["/Type /Pages ", "/Type/Pages<<", "1 0 obj/Info 1 0 R "])
      await parse(`%PDF-1.7\n${hostile.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
