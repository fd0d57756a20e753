import { type Item, parsedSchema, streamOf } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createWordsSource } from "./words-source.ts";
import { type WordsLabels, writeWords } from "./write-words.ts";

const labels: WordsLabels = {
  head: "The words of “Chat with Robin.zip”.",
  timeNotKnown: "time not known",
  fileNotHere: (kind, name) => `(${kind}: ${name}, not here)`,
};
const message = (text: string, more: Partial<Item> = {}): Item => ({
  kind: "message",
  span: { offset: 9_000, length: 10, member: ["_chat.txt"] },
  time: { kind: "wall", local: "2026-03-05T21:14:00", precision: "minute", basis: "export-text" },
  from: { scheme: "name", value: "Robin" },
  thread: "Robin",
  text,
  ...more,
});

const written = (items: readonly Item[]) => {
  const pieces = [...writeWords(labels, items)];
  const text = pieces.map((piece) => piece.text).join("");
  return { text, parsed: pieces.flatMap((piece) => piece.parsed) };
};
const picture = `data:image/png;base64,iVBORw0KGgo${"A".repeat(200)}`;

describe("the words of kept items", () => {
  it("are who, when and what, with files by name", () => {
    const { text } = written([
      message("Pay by Friday\n05/03/2026, 21:15 - Maya: yes"),
      message("", { attachments: [{ name: "IMG-1.jpg", present: true, sizeInBytes: 5 }] }),
      message("later", { time: { kind: "unknown" } }),
    ]);
    expect(text).toBe(
      [
        "The words of “Chat with Robin.zip”.",
        "",
        "",
        "--- Robin ---",
        "[2026-03-05 21:14] Robin: Pay by Friday",
        "    05/03/2026, 21:15 - Maya: yes",
        "[2026-03-05 21:14] Robin: (message: IMG-1.jpg, not here)",
        "[time not known] Robin: later",
        "",
      ].join("\n"),
    );
  });

  it("hold nothing of a file but its name", () => {
    const { text, parsed } = written([
      message("look", {
        attachments: [
          {
            name: "IMG-1.jpg",
            present: true,
            mediaType: "image/jpeg",
            sizeInBytes: 123_456,
            member: ["IMG-1.jpg"],
          },
        ],
      }),
      {
        kind: "picture",
        span: { offset: 0, length: 777, member: ["harbour.jpg"] },
        time: { kind: "unknown" },
        details: {
          kind: "media",
          mediaType: "image/jpeg",
          widthInPixels: 4_321,
          locationPresent: true,
        },
      },
      message(picture),
    ]);
    const all = text + JSON.stringify(parsed);
    expect(all).toContain("harbour.jpg");
    for (const trace of ["123456", "4321", "image/jpeg", "iVBORw0KGgo"]) {
      expect(all).not.toContain(trace);
    }
    expect(parsed.map((one) => (one.kind === "note" ? one.note.code : one.item.kind))).toEqual([
      "message",
      "picture_not_kept",
      "message",
      "picture_not_kept",
    ]);
  });

  it("keep the headers of a mail", () => {
    const { text } = written([
      {
        kind: "email",
        span: { offset: 0, length: 9 },
        time: { kind: "unknown" },
        subject: "Friday",
        text: "Pay.",
        details: {
          kind: "email",
          headers: [
            ["From", "robin@example.org"],
            ["Subject", "Friday"],
            ["Face", picture],
          ],
          authenticationResults: [],
          dkimSignatures: [],
          remoteContentCount: 0,
        },
      },
    ]);
    expect(text).toContain(
      "[time not known] From: robin@example.org\n    Subject: Friday\n    Face: [not kept]\n    \n    Pay.\n",
    );
  });

  it("give every item its place in the text, whatever was written", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 20 }),
        (texts) => {
          const { text, parsed } = written(texts.map((one) => message(one)));
          const bytes = new TextEncoder().encode(text);
          for (const one of parsed) {
            expect(parsedSchema.safeParse(one).success).toBe(true);
            const { span } = one.kind === "item" ? one.item : one.note;
            const place = new TextDecoder().decode(
              bytes.subarray(span.offset, span.offset + span.length),
            );
            expect(place.startsWith("[2026-03-05 21:14] Robin:")).toBe(true);
            expect(place.endsWith("\n")).toBe(true);
          }
        },
      ),
    );
  });
});

it("a text that is written while it is read is the same at any place and in any chunks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "grapheme" }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 50 }),
      fc.nat(100),
      async (pieces, chunk, place) => {
        const whole = new TextEncoder().encode(pieces.join(""));
        const source = createWordsSource(() => pieces, whole.length);
        const read: number[] = [];
        for await (const bytes of streamOf(source, chunk)) read.push(...bytes);
        expect(read).toEqual([...whole]);
        expect(await source.read(place, chunk)).toEqual(whole.slice(place, place + chunk));
      },
    ),
  );
});
