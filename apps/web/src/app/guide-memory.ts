import { factsOfCase, type GuideFacts } from "@holdfast/guide";

import type { Door } from "../door/door.ts";
import {
  clearGuideShelf,
  type GuideRecord,
  nothingSaid,
  readGuideShelf,
  writeGuideShelf,
} from "./guide-shelf.ts";

/** What was told to the guide, on the shelf of the open place or in this page alone. See [Note: the guide's memory]. */
export interface GuideMemory {
  readonly record: () => GuideRecord;
  /** What the case itself knows. */
  readonly ofCase: () => GuideFacts;
  readonly put: (part: Partial<GuideRecord>) => void;
  readonly hasPlace: () => boolean;
  readonly isFailing: () => boolean;
  /** The shelf of the place that was opened is still being read. */
  readonly isReading: () => boolean;
  /** Reads the facts of the case anew; `false` when the place went meanwhile. */
  readonly lookAtCase: () => Promise<boolean>;
  /** Everything, off the shelf and out of memory. Gives whether nothing is left. */
  readonly clear: () => Promise<boolean>;
}

export interface GuideMemoryDeps {
  readonly door: Pick<Door, "state" | "subscribe"> & {
    readonly keep: { readonly shelf: Door["keep"]["shelf"] };
    readonly see: Pick<Door["see"], "readCase">;
  };
  /** The place that is being opened is an example: what was told of one's own is not taken there. */
  readonly isExample: () => boolean;
  /** `anew`: another place, or none: nothing that was made of the answers holds any more. */
  readonly onChange: (how: "same" | "anew") => void;
}

export const createGuideMemory = ({ door, isExample, onChange }: GuideMemoryDeps): GuideMemory => {
  const { shelf } = door.keep;
  let record: GuideRecord = nothingSaid;
  let ofCase: GuideFacts = {};
  let isFailing = false;
  let isReading = false;
  let place: string | undefined;

  const write = async (into: string, before: GuideRecord | undefined): Promise<void> => {
    const isWritten = await writeGuideShelf(shelf, before, record);
    if (place !== into || isFailing === !isWritten) return;
    isFailing = !isWritten;
    onChange("same");
  };
  const readCase = async (of: string): Promise<boolean> => {
    const known = await door.see.readCase();
    if (place !== of) return false;
    if (known.ok) ofCase = factsOfCase(known.value.facts, known.value.pictures);
    return true;
  };
  const opened = async (id: string): Promise<void> => {
    place = id;
    isReading = true;
    // What was told before there was a place goes into one's own, and into no example.
    if (isExample()) record = nothingSaid;
    onChange("anew");
    const kept = await readGuideShelf(shelf);
    if (!(await readCase(id))) return;
    isReading = false;
    const loose = record;
    record = joinRecords({ ...nothingSaid, ...kept }, loose);
    onChange("anew");
    if (loose !== nothingSaid) await write(id, undefined);
  };
  const closed = (): void => {
    place = undefined;
    record = nothingSaid;
    ofCase = {};
    isFailing = false;
    isReading = false;
    onChange("anew");
  };
  door.subscribe(() => {
    const now = door.state();
    if (now.kind === "open" && now.place.id !== place) void opened(now.place.id);
    else if (now.kind === "locked" && place !== undefined) closed();
  });

  return {
    record: () => record,
    ofCase: () => ofCase,
    put: (part) => {
      const before = record;
      record = { ...record, ...part };
      onChange("same");
      if (place !== undefined && !isReading) void write(place, before);
    },
    hasPlace: () => place !== undefined,
    isFailing: () => isFailing,
    isReading: () => isReading,
    lookAtCase: () => (place === undefined ? Promise.resolve(true) : readCase(place)),
    clear: async () => {
      record = nothingSaid;
      onChange("anew");
      return place === undefined || clearGuideShelf(shelf);
    },
  };
};

/** What lies there and what was told before it was opened: the newer answer counts, and nothing is lost. */
const joinRecords = (kept: GuideRecord, loose: GuideRecord): GuideRecord => {
  if (loose === nothingSaid) return kept;
  const { facts, passed, text, hearsKept } = loose.answers;
  return {
    answers: {
      facts: { ...kept.answers.facts, ...facts },
      passed: [...new Set([...kept.answers.passed, ...passed])],
      text: text.trim() === "" ? kept.answers.text : text,
      hearsKept: hearsKept || kept.answers.hearsKept,
    },
    states: { ...kept.states, ...loose.states },
    seen: loose.seen ?? kept.seen,
  };
};
