import { takeHandleAway } from "@holdfast/casework";
import { type Handle, handleSchema, type Party } from "@holdfast/evidence";
import { useCallback, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { focusTitle } from "../../app/focus-title.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { indexParties } from "@holdfast/casework";
import { joinPerson, type Who } from "./join-person.ts";
import { useFacts } from "./use-facts.ts";
import "./facts.css";

/** Who stands behind each name: two are one person only because the person says so. */
export const PeopleScreen = () => {
  const { door, navigation } = useApp();
  const say = useSay();
  const { facts, failed, save } = useFacts();
  const handles = useAnswer(useCallback(() => door.see.handles(), [door]));
  const [asking, setAsking] = useState<Handle>();
  const parties = facts?.parties ?? [];
  const { partyOf } = indexParties(parties);
  const unsaid = (handles.kind === "there" ? handles.value : []).flatMap(
    ({ scheme, value, items }) => {
      const handle = handleSchema.safeParse({ scheme, value });
      return handle.success && partyOf(handle.data) === undefined
        ? [{ handle: handle.data, items }]
        : [];
    },
  );
  const keep = async (next: readonly Party[]): Promise<void> => {
    setAsking(undefined);
    const isSaved = await save((before) => ({ ...before, parties: next }));
    // The line that had the focus stands elsewhere now.
    if (isSaved) focusTitle();
  };
  return (
    <Page
      title={say("people_title")}
      lead={say("people_lead")}
      actions={
        <Button kind="primary" onPress={navigation.back}>
          {say("shell_done_do")}
        </Button>
      }
    >
      {failed === undefined ? undefined : <p role="alert">{sayProblem(say, failed)}</p>}
      {handles.kind === "there" && handles.value.length === 0 ? (
        <p>{say("people_nobody")}</p>
      ) : undefined}
      <Said parties={parties} onTakeAway={(handle) => void keep(takeHandleAway(parties, handle))} />
      {unsaid.length === 0 ? undefined : (
        <>
          <h2>{say("people_unsaid")}</h2>
          <Lines
            size="small"
            choices={unsaid.map(({ handle, items }) => ({
              id: `${handle.scheme}:${handle.value}`,
              title: <bdi>{handle.value}</bdi>,
              hint: say("people_things", { count: items }),
              onPress: () => setAsking(handle),
            }))}
          />
        </>
      )}
      <Button kind="quiet" onPress={() => navigation.go({ screen: "demand" })}>
        {say("people_demand_do")}
      </Button>
      {asking === undefined ? undefined : (
        <WhoIsThis
          handle={asking}
          parties={parties}
          onAnswer={(who) => void keep(joinPerson(parties, asking, who))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Page>
  );
};

const Said = ({
  parties,
  onTakeAway,
}: {
  readonly parties: readonly Party[];
  readonly onTakeAway: (handle: Handle) => void;
}) => {
  const say = useSay();
  if (parties.length === 0) return undefined;
  return (
    <>
      <h2>{say("people_said")}</h2>
      {parties.map(({ id, role, handles }) => (
        <section key={id} className="people-party">
          <h3>{say(`people_role_${role}`)}</h3>
          <ul>
            {handles.map((handle) => (
              <li key={`${handle.scheme}:${handle.value}`}>
                <bdi>{handle.value}</bdi>
                <Button kind="quiet" onPress={() => onTakeAway(handle)}>
                  {say("people_not_right_do")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const WhoIsThis = ({
  handle,
  parties,
  onAnswer,
  onClose,
}: {
  readonly handle: Handle;
  readonly parties: readonly Party[];
  readonly onAnswer: (who: Who) => void;
  readonly onClose: () => void;
}) => {
  const say = useSay();
  const others = parties.filter(({ role }) => role !== "self");
  const hasThreatening = others.some(({ role }) => role === "threatening");
  return (
    <Ask title={say("people_ask")} onClose={onClose}>
      <p>
        <bdi className="people-name">{handle.value}</bdi>
      </p>
      <Lines
        size="small"
        choices={[
          {
            id: "self",
            title: say("people_me_do"),
            onPress: () => onAnswer({ kind: "self" }),
          },
          ...others.map(({ id, role, label, handles }) => ({
            id,
            title: (
              <bdi>
                {say("people_same_do", {
                  name: label ?? handles[0]?.value ?? say(`people_role_${role}`),
                })}
              </bdi>
            ),
            hint: say(`people_role_${role}`),
            onPress: () => onAnswer({ kind: "same", party: id }),
          })),
          {
            id: "threatening",
            title: say(hasThreatening ? "people_threat_other_do" : "people_threat_do"),
            onPress: () => onAnswer({ kind: "new", role: "threatening" }),
          },
          {
            id: "other",
            title: say("people_other_do"),
            onPress: () => onAnswer({ kind: "new", role: "other" }),
          },
        ]}
      />
      <div className="stack-tight ask-actions">
        <Button kind="quiet" onPress={onClose}>
          {say("shell_i_dont_know_do")}
        </Button>
      </div>
    </Ask>
  );
};
