import {
  type Contradiction,
  type PlannedTask,
  type PlanView,
  type TaskState,
  viewPlan,
} from "@holdfast/guide";
import { useEffect, useMemo, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import type { GuideState, Understood } from "../../app/guide-run.ts";
import { isolated } from "../../app/isolated.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { GuideAfter } from "./GuideAfter.tsx";
import { PlanChanges } from "./PlanChanges.tsx";
import { Said } from "./SourceOf.tsx";
import { TaskDetails, TaskWays } from "./TaskDetails.tsx";
import { hasBegun, useUnderstanding } from "./use-guide.ts";
import "./guide.css";

type There = Extract<Understood, { readonly kind: "there" }>;

/** One thing at a time: the next one, whole; everything else folded, by when it is for. */
export const PlanScreen = () => {
  const { guide, navigation } = useApp();
  const say = useSay();
  const state = useUnderstanding();
  const { understood } = state;
  if (understood.kind === "failed") {
    return (
      <Page
        title={say("guide_plan_title")}
        lead={sayProblem(say, understood.error)}
        actions={
          <Button kind="primary" onPress={() => void guide.understand()}>
            {say("shell_try_again_do")}
          </Button>
        }
        after={<GuideAfter />}
      >
        <p>{say("ask_safe_now")}</p>
      </Page>
    );
  }
  if (understood.kind !== "there") {
    return (
      <Page title={say("guide_plan_title")}>
        <p role="status">{say("guide_letter_thinking")}</p>
      </Page>
    );
  }
  if (!hasBegun(state) && Object.keys(state.facts).length === 0) {
    return (
      <Page
        title={say("guide_plan_title")}
        lead={say("guide_plan_empty")}
        actions={
          <Button kind="primary" onPress={() => navigation.go({ screen: "guide-text" })}>
            {say("guide_plan_start_do")}
          </Button>
        }
        after={<GuideAfter />}
      >
        <p>{say("ask_safe_now")}</p>
      </Page>
    );
  }
  return <Plan state={state} understood={understood} />;
};

const Plan = ({
  state,
  understood,
}: {
  readonly state: GuideState;
  readonly understood: There;
}) => {
  const { guide, navigation } = useApp();
  const say = useSay();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const { plan, changes, contradictions } = understood.understanding;
  const view = useMemo(
    () => viewPlan(plan, new Map(Object.entries(state.states)), later),
    [plan, state.states, later],
  );
  const [isTold, setIsTold] = useState(false);
  const told = isTold ? [] : changes;
  // Nothing to tell: from now on only what becomes different after this is told.
  useEffect(() => {
    if (changes.length === 0) guide.planSeen();
  }, [changes, guide]);
  const { next } = view;
  const put: Put = (one, to) => guide.setTask(one.task.id, to);
  return (
    <Page
      title={say("guide_plan_title")}
      {...(next === undefined ? { lead: say("guide_plan_all_done") } : {})}
      key={next?.task.id ?? "none"}
      actions={
        <Actions
          next={next}
          put={put}
          onLater={(id) => setLater((before) => new Set(before).add(id))}
        />
      }
      after={<GuideAfter />}
    >
      {told.length === 0 ? undefined : (
        <PlanChanges
          changes={told}
          onSeen={() => {
            setIsTold(true);
            guide.planSeen();
          }}
        />
      )}
      {next === undefined ? undefined : (
        <>
          <h2 className="guide-next">
            <span className="soft small">{say(`when_${next.when}`)}</span>
            <Said>{next.task.title}</Said>
          </h2>
          <TaskDetails one={next} plan={plan} contradictions={contradictions} />
          <TaskWays one={next} />
        </>
      )}
      <p className="soft">
        {view.done.length === 0
          ? say("guide_plan_safe_none")
          : say("guide_plan_safe_some", { count: view.done.length })}
      </p>
      <OtherTasks view={view} plan={plan} contradictions={contradictions} put={put} />
      <Finished
        title={say("guide_plan_done_title", { count: view.done.length })}
        tasks={view.done}
        onUndo={(one) => put(one, undefined)}
      />
      <Finished
        title={say("guide_plan_aside_title", { count: view.setAside.length })}
        tasks={view.setAside}
        onUndo={(one) => put(one, undefined)}
      />
      <p>{say("guide_letter_no_hack")}</p>
      <Button kind="quiet" onPress={() => navigation.go({ screen: "guide-letter" })}>
        {say("guide_line_again_do")}
      </Button>
    </Page>
  );
};

type Put = (one: PlannedTask, to: TaskState | undefined) => void;

const Actions = ({
  next,
  put,
  onLater,
}: {
  readonly next: PlannedTask | undefined;
  readonly put: Put;
  readonly onLater: (id: string) => void;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  if (next === undefined) {
    return (
      <Button kind="primary" onPress={() => navigation.reset({ screen: "home" })}>
        {say("guide_plan_go_home_do")}
      </Button>
    );
  }
  return (
    <>
      <Button kind="primary" onPress={() => put(next, "done")}>
        {say("guide_plan_done_do")}
      </Button>
      <div className="guide-two">
        <Button kind="quiet" onPress={() => onLater(next.task.id)}>
          {say("guide_plan_later_do")}
        </Button>
        <Button kind="quiet" onPress={() => put(next, "set-aside")}>
          {say("guide_plan_never_do")}
        </Button>
      </div>
    </>
  );
};

/** Folded by when they are for, and each folded again: the page stays one thing. */
const OtherTasks = ({
  view,
  plan,
  contradictions,
  put,
}: {
  readonly view: PlanView;
  readonly plan: readonly PlannedTask[];
  readonly contradictions: readonly Contradiction[];
  readonly put: Put;
}) => {
  const say = useSay();
  return (
    <div className="folds">
      {view.others.map(({ when, tasks }) => (
        <Fold
          key={when}
          title={say("guide_plan_group", { when: say(`when_${when}`), count: tasks.length })}
        >
          {tasks.map((one) => (
            <Fold key={one.task.id} title={<Said>{one.task.title}</Said>}>
              <TaskDetails one={one} plan={plan} contradictions={contradictions} />
              <TaskWays one={one} />
              <div className="guide-two">
                <Button kind="plain" onPress={() => put(one, "done")}>
                  {say("guide_plan_done_do")}
                </Button>
                <Button kind="quiet" onPress={() => put(one, "set-aside")}>
                  {say("guide_plan_never_do")}
                </Button>
              </div>
            </Fold>
          ))}
        </Fold>
      ))}
    </div>
  );
};

/** What is done stays done, and can be put back. */
const Finished = ({
  title,
  tasks,
  onUndo,
}: {
  readonly title: string;
  readonly tasks: readonly PlannedTask[];
  readonly onUndo: (one: PlannedTask) => void;
}) => {
  const say = useSay();
  if (tasks.length === 0) return undefined;
  return (
    <Fold title={title}>
      <ul className="guide-list">
        {tasks.map((one) => (
          <li key={one.task.id}>
            <Said>{one.task.title}</Said>{" "}
            <Button
              kind="quiet"
              label={`${say("guide_plan_undo_do")}: ${isolated(one.task.title)}`}
              onPress={() => onUndo(one)}
            >
              {say("guide_plan_undo_do")}
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  );
};
