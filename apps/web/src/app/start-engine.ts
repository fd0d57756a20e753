import { createIntlZoneOffsets } from "@holdfast/evidence";

import { createWebContent } from "../content/load-content.ts";
import { createDoor } from "../door/create-door.ts";
import { startExample } from "../screens/example/start-example.ts";
import { createKeepingRun, type KeepingRun } from "../screens/keep/keeping-run.ts";
import { type Arrival, takeArrival } from "../service-worker/offline.ts";
import { createGivingRun, type GivingRun } from "../screens/give/giving-run.ts";
import { createMicrophone } from "../screens/voice/microphone.ts";
import { createVoiceRun, type VoiceRun } from "../screens/voice/voice-run.ts";
import { createSeeMemory } from "../screens/see/see-memory.ts";
import type { WireWorker } from "../wire/channel.ts";
import { startWorker } from "../workers/start-workers.ts";
import type { Engine } from "./app-context.ts";
import { closeScreensWithPlace } from "./close-screens.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import type { FrameDeps } from "./frame.ts";
import { createGuideRun } from "./guide-run.ts";
import { createLateProof } from "./late-proof.ts";
import { followLockChoice } from "./lock-choice.ts";
import { createLockTimer, type LockTimer } from "./lock-timer.ts";
import { createSlowTries } from "./slow-tries.ts";
import { startTimer } from "./start-timer.ts";

/** Wires everything behind the first screens. See [Note: frame and engine]. */
export const startEngine = (frame: FrameDeps, ticket: string | undefined): Engine => {
  let hasEnded = false;
  const door = createDoor({
    // A screen that is still in memory may ask for something: nobody answers.
    startWorker: (kind) => (hasEnded ? silentWorker : startWorker(kind)),
  });
  const lockTimer = createLockTimer({
    now: () => Date.now(),
    startTimer,
    isWatched: () => frame.session.read().watched,
    goesBackAndForth: () => frame.session.read().backAndForth,
    lock: () => {
      if (door.state().kind === "open") void lockWhenSaid();
    },
  });
  const keeping = createKeepingRun(door, startTimer);
  const giving = createGivingRun(door);
  workIsATouch(lockTimer, keeping, giving);
  const voice = createVoiceRun({
    microphone: createMicrophone(),
    door,
    askForPlace: keeping.askForPlace,
    hold: lockTimer.hold,
    now: () => Date.now(),
    startTimer,
    nameOf: nameOfVoice,
  });
  // What somebody has said is finished first, as every writing is.
  const lockWhenSaid = async (): Promise<void> => {
    await voice.leave();
    await door.places.lock();
  };
  const example = startExample(frame.navigation, {
    door,
    load: async (name) => {
      const { loadExample } = await import("../screens/example/load-example.ts");
      return loadExample({ fetch: (url) => fetch(url), crypto }, "./examples/", name);
    },
  });
  const isExample = (): boolean => example.state().kind === "loading";
  const drafts = createDrafts({
    door,
    startTimer,
    isWatched: () => frame.session.read().watched,
    isExample,
  });
  watchPage(lockTimer, voice, drafts);
  frame.session.subscribe(lockTimer.rulesChanged);
  const { takeWayBack } = closeScreensWithPlace({
    door,
    navigation: frame.navigation,
    keeping,
    voice,
    isExample,
  });
  followLockChoice(door, frame.session);
  return {
    door,
    drafts,
    guide: createGuideRun({ door, session: frame.session, isExample }),
    example,
    keeping,
    voice,
    takeWayBack,
    arrival: takeIn(frame, keeping, ticket),
    giving,
    see: createSeeMemory(door),
    zones: createIntlZoneOffsets(),
    content: createWebContent({ fetch: (url) => fetch(url), crypto }, "./content/"),
    lockTimer,
    slowTries: createSlowTries(() => Date.now()),
    lateProof: createLateProof(door, () => Date.now()),
    endForGood: () => {
      hasEnded = true;
      door.places.lockNow();
    },
    today: () => new Date().toISOString().slice(0, 10),
    now: () => Date.now(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
};

/** Long work in front of somebody is as good as a touch: a chat of years is not cut short because nobody moved a finger. */
const workIsATouch = (
  lockTimer: Pick<LockTimer, "touched">,
  keeping: KeepingRun,
  giving: GivingRun,
): void => {
  keeping.subscribe(() => {
    if (keeping.state().kind === "running") lockTimer.touched();
  });
  giving.subscribe(() => {
    if (giving.state().kind === "making") lockTimer.touched();
  });
};

const silentWorker: WireWorker = {
  port: { postMessage: () => undefined, onMessage: () => undefined },
  terminate: () => undefined,
  onDeath: () => undefined,
};

/** What another app shared with this one, if anything: it waits, in memory, for the place to be opened or made. */
const takeIn = async (
  { navigation }: FrameDeps,
  keeping: KeepingRun,
  ticket: string | undefined,
): Promise<Arrival["kind"]> => {
  const arrival = await takeArrival(ticket);
  if (arrival.kind === "none") return "none";
  if (arrival.kind === "lost") {
    navigation.reset({ screen: "keep" });
    return "lost";
  }
  const { title, text, url, files, sealed } = arrival.things;
  // What is sealed to the closed place is taken in when it opens.
  navigation.reset({ screen: sealed > 0 ? "open" : "keep" });
  const words = [text, url].filter((part) => part !== "").join("\n");
  await keeping.begin({
    files: files.map((file) => ({ file, name: file.name })),
    texts: words === "" ? [] : [{ text: words, what: "pasted", title: title === "" ? url : title }],
  });
  return "arrived";
};

/** "Voice note 2026-11-26 at 21.14.12", by the clock that the person sees. */
const nameOfVoice = (saidAt: number): string => {
  const at = new Date(saidAt);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(".");
  return `Voice note ${day} at ${time}`;
};

const watchPage = (lockTimer: LockTimer, voice: VoiceRun, drafts: Pick<Drafts, "flush">): void => {
  const hide = (): void => {
    // A phone may end a page that is out of sight, without another word.
    drafts.flush();
    void voice.leave();
    lockTimer.setHidden(true);
  };
  const look = (): void => {
    if (document.visibilityState === "hidden") hide();
    else lockTimer.setHidden(false);
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", hide);
  addEventListener("pageshow", look);
  for (const kind of ["pointerdown", "keydown", "scroll"]) {
    addEventListener(kind, lockTimer.touched, { passive: true, capture: true });
  }
};
