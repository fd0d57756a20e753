import {
  type Conversation,
  type GuideFacts,
  type QuestionId,
  type TaskState,
  withAnswer,
} from "@holdfast/guide";
import { ok } from "@holdfast/evidence";

import type { Door, DoorError } from "../door/door.ts";
import type { Situation, Understanding } from "../door/guiding.ts";
import { createGuideMemory, type GuideMemory, type GuideMemoryDeps } from "./guide-memory.ts";
import {
  type GuideAnswers,
  type GuideRecord,
  nothingSaid,
  type StoredFacts,
} from "./guide-shelf.ts";
import type { Happening, SessionState } from "./session-state.ts";

/**
 * What somebody told the guide, and what it made of it.
 *
 * [Note: the guide's memory] While a place is open, the answers lie on its private shelf (care rule 5), written with every
 * answer. Without one they are in the page's memory alone, and go onto the shelf of the place that is opened or made next. Answers
 * about self-harm are in the session alone, and never in either. What the guide made of them is not kept at all: the same
 * answers give the same letter and the same plan.
 */
export interface GuideState {
  readonly answers: GuideAnswers;
  readonly states: GuideRecord["states"];
  readonly seen: GuideAnswers | undefined;
  /** All facts that count: of the case, of this visit, and as answered. */
  readonly facts: GuideFacts;
  readonly understood: Understood;
  /** The answers could not be written down: they are on this page alone. */
  readonly isFailing: boolean;
  /** The shelf of the place that was opened is still being read. */
  readonly isReading: boolean;
}

export type Understood =
  | { readonly kind: "not-asked" }
  | { readonly kind: "thinking" }
  | { readonly kind: "failed"; readonly error: DoorError }
  | {
      readonly kind: "there";
      readonly understanding: Understanding;
      /** The texts that the spans of the reasons count: the pasted one first, if there is one. */
      readonly texts: readonly HeardText[];
      readonly itemsLeftOut: number;
    };

export type HeardText = { readonly text: string } & Partial<Pick<Conversation, "parts" | "mail">>;

export interface GuideRun {
  readonly state: () => GuideState;
  readonly subscribe: (listener: () => void) => () => void;
  /** No value: passed over. */
  readonly answer: (id: QuestionId, values: readonly string[]) => void;
  /** It is asked again. */
  readonly unanswer: (id: QuestionId) => void;
  readonly say: (part: Partial<Pick<GuideAnswers, "text" | "hearsKept" | "facts">>) => void;
  /** Assesses and plans anew, with all that is known by now. */
  readonly understand: () => Promise<void>;
  readonly setTask: (id: string, state: TaskState | undefined) => void;
  /** The plan was looked at: from here on, changes are told against what is known now. */
  readonly planSeen: () => void;
  /** Everything that was told, off the shelf and out of memory. */
  readonly throwAway: () => Promise<boolean>;
}

export interface GuideRunDeps {
  readonly door: GuideMemoryDeps["door"] & Pick<Door, "guide">;
  readonly session: { readonly read: () => SessionState };
  readonly isExample: GuideMemoryDeps["isExample"];
}

export const createGuideRun = ({ door, session, isExample }: GuideRunDeps): GuideRun => {
  const listeners = new Set<() => void>();
  let understood: Understood = { kind: "not-asked" };
  /** Counts what was begun: an answer to an older question is not listened to. */
  let turn = 0;
  const tell = (): void => {
    state = toState();
    listeners.forEach((listener) => listener());
  };
  const memory = createGuideMemory({
    door,
    isExample,
    onChange: (how) => {
      if (how === "anew") {
        turn += 1;
        understood = { kind: "not-asked" };
      }
      tell();
    },
  });
  const unanswered = (): GuideFacts => ({ ...memory.ofCase(), ...factsOfSession(session.read()) });
  const toState = (): GuideState => ({
    ...memory.record(),
    facts: { ...unanswered(), ...memory.record().answers.facts },
    understood,
    isFailing: memory.isFailing(),
    isReading: memory.isReading(),
  });
  let state = toState();

  const understand = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const set = (next: Understood): void => {
      if (mine !== turn) return;
      understood = next;
      tell();
    };
    set({ kind: "thinking" });
    if (!(await memory.lookAtCase())) return;
    const { answers, seen, states } = memory.record();
    const kept =
      answers.hearsKept && memory.hasPlace() ? await door.guide.keptWords() : nothingKept;
    if (!kept.ok) return set({ kind: "failed", error: kept.error });
    const { conversations, itemsLeftOut } = kept.value;
    const texts: readonly HeardText[] = textsOf(answers, conversations);
    const answered = await door.guide.understand({
      facts: { ...unanswered(), ...answers.facts },
      texts: texts.map(toThreatText),
      states,
      ...(seen === undefined ? {} : { before: situationOf(seen, unanswered(), conversations) }),
    });
    set(
      answered.ok
        ? { kind: "there", understanding: answered.value, texts, itemsLeftOut }
        : { kind: "failed", error: answered.error },
    );
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    understand,
    throwAway: memory.clear,
    ...createTelling(memory),
  };
};

