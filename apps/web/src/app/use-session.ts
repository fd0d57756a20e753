import { useSyncExternalStore } from "react";

import { useFrame } from "./frame.ts";
import type { SessionState } from "./session-state.ts";

export const useSession = (): SessionState => {
  const { session } = useFrame();
  return useSyncExternalStore(session.subscribe, session.read);
};
