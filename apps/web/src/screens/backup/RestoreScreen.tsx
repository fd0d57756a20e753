import type { Progress as WorkProgress } from "@holdfast/evidence";
import { useEffect, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { isolated } from "../../app/isolated.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useDoorState } from "../../app/use-door.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import type { DoorError } from "../../door/door.ts";
import type { Keys } from "../../door/opening.ts";
import type { OpenPlace } from "../../door/places.ts";
import { PickFiles } from "../keep/PickFiles.tsx";
import { usePlaces } from "../place/use-places.ts";
import { type PortableKind, portableSecret } from "./portable-secret.ts";
import { SecondPhone } from "./SecondPhone.tsx";
import { WordsThatOpen } from "./WordsThatOpen.tsx";

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
    <AskWords
      key="ask"
      file={file}
      error={restoring.state.error}
      chosen={restoring.state.chosen}
      onOther={() => setFile(undefined)}
      onRestore={(wanted) => restoring.begin(file, wanted)}
    />
  );
};

interface Chosen {
  readonly kind: PortableKind;
  readonly name: string;
  readonly keeps: OpenPlace["keeps"];
}

interface Wanted extends Chosen {
  readonly words: string;
}

const useRestoring = () => {
  const { door, navigation, session } = useApp();
  const [state, setState] = useState<Restoring>({ kind: "asking" });
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const begin = async (file: File, { kind, words, name, keeps }: Wanted): Promise<void> => {
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
      secret: portableSecret(kind, words),
      signal: mine.signal,
      onProgress: (progress) => setState({ kind: "working", progress }),
    });
    if (!restored.ok) {
      // Nothing came of it, so nothing was decided about this device.
      session.change({ keeping });
      setState({ kind: "asking", error: restored.error, chosen: { kind, name, keeps } });
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

const AskWords = ({
  file,
  error,
  chosen,
  onOther,
  onRestore,
}: {
  readonly file: File;
  readonly error: DoorError | undefined;
  readonly chosen: Chosen | undefined;
  readonly onOther: () => void;
  readonly onRestore: (wanted: Wanted) => void;
}) => {
  const say = useSay();
  const { keeping } = useSession();
  const places = usePlaces();
  const [kind, setKind] = useState<PortableKind>(chosen?.kind ?? "passphrase");
  const [words, setWords] = useState("");
  const [name, setName] = useState(chosen?.name);
  const [keeps, setKeeps] = useState<OpenPlace["keeps"]>(
    keeping === "nothing" ? "nothing" : (chosen?.keeps ?? "on-device"),
  );
  const shownName = name ?? String((places?.length ?? 0) + 1);
  const restore = (): void => {
    if (words.trim() !== "") onRestore({ kind, words, name: shownName, keeps });
  };
  return (
    <Page
      title={say("restore_title")}
      actions={
        <>
          <Button kind="primary" onPress={restore} isDisabled={words.trim() === ""}>
            {say("restore_do")}
          </Button>
          <Button kind="quiet" onPress={onOther}>
            {say("restore_file_other_do")}
          </Button>
        </>
      }
    >
      <p>{say("restore_chosen", { name: isolated(file.name) })}</p>
      {error === undefined ? undefined : (
        <p role="alert">
          {error.code === "cancelled" ? say("backup_stopped") : sayProblem(say, error)}
        </p>
      )}
      <WordsThatOpen
        kinds={["passphrase", "recovery-words"]}
        kind={kind}
        onKind={setKind}
        words={words}
        onWords={setWords}
        onEnter={restore}
      />
      {keeping === "nothing" ? undefined : (
        <Choose
          label={say("restore_where")}
          choices={[
            { value: "on-device", title: say("restore_keep") },
            { value: "nothing", title: say("restore_keep_not") },
          ]}
          value={keeps}
          onChange={setKeeps}
        />
      )}
      {keeps === "nothing" ? undefined : (
        <Field
          label={say("restore_name_label")}
          hint={say("restore_name_hint")}
          value={shownName}
          onChange={setName}
        />
      )}
    </Page>
  );
};
