import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { bytesToSource } from "@holdfast/evidence";
import { describe, expect, it } from "vitest";

import { defaultLimits } from "../limits.ts";
import { openMailMember } from "../mail/open-mail-member.ts";
import { bestOf, recogniseSource } from "../recognise.ts";
import { collectParsed, inputOf } from "../testing/collect-parsed.ts";

const here = import.meta.dirname;
const files = ["eml", "mbox", "html", "plain-text"]
  .map((format) => join(format, "fixtures"))
  .flatMap((folder) => readdirSync(join(here, folder)).map((name) => join(folder, name)))
  .filter((path) => !path.endsWith(".expected.json"));

describe("a fixture beside its format", () => {
  it.each(files)("%s is recognised and read as its expected file says", async (path) => {
    const bytes = readFileSync(join(here, path));
    const { format } = bestOf(await recogniseSource(inputOf(bytes, { name: path })));
    const { parsed } = await collectParsed(format, bytes, {
      name: path.slice(path.lastIndexOf("/") + 1),
    });
    const found = { format: format.id, parsed };
    const expectedPath = join(here, `${path}.expected.json`);
    if (process.env["WRITE_EXPECTED"] === "1") {
      writeFileSync(expectedPath, `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(found).toEqual(JSON.parse(readFileSync(expectedPath, "utf8")));
  });

  it("opens every member that its items name", async () => {
    const mails = files.filter((path) => /\.(?:eml|mbox)$/.test(path));
    for (const path of mails) {
      const bytes = readFileSync(join(here, path));
      const { format } = bestOf(await recogniseSource(inputOf(bytes, { name: path })));
      const { items } = await collectParsed(format, bytes);
      const named = items.flatMap((item) => [
        ...(item.span.member === undefined ? [] : [[item.span.member, item.span.length] as const]),
        ...(item.attachments ?? []).map((file) => [file.member ?? [], file.sizeInBytes] as const),
      ]);
      const opened: (readonly [readonly string[], number | undefined])[] = [];
      for (const [member] of named) {
        const content = await openMailMember(bytesToSource(bytes), member, defaultLimits);
        opened.push([member, content?.length]);
      }
      expect(opened).toEqual(named);
      expect(
        await openMailMember(bytesToSource(bytes), ["part 99"], defaultLimits),
      ).toBeUndefined();
    }
  });
});
