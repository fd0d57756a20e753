import { readFileSync } from "node:fs";
import { join } from "node:path";

import { bytesToSource, type Item, type Note, utcMsToIso } from "@holdfast/evidence";
import { defaultLimits, takeIn } from "@holdfast/intake";
import { describe, expect, it } from "vitest";

import type { FileTruth } from "../fixtures/story/truth-shapes.mjs";

export interface Found {
  readonly format: string;
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
}

/** What intake reads in a file of an example; `path` below fixtures. */
export const readFixture = async (path: string): Promise<Found> => {
  const source = bytesToSource(
    Uint8Array.from(readFileSync(join(import.meta.dirname, "../fixtures", path))),
  );
  const taken = await takeIn({
    source,
    name: path.slice(path.lastIndexOf("/") + 1),
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

interface CaseTruth {
  readonly files: Readonly<Record<string, FileTruth>>;
  readonly searches: readonly { readonly words: string; readonly finds: string }[];
}

/** The files about which the truth says something of this name, with what it says. */
const filesWith = <Name extends keyof FileTruth>(
  known: CaseTruth,
  name: Name,
): readonly (readonly [string, NonNullable<FileTruth[Name]>])[] =>
  Object.entries(known.files).flatMap(([path, file]) => {
    const said = file[name];
    return said === undefined ? [] : [[path, said] as const];
  });

const hasFlag = (item: Item, flag: NonNullable<Item["flags"]>[number]): boolean =>
  item.flags?.includes(flag) === true;

const toMessageTruth = (item: Item) => {
  const attached = item.attachments?.find(({ present }) => present)?.name;
  const isOmitted = hasFlag(item, "media-omitted");
  const isDeleted = hasFlag(item, "deleted");
  const hasWords = attached === undefined && !isOmitted && !isDeleted;
  return {
    ...(item.time.kind === "wall"
      ? { local: item.time.local, precision: item.time.precision }
      : { local: item.time.kind }),
    ...(hasFlag(item, "system") ? { system: true } : { from: item.from?.value }),
    ...(item.kind === "call" ? { call: true } : {}),
    // Marks of direction stay in the item's text; the truth is about words.
    ...(hasWords ? { text: item.text?.replaceAll("\u200e", "") } : {}),
    ...(hasFlag(item, "edited") ? { edited: true } : {}),
    ...(isDeleted ? { deleted: true } : {}),
    ...(attached === undefined ? {} : { attached }),
    ...(isOmitted ? { mediaOmitted: true } : {}),
  };
};

const toMailTruth = (item: Item | undefined) => {
  const details = item?.details?.kind === "email" ? item.details : undefined;
  return {
    from: item?.from?.value,
    at: item?.time.kind === "instant" ? utcMsToIso(item.time.at) : item?.time.kind,
    subject: item?.subject,
    authentication: /spf=(\w+)/.exec(details?.authenticationResults[0] ?? "")?.[1],
    authenticationResults: details?.authenticationResults.length,
    remoteContentCount: details?.remoteContentCount,
    attachments: item?.attachments?.map(({ name }) => name),
  };
};

/** "This one proves something" is for readers of the truth. */
const withoutKey = <T extends { readonly key?: true }>(said: T): Omit<T, "key"> => {
  const { key, ...rest } = said;
  return key === undefined ? said : rest;
};

const countKinds = (items: readonly Item[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** Holds what intake reads against what the story says. `folder` is the case's own below fixtures. */
export const describeTruth = (folder: string, known: CaseTruth): void => {
  const read = (path: string): Promise<Found> => readFixture(`${folder}/${path}`);

  describe(`what intake reads in ${folder}`, () => {
    it.each(filesWith(known, "format"))("%s is a %s", async (path, format) => {
      expect((await read(path)).format).toBe(format);
    });

    it.each(filesWith(known, "items"))("%s holds %j", async (path, items) => {
      expect(countKinds((await read(path)).items)).toEqual(items);
    });

    it.each(filesWith(known, "notes"))("%s has the notes %j", async (path, codes) => {
      const found = (await read(path)).notes.map(({ code }) => code);
      expect(codes.filter((code) => !found.some((other) => other === code))).toEqual([]);
    });

    it.each(filesWith(known, "messages"))(
      "%s gives every message with sender, wall time and words",
      async (path, messages) => {
        const { items } = await read(path);
        expect(
          items.filter(({ kind }) => kind === "message" || kind === "call").map(toMessageTruth),
        ).toEqual(messages.map(withoutKey));
      },
    );

    it.each(filesWith(known, "mails"))(
      "%s gives its mails with sender, instant, subject and what the receiving server said",
      async (path, mails) => {
        const { items } = await read(path);
        const found = mails.map(({ from, subject }) =>
          items.find((item) => item.subject === subject && item.from?.value === from),
        );
        expect(found.map(toMailTruth)).toMatchObject(mails.map(withoutKey));
      },
    );

    it.each(filesWith(known, "created"))("%s was made at %s", async (path, created) => {
      expect((await read(path)).items[0]?.time).toMatchObject({
        kind: "instant",
        at: Date.parse(created),
      });
    });

    it.each(filesWith(known, "taken"))("%s was taken at %j", async (path, { local, offset }) => {
      expect((await read(path)).items[0]?.time).toMatchObject({
        kind: "instant",
        at: Date.parse(`${local}${offset}`),
      });
    });

    it.each(filesWith(known, "durationMs"))("%s lasts %i ms", async (path, durationMs) => {
      expect((await read(path)).items[0]?.details).toMatchObject({ durationMs });
    });

    it.each(filesWith(known, "pages"))("%s has %i page", async (path, pages) => {
      expect((await read(path)).items[0]?.details).toMatchObject({ pages });
    });

    it.each(filesWith(known, "locationPresent"))(
      "%s says that a place is in it, and never which",
      async (path) => {
        const { items } = await read(path);
        expect(items[0]?.details).toMatchObject({ locationPresent: true });
        expect(JSON.stringify(items)).not.toMatch(/latitude|longitude|gps|-40\b/i);
      },
    );

    it.each(filesWith(known, "refused"))(
      "%s has %j refused, and the rest kept",
      async (path, refused) => {
        const { items, notes } = await read(path);
        expect(
          notes.filter(({ code }) => code === "entry_path_unsafe").map(({ detail }) => detail),
        ).toEqual(refused);
        expect(JSON.stringify(items)).not.toContain("must never leave");
      },
    );

    it("holds the words of every search", async () => {
      const texts: string[] = [];
      for (const path of Object.keys(known.files)) {
        for (const item of (await read(path)).items) texts.push(item.text ?? "");
      }
      expect(
        known.searches.filter(({ finds }) => !texts.some((text) => text.includes(finds))),
      ).toEqual([]);
    });
  });
};
