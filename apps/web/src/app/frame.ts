import type { AppWords } from "@holdfast/words";
import { createContext, useContext, useSyncExternalStore } from "react";

import type { FaceChoice } from "./face-choice.ts";
import type { InstallOffer } from "./install-offer.ts";
import type { Navigation } from "./navigation.ts";
import type { Route } from "./routes.ts";
import type { Session } from "./session-state.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * [Note: frame and engine] The frame is what the first screens need: words, navigation, the way out. It comes with the first
 * script, so that somebody on a cheap phone reads the first sentence at once. The engine (the door to what is kept, content,
 * everything behind) is fetched meanwhile; its screens wait for it.
 */
export interface FrameDeps {
  readonly words: AppWords;
  readonly navigation: Navigation;
  readonly session: Session;
  readonly face: FaceChoice;
  readonly install: InstallOffer;
  readonly surroundings: Surroundings;
  readonly leave: () => void;
  /** Takes the app itself off this device: what works offline, and its chosen name. */
  readonly forgetApp: () => Promise<void>;
}

export const FrameContext = createContext<FrameDeps | undefined>(undefined);

export const useFrame = (): FrameDeps => {
  const deps = useContext(FrameContext);
  if (deps === undefined) throw new Error("A screen stands outside of the frame.");
  return deps;
};

export const useSay = (): AppWords["say"] => useFrame().words.say;

export const useRoute = (): Route => {
  const { navigation } = useFrame();
  return useSyncExternalStore(navigation.subscribe, navigation.current);
};
