import { useSyncExternalStore } from "react";

import { useFrame } from "./frame.ts";

/** Chromium's own event. Source: WICG, manifest-incubations, "BeforeInstallPromptEvent". */
interface InstallPromptEvent extends Event {
  readonly prompt: () => Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

declare global {
  interface WindowEventMap {
    beforeinstallprompt: InstallPromptEvent;
  }
}

/** The browser's offer to put the app on the home screen: held back until the person asks for it. */
export interface InstallOffer {
  readonly isThere: () => boolean;
  readonly accept: () => Promise<"accepted" | "dismissed" | "gone">;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createInstallOffer = (): InstallOffer => {
  const listeners = new Set<() => void>();
  let offer: InstallPromptEvent | undefined;
  const set = (next: InstallPromptEvent | undefined): void => {
    offer = next;
    listeners.forEach((listener) => listener());
  };
  addEventListener("beforeinstallprompt", (event) => {
    // A banner that comes by itself would say to a passer-by that this is something to be installed.
    event.preventDefault();
    set(event);
  });
  addEventListener("appinstalled", () => set(undefined));
  return {
    isThere: () => offer !== undefined,
    accept: async () => {
      const taken = offer;
      // It can be used once.
      set(undefined);
      return taken === undefined ? "gone" : (await taken.prompt()).outcome;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const useInstallOffer = (): boolean => {
  const { install } = useFrame();
  return useSyncExternalStore(install.subscribe, install.isThere);
};
