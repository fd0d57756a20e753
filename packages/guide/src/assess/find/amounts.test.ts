import { describe, expect, it } from "vitest";

import { createWordTable } from "../words/word-table.ts";
import { findAmounts, type MoneyWords } from "./amounts.ts";

const words: MoneyWords = {
  currencies: createWordTable([
    ["dollar*", "USD"],
    ["usd", "USD"],
    ["euro*", "EUR"],
    ["rupees", "INR"],
    ["btc", "BTC"],
  ]),
  multipliers: createWordTable([
    ["k", 1000],
    ["lakh", 100_000],
    ["thousand", 1000],
  ]),
  rupees: "PKR",
};

describe("findAmounts", () => {
  it.each([
    ["pay $500 now", "500", "USD"],
    ["pay $1,450.50 now", "1450.50", "USD"],
    ["pay 1.200 € now", "1200", "EUR"],
    ["pay 1 200,50 euros", "1200.50", "EUR"],
    ["pay 500 us dollars", "500", "USD"],
    ["pay 5 lakh rupees", "500000", "INR"],
    ["pay 1.5k usd", "1500", "USD"],
    ["pay $2k today", "2000", "USD"],
    ["pay rs. 20,000", "20000", "PKR"],
    ["pay r$ 300", "300", "BRL"],
    ["pay 0.05 btc", "0.05", "BTC"],
    ["pay 0,051 btc", "0.051", "BTC"],
    ["pay 500usd", "500", "USD"],
  ])("reads the sum in “%s”", (text, amount, currency) => {
    expect(findAmounts(text, words)).toMatchObject([{ amount, currency }]);
  });

  it("takes no other number for money", () => {
    expect(findAmounts("48 hours, 9 friends, 2026, room 12", words)).toEqual([]);
  });

  it("gives the place of each", () => {
    const text = "first $500, then 300 euros";
    expect(findAmounts(text, words).map(({ start, end }) => text.slice(start, end))).toEqual([
      "$500",
      "300 euros",
    ]);
  });
});
