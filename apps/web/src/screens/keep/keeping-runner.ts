import type { Door, DoorError } from "../../door/door.ts";
import type { KeepEvent, KeepOptions, TextToKeep } from "../../door/keeping.ts";
import type { KeepingState, Pending, PicturesAnswer, RunningState } from "./keeping-run.ts";

export interface KeepingStore {
  readonly get: () => KeepingState;
  readonly set: (state: KeepingState) => void;
  /** For what comes often: the screens hear of it a little later. */
  readonly setCalmly: (state: KeepingState) => void;
}

export interface KeepingRunner {
  readonly run: (pending: Pending) => Promise<void>;
  readonly answer: (pictures: PicturesAnswer | undefined) => void;
  readonly answerStrangers: (strangers: boolean | undefined) => void;
  /** The place closed: nothing of what runs is shown any more. */
  readonly cut: () => void;
  readonly stop: () => void;
}

/** One run: what has become of each so far, and what of it is shown. */
interface Run {
  readonly events: KeepEvent[];
  readonly show: (part: Partial<RunningState>) => void;
  /** One more is done. */
  readonly settle: (event: KeepEvent) => void;
  isCut: boolean;
}

export const createKeepingRunner = (door: Door, store: KeepingStore): KeepingRunner => {
  let giveAnswer: ((pictures: PicturesAnswer | undefined) => void) | undefined;
  let giveStrangers: ((strangers: boolean | undefined) => void) | undefined;
  let stopper: AbortController | undefined;
  let current: Run | undefined;

  const answer = (pictures: PicturesAnswer | undefined): void => {
    const give = giveAnswer;
    giveAnswer = undefined;
    give?.(pictures);
  };

  const optionsFor = (run: Run, signal: AbortSignal): KeepOptions => ({
    signal,
    onProgress: (progress) => run.show({ progress }),
    askPictures: () =>
      new Promise((resolve) => {
        giveAnswer = (pictures) => {
          run.show({ question: undefined });
          resolve(pictures);
        };
        run.show({ question: "pictures" });
      }),
  });

  const answerStrangers = (strangers: boolean | undefined): void => {
    const give = giveStrangers;
    giveStrangers = undefined;
    give?.(strangers);
  };

  const askStrangers = (run: Run): Promise<boolean | undefined> =>
    new Promise((resolve) => {
      giveStrangers = (strangers) => {
        run.show({ question: undefined });
        resolve(strangers);
      };
      run.show({ question: "strangers" });
    });

  const keepAll = async (pending: Pending, stopping: AbortController): Promise<void> => {
    const run = startRun(store, pending);
    current = run;
    await keepTexts(door, pending.texts, run);
    const options = {
      ...optionsFor(run, stopping.signal),
      ...(await decideMedia(door, pending, () => askStrangers(run))),
    };
    if (pending.files.length > 0) await hear(run, door.keep.keepFiles(pending.files, options));
    if (pending.inbox.length > 0) {
      await hear(run, door.keep.inbox.takeIn(pending.inbox, options), pending.files.length);
    }
    finish(store, pending, run, stopping.signal.aborted);
    // The names in it are the case's: nothing of a finished run outlives what is shown.
    if (current === run) current = undefined;
  };

  return {
    run: async (pending) => {
      const stopping = new AbortController();
      stopper = stopping;
      await keepAll(pending, stopping);
      stopper = undefined;
    },
    answer,
    answerStrangers,
    cut: () => {
      if (current !== undefined) current.isCut = true;
      answer(undefined);
      answerStrangers(undefined);
      store.set({ kind: "idle" });
    },
    stop: () => stopper?.abort(),
  };
};

/**
 * Care rule 4: what a stranger sent is left out of a chat. Asked once, at the first chat; an answer becomes a fact of the case,
 * and without one nothing of theirs is taken in this time.
 */
const decideMedia = async (
  door: Door,
  { files }: Pending,
  ask: () => Promise<boolean | undefined>,
): Promise<Pick<KeepOptions, "withoutMedia">> => {
  if (!files.some(({ name }) => /\.zip$/i.test(name))) return {};
  const read = await door.see.readCase();
  if (!read.ok || read.value.pictures === "protected") return {};
  if (read.value.facts.strangers !== undefined) return {};
  const strangers = await ask();
  if (strangers === undefined) return { withoutMedia: true };
  await door.see.setFacts({ ...read.value.facts, strangers });
  return {};
};

const countOf = ({ files, texts, inbox }: Pending): number =>
  files.length + texts.length + inbox.length;

const latestShown = 6;

const startRun = (store: KeepingStore, pending: Pending): Run => {
  const events: KeepEvent[] = [];
  let running: RunningState = {
    kind: "running",
    total: countOf(pending),
    name: "",
    progress: undefined,
    kept: 0,
    latest: [],
    question: undefined,
  };
  const run: Run = {
    events,
    isCut: false,
    show: (part) => {
      if (run.isCut) return;
      running = { ...running, ...part };
      // Somebody waits for a question; all else can wait to be drawn.
      if ("question" in part) store.set(running);
      else store.setCalmly(running);
    },
    settle: (event) => {
      events.push(event);
      run.show({
        kept: running.kept + (event.kind === "kept" ? 1 : 0),
        latest: [...running.latest, event].slice(-latestShown),
      });
    },
  };
  run.show({});
  return run;
};

const keepTexts = async (door: Door, texts: readonly TextToKeep[], run: Run): Promise<void> => {
  for (const [index, text] of texts.entries()) {
    run.show({ name: text.title });
    const kept = await door.keep.keepText(text);
    run.settle(
      kept.ok
        ? { kind: "kept", index, file: kept.value }
        : { kind: "not-kept", index, name: text.title, error: kept.error },
    );
  }
};

/** `before`: how many files had their turn before the first of these. */
const hear = async (run: Run, keeping: AsyncIterable<KeepEvent>, before = 0): Promise<void> => {
  for await (const event of keeping) {
    if (event.kind === "began") run.show({ name: event.name, progress: undefined });
    else run.settle("index" in event ? { ...event, index: event.index + before } : event);
  }
};

const finish = (store: KeepingStore, pending: Pending, run: Run, stopped: boolean): void => {
  const { events } = run;
  if (!run.isCut) store.set({ kind: "done", events, stopped });
  else if (store.get().kind === "idle") {
    const texts = countSettled(events.slice(0, pending.texts.length));
    const files = countSettled(events.slice(pending.texts.length));
    const left = countOf(pending) - texts - files;
    if (left > 0) store.set({ kind: "cut-short", left });
  }
};

/** Those whose turn came and was not broken off; all others have to be chosen again. */
const countSettled = (events: readonly KeepEvent[]): number =>
  new Set(
    events.flatMap((event) =>
      event.kind === "kept" || (event.kind === "not-kept" && !isOfClosing(event.error))
        ? [event.index]
        : [],
    ),
  ).size;

const isOfClosing = ({ code }: DoorError): boolean =>
  code === "place_locked" || code === "cancelled" || code === "worker_died";
