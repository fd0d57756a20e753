import { fileURLToPath } from "node:url";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { createDiskContent } from "../drivers/node/index.ts";
import { simpleFold } from "../testing/simple-fold.ts";
import { assess, type AssessDeps } from "./assess.ts";
import type { GuideFacts } from "./facts.ts";
import { loadAssess } from "./load-assess.ts";

let deps: AssessDeps;
beforeAll(async () => {
  const content = createDiskContent(fileURLToPath(new URL("../../../../content", import.meta.url)));
  const loaded = await loadAssess(content, simpleFold);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  deps = loaded.value;
});

const massMail = `I am a hacker and I have full access to your device. I installed a trojan on it.
I recorded you through your webcam while you were watching porn. I copied all your contacts.
If you do not pay $950 in bitcoin to 1111111111111111111114oLvT2 within 48 hours, I will send the video to everyone.
Do not reply to this mail, it cannot be traced. After the payment I will delete everything.`;

const of = (text: string, facts: GuideFacts = {}) =>
  assess(deps, facts, text === "" ? [] : [{ text }]);

describe("assess", () => {
  it("calls a stock mail a mass bluff, with its reasons", () => {
    const { scenario, gates, credibility, threat, reasons } = of(massMail, {
      channel: "email",
      proof: "none",
    });
    expect(scenario).toBe("mass-bluff");
    expect(gates).toEqual([]);
    expect(credibility).toBe("claim-only");
    expect(threat.demands).toEqual([{ kind: "money", amount: "950", currency: "USD" }]);
    expect(threat.deadline?.minutes).toBe(2880);
    expect(threat.payment).toMatchObject([{ network: "bitcoin", valid: true }]);
    expect(reasons.map(({ indicator }) => indicator)).toContain("claims-webcam-recording");
  });

  it.each([
    [
      "a name that stands nowhere in the stock",
      "Nobody at home will laugh when Zephyrine reads that.",
    ],
    ["the same in another language", "Me pregunto lo que dirá Zeferina cuando vuelva del viaje."],
    ["who repaired it", "I put it there when I repaired your laptop."],
    ["that the reader knows them", "You know very well who I am."],
    ["whom they will show it to", "First I show it to Zephyrine."],
  ])("calls a stock mail no mass bluff when it also says: %s", (_, more) => {
    const { scenario, adviceOf, alternatives } = of(`${massMail}\n${more}`, { channel: "email" });
    expect([scenario, adviceOf, ...alternatives]).not.toContain("mass-bluff");
  });

  it("takes a greeting by name, and the names of coins and programs, for stock", () => {
    const greeted = `Hello Zephyrine,\n${massMail}\nThe program is called Pegasus, and you can buy Bitcoin at Paxful.`;
    expect(of(greeted, { channel: "email" }).scenario).toBe("mass-bluff");
  });

  it("calls no mass mail clear by its words alone: only the person knows what was shown", () => {
    expect(of(massMail, { channel: "email" }).certainty).toBe("likely");
    expect(of(massMail, { channel: "email", proof: "none" }).certainty).toBe("clear");
  });

  it.each<[string, GuideFacts]>([
    ["a real picture was shown", { proof: "real-private" }],
    ["it is an ex", { who: "ex" }],
    ["it is a colleague", { who: "colleague" }],
    ["the password is in use", { passwordQuoted: "current" }],
    ["something in an account was changed", { accountChanges: true }],
    ["it was shared already", { alreadyShared: true }],
    ["others were told", { toldOthers: true }],
    ["somebody is in danger", { danger: true }],
    ["it came in a chat", { channel: "instagram" }],
    ["money was paid", { paid: true }],
  ])("never calls it a mass bluff when %s", (_, facts) => {
    const { scenario, alternatives, adviceOf } = of(massMail, facts);
    expect([scenario, ...alternatives, adviceOf]).not.toContain("mass-bluff");
  });

  it("says nothing where nothing is known, and asks the one question", () => {
    expect(of("")).toMatchObject({
      scenario: "unclear",
      certainty: "unclear",
      adviceOf: "unclear",
      gates: [],
      credibility: "unknown",
      askNext: "met-in-person",
      reasons: [],
    });
  });

  it("quotes the original where words were disguised", () => {
    const text = "I rеcоrdеd you with your wеbcаm while you watched porn";
    const { reasons } = of(text);
    const quotes = reasons.flatMap(({ span }) => span?.quote ?? []);
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(text).toContain(quote);
  });

  it("takes no page about such threats for one", () => {
    const page = `Sextortion scams: what to do. Criminals claim that they recorded you and demand bitcoin. If you receive such an email, do not pay. Report it to report@example.org. Victims are not alone.`;
    const { scenario, gates, threat } = of(page);
    expect(scenario).toBe("unclear");
    expect(gates).toEqual([]);
    expect(threat.demands).toEqual([]);
  });

  it("gives the same answer to the same question, and a quote that stands at its place, for any text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "I will send",
        "your pictures",
        "pay me $500",
        "to your family",
        "within 24 hours",
        "kill myself",
        "\n",
        ". ",
        "<b>",
        "&amp;",
        "b i t c o i n",
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join(" ");
        const once = of(text);
        expect(of(text)).toEqual(once);
        const spans = once.reasons.flatMap(({ span }) => span ?? []);
        expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(
          spans.map(({ quote }) => quote),
        );
      }),
    );
  });

  it("never calms about any facts that speak against it", () => {
    const facts = fc.record(
      {
        who: fc.constantFrom<GuideFacts["who"]>(
          "stranger",
          "partner",
          "ex",
          "acquaintance",
          "family",
          "colleague",
          "unknown",
        ),
        proof: fc.constantFrom<GuideFacts["proof"]>(
          "none",
          "real-private",
          "public-only",
          "synthetic",
          "unknown",
        ),
        alreadyShared: fc.boolean(),
        paid: fc.boolean(),
        accountChanges: fc.boolean(),
        passwordQuoted: fc.constantFrom<GuideFacts["passwordQuoted"]>("none", "old", "current"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, (given) => {
        const known: GuideFacts = JSON.parse(JSON.stringify(given));
        const { scenario } = of(massMail, known);
        const speaksAgainst =
          (known.who !== undefined && known.who !== "stranger" && known.who !== "unknown")
          || known.proof === "real-private"
          || known.alreadyShared === true
          || known.paid === true
          || known.accountChanges === true
          || known.passwordQuoted === "current";
        expect(speaksAgainst && scenario === "mass-bluff").toBe(false);
      }),
    );
  });
});
