import type { Progress } from "@holdfast/evidence";
import { useEffect, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import type { DoorError } from "../../door/door.ts";
import type { MadeBackup } from "../../door/giving.ts";
import type { TypedSecret } from "./portable-secret.ts";

export type BackupState =
  | { readonly kind: "before"; readonly error?: DoorError }
  | { readonly kind: "making"; readonly progress: Progress | undefined }
  /** Made, and nobody knows yet whether it opens. */
  | { readonly kind: "made"; readonly backup: MadeBackup; readonly error?: DoorError }
  | {
      readonly kind: "trying";
      readonly backup: MadeBackup;
      readonly progress: Progress | undefined;
    }
  | {
      readonly kind: "tried";
      readonly exhibits: number;
      /** Whether it was the saved file, or only the one in memory. */
      readonly isSavedFile: boolean;
    };

export interface BackupRun {
  readonly state: BackupState;
  readonly make: (withPrivateShelf: boolean) => void;
  /** Opens the saved file, or without one the one in memory, as another phone would. */
  readonly test: (saved: File | undefined, secret: TypedSecret) => void;
  readonly stop: () => void;
}

/** A backup counts as saved only when it was opened once. Leaving the screen stops the work. */
export const useBackup = (): BackupRun => {
  const { door } = useApp();
  const [state, setState] = useState<BackupState>({ kind: "before" });
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const start = (): AbortController => {
    stopper.current?.abort();
    const mine = new AbortController();
    stopper.current = mine;
    return mine;
  };

  const make = async (withPrivateShelf: boolean): Promise<void> => {
    const mine = start();
    setState({ kind: "making", progress: undefined });
    const made = await door.give.backup({
      withPrivateShelf,
      signal: mine.signal,
      onProgress: (progress) => {
        if (stopper.current === mine) setState({ kind: "making", progress });
      },
    });
    if (stopper.current !== mine) return;
    setState(
      made.ok ? { kind: "made", backup: made.value } : { kind: "before", error: made.error },
    );
  };
  const test = async (saved: File | undefined, secret: TypedSecret): Promise<void> => {
    if (state.kind !== "made") return;
    const { backup } = state;
    const mine = start();
    setState({ kind: "trying", backup, progress: undefined });
    const tried = await door.give.testBackup(saved ?? backup.file, secret, {
      signal: mine.signal,
      onProgress: (progress) => {
        if (stopper.current === mine) setState({ kind: "trying", backup, progress });
      },
    });
    if (stopper.current !== mine) return;
    setState(
      tried.ok
        ? { kind: "tried", exhibits: tried.value.exhibits, isSavedFile: saved !== undefined }
        : { kind: "made", backup, error: tried.error },
    );
  };
  return {
    state,
    make: (withPrivateShelf) => void make(withPrivateShelf),
    test: (saved, secret) => void test(saved, secret),
    stop: () => stopper.current?.abort(),
  };
};
