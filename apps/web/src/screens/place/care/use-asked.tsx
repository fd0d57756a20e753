import { type ReactNode, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import type { OpenSecret } from "../../../door/places.ts";
import { SecretAsk } from "./SecretAsk.tsx";

interface Asked<Given extends readonly unknown[]> {
  readonly ask: (work: (...given: Given) => void) => void;
  readonly question: ReactNode;
}

/**
 * `ask(work)` asks for what opens the place and then does the work; `question` has to stand on the screen.
 */
export const useAsked = (): Asked<readonly [OpenSecret]> => {
  const [wanted, setWanted] = useState<{ readonly work: (secret: OpenSecret) => void }>();
  return {
    ask: (work) => setWanted({ work }),
    question:
      wanted === undefined ? undefined : (
        <SecretAsk
          onClose={() => setWanted(undefined)}
          onRight={(secret) => {
            setWanted(undefined);
            wanted.work(secret);
          }}
        />
      ),
  };
};

/** The same, for what may be done several times in a row: asked once within some minutes. See [Note: asked once]. */
export const useAskedOnce = (): Asked<readonly []> => {
  const { lateProof } = useApp();
  const { ask, question } = useAsked();
  return {
    ask: (work) => {
      if (lateProof.isFresh()) return work();
      ask(({ kind }) => {
        if (kind !== "device-key") lateProof.proved();
        work();
      });
    },
    question,
  };
};
