import { useState } from "react";

import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { isolated } from "../../app/isolated.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { canShareFile } from "../give/hand-over.ts";
import { SaveOrShare } from "../give/SaveOrShare.tsx";
import { PickFiles } from "../keep/PickFiles.tsx";
import { type TypedKind, typedSecret } from "./portable-secret.ts";
import type { BackupRun, BackupState } from "./use-backup.ts";
import { WhatIsKnown, WordsThatOpen } from "./WordsThatOpen.tsx";

type Made = Extract<BackupState, { readonly kind: "made" }>;

/** First it is saved, then the saved file is chosen again and opened. */
export const TryBackup = ({
  backup,
  made,
  kinds,
}: {
  readonly backup: BackupRun;
  readonly made: Made;
  readonly kinds: readonly TypedKind[];
}) => {
  const say = useSay();
  // After a try that failed the file is saved already.
  const [isSaved, setIsSaved] = useState(made.error !== undefined);
  const { file, damaged } = made.backup;
  return isSaved ? (
    <Try backup={backup} made={made} kinds={kinds} onSaveAgain={() => setIsSaved(false)} />
  ) : (
    <Page
      key="save"
      title={say("backup_save_title")}
      lead={say("backup_save_lead")}
      actions={
        <SaveOrShare
          file={file}
          isSaved={false}
          onSaved={() => setIsSaved(true)}
          says={{ save: "backup_save_do", share: "give_share_do" }}
          canShare={canShareFile(file)}
        />
      }
    >
      <p>{say("backup_save_name", { name: isolated(file.name) })}</p>
      {damaged.length === 0 ? undefined : <p>{say("backup_damaged", { count: damaged.length })}</p>}
    </Page>
  );
};

const Try = ({
  backup,
  made,
  kinds,
  onSaveAgain,
}: {
  readonly backup: BackupRun;
  readonly made: Made;
  readonly kinds: readonly TypedKind[];
  readonly onSaveAgain: () => void;
}) => {
  const say = useSay();
  const [chosen, setChosen] = useState<File | "from-here">();
  const [kind, setKind] = useState<TypedKind>(kinds[0] ?? "passphrase");
  const [words, setWords] = useState("");
  const isReady = chosen !== undefined && words.trim() !== "";
  const test = (): void => {
    if (!isReady) return;
    backup.test(chosen === "from-here" ? undefined : chosen, typedSecret(kind, words));
  };
  return (
    <Page
      key="try"
      title={say("backup_try_title")}
      lead={say("backup_try_lead")}
      actions={
        chosen === undefined ? (
          <>
            <PickFiles takesOne onPick={([file]) => setChosen(file)}>
              {say("backup_try_file_do")}
            </PickFiles>
            <Button kind="quiet" onPress={() => setChosen("from-here")}>
              {say("backup_try_here_do")}
            </Button>
            <Button kind="quiet" onPress={onSaveAgain}>
              {say("backup_save_again_do")}
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={test} isDisabled={!isReady}>
            {say("backup_try_do")}
          </Button>
        )
      }
    >
      <p className="soft">{say("backup_save_name", { name: isolated(made.backup.file.name) })}</p>
      {made.error === undefined ? undefined : (
        <p role="alert">
          {made.error.code === "cancelled" ? say("backup_stopped") : sayProblem(say, made.error)}
        </p>
      )}
      {chosen === undefined ? undefined : (
        <>
          <p>
            {chosen === "from-here"
              ? say("backup_try_from_here")
              : say("backup_try_chosen", { name: isolated(chosen.name) })}
          </p>
          <WhatIsKnown kinds={kinds} kind={kind} onKind={setKind} />
          <WordsThatOpen kind={kind} words={words} onWords={setWords} onEnter={test} />
        </>
      )}
    </Page>
  );
};
