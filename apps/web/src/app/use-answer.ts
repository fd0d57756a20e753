import { useEffect, useState } from "react";

import type { Answer, DoorError } from "../door/door.ts";
import { useDoorState } from "./use-door.ts";

export type Asked<T> =
  | { readonly kind: "asking" }
  | { readonly kind: "failed"; readonly error: DoorError }
  | { readonly kind: "there"; readonly value: T };

/**
 * Asks the door, and asks anew when `ask` is another function or when something in the place changed; what was answered
 * before stays until then. `ask` must be kept by `useCallback`.
 */
export const useAnswer = <T>(ask: (signal: AbortSignal) => Answer<T>): Asked<T> => {
  const state = useDoorState();
  const revision = state.kind === "open" ? state.revision : -1;
  const [asked, setAsked] = useState<Asked<T>>({ kind: "asking" });
  useEffect(() => {
    const leaving = new AbortController();
    const read = async (): Promise<void> => {
      const answer = await ask(leaving.signal);
      if (leaving.signal.aborted) return;
      setAsked(
        answer.ok
          ? { kind: "there", value: answer.value }
          : { kind: "failed", error: answer.error },
      );
    };
    void read();
    return () => leaving.abort();
  }, [ask, revision]);
  return asked;
};
