import { fileURLToPath } from "node:url";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { loadAssess } from "../assess/load-assess.ts";
import { createDiskContent } from "../drivers/node/index.ts";
import { simpleFold } from "../testing/simple-fold.ts";
import { checkDraft } from "./check-draft.ts";
import { draftKinds } from "./draft-kinds.ts";
import { loadReply, type Reply } from "./load-reply.ts";
import { sentenceFor } from "./sentence-for.ts";

let reply: Reply;
beforeAll(async () => {
  const content = createDiskContent(fileURLToPath(new URL("../../../../content", import.meta.url)));
  const assessing = await loadAssess(content, simpleFold);
  if (!assessing.ok) throw new Error(JSON.stringify(assessing.error));
  const loaded = await loadReply(content, simpleFold, assessing.value.languages);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  reply = loaded.value;
});

const marked = (text: string, country?: string) =>
  checkDraft(reply.forChecking, text, country).map(({ start, end, kinds }) => [
    text.slice(start, end),
    ...kinds,
  ]);

describe("checkDraft", () => {
  it("marks what could hurt where it stands", () => {
    expect(marked("Hello. My husband is at home. I hate you!")).toEqual([
      ["My husband", "personal-facts"],
      ["I hate you", "anger"],
    ]);
  });

  it("marks no refusal", () => {
    expect(marked("I will not pay. I am not going to meet you.")).toEqual([]);
    expect(marked("Ich zahle nicht.")).toEqual([]);
  });

  it("does not take the no of another clause for a refusal", () => {
    expect(marked("No, I will pay you.").flatMap(([, ...kinds]) => kinds)).toContain("paying");
  });

  it("marks numbers and addresses as facts, whoever's they are", () => {
    expect(marked("Call 202-555-0143 or a@example.org", "US")).toEqual([
      ["202-555-0143", "personal-facts"],
      ["a@example.org", "personal-facts"],
    ]);
    expect(marked("4000 0000 0000 0002")).toEqual([["4000 0000 0000 0002", "personal-facts"]]);
  });

  it("takes a threat that somebody will be sorry for no apology", () => {
    expect(marked("You will be sorry.")).toEqual([["You will be sorry", "threat-back"]]);
    expect(marked("I am so sorry.").flatMap(([, ...kinds]) => kinds)).toEqual(["apology"]);
  });

  it("hears shouting", () => {
    expect(marked("LEAVE THE TOWN AND ME!!!").flatMap(([, ...kinds]) => kinds)).toContain("anger");
  });

  it("sees through letters that only look like others", () => {
    expect(marked("I hаte yоu")).toEqual([["I hаte yоu", "anger"]]);
  });

  it("gives marks in order, inside the text, that do not overlap, for any text", () => {
    const words = fc.constantFrom(
      ..."please sorry I pay you my husband money hate not meet photo . , !!! 12345678901".split(
        " ",
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const mark of checkDraft(reply.forChecking, text)) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.end).toBeLessThanOrEqual(text.length);
          expect(mark.kinds).toEqual(draftKinds.filter((kind) => mark.kinds.includes(kind)));
          expect(mark.kinds.length).toBeGreaterThan(0);
          ({ end } = mark);
        }
      }),
    );
  });
});

describe("sentenceFor", () => {
  const assessed = { adviceOf: "acquaintance", certainty: "likely", gates: [] } as const;

  it("has one sentence where somebody is known and nothing presses", () => {
    expect(sentenceFor(reply.advice, assessed)?.id).toBe("acquaintance-delete");
  });

  it("has none for strangers, where it is unclear, or where it could be dangerous", () => {
    expect(sentenceFor(reply.advice, undefined)).toBeUndefined();
    expect(sentenceFor(reply.advice, { ...assessed, adviceOf: "money-stranger" })).toBeUndefined();
    expect(sentenceFor(reply.advice, { ...assessed, certainty: "unclear" })).toBeUndefined();
    expect(sentenceFor(reply.advice, { ...assessed, gates: ["danger"] })).toBeUndefined();
  });

  it("marks nothing in the sentences that it offers itself", () => {
    for (const { text } of reply.advice.sentences) expect(marked(text.value)).toEqual([]);
  });
});
