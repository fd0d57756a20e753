import type { Door, DoorError } from "../../door/door.ts";
import type { FileToKeep, Keep, KeepEvent, KeepOptions } from "../../door/keeping.ts";
import type {
  KeepingState,
  Pending,
  PicturesAnswer,
  RunningState,
  TextInHand,
} from "./keeping-run.ts";

export interface KeepingStore {
  readonly get: () => KeepingState;
  readonly set: (state: KeepingState) => void;
  /** For what comes often: the screens hear of it a little later. */
  readonly setCalmly: (state: KeepingState) => void;
}

/** The part of the door that is used; a fake in tests. */
export interface KeepingDoor {
  readonly keep: Pick<Keep, "keepFiles" | "keepText"> & {
    readonly inbox: Pick<Keep["inbox"], "takeIn">;
  };
  readonly see: Pick<Door["see"], "readCase" | "setFacts">;
}

export interface KeepingRunner {
  readonly run: (pending: Pending) => Promise<void>;
  /** What is chosen while something is being kept has its turn after it: nothing is dropped in silence. */
  readonly add: (pending: Pending) => void;
  readonly answer: (pictures: PicturesAnswer | undefined) => void;
  readonly answerStrangers: (strangers: boolean | undefined) => void;
  /** The place closed: nothing of what runs is shown any more. */
  readonly cut: () => void;
  readonly stop: () => void;
}

/** One run: what has become of each so far, and what of it is shown. */
interface Run {
  readonly files: Map<number, FileToKeep>;
  readonly events: KeepEvent[];
  readonly show: (part: Partial<RunningState>) => void;
  /** One more is done. */
  readonly settle: (event: KeepEvent) => void;
  readonly waiting: Pending[];
  total: number;
  /** How many belong to the parts that were begun. */
  begun: number;
  isCut: boolean;
}

export const createKeepingRunner = (door: KeepingDoor, store: KeepingStore): KeepingRunner => {
  const aboutPictures = createQuestion<PicturesAnswer>("pictures");
  const aboutStrangers = createQuestion<boolean>("strangers");
  let stopper: AbortController | undefined;
  let current: Run | undefined;

  const optionsFor = (run: Run, signal: AbortSignal): KeepOptions => ({
    signal,
    onProgress: (progress) => run.show({ progress }),
    askPictures: () => aboutPictures.ask(run),
  });

  const keepPart = async (pending: Pending, run: Run, stopping: AbortController): Promise<void> => {
    const before = run.begun;
    run.begun += countOf(pending);
    await keepTexts(door, pending.texts, { run, before });
    const options = {
      ...optionsFor(run, stopping.signal),
      ...(await decideMedia(door, pending, () => aboutStrangers.ask(run))),
    };
    const { files, inbox } = pending;
    const afterTexts = before + pending.texts.length;
    for (const [position, file] of files.entries()) run.files.set(afterTexts + position, file);
    if (files.length > 0) await hear(run, door.keep.keepFiles(files, options), afterTexts);
    if (inbox.length > 0) {
      const ids = inbox.map(({ id }) => id);
      await hear(run, door.keep.inbox.takeIn(ids, options), afterTexts + files.length);
    }
  };

  const keepAll = async (first: Pending, stopping: AbortController): Promise<void> => {
    const run = startRun(store, first);
    current = run;
    for (let part = run.waiting.shift(); part !== undefined; part = run.waiting.shift()) {
      await keepPart(part, run, stopping);
      if (stopping.signal.aborted || run.isCut) break;
    }
    finish(store, run, stopping.signal.aborted);
    // The names in it are the case's: nothing of a finished run outlives what is shown.
    if (current === run) current = undefined;
  };

  return {
    run: async (pending) => {
      const stopping = new AbortController();
      stopper = stopping;
      await keepAll(pending, stopping);
      if (stopper === stopping) stopper = undefined;
    },
    add: (pending) => {
      if (current === undefined) return;
      current.waiting.push(pending);
      current.total += countOf(pending);
      current.show({ total: current.total });
    },
    answer: aboutPictures.answer,
    answerStrangers: aboutStrangers.answer,
    cut: () => {
      if (current !== undefined) current.isCut = true;
      aboutPictures.answer(undefined);
      aboutStrangers.answer(undefined);
      store.set({ kind: "idle" });
    },
    stop: () => stopper?.abort(),
  };
};

/** A question that the run waits for; `undefined` is "not now". */
const createQuestion = <T>(question: NonNullable<RunningState["question"]>) => {
  let give: ((answer: T | undefined) => void) | undefined;
  return {
    ask: (run: Run): Promise<T | undefined> =>
      new Promise((resolve) => {
        give = (answer) => {
          run.show({ question: undefined });
          resolve(answer);
        };
        run.show({ question });
      }),
    answer: (answer: T | undefined): void => {
      const waiting = give;
      give = undefined;
      waiting?.(answer);
    },
  };
};

/**
 * Care rule 4: what a stranger sent is left out of a chat. Asked once, at the first chat; an answer becomes a fact of the case,
 * and without one nothing of theirs is taken in this time.
 */
const decideMedia = async (
  door: KeepingDoor,
  { files, inbox }: Pending,
  ask: () => Promise<boolean | undefined>,
): Promise<Pick<KeepOptions, "withoutMedia">> => {
  const given = [...files.filter(({ file }) => file.size > 0), ...inbox];
  if (!given.some(({ name }) => /\.zip$/i.test(name))) return {};
  const read = await door.see.readCase();
  if (!read.ok || read.value.pictures === "protected") return {};
  if (read.value.facts.strangers !== undefined) return {};
  const strangers = await ask();
  if (strangers === undefined) return { withoutMedia: true };
  // The answer counts for these files, also when it could not be written down.
  await door.see.setFacts({ ...read.value.facts, strangers });
  return { withoutMedia: strangers };
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
    files: new Map(),
    waiting: [pending],
    total: countOf(pending),
    begun: 0,
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

/** `before`: how many had their turn before the first of these. */
interface Turn {
  readonly run: Run;
  readonly before: number;
}

const keepTexts = async (
  door: KeepingDoor,
  texts: readonly TextInHand[],
  { run, before }: Turn,
): Promise<void> => {
  for (const [position, { onKept, ...text }] of texts.entries()) {
    const index = before + position;
    run.show({ name: text.title });
    const kept = await door.keep.keepText(text);
    if (kept.ok) onKept?.();
    run.settle(
      kept.ok
        ? { kind: "kept", index, file: kept.value }
        : { kind: "not-kept", index, name: text.title, error: kept.error },
    );
  }
};

const hear = async (run: Run, keeping: AsyncIterable<KeepEvent>, before: number): Promise<void> => {
  for await (const event of keeping) {
    if (event.kind === "began") run.show({ name: event.name, progress: undefined });
    else run.settle("index" in event ? { ...event, index: event.index + before } : event);
  }
};

const finish = (store: KeepingStore, run: Run, stopped: boolean): void => {
  if (!run.isCut) store.set({ kind: "done", events: run.events, stopped, files: run.files });
  else if (store.get().kind === "idle") {
    const left = run.total - countSettled(run.events);
    const kept = run.events.filter(({ kind }) => kind === "kept").length;
    if (left > 0) store.set({ kind: "cut-short", kept, left });
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
