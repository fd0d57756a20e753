import { bytesToSource, type PicturesPolicy, sliceSource } from "@holdfast/evidence";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";

import { acquire, type Acquired, type AcquireOptions, type FileToAcquire } from "./acquire.ts";
import { createPictureQuestion } from "./picture-question.ts";
import { createVaultAndIntake } from "./testing/vault-and-intake.ts";

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

const start = async (pictures: PicturesPolicy) => {
  const made = await createVaultAndIntake(pictures);
  closes.push(made.close);
  const run = async (
    file: FileToAcquire,
    options: Partial<AcquireOptions> = {},
  ): Promise<readonly Acquired[]> => {
    const found: Acquired[] = [];
    const all = { signal: new AbortController().signal, withoutMedia: false, ...options };
    for await (const one of acquire(made, file, all)) found.push(one);
    return found;
  };
  return { ...made, run };
};

const textFile = (text: string, name = "a.txt"): FileToAcquire => ({
  source: bytesToSource(new TextEncoder().encode(text)),
  name,
});

/** The first bytes of a PNG of nothing in particular. */
const png = (name: string, last: number): FileToAcquire => ({
  source: bytesToSource(
    Uint8Array.from([
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      0,
      0,
      0,
      13,
      0x49,
      0x48,
      0x44,
      0x52,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      1,
      8,
      6,
      0,
      0,
      last,
    ]),
  ),
  name,
});

const chat = Array.from(
  { length: 3_000 },
  (_, i) => `13/03/2017, 10:${String(i % 60).padStart(2, "0")} - Ann: message ${i}\n`,
).join("");

const mailWithPicture = [
  "From: ann@example.org",
  "Subject: as promised",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain",
  "",
  "you have until friday",
  "--b",
  "Content-Type: image/png",
  "Content-Transfer-Encoding: base64",
  "",
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAA=",
  "--b--",
  "",
].join("\r\n");

/** The head of a WebM file, and one track: 2 is sound, 1 is pictures. */
const webmOf = (kind: number): number[] => [
  0x1a,
  0x45,
  0xdf,
  0xa3,
  0x87,
  0x42,
  0x82,
  0x84,
  0x77,
  0x65,
  0x62,
  0x6d,
  0x18,
  0x53,
  0x80,
  0x67,
  0x8a,
  0x16,
  0x54,
  0xae,
  0x6b,
  0x85,
  0xae,
  0x83,
  0x83,
  0x81,
  kind,
];
const sound = webmOf(2);
const film = webmOf(1);
const recorded = (bytes: readonly number[]): FileToAcquire => ({
  source: bytesToSource(Uint8Array.from(bytes)),
  name: "Voice note 2026-11-26 at 21.14.12.webm",
  kind: "note",
  ownVoice: { mediaType: "audio/webm" },
});

describe("a file that is taken in", () => {
  test("a chat becomes one exhibit with its messages on the timeline", async () => {
    const { vault, run } = await start("all-adult");
    const [kept, ...others] = await run(textFile(chat, "WhatsApp Chat with Ann.txt"));
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      kind: "kept",
      file: {
        format: "whatsapp-txt",
        origin: "received-export",
        items: 3_000,
        itemsByKind: { message: 3_000 },
        alreadyKept: false,
      },
    });
    expect(vault.countItems()).toBe(3_000);
  });

  test("the same bytes again are a second exhibit of one source, and the items stand once", async () => {
    const { vault, run } = await start("all-adult");
    await run(textFile(chat));
    expect(await run(textFile(chat, "b.txt"))).toMatchObject([
      { kind: "kept", file: { alreadyKept: true, items: 0 } },
    ]);
    expect(vault.exhibits()).toHaveLength(2);
    expect(vault.countItems()).toBe(3_000);
  });

  test("what is read back is what was given, whatever words it holds", async () => {
    const { vault, run } = await start("protected");
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: "grapheme" }), async (text) => {
        const given = new TextEncoder().encode(`says: ${text}`);
        const [one] = await run({ source: bytesToSource(given), name: "words.txt" });
        if (one?.kind !== "kept") return;
        const blob = vault.openBlob(one.file.exhibit);
        expect(blob.ok && (await blob.value.read(0, given.length + 1))).toEqual(given);
      }),
      { numRuns: process.env["SLOW"] === "1" ? 1_000 : 20 },
    );
    expect(vault.exhibits().length).toBeGreaterThan(0);
  });

  test("one whose source fails in the middle is not kept, and says so", async () => {
    const { vault, run } = await start("all-adult");
    const { source } = textFile(chat);
    const failing = {
      ...sliceSource(source, 0, source.sizeInBytes),
      read: (): Promise<never> => Promise.reject(new Error("gone")),
    };
    expect(await run({ source: failing, name: "a.txt" })).toEqual([
      { kind: "not-kept", name: "a.txt", error: { code: "source_failed", cause: "gone" } },
    ]);
    expect(vault.exhibits()).toEqual([]);
  });

  test("one that is cancelled while it is parsed leaves no trace", async () => {
    const { vault, run } = await start("all-adult");
    const controller = new AbortController();
    const found = await run(textFile(chat), {
      signal: controller.signal,
      onProgress: ({ step }) => {
        if (step === "reading") controller.abort();
      },
    });
    expect(found).toMatchObject([{ kind: "not-kept", error: { code: "cancelled" } }]);
    expect(vault.exhibits()).toEqual([]);
    expect(vault.countItems()).toBe(0);
    expect(vault.custodyHead().seq).toBe(1);
  });
});

