import { readFileSync } from "node:fs";
import { join } from "node:path";

import { bytesToSource, type Item, type Note } from "@holdfast/evidence";
import { defaultLimits, takeIn } from "@holdfast/intake";
import { describe, expect, it } from "vitest";

import { truth } from "../fixtures/story/truth.mjs";

const known = truth();
const folder = join(import.meta.dirname, "../fixtures/maya");

interface Found {
  readonly format: string;
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
}

const read = async (path: string): Promise<Found> => {
  const source = bytesToSource(Uint8Array.from(readFileSync(join(folder, path))));
  const name = path.slice(path.lastIndexOf("/") + 1);
  const taken = await takeIn({
    source,
    name,
    limits: defaultLimits,
    onParserError: (error) => {
      throw error;
    },
  });
  const items: Item[] = [];
  const notes: Note[] = [];
  for await (const batch of taken.parsed) {
    for (const parsed of batch) {
      if (parsed.kind === "item") items.push(parsed.item);
      else notes.push(parsed.note);
    }
  }
  return { format: taken.best.format.id, items, notes };
};

const countKinds = (items: readonly Item[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

describe.each(Object.entries(known.files))("Maya's %s", (path, expected) => {
  it("is what it is, with the items that are in it and the notes that it needs", async () => {
    const { format, items, notes } = await read(path);
    expect(format).toBe(expected.format);
    if (expected.items !== undefined) expect(countKinds(items)).toEqual(expected.items);
    expect(notes.map((note) => note.code)).toEqual(expect.arrayContaining(expected.notes ?? []));
  });

  if (expected.messages !== undefined) {
    it("gives every message with its sender, its wall time and its words", async () => {
      const { items } = await read(path);
      const messages = items.filter(({ kind }) => kind === "message" || kind === "call");
      expect(messages.map(toMessageTruth)).toEqual(
        expected.messages?.map(({ key: _, ...message }) => message),
      );
    });
  }

  if (expected.mails !== undefined) {
    it("gives its mails with sender, instant, subject and what the receiving server said", async () => {
      const { items } = await read(path);
      for (const mail of expected.mails ?? []) {
        const found = items.find(
          (item) => item.subject === mail.subject && item.from?.value === mail.from,
        );
        expect(found?.time).toMatchObject({ kind: "instant", at: Date.parse(mail.at) });
        const details = found?.details?.kind === "email" ? found.details : undefined;
        if (mail.authentication !== undefined) {
          expect(details?.authenticationResults[0]).toContain(`spf=${mail.authentication}`);
        }
        if (mail.authenticationResults !== undefined) {
          expect(details?.authenticationResults).toHaveLength(mail.authenticationResults);
          expect(found?.flags).toContain("sender-not-verified");
        }
        if (mail.remoteContentCount !== undefined) {
          expect(details?.remoteContentCount).toBe(mail.remoteContentCount);
          expect(found?.flags).toContain("remote-content-not-loaded");
        }
        if (mail.attachments !== undefined) {
          expect(found?.attachments?.map(({ name }) => name)).toEqual(mail.attachments);
        }
      }
    });
  }

  if (expected.taken !== undefined || expected.created !== undefined) {
    it("tells when it was made", async () => {
      const at = Date.parse(
        expected.created ?? `${expected.taken?.local}${expected.taken?.offset}`,
      );
      expect((await read(path)).items[0]?.time).toMatchObject({ kind: "instant", at });
    });
  }

  if (expected.locationPresent === true || expected.durationMs !== undefined) {
    it("tells its length, and that a place is in it, never the place", async () => {
      const { items } = await read(path);
      expect(items[0]?.details).toMatchObject({
        ...(expected.durationMs === undefined ? {} : { durationMs: expected.durationMs }),
        locationPresent: expected.locationPresent === true,
      });
      expect(JSON.stringify(items)).not.toMatch(/latitude|longitude|gps/i);
    });
  }

  if (expected.refused !== undefined) {
    it("refuses the entries that lead outside, by name, and keeps the rest", async () => {
      const { items, notes } = await read(path);
      expect(
        notes.flatMap((note) => (note.code === "entry_path_unsafe" ? [note.detail] : [])),
      ).toEqual(expected.refused);
      expect(JSON.stringify(items)).not.toContain("must never leave");
    });
  }
});

describe("Maya's searches", () => {
  it("have something to find in the items' words", async () => {
    const texts: string[] = [];
    for (const path of Object.keys(known.files)) {
      for (const item of (await read(path)).items) texts.push(item.text ?? "");
    }
    for (const { finds } of known.searches) {
      expect(texts.some((text) => text.includes(finds))).toBe(true);
    }
  });
});

const toMessageTruth = (item: Item) => {
  const has = (flag: NonNullable<Item["flags"]>[number]): boolean =>
    item.flags?.includes(flag) === true;
  const attached = item.attachments?.find(({ present }) => present)?.name;
  const wordless = attached !== undefined || has("media-omitted") || has("deleted");
  return {
    ...(item.time.kind === "wall"
      ? { local: item.time.local, precision: item.time.precision }
      : { local: item.time.kind }),
    ...(has("system") ? { system: true } : { from: item.from?.value }),
    ...(item.kind === "call" ? { call: true } : {}),
    // Marks of direction stay in the item's text; the truth is about words.
    ...(wordless ? {} : { text: item.text?.replaceAll("\u200e", "") }),
    ...(has("edited") ? { edited: true } : {}),
    ...(has("deleted") ? { deleted: true } : {}),
    ...(attached === undefined ? {} : { attached }),
    ...(has("media-omitted") ? { mediaOmitted: true } : {}),
  };
};
