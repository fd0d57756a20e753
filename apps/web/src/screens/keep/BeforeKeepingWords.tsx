import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { titleOfWords } from "./title-of-words.ts";

/** As much as tells somebody which words these are. */
const shownLetters = 280;

/** Words that were pasted on the page are shown before they are kept: what was copied last may be something else. */
export const BeforeKeepingWords = ({
  text,
  onEnd,
}: {
  readonly text: string;
  readonly onEnd: () => void;
}) => {
  const { keeping } = useApp();
  const say = useSay();
  const keep = (): void => {
    onEnd();
    void keeping.begin({ texts: [{ text, what: "pasted", title: titleOfWords(text) }] });
  };
  const letters = Array.from(text.trim());
  return (
    <Ask title={say("keep_pasted_title")} onClose={onEnd}>
      <blockquote className="keep-pasted" dir="auto">
        {letters.slice(0, shownLetters).join("")}
        {letters.length > shownLetters ? "…" : ""}
      </blockquote>
      <div className="stack-tight ask-actions">
        <Button kind="primary" onPress={keep}>
          {say("write_keep_do")}
        </Button>
        <Button kind="quiet" onPress={onEnd}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};
