import type { AppMessageCode } from "@holdfast/words";
import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { chooseSecretWords, loadWordList } from "./secret-words.ts";
import { measureStrength, type Strength } from "./strength.ts";

/** Four words that we offer, or the person's own with their strength said. Nobody has to type to go on. */
export const NewWordsAsk = ({
  says = forPlace,
  onChosen,
  onClose,
}: {
  /** What the words are for: without it, for the place. */
  readonly says?: WordsSay;
  readonly onChosen: (words: string) => Promise<void>;
  readonly onClose: () => void;
}) => {
  const say = useSay();
  const [isOwn, setIsOwn] = useState(false);
  return (
    <Ask title={say(says.title)} onClose={onClose}>
      {isOwn ? (
        <OwnWords says={says} onChosen={onChosen} onBack={() => setIsOwn(false)} />
      ) : (
        <OfferedWords says={says} onChosen={onChosen} onOwn={() => setIsOwn(true)} />
      )}
    </Ask>
  );
};

interface WordsSay {
  readonly title: AppMessageCode;
  readonly lead: AppMessageCode;
  readonly lost: AppMessageCode;
}

const forPlace: WordsSay = {
  title: "keep_words_title",
  lead: "keep_words_lead",
  lost: "keep_words_lost",
};

const OfferedWords = ({
  says,
  onChosen,
  onOwn,
}: {
  readonly says: WordsSay;
  readonly onChosen: (words: string) => Promise<void>;
  readonly onOwn: () => void;
}) => {
  const say = useSay();
  const [words, chooseOthers] = useOfferedWords();
  const [isWorking, setIsWorking] = useState(false);
  const choose = (): void => {
    setIsWorking(true);
    void onChosen(words.join(" "));
  };
  return (
    <>
      <p>{say(says.lead)}</p>
      <p className="secret-words exact" translate="no" aria-live="polite">
        {words.join(" ")}
      </p>
      <p className="soft">{say(says.lost)}</p>
      <div className="stack-tight ask-actions">
        <Button
          kind="primary"
          onPress={choose}
          isDisabled={words.length === 0}
          isPending={isWorking}
        >
          {say("keep_words_seen_do")}
        </Button>
        <Button kind="quiet" onPress={chooseOthers}>
          {say("keep_words_other_do")}
        </Button>
        <Button kind="quiet" onPress={onOwn}>
          {say("keep_words_own_do")}
        </Button>
      </div>
    </>
  );
};

const useOfferedWords = (): readonly [readonly string[], () => void] => {
  const { random } = useApp();
  const [list, setList] = useState<readonly string[]>([]);
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const loaded = await loadWordList();
      if (!isCurrent) return;
      setList(loaded);
      setWords(chooseSecretWords(loaded, 4, random));
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [random]);
  return [words, () => setWords(chooseSecretWords(list, 4, random))];
};

const OwnWords = ({
  says,
  onChosen,
  onBack,
}: {
  readonly says: WordsSay;
  readonly onChosen: (words: string) => Promise<void>;
  readonly onBack: () => void;
}) => {
  const say = useSay();
  const [words, setWords] = useState("");
  const [isSeen, setIsSeen] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const strength = useStrength(words);
  const isEnough = strength === "fair" || strength === "strong";
  const choose = (): void => {
    if (!isEnough) return;
    setIsWorking(true);
    void onChosen(words);
  };
  return (
    <>
      <Field
        kind={isSeen ? "text" : "secret"}
        label={say("keep_words_own_label")}
        hint={say("keep_words_own_hint")}
        value={words}
        onChange={setWords}
        onEnter={choose}
        autoFocus
      />
      <p role="status">{strength === undefined ? "" : say(`keep_words_${strength}`)}</p>
      <p className="soft">{say(says.lost)}</p>
      <div className="stack-tight ask-actions">
        <Button kind="primary" onPress={choose} isDisabled={!isEnough} isPending={isWorking}>
          {say("keep_words_seen_do")}
        </Button>
        <Button kind="quiet" onPress={() => setIsSeen(!isSeen)}>
          {say(isSeen ? "keep_words_hide_do" : "keep_words_show_do")}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {say("shell_back_do")}
        </Button>
      </div>
    </>
  );
};

const useStrength = (words: string): Strength | undefined => {
  const [strength, setStrength] = useState<Strength>();
  useEffect(() => {
    let isCurrent = true;
    const measure = async (): Promise<void> => {
      const measured = words.trim() === "" ? undefined : await measureStrength(words);
      if (isCurrent) setStrength(measured);
    };
    void measure();
    return () => {
      isCurrent = false;
    };
  }, [words]);
  return strength;
};
