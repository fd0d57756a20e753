import type { Item } from "@holdfast/evidence";

import { expectOk, expectSame } from "../drivers/testing/expectations.ts";
import {
  addItems,
  addTexts,
  chat,
  createVaultIn,
  messageAt,
  messageOnWall,
  noon,
  textsOf,
  type VaultCase,
} from "./vault-place.ts";
import type { SearchQuery } from "../vault.ts";

/** A text and queries that find it. */
const findable: readonly (readonly [text: string, ...queries: string[]])[] = [
  ["Pay 500 DOLLARS by Friday", "dollars", "pay friday", "500", "ollar", "FRI"],
  ["Señora Müller aß im Café", "senora", "MULLER", "cafe", "cafe\u0301", "ass"],
  ["\u202amaya\u200bsays\u202c so\u00adon", "mayasays", "soon"],
  ["میں تمہاری تصویریں سب کو بھیج دوں گا", "تصویریں", "تمھاری", "بھيج", "تصوير"],
  ["سَأُرْسِلُ الصُّوَر إلى الجميع", "سأرسل", "الصور", "الى", "جميع"],
  ["मैं तुम्हारी फ़ोटो सबको भेज दूँगा", "फोटो", "फ़ोटो", "भेज दूँगा", "तुम्हारी"],
  ["我会把照片发给所有人", "照片", "把", "发给所有人", "照片发给"],
  ["ฉันจะส่งรูปให้ทุกคน", "รูป", "ทุกคน", "ส่งรูป"],
  ["写真をみんなに送る", "写真", "みんな", "送"],
  ["ПРИШЛЮ ВСЕМ ёлка", "пришлю", "елка", "всем"],
  ["حوالہ ۵۰۰ روپے", "500", "٥٠٠", "روپے"],
  ["no \u{1F6A4} today", "\u{1F6A4}", "no"],
  ["wallet bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh", "kgdygjrsqtzq", "bc1qxy2"],
];
const notFound = ["dollarz", "friday monday", "rsq friday", "照人", "ow", "ॐ"];

