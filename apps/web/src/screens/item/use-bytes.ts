import type { ExhibitId } from "@holdfast/evidence";
import { useEffect, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import type { DoorError } from "../../door/door.ts";
import type { ShownBytes } from "../../door/seeing.ts";

export interface BytesRef {
  readonly exhibit: ExhibitId;
  readonly member?: readonly string[];
}

export type BytesState =
  | { readonly kind: "closed" }
  | { readonly kind: "opening" }
  | { readonly kind: "failed"; readonly error: DoorError }
  | { readonly kind: "open"; readonly bytes: ShownBytes };

/** Bytes come when they are asked for, and go with the screen. */
export const useBytes = (
  of: BytesRef,
): { readonly state: BytesState; readonly open: () => void; readonly close: () => void } => {
  const { door } = useApp();
  const [state, setState] = useState<BytesState>({ kind: "closed" });
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const open = async (): Promise<void> => {
    const mine = new AbortController();
    stopping.current = mine;
    setState({ kind: "opening" });
    const answer = await door.see.bytes(of, { signal: mine.signal });
    if (mine.signal.aborted) return;
    setState(
      answer.ok ? { kind: "open", bytes: answer.value } : { kind: "failed", error: answer.error },
    );
  };
  return {
    state,
    open: () => void open(),
    close: () => {
      stopping.current?.abort();
      setState({ kind: "closed" });
    },
  };
};

/** An address for the page itself, taken back when it is not shown any more. */
export const useObjectUrl = (blob: Blob): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
};
