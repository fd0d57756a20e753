import { Secret } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import type { DoorError } from "../../door/door.ts";
import { useAskedOnce } from "../place/care/use-asked.tsx";
import { useOwnPlace } from "../place/care/use-own-place.ts";
import { useWays } from "../place/care/use-ways.ts";
import { NewWordsAsk } from "../place/NewWordsAsk.tsx";
import { BackupAge } from "./BackupAge.tsx";
import { portableKinds } from "./portable-secret.ts";
import { SecondPhone } from "./SecondPhone.tsx";
import { TryBackup } from "./TryBackup.tsx";
import { type BackupRun, useBackup } from "./use-backup.ts";

/** One file of everything: made, saved, and opened once before it counts. */
export const BackupScreen = () => {
  const say = useSay();
  const backup = useBackup();
  const { ways, error, look } = useWays();
  const { state } = backup;
  if (ways === undefined) {
    return (
      <Page
        title={say("backup_title")}
        lead={error === undefined ? say("shell_loading") : sayProblem(say, error)}
      />
    );
  }
  const kinds = portableKinds(ways);
  switch (state.kind) {
    case "before":
      return kinds.length === 0 ? (
        <NeedsWords key="needs-words" onAdded={look} />
      ) : (
        <Before key="before" backup={backup} error={state.error} />
      );
    case "making":
    case "trying":
      return (
        <Page key={state.kind} title={say("backup_title")}>
          <Progress
            label={say(state.kind === "making" ? "backup_making" : "backup_trying")}
            done={state.progress?.done ?? 0}
            total={state.progress?.total ?? 0}
            cancelLabel={say("shell_cancel_do")}
            onCancel={backup.stop}
          />
        </Page>
      );
    case "made":
      return <TryBackup key="made" backup={backup} made={state} kinds={kinds} />;
    case "tried":
      return <Tried key="tried" exhibits={state.exhibits} isSavedFile={state.isSavedFile} />;
  }
};

const Before = ({
  backup,
  error,
}: {
  readonly backup: BackupRun;
  readonly error: DoorError | undefined;
}) => {
  const say = useSay();
  const [withShelf, setWithShelf] = useState(true);
  const { ask, question } = useAskedOnce();
  return (
    <Page
      title={say("backup_title")}
      lead={say("backup_lead")}
      actions={
        <Button kind="primary" onPress={() => ask(() => backup.make(withShelf))}>
          {say("backup_make_do")}
        </Button>
      }
    >
      {error === undefined ? undefined : (
        <p role="alert">
          {error.code === "cancelled" ? say("backup_stopped") : sayProblem(say, error)}
        </p>
      )}
      <BackupAge />
      <p>{say("backup_opens_with")}</p>
      <Check isSelected={withShelf} onChange={setWithShelf} hint={say("backup_shelf_hint")}>
        {say("backup_shelf")}
      </Check>
      {withShelf ? undefined : <p>{say("backup_shelf_other")}</p>}
      <SecondPhone />
      {question}
    </Page>
  );
};

/** A place that only this phone opens: its backup would open nowhere else. */
const NeedsWords = ({ onAdded }: { readonly onAdded: () => void }) => {
  const { door, lateProof, navigation } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  const [isChoosing, setIsChoosing] = useState(false);
  const [error, setError] = useState<DoorError>();
  const add = async (words: string): Promise<void> => {
    const added = await door.keys.add({ kind: "passphrase", passphrase: new Secret(words) });
    setIsChoosing(false);
    setError(added.ok ? undefined : added.error);
    if (!added.ok) return;
    // They were chosen this moment: asking for them would only be a wall.
    lateProof.proved();
    onAdded();
  };
  return (
    <Page
      title={say("backup_needs_words_title")}
      lead={say(place?.keeps === "nothing" ? "backup_needs_words_nothing" : "backup_needs_words")}
      actions={
        <>
          <Button kind="primary" onPress={() => setIsChoosing(true)}>
            {say("backup_needs_words_do")}
          </Button>
          {place?.keeps === "nothing" ? undefined : (
            <Button kind="quiet" onPress={() => navigation.go({ screen: "care", part: "twelve" })}>
              {say("backup_needs_twelve_do")}
            </Button>
          )}
        </>
      }
    >
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {isChoosing ? <NewWordsAsk onChosen={add} onClose={() => setIsChoosing(false)} /> : undefined}
    </Page>
  );
};

const Tried = ({
  exhibits,
  isSavedFile,
}: {
  readonly exhibits: number;
  readonly isSavedFile: boolean;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <Page
      title={say(isSavedFile ? "backup_tried_title" : "backup_tried_here_title")}
      lead={say("backup_tried", { count: exhibits })}
      actions={
        <Button kind="primary" onPress={() => navigation.reset({ screen: "home" })}>
          {say("shell_done_do")}
        </Button>
      }
    >
      {isSavedFile ? undefined : <p>{say("backup_try_from_here")}</p>}
      <SecondPhone />
    </Page>
  );
};