export const searchCases: readonly VaultCase[] = [
  {
    name: "finds words and parts of words in every script, before and after indexing",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, ...findable.map(([text]) => text));
      for (const when of ["before", "after"]) {
        for (const [text, ...queries] of findable) {
          for (const query of queries) {
            const found = textsOf(vault.search({ text: query, limit: 100 }).hits);
            expectSame(found.includes(text), true, `"${query}" ${when} indexing`);
          }
        }
        for (const query of notFound) {
          expectSame(
            textsOf(vault.search({ text: query }).hits),
            [],
            `"${query}" ${when} indexing`,
          );
        }
        expectOk(await vault.indexPending());
      }
      await vault.close();
    },
  },
  {
    name: "finds subjects, names of attached files and who wrote a mail",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const mail: Item = {
        ...messageAt("body", noon(1)),
        kind: "email",
        from: { scheme: "email", value: "robin@example.org" },
        subject: "Last warning",
        attachments: [{ name: "lighthouse.jpg", present: false, missing: "omitted-by-export" }],
      };
      await addItems(vault, [mail]);
      expectOk(await vault.indexPending());
      for (const text of ["warning", "lighthouse", "robin@example.org", "example"]) {
        expectSame(vault.search({ text }).hits.length, 1, text);
      }
      await vault.close();
    },
  },
  {
    name: "gives pages without a hit twice or missing, whole words first, and says when there is more",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const texts = Array.from({ length: 40 }, (_, nth) =>
        nth % 2 === 0 ? `tide ${nth}` : `tides ${nth}`,
      );
      await addTexts(vault, ...texts.slice(0, 30));
      expectOk(await vault.indexPending());
      await addTexts(vault, ...texts.slice(30));
      const found: (string | undefined)[] = [];
      for (let offset = 0; ; offset += 7) {
        const page = vault.search({ text: "TIDE", limit: 7, offset });
        found.push(...textsOf(page.hits));
        if (!page.more) break;
      }
      expectSame(new Set(found).size, texts.length, "different hits");
      expectSame(found.length, texts.length, "hits");
      const first = found.slice(10, 12);
      expectSame(first, ["tide 28", "tide 26"], "whole words of the indexed part, newest first");
      expectSame(vault.search({ text: "  " }), { hits: [], more: false }, "an empty query");
      await vault.close();
    },
  },
  {
    name: "finds and counts within a person, a kind, a platform and a span of days, before and after indexing",
    run: async (place) => {
      const vault = await createVaultIn(place);
      expectOk(vault.setFacts({ zone: "Asia/Karachi" }));
      const toSana: Item = {
        ...messageAt("tide for sana", noon(2), "Maya"),
        to: [{ scheme: "name", value: "Sana" }],
      };
      const never: Item = { ...messageAt("tide some day", 0), time: { kind: "unknown" } };
      await addItems(vault, [
        messageAt("tide one", noon(1)),
        // Five hours east of it the next day has begun; on the wall it is still this one.
        messageAt("tide late", noon(2) + 8 * 3_600_000),
        messageOnWall("tide on the wall", "2026-03-02T23:30:00"),
        toSana,
        { ...messageAt("tide call", noon(4)), kind: "call" },
        never,
      ]);
      await addItems(vault, [messageAt("tide by mail", noon(2), "Sana")], {
        acquisition: { ...chat, formatId: "eml" },
      });
      const found = (query: Omit<SearchQuery, "text">, most = 10) => {
        const asked = { ...query, text: "tide" };
        const texts = textsOf(vault.search(asked).hits)
          .map((text) => text ?? "")
          .toSorted();
        expectSame(
          vault.countHits(asked, most),
          { items: Math.min(most, texts.length), more: texts.length > most },
          `counted ${JSON.stringify(query)}`,
        );
        return texts;
      };
      for (const when of ["before", "after"]) {
        expectSame(found({ handles: ["Sana"] }), ["tide by mail", "tide for sana"], when);
        expectSame(found({ kinds: ["call"] }), ["tide call"], when);
        expectSame(found({ formats: ["eml"] }, 1), ["tide by mail"], when);
        const second = ["tide by mail", "tide for sana", "tide on the wall", "tide some day"];
        expectSame(found({ firstDay: "2026-03-02", lastDay: "2026-03-02" }), second, when);
        expectSame(
          found({ firstDay: "2026-03-03" }, 2),
          ["tide call", "tide late", "tide some day"],
          when,
        );
        expectSame(found({ lastDay: "2026-03-01" }), ["tide one", "tide some day"], when);
        expectSame(found({ handles: ["Sana"], kinds: ["call"] }), [], when);
        expectOk(await vault.indexPending());
      }
      await vault.close();
    },
  },
  {
    name: "knows words that are written nearly the same, and none that is the word itself",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addTexts(vault, "Frida was there", "frieda and Frida", "fridge", "umbrella", "friday");
      expectSame(vault.similarWords("frda"), [], "nothing is indexed yet");
      expectOk(await vault.indexPending());
      expectSame(vault.similarWords("FRDIA"), ["frida"], "two letters in each other's place");
      expectSame(vault.similarWords("frida"), ["frieda", "friday"].toSorted(), "its neighbours");
      expectSame(vault.similarWords("umbrela"), ["umbrella"], "a letter that was left out");
      expectSame(vault.similarWords("fri"), [], "too short to tell");
      expectSame(vault.similarWords("umbrella frida"), [], "two words");
      await vault.close();
    },
  },
  {
    name: "knows where on its day a row stands",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const never: Item = { ...messageAt("some day", 0), time: { kind: "unknown" } };
      await addItems(vault, [
        messageAt("c", noon(2) + 60_000),
        never,
        messageAt("a", noon(1)),
        { ...never, text: "another day" },
      ]);
      await addItems(vault, [messageAt("b", noon(2)), messageAt("d", noon(3))]);
      const dayOf = new Map([
        ["a", "2026-03-01"],
        ["b", "2026-03-02"],
        ["c", "2026-03-02"],
        ["d", "2026-03-03"],
      ]);
      const places = vault
        .timeline({})
        .entries.map(({ rowId, item: { text = "" } }) => [
          text,
          vault.countOnDayBefore(rowId, dayOf.get(text)),
        ]);
      expectSame(
        places,
        [
          ["a", 0],
          ["b", 0],
          ["c", 1],
          ["d", 0],
          ["some day", 0],
          ["another day", 1],
        ],
        "places",
      );
      await vault.close();
    },
  },
];
