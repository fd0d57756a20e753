import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toOriginal } from "./mapped-text.ts";
import { undisguise } from "./undisguise.ts";

const plainOf = (text: string): string => undisguise(text).plain.text;
const seenOf = (text: string): string => undisguise(text).seen.text;

describe("undisguise", () => {
  it.each([
    ["Cyrillic letters in Latin words", "I rесоrdеd уоu", "I recorded you"],
    [
      "a word all of lookalikes in a Latin text",
      "send the money to my ВТС wallet today",
      "send the money to my BTC wallet today",
    ],
    ["zero-width characters", "bit\u200bco\u200bin", "bitcoin"],
    ["soft hyphens", "pass\u00adword", "password"],
    ["marks of direction", "\u202eevil\u202c", "evil"],
    ["digits for letters", "b1tc0in and v1deo", "bitcoin and video"],
    ["spread letters", "send b i t c o i n now", "send bitcoin now"],
    ["dotted letters", "p.a.y me", "pay me"],
    ["entities", "your p&#97;ssword &amp; more", "your password & more"],
    ["quoted prefixes", "> > I recorded\n> you", "I recorded\nyou"],
  ])("undoes %s", (_, text, plain) => {
    expect(plainOf(text)).toBe(plain);
  });

  it("reads a base64 part as its words", () => {
    const coded = Buffer.from(
      "I have recorded you through your webcam. Pay me in bitcoin.",
    ).toString("base64");
    expect(plainOf(`Content-Transfer-Encoding: base64\n\n${coded}`)).toContain(
      "recorded you through your webcam",
    );
  });

  it("reads quoted-printable where a mail's source was pasted", () => {
    expect(plainOf("Vous devez payer 500=E2=82=AC en bit=\ncoin. J=C3=A9 te vois.")).toContain(
      "500€ en bitcoin. Jé",
    );
  });

  it("shows of a page what a person sees", () => {
    const page = `<html><head><title>x</title></head><body><p>I recorded<span style="display:none">lorem ipsum dolor</span> you.</p><font size="0">weather report</font><p>Pay.</p></body></html>`;
    expect(
      seenOf(page)
        .split(/\s+/)
        .filter((word) => word !== ""),
    ).toEqual(["I", "recorded", "you.", "Pay."]);
  });

  it("leaves a text of another script as it is", () => {
    const text = "Я знаю, где ты живёшь. Плати.";
    expect(plainOf(text)).toBe(text);
    expect(undisguise(text).isDisguised).toBe(false);
  });

  it("leaves addresses letter by letter in what is seen", () => {
    const address = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2";
    expect(seenOf(`to ${address} now`)).toContain(address);
  });

  it("leaves what is hidden by an element that never ends", () => {
    expect(seenOf(`<p>a</p><div style="display:none">I will send it`)).toContain("I will send it");
  });

  it("knows for every character where it stood, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        for (const mapped of Object.values(undisguise(text)).filter(
          (one) => typeof one === "object",
        )) {
          expect(mapped.starts).toHaveLength(mapped.text.length);
          expect(mapped.ends).toHaveLength(mapped.text.length);
          for (let at = 0; at < mapped.text.length; at += 1) {
            const { start, end } = toOriginal(mapped, { start: at, end: at + 1 });
            expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : (mapped.starts[at - 1] ?? 0));
            expect(end).toBeLessThanOrEqual(text.length);
            expect(end).toBeGreaterThan(start);
          }
        }
      }),
    );
  });

  it("reads pieces of markup of any shape without losing words outside of it", () => {
    const piece = fc.constantFrom(
      "<div>",
      "</div>",
      "<span hidden>",
      "</span>",
      "<!--",
      "-->",
      "word",
      "<br/>",
      "<style>",
      "</style>",
      "&amp;",
      "<",
      ">",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(typeof plainOf(pieces.join(" "))).toBe("string");
      }),
    );
  });
});
