import type { Answer, Door } from "../door/door.ts";
import type { OpenPlace } from "../door/places.ts";
import type { StartTimer } from "./start-timer.ts";

/**
 * What the words are to become: words that are kept, a note (new, to one exhibit, or one that is being changed), a reply that is
 * looked at before it is sent, first words to somebody.
 */
export type DraftKey =
  "words" | "note" | "reply" | `about/${string}` | `note/${string}` | `tell/${string}`;

/** The half-written words of the place that is open: on its shelf, or on their way there. */
export interface DraftShelf {
  readonly opened: (place: OpenPlace) => void;
  readonly closed: () => void;
  readonly put: (key: DraftKey, text: string) => void;
  readonly read: (key: DraftKey) => Promise<string | undefined>;
  /** What the shelf does not have yet. */
  readonly waiting: (key: DraftKey) => string | undefined;
  readonly drop: (key: DraftKey) => Answer<void>;
  readonly keys: () => Promise<readonly DraftKey[]>;
  readonly flush: () => void;
}

export interface DraftShelfDeps {
  readonly shelf: Door["keep"]["shelf"];
  readonly startTimer: StartTimer;
  /** Whether the last words could be written down. */
  readonly onWritten: (isWritten: boolean) => void;
}

const prefix = "draft/";
const writeWithinMs = 1_000;
/** The shelf takes 2,000,000 characters. More than that is no typing: it is a file. */
const maximumLength = 1_900_000;

export const createDraftShelf = ({ shelf, startTimer, onWritten }: DraftShelfDeps): DraftShelf => {
  /** What could not be written before the place closed waits for that place, and for no other. */
  let place: OpenPlace | undefined;
  let words = new Map<DraftKey, string>();
  let isOpen = false;
  let stopTimer: (() => void) | undefined;

  const write = async (key: DraftKey, text: string): Promise<void> => {
    const into = words;
    const isTooLong = text.length > maximumLength;
    const kept = isTooLong ? undefined : await shelf.set(`${prefix}${key}`, text);
    const isWritten = kept?.ok === true;
    if (isOpen) onWritten(isWritten);
    // More may have been typed meanwhile.
    if (isWritten && into.get(key) === text) into.delete(key);
  };
  const flush = (): void => {
    stopTimer?.();
    stopTimer = undefined;
    if (!isOpen) return;
    for (const [key, text] of words) void write(key, text);
  };
  return {
    opened: (now) => {
      if (place?.id !== now.id) words = new Map();
      place = now;
      isOpen = true;
      flush();
    },
    closed: () => {
      isOpen = false;
      // It is nowhere to be opened again, and its words go with it.
      if (place?.keeps === "nothing") words = new Map();
    },
    put: (key, text) => {
      words.set(key, text);
      stopTimer ??= startTimer(writeWithinMs, flush);
    },
    read: async (key) => {
      const known = words.get(key);
      if (known !== undefined) return known;
      const kept = await shelf.get(`${prefix}${key}`);
      return kept.ok ? kept.value : undefined;
    },
    waiting: (key) => words.get(key),
    drop: (key) => {
      words.delete(key);
      return shelf.remove(`${prefix}${key}`);
    },
    keys: async () => {
      const listed = await shelf.keys();
      const written = listed.ok ? listed.value.flatMap(toDraftKey) : [];
      return [...new Set([...written, ...words.keys()])];
    },
    flush,
  };
};

const toDraftKey = (key: string): readonly DraftKey[] => {
  if (!key.startsWith(prefix)) return [];
  const name = key.slice(prefix.length);
  if (name === "words" || name === "note" || name === "reply") return [name];
  if (name.startsWith("tell/")) return [`tell/${name.slice("tell/".length)}`];
  if (name.startsWith("about/")) return [`about/${name.slice("about/".length)}`];
  return name.startsWith("note/") ? [`note/${name.slice("note/".length)}`] : [];
};
