import { type Contradiction, type PlannedTask, showFact } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import type { Route } from "../../app/routes.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { Said, SourceOf } from "./SourceOf.tsx";

/** Small steps first; then what it costs and what it shows; the reason a tap away. */
export const TaskDetails = ({
  one: { task, after, why, orderedBy },
  plan,
  contradictions,
}: {
  readonly one: PlannedTask;
  readonly plan: readonly PlannedTask[];
  readonly contradictions: readonly Contradiction[];
}) => {
  const { today, words } = useApp();
  const { say } = words;
  const waitsFor = plan.filter((other) => after.includes(other.task.id));
  const differing = contradictions.filter(({ tasks }) => tasks.includes(task.id));
  return (
    <>
      <ol className="guide-steps">
        {task.steps.map((step) => (
          <li key={step}>
            <Said>{step}</Said>
          </li>
        ))}
      </ol>
      {task.losesEvidence ? <p>{say("guide_plan_before_report")}</p> : undefined}
      <ul className="guide-facts">
        <li>{say("task_minutes", { count: task.minutes })}</li>
        {(task.needs ?? []).map((what) => (
          <li key={what}>{say("task_needs", { what: isolated(what) })}</li>
        ))}
        <li>{say(task.mayBeNoticed ? "task_noticed" : "guide_plan_quiet")}</li>
        <li>{say(task.losesEvidence ? "task_loses" : "guide_plan_safe_evidence")}</li>
        <li>
          {task.leavesDevice === undefined
            ? say("guide_plan_stays")
            : say("task_leaves", { what: isolated(task.leavesDevice) })}
        </li>
      </ul>
      <Fold title={say("guide_plan_why")}>
        <p>
          <Said>{why.why.value}</Said>
        </p>
        <SourceOf fact={showFact(why.why, today())} />
        {waitsFor.length === 0 ? undefined : (
          <>
            <p>
              {say("guide_plan_waits", {
                list: new Intl.ListFormat(words.locale, { type: "unit" }).format(
                  waitsFor.map((other) => isolated(other.task.title)),
                ),
              })}
            </p>
            {orderedBy.map((ordering) => (
              <div key={ordering.id}>
                <p>
                  <Said>{ordering.why.value}</Said>
                </p>
                <SourceOf fact={showFact(ordering.why, today())} />
              </div>
            ))}
          </>
        )}
      </Fold>
      {differing.map((contradiction) => (
        <Fold key={contradiction.id} title={say("guide_plan_judged_fold")}>
          <p>
            <Said>{contradiction.about}</Said>
          </p>
          <ul className="guide-list">
            {contradiction.says.map(({ who, says }) => (
              <li key={who}>
                {say("plan_says", { who: isolated(who), what: isolated(says.value) })}
                <SourceOf fact={showFact(says, today())} />
              </li>
            ))}
          </ul>
          <p>{say("plan_we_take", { what: isolated(contradiction.weTake) })}</p>
        </Fold>
      ))}
    </>
  );
};

/** Where Holdfast itself does, or helps to do, what the task is about. */
export const TaskWays = ({ one: { task } }: { readonly one: PlannedTask }) => {
  const { navigation } = useApp();
  const say = useSay();
  const ways = waysOf(task.does);
  if (ways.length === 0) return undefined;
  return (
    <div className="guide-two">
      {ways.map(({ code, route }) => (
        <Button key={code} kind="plain" onPress={() => navigation.go(route)}>
          {say(code)}
        </Button>
      ))}
    </div>
  );
};

interface Way {
  readonly code:
    | "guide_plan_go_keep_do"
    | "guide_plan_go_coach_do"
    | "guide_plan_go_talk_do"
    | "guide_plan_go_give_do"
    | "guide_plan_go_breath_do"
    | "guide_plan_go_tell_do"
    | "guide_plan_go_reply_do";
  readonly route: Route;
}
type Effect = PlannedTask["task"]["does"][number];

const wayOf: Readonly<Partial<Record<Effect, readonly Way[]>>> = {
  keep: [
    { code: "guide_plan_go_keep_do", route: { screen: "keep" } },
    { code: "guide_plan_go_coach_do", route: { screen: "coach" } },
  ],
  "keep-sessions": [{ code: "guide_plan_go_keep_do", route: { screen: "keep" } }],
  safety: [{ code: "guide_plan_go_talk_do", route: { screen: "talk", need: "danger-now" } }],
  support: [{ code: "guide_plan_go_talk_do", route: { screen: "talk" } }],
  police: [{ code: "guide_plan_go_give_do", route: { screen: "give" } }],
  legal: [{ code: "guide_plan_go_give_do", route: { screen: "give" } }],
  tell: [{ code: "guide_plan_go_tell_do", route: { screen: "tell" } }],
  contact: [{ code: "guide_plan_go_reply_do", route: { screen: "reply" } }],
  pause: [{ code: "guide_plan_go_breath_do", route: { screen: "breath" } }],
};

const waysOf = (does: readonly Effect[]): readonly Way[] => [
  ...new Map(does.flatMap((one) => wayOf[one] ?? []).map((way) => [way.code, way])).values(),
];
