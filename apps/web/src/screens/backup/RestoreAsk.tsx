import { useState } from "react";

import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { isolated } from "../../app/isolated.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { DoorError } from "../../door/door.ts";
import type { OpenPlace } from "../../door/places.ts";
import { AddCard, GatherCards } from "../place/cards/GatherCards.tsx";
import { type CardsSecret, useGathering } from "../place/cards/use-gathering.ts";
import { NewWordsAsk } from "../place/NewWordsAsk.tsx";
import { usePlaces } from "../place/use-places.ts";
import { type PortableSecret, typedSecret } from "./portable-secret.ts";
import { WhatIsKnown, WordsThatOpen } from "./WordsThatOpen.tsx";

/** Where the place goes, and what it is called there. */
interface Where {
  readonly name: string;
  readonly keeps: OpenPlace["keeps"];
}

export interface Chosen extends Where {
  readonly kind: PortableSecret["kind"];
}

export interface Wanted extends Where {
  readonly secret: PortableSecret;
  /** With cards: nobody knows who has found the lost words, so only these open it here, on new keys. */
  readonly newWords?: string;
}

interface RestoreAskOf {
  readonly file: File;
  readonly error: DoorError | undefined;
  readonly chosen: Chosen | undefined;
  readonly onOther: () => void;
  readonly onRestore: (wanted: Wanted) => void;
}

/** What opens the backup, and where it goes. */
export const RestoreAsk = ({ file, error, chosen, onOther, onRestore }: RestoreAskOf) => {
  const say = useSay();
  const [kind, setKind] = useState<PortableSecret["kind"]>(chosen?.kind ?? "passphrase");
  const [words, setWords] = useState("");
  const [cards, setCards] = useState<CardsSecret>();
  const gathering = useGathering();
  const where = useWhere(chosen);
  const restore = (): void => {
    if (kind === "shares" || words.trim() === "") return;
    onRestore({ ...where.chosen, secret: typedSecret(kind, words) });
  };
  // Where nothing is kept, nothing is opened again: new words would open nothing.
  const restoreWith = (secret: CardsSecret): void =>
    where.chosen.keeps === "nothing" ? onRestore({ ...where.chosen, secret }) : setCards(secret);
  return (
    <Page
      title={say("restore_title")}
      actions={
        <>
          {kind === "shares" ? (
            <AddCard gathering={gathering} onEnough={restoreWith} />
          ) : (
            <Button kind="primary" onPress={restore} isDisabled={words.trim() === ""}>
              {say("restore_do")}
            </Button>
          )}
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
      <WhatIsKnown
        kinds={["passphrase", "recovery-words", "shares"]}
        kind={kind}
        onKind={setKind}
      />
      {kind === "shares" ? (
        <GatherCards gathering={gathering} />
      ) : (
        <WordsThatOpen kind={kind} words={words} onWords={setWords} onEnter={restore} />
      )}
      {where.fields}
      {cards === undefined ? undefined : (
        <NewWordsAsk
          onClose={() => {
            setCards(undefined);
            gathering.startAgain();
          }}
          onChosen={(newWords) => {
            onRestore({ ...where.chosen, secret: cards, newWords });
            return Promise.resolve();
          }}
        />
      )}
    </Page>
  );
};

const useWhere = (before: Where | undefined) => {
  const say = useSay();
  const { keeping } = useSession();
  const places = usePlaces();
  const [named, setName] = useState(before?.name);
  const [keeps, setKeeps] = useState<OpenPlace["keeps"]>(
    keeping === "nothing" ? "nothing" : (before?.keeps ?? "on-device"),
  );
  const name = named ?? String((places?.length ?? 0) + 1);
  const chosen: Where = { name, keeps };
  const fields = (
    <>
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
          value={name}
          onChange={setName}
        />
      )}
    </>
  );
  return { chosen, fields };
};
