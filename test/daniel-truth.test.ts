import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { factsSchema } from "@holdfast/evidence";
import { expect, it } from "vitest";

import { giftCard, paymentAddress, stranger } from "../fixtures/story/daniel/facts.mjs";
import { truth } from "../fixtures/story/daniel/truth.mjs";
import { paymentAddress as mayasAddress } from "../fixtures/story/maya/facts.mjs";
import { describeTruth, readFixture } from "./case-truth.ts";

const known = truth();
describeTruth("daniel", known);

const fromStranger = async (): Promise<
  readonly { readonly day: string; readonly text: string }[]
> => {
  const { items } = await readFixture("daniel/whatsapp/WhatsApp Chat with +1 202-555-0152.zip");
  return items.flatMap(({ from, time, text }) =>
    from?.value === stranger.phone && time.kind === "wall"
      ? [{ day: time.local.slice(0, 10), text: text ?? "" }]
      : [],
  );
};

it("shows a burst that fades, day by day", async () => {
  const counts: Record<string, number> = {};
  for (const { day } of await fromStranger()) counts[day] = (counts[day] ?? 0) + 1;
  expect(counts).toEqual(known.fromTheStranger);
  const [, ...afterTheCall] = Object.values(counts);
  expect(afterTheCall).toEqual([...afterTheCall].sort((a, b) => b - a));
});

it("is asked for more after he paid", async () => {
  const { items } = await readFixture("daniel/whatsapp/WhatsApp Chat with +1 202-555-0152.zip");
  const texts = items.map(({ text }) => text ?? "");
  const paid = texts.indexOf(giftCard);
  const more = texts.findIndex((text) => text.startsWith(known.threat.demand));
  expect(paid).toBeGreaterThan(0);
  expect(more).toBeGreaterThan(paid);
});

it("has facts that the case accepts, and is a case of strangers", () => {
  const path = join(import.meta.dirname, "../fixtures/daniel.facts.json");
  const facts = factsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  expect(facts.strangers).toBe(true);
});

it("names nobody under 18", () => {
  const story = JSON.stringify(known.files);
  const ages = [...story.matchAll(/\b(?:You said|yes|I am|am) (\d\d)\b|"(\d\d)\./g)].flatMap(
    (match) => match.slice(1).filter((age) => age !== undefined),
  );
  expect(ages.length).toBeGreaterThan(1);
  expect(ages.every((age) => Number(age) >= 18)).toBe(true);
});

/** BIP 173: the checksum of a segwit address comes out as 1. */
const bech32Checksum = (address: string): number => {
  const letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const [prefix = "", data = ""] = address.split(/1(?=[^1]*$)/);
  const codes = prefix.split("").map((letter) => letter.charCodeAt(0));
  const values = [
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...data.split("").map((letter) => letters.indexOf(letter)),
  ];
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  return values.reduce((before, value) => {
    const top = before >>> 25;
    const shifted = ((before & 0x1ffffff) << 5) ^ value;
    return generators.reduce(
      (sum, generator, i) => ((top >> i) & 1 ? sum ^ generator : sum),
      shifted,
    );
  }, 1);
};

it("has payment addresses of nobody: zeros, with checksums that are right", () => {
  expect(paymentAddress.slice(4, -6)).toMatch(/^q{32}$/);
  expect(bech32Checksum(paymentAddress)).toBe(1);
  const twice = createHash("sha256")
    .update(createHash("sha256").update(Buffer.alloc(21)).digest())
    .digest();
  // Base58: one "1" for each leading zero byte, then the four bytes of the checksum as a number.
  const digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const checksum = mayasAddress
    .replace(/^1+/, "")
    .split("")
    .reduce((sum, digit) => sum * 58 + digits.indexOf(digit), 0);
  expect(mayasAddress).toMatch(/^1{21}[^1]/);
  expect(checksum).toBe(twice.readUInt32BE(0));
});

it("has a gift card that no shop would take", () => {
  const sum = giftCard
    .replaceAll("-", "")
    .split("")
    .reduceRight(
      ({ total, isDoubled }, digit) => {
        const value = Number(digit) * (isDoubled ? 2 : 1);
        return { total: total + (value > 9 ? value - 9 : value), isDoubled: !isDoubled };
      },
      { total: 0, isDoubled: false },
    ).total;
  expect(sum % 10).not.toBe(0);
});
