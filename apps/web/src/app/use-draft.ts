import { useEffect, useRef, useState, useSyncExternalStore } from "react";

import type { DoorError } from "../door/door.ts";
import { useApp } from "./app-context.ts";
import type { DraftKey } from "./draft-shelf.ts";
import { joinWords } from "./drafts.ts";

export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** The words were begun at another time, and came back. */
  readonly isRestored: boolean;
  /** Why the last words are on this page alone, if they are. */
  readonly isFailing: boolean;
  /** The field is empty then, and nothing of its words is left. */
  readonly throwAway: () => Promise<DoorError | undefined>;
}

/**
 * The words of a field that are not lost when the screen, the place or the page goes. `saved`: what the field begins with; to have
 * it back is to have no draft. A field of another key is another element: `key` it. See [Note: half-written words].
 */
export const useDraft = (key: DraftKey, saved = ""): Draft => {
  const { drafts } = useApp();
  const [text, setText] = useState(saved);
  const [isRestored, setIsRestored] = useState(false);
  const now = useRef(saved);
  const show = (next: string): void => {
    now.current = next;
    setText(next);
  };
  useEffect(() => {
    let isCurrent = true;
    const restore = async (): Promise<void> => {
      const kept = await drafts.read(key);
      if (!isCurrent || kept === undefined) return;
      // A busy place answers late: what was typed meanwhile stands below.
      const isTouched = now.current !== saved && now.current !== kept;
      now.current = isTouched ? joinWords(kept, now.current) : kept;
      setText(now.current);
      setIsRestored(true);
      if (isTouched) drafts.put(key, now.current);
    };
    void restore();
    return () => {
      isCurrent = false;
    };
  }, [drafts, key, saved]);
  return {
    text,
    change: (next) => {
      show(next);
      if (next.trim() === "" || next === saved) void drafts.drop(key);
      else drafts.put(key, next);
    },
    isRestored: isRestored && text !== saved,
    isFailing: useSyncExternalStore(drafts.subscribe, drafts.isFailing),
    throwAway: async () => {
      show(saved);
      setIsRestored(false);
      const dropped = await drafts.drop(key);
      return dropped.ok ? undefined : dropped.error;
    },
  };
};

/** Which half-written words wait, for the lines that lead to them. */
export const useDraftKeys = (): readonly DraftKey[] => {
  const { drafts } = useApp();
  const [keys, setKeys] = useState<readonly DraftKey[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const found = await drafts.keys();
      if (isCurrent) setKeys(found);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [drafts]);
  return keys;
};
