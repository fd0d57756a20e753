import type { CustodyEntry, ToldEntry } from "./custody.ts";
import type { ExhibitId } from "./ids.ts";

const minuteMs = 60_000;

/** Times inside a copy are cut to the minute: within one, they would tell how much was taken in between two exhibits. */
export const toWholeMinute = (atMs: number): number => Math.floor(atMs / minuteMs) * minuteMs;

/**
 * [Note: told again]
 * Where an entry stands in the log tells how many came before it. So a bag for somebody else opens no old entry of its
 * exhibits: what they say is written once more at the log's end, as `item.show`, and only that is opened.
 *
 * Gives nothing for an entry that such a bag has no business with, or that names an exhibit outside of it.
 */
export const tellAgain = (
  entry: CustodyEntry,
  inBag: ReadonlySet<ExhibitId>,
): ToldEntry | undefined => {
  switch (entry.action) {
    case "item.add": {
      const { salt: _, ...said } = entry;
      return { ...said, at: toWholeMinute(said.at) };
    }
    case "item.verify": {
      const { salt: _, ...said } = entry;
      return { ...said, at: toWholeMinute(said.at) };
    }
    case "derive": {
      const { salt: _, ...said } = entry;
      const isNamed = said.from === undefined || inBag.has(said.from);
      return isNamed ? { ...said, at: toWholeMinute(said.at) } : undefined;
    }
    case "note.add": {
      const { exhibit, text, at } = entry;
      if (exhibit === undefined) return undefined;
      return { at: toWholeMinute(at), action: "note.add", exhibit, text };
    }
    case "case.create":
    case "export":
    case "export.sealed":
    case "disclose":
    case "timestamp.request":
    case "timestamp.ok":
    case "timestamp.fail":
    case "key.change":
    case "backup":
    case "restore":
    case "item.withdraw":
    case "item.show":
    case "log.fill":
    case "item.erase":
      return undefined;
  }
};
