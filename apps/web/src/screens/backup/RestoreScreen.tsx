import { type Progress as WorkProgress, Secret } from "@holdfast/evidence";
import { useEffect, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDoorState } from "../../app/use-door.ts";
import { Button } from "../../design/components/Button.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import type { DoorError } from "../../door/door.ts";
import type { Keys } from "../../door/opening.ts";
import { PickFiles } from "../keep/PickFiles.tsx";
import { type Chosen, RestoreAsk, type Wanted } from "./RestoreAsk.tsx";
import { SecondPhone } from "./SecondPhone.tsx";

type Restoring =
  /** After a try that came to nothing: what was chosen for it stays chosen, but for the words. */
  | { readonly kind: "asking"; readonly error?: DoorError; readonly chosen?: Chosen }
  | { readonly kind: "working"; readonly progress: WorkProgress | undefined };

/** A backup becomes a place of its own, here. */
export const RestoreScreen = () => {
  const { door, navigation } = useApp();
  const say = useSay();
  const { kind } = useDoorState();
  const [file, setFile] = useState<File>();
  const restoring = useRestoring();
  // The place that is being made opens at the end of the work: that is not one to close first.
  if (kind === "open" && restoring.state.kind === "asking") {
    return (
      <Page
        title={say("restore_title")}
        lead={say("restore_close_first")}
        actions={
          <Button kind="primary" onPress={() => void door.places.lock()}>
            {say("home_lock_do")}
          </Button>
        }
      >
        <Button kind="quiet" onPress={navigation.back}>
          {say("shell_not_now_do")}
        </Button>
      </Page>
    );
  }
  if (restoring.state.kind === "working") {
    return (
      <Page key="working" title={say("restore_title")}>
        <Progress
          label={say("restore_working")}
          done={restoring.state.progress?.done ?? 0}
          total={restoring.state.progress?.total ?? 0}
          cancelLabel={say("shell_cancel_do")}
          onCancel={restoring.stop}
        />
      </Page>
    );
  }
  return file === undefined ? (
    <Page
      key="choose"
      title={say("restore_title")}
      lead={say("restore_lead")}
      actions={
        <PickFiles takesOne onPick={([chosen]) => setFile(chosen)}>
          {say("restore_file_do")}
        </PickFiles>
      }
    >
      <SecondPhone />
    </Page>
  ) : (
    <RestoreAsk
      key="ask"
      file={file}
      error={restoring.state.error}
      chosen={restoring.state.chosen}
      onOther={() => setFile(undefined)}
      onRestore={(wanted) => restoring.begin(file, wanted)}
    />
  );
};

const useRestoring = () => {
  const { door, navigation, session } = useApp();
  const [state, setState] = useState<Restoring>({ kind: "asking" });
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const begin = async (file: File, { secret, newWords, name, keeps }: Wanted): Promise<void> => {
    const mine = new AbortController();
    stopper.current = mine;
    const { keeping } = session.read();
    session.change({ keeping: keeps === "nothing" ? "nothing" : "device" });
    // Asked from the tap, as browsers want it.
    if (keeps === "on-device") void door.storage.persist();
    setState({ kind: "working", progress: undefined });
    const restored = await door.places.restore(file, {
      name,
      keeps,
      secret,
      ...(newWords === undefined
        ? {}
        : { newSecrets: [{ kind: "passphrase", passphrase: new Secret(newWords) }] }),
      signal: mine.signal,
      onProgress: (progress) => setState({ kind: "working", progress }),
    });
    if (!restored.ok) {
      // Nothing came of it, so nothing was decided about this device.
      session.change({ keeping });
      setState({
        kind: "asking",
        error: restored.error,
        chosen: { kind: secret.kind, name, keeps },
      });
      return;
    }
    await forgetOtherPhone(door.keys);
    navigation.reset({ screen: "home" });
  };
  return {
    state,
    begin: (file: File, wanted: Wanted) => void begin(file, wanted),
    stop: () => stopper.current?.abort(),
  };
};

/**
 * What opened the place on the phone that it came from (its own key, its passkeys) is not here: offered first at the next
 * opening, it would only fail. If one cannot be taken away it stays beside the words.
 */
const forgetOtherPhone = async (keys: Keys): Promise<void> => {
  const ways = await keys.list();
  if (!ways.ok) return;
  for (const { id, kind } of ways.value) {
    if (kind === "device-key" || kind === "passkey-prf") await keys.remove(id);
  }
};
