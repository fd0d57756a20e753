import { useSyncExternalStore } from "react";

import { useApp } from "../../app/app-context.ts";
import type { VoiceState } from "./voice-run.ts";

export const useVoice = (): VoiceState => {
  const { voice } = useApp();
  return useSyncExternalStore(voice.subscribe, voice.state);
};

export const useKeepsOnLeave = (): boolean => {
  const { voice } = useApp();
  return useSyncExternalStore(voice.subscribe, voice.keepsOnLeave);
};
