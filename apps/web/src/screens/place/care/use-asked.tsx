import { type ReactNode, useState } from "react";

import type { OpenSecret } from "../../../door/places.ts";
import { SecretAsk } from "./SecretAsk.tsx";

/**
 * `ask(work)` asks for what opens the place and then does the work; `question` has to stand on the screen.
 */
export const useAsked = (): {
  readonly ask: (work: (secret: OpenSecret) => void) => void;
  readonly question: ReactNode;
} => {
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
