import type { EventTime, Item } from "@holdfast/evidence";

import type { DoorError } from "../../door/door.ts";
import type { DayCount, See } from "../../door/seeing.ts";
import type { Glimpse } from "./walk.ts";

/** One line of the case, as it stands there. */
export interface ShownLine {
  readonly id: string;
  readonly time: EventTime | undefined;
  readonly from: string | undefined;
  readonly words: string;
  /** A picture or recording that was sent and is not here, as in a chat with a stranger. */
  readonly leftOut?: true;
}

export type Shown =
  | {
      readonly kind: "lines";
      readonly zone: string | undefined;
      readonly lines: readonly ShownLine[];
    }
  | { readonly kind: "days"; readonly days: readonly DayCount[] }
  | { readonly kind: "failed"; readonly error: DoorError };

type Reader = Pick<See, "timeline" | "search" | "days" | "exhibits" | "readCase">;

/** Reads what a station shows out of the place, as every other screen would. */
export const readGlimpse = async (see: Reader, glimpse: Glimpse): Promise<Shown> => {
  switch (glimpse.kind) {
    case "moment": {
      const page = await see.timeline({
        from: Date.parse(glimpse.from),
        to: Date.parse(glimpse.to),
        limit: manyItems,
      });
      if (!page.ok) return failed(page.error);
      // What has no known time stands at the end of every page.
      const known = page.value.entries.filter((entry) => entry.earliestMs !== undefined);
      return shownLines(see, known, glimpse.limit);
    }
    case "mails": {
      const page = await see.timeline({ kinds: ["email"], handles: [glimpse.from] });
      return page.ok ? shownLines(see, page.value.entries, glimpse.limit) : failed(page.error);
    }
    case "found": {
      const found = await see.search({ text: glimpse.text, limit: glimpse.limit });
      return found.ok ? shownLines(see, found.value.hits, glimpse.limit) : failed(found.error);
    }
    case "files": {
      const exhibits = await see.exhibits();
      if (!exhibits.ok) return failed(exhibits.error);
      const lines = exhibits.value
        .map(({ exhibit }) => exhibit)
        .filter(({ originalName }) => glimpse.names.some((name) => originalName.endsWith(name)))
        .map(({ id, originalName }) => ({
          id,
          time: undefined,
          from: undefined,
          words: originalName.slice(originalName.lastIndexOf("/") + 1),
        }));
      return { kind: "lines", zone: undefined, lines };
    }
    case "days": {
      const days = await see.days({ handles: glimpse.handles });
      return days.ok
        ? { kind: "days", days: days.value.days.filter(({ day }) => day >= glimpse.from) }
        : failed(days.error);
    }
    case "nothing":
      return { kind: "lines", zone: undefined, lines: [] };
  }
};

const manyItems = 100;

const failed = (error: DoorError): Shown => ({ kind: "failed", error });

interface Found {
  readonly rowId: number;
  readonly item: Item;
}

const shownLines = async (see: Reader, found: readonly Found[], limit: number): Promise<Shown> => {
  const theCase = await see.readCase();
  if (!theCase.ok) return failed(theCase.error);
  const lines = new Map<string, ShownLine>();
  for (const one of found) {
    const line = toLine(one);
    // A mail that was saved by itself stands in the mailbox too: shown once.
    const key = `${JSON.stringify(line.time)} ${line.words}`;
    if (line.words !== "" && !lines.has(key)) lines.set(key, line);
  }
  return {
    kind: "lines",
    zone: theCase.value.facts.zone,
    lines: [...lines.values()].slice(0, limit),
  };
};

const toLine = ({ rowId, item }: Found): ShownLine => ({
  id: String(rowId),
  time: item.time,
  from: item.from?.value,
  words: wordsOf(item),
  ...(item.attachments?.some(({ present }) => !present) === true ? { leftOut: true } : {}),
});

/** A mail by its subject; everything else by what it says. */
const wordsOf = ({ subject, text, attachments }: Item): string =>
  (subject ?? text ?? attachments?.[0]?.name ?? "").trim();
