import type { Item, Party } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type HeldItem,
  itemAt,
  joinConversations,
  mailOf,
  theirWords,
  wordsOfItem,
} from "./join-conversations.ts";

let offset = 0;
const message = (text: string, more: Partial<Item> = {}): HeldItem => {
  offset += 10;
  return {
    exhibits: ["ev-0001"],
    item: {
      kind: "message",
      span: { offset, length: 10 },
      time: { kind: "unknown" },
      text,
      ...more,
    },
  };
};
const mail = (text: string, more: Partial<Item> = {}): HeldItem =>
  message(text, { kind: "email", ...more });

const arlo = { scheme: "name", value: "Arlo" } as const;
const maya = { scheme: "name", value: "Maya" } as const;
const parties: readonly Party[] = [
  { id: "a", role: "threatening", handles: [arlo] },
  { id: "m", role: "self", handles: [maya] },
];

describe("joinConversations", () => {
  it("makes one text of each conversation, in order, with a blank line between", () => {
    const { conversations } = joinConversations([
      message("one", { thread: "A" }),
      message("other", { thread: "B" }),
      message("two", { thread: "A" }),
    ]);
    expect(conversations.map(({ text }) => text)).toEqual(["one\n\ntwo", "other"]);
  });

  it("keeps each mail by itself, with its subject and what is known of it", () => {
    const me = { scheme: "email", value: "me@example.org" } as const;
    const { conversations } = joinConversations([
      mail("pay", { subject: "I know", from: me, to: [me] }),
      mail("again"),
    ]);
    expect(conversations).toMatchObject([
      { text: "I know\n\npay", mail: { senderIsReceiver: true, hasPicture: false } },
      { text: "again", mail: { senderIsReceiver: false } },
    ]);
  });

  it("leaves out the oldest when there is too much, and says how many", () => {
    const { conversations, itemsLeftOut } = joinConversations(
      [message("aaaa"), message("bbbb"), message("cccc")],
      9,
    );
    expect(conversations.map(({ text }) => text)).toEqual(["bbbb\n\ncccc"]);
    expect(itemsLeftOut).toBe(1);
  });

  it("counts what it leaves out of a long chat", () => {
    const { conversations, itemsLeftOut } = joinConversations(
      (function* () {
        for (let count = 0; count < 25_000; count += 1) yield message("word");
      })(),
      400,
    );
    expect(conversations[0]?.parts).toHaveLength(100);
    expect(itemsLeftOut).toBe(24_900);
  });

  it("leads every stretch back to the words of its item", () => {
    const texts = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), (all, at) => {
        const items = all.map((text) => message(text));
        for (const conversation of joinConversations(items).conversations) {
          const start = at % (conversation.text.length + 1);
          const found = itemAt(conversation, { start, end: conversation.text.length });
          if (found === undefined) continue;
          const held = items.find(({ item }) => item.span.offset === found.part.source.offset);
          expect(held).toBeDefined();
          if (held === undefined) continue;
          const quote = wordsOfItem(held.item).slice(found.start, found.end);
          expect(conversation.text.slice(start, start + quote.length)).toBe(quote);
        }
      }),
    );
  });
});

describe("theirWords", () => {
  it("hears those who threaten, where it was said who that is", () => {
    const isHeard = theirWords(parties);
    const froms = [arlo, maya, { scheme: "name", value: "Noor" } as const, undefined];
    expect(
      froms.map((from) => isHeard(message("x", from === undefined ? {} : { from }).item)),
    ).toEqual([true, false, false, false]);
  });

  it("hears everybody but the person where nobody was named", () => {
    const isHeard = theirWords(parties.filter(({ role }) => role === "self"));
    expect(isHeard(message("x", { from: maya }).item)).toBe(false);
    expect(isHeard(message("x", { from: arlo }).item)).toBe(true);
    expect(isHeard(message("x").item)).toBe(true);
  });
});

describe("mailOf", () => {
  it("knows whether a picture came with it", () => {
    const attachments = [{ name: "a.jpg", present: true, mediaType: "image/jpeg" }];
    expect(mailOf(mail("look", { attachments }).item)?.hasPicture).toBe(true);
  });
});
