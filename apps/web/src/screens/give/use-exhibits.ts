import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useDoorState } from "../../app/use-door.ts";
import type { DoorError } from "../../door/door.ts";
import type { ExhibitSummary } from "../../door/seeing.ts";

export type KeptExhibits =
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly error: DoorError }
  | {
      readonly kind: "read";
      readonly exhibits: readonly ExhibitSummary[];
      /** The zone that the person named, for the days. */
      readonly zone: string | undefined;
    };

/** Everything that is kept, asked anew when something changed. */
export const useExhibits = (): KeptExhibits => {
  const { door } = useApp();
  const state = useDoorState();
  const revision = state.kind === "open" ? state.revision : 0;
  const [kept, setKept] = useState<KeptExhibits>({ kind: "reading" });
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const [exhibits, theCase] = await Promise.all([door.see.exhibits(), door.see.readCase()]);
      if (!isCurrent) return;
      if (!exhibits.ok) setKept({ kind: "failed", error: exhibits.error });
      else if (!theCase.ok) setKept({ kind: "failed", error: theCase.error });
      else {
        setKept({
          kind: "read",
          exhibits: exhibits.value,
          zone: theCase.value.facts.zone,
        });
      }
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [door, revision]);
  return kept;
};
