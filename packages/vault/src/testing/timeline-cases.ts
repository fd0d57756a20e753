import type { Item } from "@holdfast/evidence";

import { expectOk, expectSame } from "../drivers/testing/expectations.ts";
import type { Acquisition, CountQuery, TimelineCursor, TimelineQuery, Vault } from "../vault.ts";
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

const allTexts = (vault: Vault, query: TimelineQuery): readonly (string | undefined)[] => {
  const texts: (string | undefined)[] = [];
  let after: TimelineCursor | undefined;
  do {
    const page = vault.timeline({ ...query, ...(after === undefined ? {} : { after }) });
    texts.push(...textsOf(page.entries));
    after = page.next;
  } while (after !== undefined);
  return texts;
};

const certaintyOf = (vault: Vault): readonly unknown[] =>
  vault.timeline({}).entries.map((entry) => [entry.item.text, entry.orderCertain]);

const payment: Item = { ...messageAt("paid", noon(6)), kind: "payment" };

export const timelineCases: readonly VaultCase[] = [
  {
    name: "counts items by the quarter of an hour, or the hour of a wall clock, by sender, format and kind, and shows the same ones",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const mail: Acquisition = { ...chat, formatId: "eml" };
      const unknown: Item = { ...messageAt("some day", 0), time: { kind: "unknown" } };
      const before1970 = messageAt("long ago", -1);
      await addItems(vault, [messageAt("a", noon(1)), messageAt("b", noon(1) + 899_000), unknown]);
      await addItems(vault, [messageAt("m", noon(1), "Sana"), before1970], { acquisition: mail });
      await addItems(vault, [messageOnWall("w", "2026-03-05T21:20:00")]);
      const counted = (query: CountQuery): readonly string[] =>
        vault
          .countBySlot(query)
          .map(({ slot, sender, items }) => `${slot?.startMs} ${slot?.isWall} ${sender} ${items}`)
          .toSorted();
      const wall = noon(5) + 9 * 3_600_000;
      expectSame(
        counted({}),
        [
          "-900000 false Robin 1",
          `${noon(1)} false Robin 2`,
          `${noon(1)} false Sana 1`,
          `${wall} true Robin 1`,
          "undefined undefined Robin 1",
        ].toSorted(),
        "all",
      );
      expectSame(
        counted({ formats: ["eml"] }),
        ["-900000 false Robin 1", `${noon(1)} false Sana 1`],
        "mail",
      );
      expectSame(allTexts(vault, { formats: ["eml"] }), ["long ago", "m"], "mail");
      expectSame(counted({ handles: ["Sana"] }), [`${noon(1)} false Sana 1`], "Sana");
      expectSame(counted({ kinds: ["payment"] }), [], "payments");
      expectSame(
        vault.countHandles().map(({ value, items }) => `${value} ${items}`),
        ["Robin 5", "Sana 1"],
        "handles",
      );
      await vault.close();
    },
  },
  {
    name: "orders items of all sources by their earliest time, the unknown last, page by page",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const unknown: Item = { ...messageAt("some day", 0), time: { kind: "unknown" } };
      await addItems(vault, [messageAt("c", noon(3)), unknown, messageAt("a", noon(1))]);
      await addItems(vault, [messageAt("d", noon(4)), messageAt("b", noon(2))]);
      for (const limit of [1, 2, 5]) {
        expectSame(
          allTexts(vault, { limit }),
          ["a", "b", "c", "d", "some day"],
          `pages of ${limit}`,
        );
      }
      expectSame(vault.timeline({}).entries.at(-1)?.earliestMs, undefined, "an unknown time");
      await vault.close();
    },
  },
  {
    name: "filters by what may overlap, by kind, and by handle as sender or recipient",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const toSana: Item = {
        ...messageAt("to sana", noon(5), "Maya"),
        to: [{ scheme: "name", value: "Sana" }],
      };
      const week: Item = {
        ...messageAt("that week", 0),
        time: { kind: "range", earliest: noon(1), latest: noon(9), basis: "recollection" },
      };
      const never: Item = { ...messageAt("undated", 0), time: { kind: "unknown" } };
      await addItems(vault, [messageAt("early", noon(1)), week, toSana, payment, never]);
      await addItems(vault, [messageAt("sana says", noon(7), "Sana")]);
      const filtered = (query: TimelineQuery) => {
        const paged = allTexts(vault, { ...query, limit: 1 });
        expectSame(allTexts(vault, query), paged, "one page and many");
        return paged;
      };
      expectSame(
        filtered({ from: noon(5), to: noon(6) }),
        ["that week", "to sana", "paid", "undated"],
        "two days",
      );
      expectSame(filtered({ to: noon(2) }), ["early", "that week", "undated"], "the beginning");
      expectSame(filtered({ from: noon(10) }), ["undated"], "afterwards");
      expectSame(filtered({ kinds: ["payment"] }), ["paid"], "payments");
      expectSame(filtered({ handles: ["Sana"] }), ["to sana", "sana says"], "Sana");
      expectSame(filtered({ handles: ["Sana"], from: noon(6) }), ["sana says"], "Sana, later");
      expectSame(
        filtered({ handles: ["Robin"], from: noon(8) }),
        ["that week", "undated"],
        "Robin, later",
      );
      expectSame(filtered({ handles: ["Sana", "Maya"], kinds: ["call"] }), [], "calls");
      expectSame(filtered({ handles: ["nobody"] }), [], "nobody");
      await vault.close();
    },
  },
  {
    name: "puts wall times where the case's zone has them, and moves them when the zone is answered or changed",
    run: async (place) => {
      const vault = await createVaultIn(place);
      await addItems(vault, [messageOnWall("wall noon", "2026-03-10T12:00:00")]);
      await addItems(vault, [
        messageAt("eight", noon(10) - 4 * 3_600_000),
        messageAt("ten", noon(10) - 2 * 3_600_000),
      ]);
      expectSame(
        textsOf(vault.timeline({}).entries),
        ["wall noon", "eight", "ten"],
        "without a zone",
      );
      expectOk(vault.setFacts({ zone: "Europe/Helsinki" }));
      const entry = vault.timeline({}).entries.find(({ item }) => item.text === "wall noon");
      expectSame(
        [entry?.earliestMs, entry?.latestMs],
        [noon(10) - 7_200_000, noon(10) - 7_140_001],
        "in Helsinki",
      );
      expectSame(textsOf(vault.timeline({}).entries).slice(0, 1), ["eight"], "the first");
      expectOk(vault.setFacts({ zone: "Asia/Karachi" }));
      expectSame(textsOf(vault.timeline({}).entries), ["wall noon", "eight", "ten"], "in Karachi");
      expectOk(vault.setFacts({}));
      expectSame(
        certaintyOf(vault),
        [
          ["wall noon", false],
          ["eight", false],
          ["ten", false],
        ],
        "unanswered again",
      );
      await vault.close();
    },
  },
  {
    name: "says that an order is not certain when times of different sources overlap, and trusts one source's own",
    run: async (place) => {
      const vault = await createVaultIn(place);
      expectOk(vault.setFacts({ zone: "Asia/Karachi" }));
      await addItems(vault, [
        messageOnWall("m1", "2026-03-10T12:00:00"),
        messageOnWall("m2", "2026-03-10T12:00:00"),
      ]);
      expectSame(
        certaintyOf(vault),
        [
          ["m1", true],
          ["m2", true],
        ],
        "one source",
      );
      await addItems(vault, [
        messageAt("other", noon(10) - 5 * 3_600_000 + 30_000),
        messageAt("far", noon(20)),
      ]);
      expectSame(
        certaintyOf(vault),
        [
          ["m1", false],
          ["m2", false],
          ["other", false],
          ["far", true],
        ],
        "two sources",
      );
      await vault.close();
    },
  },
  {
    name: "hides a withdrawn exhibit from timeline, search and count, and keeps it",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const exhibit = await addTexts(vault, "withdrawn words");
      await addTexts(vault, "kept words");
      expectOk(await vault.indexPending());
      expectOk(vault.withdraw(exhibit.id));
      expectSame(textsOf(vault.timeline({}).entries), ["kept words"], "the timeline");
      expectSame(textsOf(vault.search({ text: "words" }).hits), ["kept words"], "the hits");
      expectSame(
        [vault.countItems(), vault.exhibits().map((one) => one.withdrawn)],
        [1, [true, false]],
        "the rest",
      );
      await vault.close();
    },
  },
];
