import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDoorState } from "../../app/use-door.ts";
import { useSession } from "../../app/use-session.ts";
import { Lines } from "../../design/components/Lines.tsx";
import { KeepingDone, KeepingList } from "./KeepingList.tsx";
import { PickFiles } from "./PickFiles.tsx";
import { useKeeping } from "./use-keeping.ts";

/** Everything that can be brought in, from one page. Where pictures are not kept, none can be chosen. */
export const KeepScreen = () => {
  const { keeping, navigation } = useApp();
  const say = useSay();
  const state = useKeeping();
  const wordsOnly = useWordsOnly();
  const begin = (files: readonly File[]): void =>
    void keeping.begin({ files: files.map((file) => ({ file, name: file.name })) });
  return (
    <Page
      title={say("home_keep_do")}
      actions={
        state.kind === "done" ? (
          <KeepingDone onDone={() => navigation.reset({ screen: "home" })} />
        ) : state.kind === "running" ? undefined : (
          <PickFiles onPick={begin} {...(wordsOnly ? { accept: ".txt,text/plain" } : {})}>
            {say(wordsOnly ? "keep_choose_words_do" : "keep_choose_do")}
          </PickFiles>
        )
      }
    >
      <KeepingList />
      {state.kind === "idle" || state.kind === "needs-place" ? (
        <>
          {wordsOnly ? <p>{say("save_protected")}</p> : undefined}
          <Lines
            choices={[
              {
                id: "write",
                title: say("save_words_do"),
                onPress: () => navigation.go({ screen: "write" }),
              },
            ]}
          />
        </>
      ) : undefined}
    </Page>
  );
};

/** A protected case, or one that will be. */
const useWordsOnly = (): boolean => {
  const door = useDoorState();
  const { young } = useSession();
  return door.kind === "open" ? door.place.pictures === "protected" : young;
};