describe("the question about pictures", () => {
  test("is asked at the first picture, once, and its answer is kept", async () => {
    const { vault, run } = await start("unasked");
    const asked: string[] = [];
    const pictureQuestion = createPictureQuestion(({ name }) => {
      asked.push(name);
      return Promise.resolve("all-adult");
    });
    await run(textFile("only words"), { pictureQuestion });
    expect(asked).toEqual([]);
    expect(await run(png("one.png", 1), { pictureQuestion })).toMatchObject([{ kind: "kept" }]);
    expect(await run(png("two.png", 2), { pictureQuestion })).toMatchObject([{ kind: "kept" }]);
    expect(asked).toEqual(["one.png"]);
    expect(vault.readCase().pictures).toBe("all-adult");
  });

  test("put off, is not put again, and no picture is kept meanwhile", async () => {
    const { vault, run } = await start("unasked");
    let asked = 0;
    const pictureQuestion = createPictureQuestion(() => {
      asked += 1;
      return Promise.resolve(undefined);
    });
    const open = [{ kind: "not-kept", error: { code: "picture_question_open" } }];
    expect(await run(png("one.png", 1), { pictureQuestion })).toMatchObject(open);
    expect(await run(png("two.png", 2), { pictureQuestion })).toMatchObject(open);
    expect(asked).toBe(1);
    expect(vault.readCase().pictures).toBe("unasked");
    expect(vault.exhibits()).toEqual([]);
  });

  test("is not asked about a file that is gone, nor about an empty one", async () => {
    const { run } = await start("unasked");
    const pictureQuestion = createPictureQuestion(() => Promise.reject(new Error("asked")));
    const gone = { sizeInBytes: 9, read: () => Promise.reject(new Error("gone")) };
    expect(await run({ source: gone, name: "a.png" }, { pictureQuestion })).toEqual([
      { kind: "not-kept", name: "a.png", error: { code: "source_failed", cause: "gone" } },
    ]);
    const empty = { source: bytesToSource(new Uint8Array(0)), name: "empty.zip" };
    expect(await run(empty, { pictureQuestion })).toMatchObject([{ kind: "kept" }]);
  });

  test("without anybody to ask stays open", async () => {
    const { run } = await start("unasked");
    expect(await run(png("one.png", 1))).toMatchObject([
      { kind: "not-kept", name: "one.png", error: { code: "picture_question_open" } },
    ]);
  });
});

describe("a case that keeps words only", () => {
  test("keeps the words of a mail and names the picture that it did not keep", async () => {
    const { vault, run } = await start("protected");
    const found = await run(textFile(mailWithPicture, "mail.eml"));
    expect(found.map(({ kind }) => kind).toSorted()).toEqual(["kept", "not-kept"]);
    expect(found).toContainEqual(
      expect.objectContaining({ kind: "not-kept", error: { code: "picture_not_kept" } }),
    );
    const [exhibit] = vault.exhibits();
    expect(exhibit).toMatchObject({ origin: "words-only", derivedFrom: { by: "words-only" } });
    const blob = exhibit === undefined ? undefined : vault.openBlob(exhibit.id);
    const words = blob?.ok === true ? await blob.value.read(0, 10_000) : new Uint8Array(0);
    expect(new TextDecoder().decode(words)).toContain("you have until friday");
    expect(new TextDecoder().decode(words)).not.toContain("iVBORw0KGgo");
  });

  test("keeps what the person said into the app themselves, and it stays open", async () => {
    const { vault, run } = await start("protected");
    expect(await run(recorded(sound), { origin: "recollection" })).toMatchObject([
      { kind: "kept", file: { kind: "note", mediaType: "audio/webm", origin: "recollection" } },
    ]);
    expect(vault.lockedExhibits()).toEqual([]);
  });

  test("does not take a film for a voice, whatever it is called", async () => {
    const { vault, run } = await start("protected");
    expect(await run(recorded(film))).toMatchObject([
      { kind: "not-kept", error: { code: "picture_not_kept" } },
    ]);
    expect(
      await run({ source: bytesToSource(Uint8Array.from(sound)), name: "a.webm" }),
    ).toMatchObject([{ kind: "not-kept", error: { code: "recording_not_kept" } }]);
    expect(vault.exhibits()).toEqual([]);
  });

  test("keeps nothing of a picture, not even a hash in the log", async () => {
    const { vault, run } = await start("protected");
    expect(await run(png("one.png", 1))).toEqual([
      { kind: "not-kept", name: "one.png", error: { code: "picture_not_kept" } },
    ]);
    expect(vault.custodyHead().seq).toBe(1);
  });
});
