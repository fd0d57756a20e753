import type { Purpose } from "@holdfast/bundle";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { BackAndForth } from "../../app/BackAndForth.tsx";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Exact } from "../../design/components/Exact.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { BagLock, MadeBag } from "../../door/giving.ts";
import { CopyDo } from "./CopyDo.tsx";
import { canShareFile } from "./hand-over.ts";
import { SaveOrShare } from "./SaveOrShare.tsx";
import { StampFold } from "./StampFold.tsx";
import { WordsToSend } from "./WordsToSend.tsx";

const lockedBy = {
  passphrase: "give_made_locked",
  recipient: "give_made_key",
  plain: "give_made_plain",
} as const satisfies Record<BagLock["kind"], string>;

/** The finished copy: save it, note its number, and what to say with it. */
export const MadeCopy = ({
  purpose,
  made,
  lock,
}: {
  readonly purpose: Purpose;
  readonly made: MadeBag;
  readonly lock: BagLock["kind"];
}) => {
  const { giving, navigation } = useApp();
  const say = useSay();
  const [isSaved, setIsSaved] = useState(false);
  const done = (): void => {
    giving.clear();
    navigation.reset({ screen: "home" });
  };
  const forOther = purpose !== "self";
  return (
    <Page
      title={say("give_made_title")}
      lead={say("give_made_lead", { count: made.exhibits.length })}
      actions={
        <>
          <SaveOrShare
            file={made.file}
            isSaved={isSaved}
            onSaved={() => setIsSaved(true)}
            says={{ save: "give_save_do", share: "give_share_do" }}
            canShare={canShareFile(made.file)}
          />
          <Button kind={isSaved ? "primary" : "quiet"} onPress={done}>
            {say("give_done_do")}
          </Button>
        </>
      }
    >
      <p>{say(lockedBy[lock])}</p>
      {lock === "passphrase" ? <p>{say("give_words_lost")}</p> : undefined}
      <section className="stack give-part">
        <h2>{say("give_number_title")}</h2>
        <p>{say("give_number_why")}</p>
        <p className="check-number">
          <Exact text={made.seal} grouped />
        </p>
        <CopyDo text={(made.seal.match(/.{1,4}/gu) ?? []).join(" ")} />
        <p className="soft small">{say("give_number_called")}</p>
      </section>
      {forOther ? <WordsToSend purpose={purpose} lock={lock} /> : undefined}
      {/* Filling in their form, and coming back for the next line, is the work here. */}
      {forOther ? <BackAndForth /> : undefined}
      <div className="give-part">
        {purpose === "police" ? (
          <Fold title={say("give_phone_title")}>
            <p>{say("give_phone")}</p>
          </Fold>
        ) : undefined}
        {forOther ? (
          <Fold title={say("give_check_title")}>
            <p>{say("give_check")}</p>
          </Fold>
        ) : undefined}
        <StampFold bag={made.bag} />
      </div>
    </Page>
  );
};
