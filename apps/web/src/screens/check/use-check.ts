import { Secret, type Progress } from "@holdfast/evidence";
import { type VerifyReport, withSeal } from "@holdfast/verify";
import { useEffect, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import type { DoorError } from "../../door/door.ts";
import type { Given } from "./given-bag.ts";

type LockedBy = Extract<DoorError, { readonly code: "bag_needs_secret" }>["lockedBy"];

export type CheckState =
  | { readonly kind: "start"; readonly error?: DoorError }
  | {
      readonly kind: "locked";
      readonly given: Given;
      readonly lockedBy: LockedBy;
      readonly error?: DoorError;
    }
  | {
      readonly kind: "running";
      readonly given: Given;
      readonly progress: Progress | undefined;
      /** Opening an encrypted one takes long before the first byte is read. */
      readonly isOpening: boolean;
    }
  | { readonly kind: "done"; readonly report: VerifyReport; readonly typed: string };

export interface CheckRun {
  readonly state: CheckState;
  readonly begin: (given: Given) => void;
  readonly unlock: (secret: string) => void;
  /** Another number from paper: compared without reading a byte again. */
  readonly compare: (typed: string) => void;
  readonly trust: (root: string) => void;
  readonly stop: () => void;
  readonly reset: () => void;
}

interface Job {
  readonly given: Given;
  readonly lockedBy?: LockedBy;
  readonly secret?: Secret<string>;
  readonly roots: readonly string[];
}

/** From the choice to the findings. What was chosen and its words are held by this screen alone. */
export const useCheck = (): CheckRun => {
  const { door } = useApp();
  const [state, setState] = useState<CheckState>({ kind: "start" });
  const job = useRef<Job>(undefined);
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);

  const run = async (next: Job): Promise<void> => {
    const { given, secret, lockedBy, roots } = next;
    job.current = next;
    stopper.current?.abort();
    const mine = new AbortController();
    stopper.current = mine;
    const isOpening = secret !== undefined;
    setState({ kind: "running", given, progress: undefined, isOpening });
    const checked = await door.check.verify(given.bag, {
      signal: mine.signal,
      onProgress: (progress) => {
        if (stopper.current === mine)
          setState({ kind: "running", given, progress, isOpening: false });
      },
      ...(secret === undefined ? {} : { secret: secretOf(secret, lockedBy) }),
      timestampRoots: roots,
    });
    if (stopper.current !== mine) return;
    if (checked.ok) setState({ kind: "done", report: checked.value, typed: "" });
    else setState(after(checked.error, next));
  };
  return {
    state,
    begin: (given) => void run({ given, roots: [] }),
    unlock: (secret) => {
      if (state.kind !== "locked") return;
      const { given, lockedBy } = state;
      void run({ given, lockedBy, secret: new Secret(secret), roots: [] });
    },
    compare: (typed) => {
      if (state.kind !== "done") return;
      setState({ kind: "done", report: withSeal(state.report, typed), typed });
    },
    trust: (root) => {
      if (job.current !== undefined) void run({ ...job.current, roots: [root] });
    },
    stop: () => stopper.current?.abort(),
    reset: () => {
      stopper.current?.abort();
      stopper.current = undefined;
      job.current = undefined;
      setState({ kind: "start" });
    },
  };
};

const secretOf = (secret: Secret<string>, lockedBy: LockedBy | undefined) =>
  lockedBy === "key"
    ? { kind: "key" as const, identities: secret }
    : { kind: "passphrase" as const, passphrase: secret };

/** A locked one is asked for its words, and asked again when they were wrong; all else begins anew. */
const after = (error: DoorError, { given, lockedBy }: Job): CheckState => {
  if (error.code === "bag_needs_secret") {
    return { kind: "locked", given, lockedBy: error.lockedBy };
  }
  return error.code === "bag_wrong_secret" && lockedBy !== undefined
    ? { kind: "locked", given, lockedBy, error }
    : { kind: "start", error };
};
