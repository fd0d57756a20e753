import { useCallback } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { isolated } from "../../../app/isolated.ts";
import { useAnswer } from "../../../app/use-answer.ts";

/** What became of the words of locked chats: kept by now, being kept, or not yet. */
export const KeptWords = () => {
  const { door } = useApp();
  const say = useSay();
  const asked = useAnswer(useCallback(() => door.keep.wordsOfLocked(), [door]));
  if (asked.kind !== "there") return undefined;
  const { chats, others, notYet, isWriting } = asked.value;
  return (
    <>
      {chats + others === 0 ? undefined : (
        <p>
          {others === 0
            ? say("care_pictures_words_chats", { count: chats })
            : say("care_pictures_words_files", { count: chats + others })}
        </p>
      )}
      {isWriting ? <p>{say("care_pictures_words_writing")}</p> : undefined}
      {isWriting || notYet.length === 0 ? undefined : (
        <>
          <p>{say("care_pictures_words_not_yet")}</p>
          <ul>
            {notYet.map(({ exhibit, name }) => (
              <li key={exhibit}>{isolated(name)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