/** How what is told changes what is known. */
const createTelling = (
  memory: GuideMemory,
): Pick<GuideRun, "answer" | "unanswer" | "say" | "setTask" | "planSeen"> => {
  const putAnswers = (part: Partial<GuideAnswers>): void =>
    memory.put({ answers: { ...memory.record().answers, ...part } });
  const answer = (id: QuestionId, values: readonly string[], isPassed: boolean): void => {
    const { facts, passed } = memory.record().answers;
    putAnswers({
      facts: withoutSelfHarm(withAnswer(facts, id, values)),
      passed: [...passed.filter((one) => one !== id), ...(isPassed ? [id] : [])],
    });
  };
  return {
    answer: (id, values) => answer(id, values, values.length === 0),
    unanswer: (id) => answer(id, [], false),
    say: putAnswers,
    setTask: (id, taskState) => {
      const others = Object.entries(memory.record().states).filter(([one]) => one !== id);
      memory.put({
        states: Object.fromEntries(
          taskState === undefined ? others : [...others, [id, taskState] as const],
        ),
      });
    },
    planSeen: () => {
      const { answers, seen } = memory.record();
      if (answers !== nothingSaid.answers && seen !== answers) memory.put({ seen: answers });
    },
  };
};

const nothingKept: Awaited<ReturnType<Door["guide"]["keptWords"]>> = ok({
  conversations: [],
  itemsLeftOut: 0,
});

const textsOf = (
  { text, hearsKept }: GuideAnswers,
  conversations: readonly Conversation[],
): readonly HeardText[] => [
  ...(text.trim() === "" ? [] : [{ text }]),
  ...(hearsKept ? conversations : []),
];

/** What was ticked in the first minutes of this visit. */
const factsOfSession = ({
  danger,
  watched,
  young,
  happening,
  country,
}: SessionState): GuideFacts => ({
  ...(happening === undefined ? {} : factsOfDoor[happening]),
  // What was not ticked may have been skipped: that says nothing.
  ...(danger ? { danger } : {}),
  ...(watched ? { deviceWatched: true } : {}),
  ...(young ? { age: "under-18" as const } : {}),
  ...(country === undefined ? {} : { country }),
});

/** What the door says by itself through which somebody came (care rule 11). */
const factsOfDoor: Readonly<Record<Happening, GuideFacts>> = {
  threat: {},
  paid: { paid: true, gave: ["money"] },
  posted: { alreadyShared: true },
  locked_out: { accountChanges: true },
  made_with_ai: { proof: "synthetic" },
  work: { workLink: true },
  abroad: {},
  helping: {},
  sent_to_me: {},
  i_shared: {},
  self_threat: {},
  meet: { meetingDemanded: true },
  delete: {},
  again: {},
  other_secret: { holds: ["identity-or-status"] },
};

const withoutSelfHarm = ({ selfHarm: _inMemoryAlone, ...facts }: GuideFacts): StoredFacts => facts;

const toThreatText = ({ text, mail }: HeardText) => ({
  text,
  ...(mail === undefined ? {} : { mail }),
});

/** Facts of the case and of this visit count for then as for now: only answers are compared. */
const situationOf = (
  seen: GuideAnswers,
  ofNow: GuideFacts,
  kept: readonly Conversation[],
): Situation => ({
  facts: { ...ofNow, ...seen.facts },
  texts: textsOf(seen, kept).map(toThreatText),
});
