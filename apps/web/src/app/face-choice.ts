import { useSyncExternalStore } from "react";

import { type Face, faces, usualFace } from "./faces.ts";
import { useFrame } from "./frame.ts";

/** What the app looks like from outside, as the person chose it. */
export interface FaceChoice {
  readonly current: () => Face;
  /** Installed: the system keeps the name and the icon, whatever is chosen afterwards. */
  readonly isFixed: boolean;
  /** `stays`: it is there again after a reload. Where nothing may be kept, it lasts as long as the page. */
  readonly choose: (face: Face, how: { readonly stays: boolean }) => void;
  /** Takes what was written down away; the open page keeps its face. */
  readonly forget: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface FaceChoiceDeps {
  /** What stands in the address: an installed app starts with it. */
  readonly ofAddress: Face | undefined;
  readonly isInstalled: boolean;
  /** One word under one plain key; nothing in it tells what this is. */
  readonly memory: FaceMemory;
  readonly apply: (face: Face) => void;
}

export interface FaceMemory {
  readonly read: () => string | undefined;
  readonly write: (face: Face) => void;
  readonly remove: () => void;
}

export const createFaceChoice = (deps: FaceChoiceDeps): FaceChoice => {
  const { ofAddress, isInstalled } = deps;
  const listeners = new Set<() => void>();
  const kept = faces.find((face) => face === deps.memory.read());
  let face = (isInstalled ? (ofAddress ?? kept) : (kept ?? ofAddress)) ?? usualFace;
  // The page comes with the usual one already.
  if (face !== usualFace) deps.apply(face);
  return {
    current: () => face,
    isFixed: isInstalled,
    choose: (chosen, { stays }) => {
      if (isInstalled) return;
      face = chosen;
      deps.apply(chosen);
      if (stays) deps.memory.write(chosen);
      else deps.memory.remove();
      listeners.forEach((listener) => listener());
    },
    forget: deps.memory.remove,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const key = "face";

/** A browser that forbids storage throws; then the choice lasts as long as the page. */
export const createFaceMemory = (storage: () => Storage): FaceMemory => {
  const attempt = <T>(work: (open: Storage) => T): T | undefined => {
    try {
      return work(storage());
    } catch (failure) {
      if (failure instanceof DOMException) return undefined;
      throw failure;
    }
  };
  return {
    read: () => attempt((open) => open.getItem(key)) ?? undefined,
    write: (face) => attempt((open) => open.setItem(key, face)),
    remove: () => attempt((open) => open.removeItem(key)),
  };
};

export const useFace = (): Face => {
  const { face } = useFrame();
  return useSyncExternalStore(face.subscribe, face.current);
};
