import { useState } from "react";

import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { isolated } from "../../app/isolated.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import { PickFiles } from "../keep/PickFiles.tsx";
import { CheckResult } from "./CheckResult.tsx";
import { DropGiven } from "./DropGiven.tsx";
import { givenFile, givenFolder } from "./given-bag.ts";
import { type CheckRun, type CheckState, useCheck } from "./use-check.ts";

/** A package that somebody gave: is it unchanged? It needs no place, and nothing of it is kept. */
export const CheckScreen = () => {
  const say = useSay();
  const check = useCheck();
  const { state } = check;
  switch (state.kind) {
    case "start":
      return <Start key="start" check={check} state={state} />;
    case "locked":
      return <Locked key="locked" check={check} state={state} />;
    case "running":
      return (
        <Page key="running" title={say("check_title")}>
          <Progress
            label={
              state.isOpening
                ? say("check_opening")
                : say("check_running", { name: isolated(state.given.name) })
            }
            done={state.progress?.done ?? 0}
            total={state.progress?.total ?? 0}
            cancelLabel={say("shell_cancel_do")}
            onCancel={check.stop}
          />
        </Page>
      );
    case "done":
      return <CheckResult key="done" check={check} report={state.report} typed={state.typed} />;
  }
};

const Start = ({
  check,
  state,
}: {
  readonly check: CheckRun;
  readonly state: Extract<CheckState, { readonly kind: "start" }>;
}) => {
  const say = useSay();
  const [isEmpty, setIsEmpty] = useState(false);
  const take = (given: ReturnType<typeof givenFile>): void => {
    setIsEmpty(given === undefined);
    if (given !== undefined) check.begin(given);
  };
  return (
    <Page
      title={say("check_title")}
      lead={say("check_lead")}
      actions={
        <>
          <PickFiles takesOne onPick={([file]) => take(givenFile(file))}>
            {say("check_file_do")}
          </PickFiles>
          <PickFiles kind="plain" takesFolder onPick={(files) => take(givenFolder(files))}>
            {say("check_folder_do")}
          </PickFiles>
        </>
      }
    >
      <div role="alert">
        {state.error === undefined ? undefined : (
          <p>
            {state.error.code === "cancelled" ? say("check_stopped") : sayProblem(say, state.error)}
          </p>
        )}
        {isEmpty ? <p>{say("check_nothing")}</p> : undefined}
      </div>
      <DropGiven onDrop={take} />
      <WhatItShows />
    </Page>
  );
};

const Locked = ({
  check,
  state,
}: {
  readonly check: CheckRun;
  readonly state: Extract<CheckState, { readonly kind: "locked" }>;
}) => {
  const say = useSay();
  const [secret, setSecret] = useState("");
  const isKey = state.lockedBy === "key";
  const open = (): void => {
    if (secret.trim() !== "") check.unlock(secret);
  };
  return (
    <Page
      title={say("check_locked_title")}
      lead={say(isKey ? "check_locked_key_lead" : "check_locked_lead")}
      actions={
        <>
          <Button kind="primary" onPress={open} isDisabled={secret.trim() === ""}>
            {say("check_open_do")}
          </Button>
          <Button kind="quiet" onPress={check.reset}>
            {say("check_other_do")}
          </Button>
        </>
      }
    >
      <p>
        <bdi className="exact">{state.given.name}</bdi>
      </p>
      {state.error === undefined ? undefined : <p role="alert">{sayProblem(say, state.error)}</p>}
      <Field
        kind={isKey ? "secret" : "text"}
        isExact
        label={say(isKey ? "check_key_label" : "check_words_label")}
        value={secret}
        onChange={setSecret}
        onEnter={open}
        autoFocus
      />
    </Page>
  );
};

const WhatItShows = () => {
  const say = useSay();
  return (
    <Fold title={say("check_shows_title")}>
      <p>{say("check_shows")}</p>
      <p>{say("check_shows_not")}</p>
      <p>{say("check_shows_tools")}</p>
    </Fold>
  );
};
