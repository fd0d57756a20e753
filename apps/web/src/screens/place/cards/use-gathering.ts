import { Secret } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import type { DoorError } from "../../../door/door.ts";
import type { OpenSecret } from "../../../door/places.ts";

export type CardsSecret = Extract<OpenSecret, { readonly kind: "shares" }>;

/** Cards that are being gathered. Each is looked at when it is given, so that a slip of the pen is named at once. */
export interface Gathering {
  readonly typed: string;
  readonly type: (words: string) => void;
  readonly given: number;
  /** `undefined`: no card says so yet. */
  readonly needed: number | undefined;
  readonly error: DoorError | undefined;
  readonly isWorking: boolean;
  /** Takes what is typed as one card; gives the secret when that was the last one needed. */
  readonly add: () => Promise<CardsSecret | undefined>;
  readonly startAgain: () => void;
}

export const useGathering = (): Gathering => {
  const { door } = useApp();
  const [typed, setTyped] = useState("");
  const [shares, setShares] = useState<readonly Secret<string>[]>([]);
  const [needed, setNeeded] = useState<number>();
  const [error, setError] = useState<DoorError>();
  const [isWorking, setIsWorking] = useState(false);
  const add = async (): Promise<CardsSecret | undefined> => {
    if (typed.trim() === "" || isWorking) return undefined;
    const more = [...shares, new Secret(typed)];
    setIsWorking(true);
    const read = await door.places.readCards(more);
    setIsWorking(false);
    setError(read.ok ? undefined : read.error);
    if (!read.ok) return undefined;
    setShares(more);
    setNeeded(read.value.needed);
    setTyped("");
    return read.value.given < read.value.needed ? undefined : { kind: "shares", shares: more };
  };
  const startAgain = (): void => {
    setShares([]);
    setNeeded(undefined);
    setError(undefined);
    setTyped("");
  };
  return {
    typed,
    type: setTyped,
    given: shares.length,
    needed,
    error,
    isWorking,
    add,
    startAgain,
  };
};
