import type { ZoneOffsets } from "@holdfast/evidence";
import type { ContentPort } from "@holdfast/guide";
import { createContext, useContext } from "react";

import type { Door } from "../door/door.ts";
import type { ExampleRun } from "../screens/example/example-run.ts";
import type { GivingRun } from "../screens/give/giving-run.ts";
import type { KeepingRun } from "../screens/keep/keeping-run.ts";
import type { VoiceRun } from "../screens/voice/voice-run.ts";
import type { SeeMemory } from "../screens/see/see-memory.ts";
import type { Drafts } from "./drafts.ts";
import type { FrameDeps } from "./frame.ts";
import type { GuideRun } from "./guide-run.ts";
import type { LateProof } from "./late-proof.ts";
import type { LockTimer } from "./lock-timer.ts";
import type { Route } from "./routes.ts";
import type { SlowTries } from "./slow-tries.ts";

/** What every screen behind the first ones may reach. See [Note: frame and engine]. */
export interface AppDeps extends FrameDeps, Engine {}

export interface Engine {
  readonly door: Door;
  /** What is being brought in: it goes on while somebody looks at other screens. */
  readonly keeping: KeepingRun;
  /** What is being said into the app. */
  readonly voice: VoiceRun;
  readonly drafts: Drafts;
  /** What somebody told the guide, and what it made of it. */
  readonly guide: GuideRun;
  readonly example: ExampleRun;
  /** Whether something was shared with the app at this start, and whether it came through. */
  readonly arrival: Promise<"none" | "arrived" | "lost">;
  /** The copy that is being made, or waits to be saved. */
  readonly giving: GivingRun;
  /** Where somebody stands in the timeline, and what they chose there. */
  readonly see: SeeMemory;
  /** Where somebody was writing when the place closed by itself: once, after it was opened again. */
  readonly takeWayBack: () => Route | undefined;
  readonly zones: ZoneOffsets;
  readonly content: ContentPort;
  readonly lockTimer: LockTimer;
  /** For words that are asked for again while the place is open. */
  readonly slowTries: SlowTries;
  /** Whether what opens the place was given a moment ago. See [Note: asked once]. */
  readonly lateProof: LateProof;
  /** For leaving: drops the keys in this breath, and lets nothing be started any more. */
  readonly endForGood: () => void;
  /** A day like "2026-11-25", by the device's clock. */
  readonly today: () => string;
  /** Milliseconds since 1970, by the device's clock. */
  readonly now: () => number;
  /** Bytes that nobody can guess. */
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
}

export const AppContext = createContext<AppDeps | undefined>(undefined);

export const useApp = (): AppDeps => {
  const deps = useContext(AppContext);
  if (deps === undefined) throw new Error("A screen stands outside of the app.");
  return deps;
};
