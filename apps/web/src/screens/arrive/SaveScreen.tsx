import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { KeepingDone, KeepingList } from "../keep/KeepingList.tsx";
import { PickFiles } from "../keep/PickFiles.tsx";
import { useKeeping } from "../keep/use-keeping.ts";
import { offersSavingAfterwards } from "./two-minute-road.ts";

/** Three things, then stop. Saving is offered, never demanded (care.md 10, 19). */
export const SaveScreen = () => {
  const { keeping, navigation } = useApp();
  const say = useSay();
  const { young, happening } = useSession();
  const state = useKeeping();
  const goOn = (): void =>
    offersSavingAfterwards(happening)
      ? navigation.reset({ screen: "home" })
      : navigation.go({ screen: "next" });
  const isBusy = state.kind === "running" || state.kind === "making-place";
  return (
    <Page
      title={say("save_title")}
      actions={
        state.kind === "done" ? (
          <KeepingDone onDone={goOn} />
        ) : (
          <>
            {young ? undefined : (
              <PickFiles
                accept="image/*"
                onPick={(files) =>
                  void keeping.begin({
                    files: files.map((file) => ({
                      file,
                      name: file.name,
                      origin: "captured-here",
                    })),
                  })
                }
              >
                {say("save_add_do")}
              </PickFiles>
            )}
            <Button
              kind={young ? "primary" : "plain"}
              onPress={() => navigation.go({ screen: "write" })}
              isDisabled={isBusy}
            >
              {say("save_words_do")}
            </Button>
            <Button kind="quiet" onPress={goOn} isDisabled={isBusy}>
              {say("save_later_do")}
            </Button>
          </>
        )
      }
    >
      <KeepingList />
      {state.kind === "idle" || state.kind === "needs-place" ? <WhatToSave /> : undefined}
    </Page>
  );
};

const WhatToSave = () => {
  const say = useSay();
  const { young } = useSession();
  return (
    <>
      <ol className="save-things page-lead">
        <li>{say("save_profile")}</li>
        <li>{say("save_threat")}</li>
        <li>{say("save_pay")}</li>
      </ol>
      <p>{say("save_then_stop")}</p>
      {young ? (
        <p>{say("save_protected")}</p>
      ) : (
        <div className="save-folds">
          <Fold title={say("save_cloud_title")}>
            <p>{say("save_cloud")}</p>
          </Fold>
          <Fold title={say("save_how_title")}>
            <p>{say("save_how_iphone")}</p>
            <p>{say("save_how_android")}</p>
            <p>{say("save_how_computer")}</p>
            <p>{say("save_how_view_once")}</p>
          </Fold>
        </div>
      )}
    </>
  );
};
