import { useSay } from "../../../app/frame.ts";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import { Field } from "../../../design/components/Field.tsx";
import { CardsDrawing } from "./CardsDrawing.tsx";
import type { CardsSecret, Gathering } from "./use-gathering.ts";

/** One card after the other, and how many are still needed. The words are seen: nobody types sixteen of them blindly. */
export const GatherCards = ({ gathering }: { readonly gathering: Gathering }) => {
  const say = useSay();
  const { typed, type, given, needed, error, startAgain } = gathering;
  return (
    <>
      <div role="status" className="stack-tight">
        {needed === undefined ? undefined : (
          <>
            <CardsDrawing count={needed} full={given} />
            <p>{say("open_cards_given", { given, needed, left: Math.max(0, needed - given) })}</p>
          </>
        )}
      </div>
      {needed !== undefined && given >= needed ? undefined : (
        <Field
          key={given}
          label={say(given === 0 ? "open_cards_first_label" : "open_cards_next_label")}
          hint={say("open_cards_hint")}
          rows={3}
          value={typed}
          onChange={type}
          autoFocus={given > 0}
        />
      )}
      <div role="alert">{error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}</div>
      {given === 0 ? undefined : (
        <Button kind="quiet" onPress={startAgain}>
          {say("open_cards_again_do")}
        </Button>
      )}
    </>
  );
};

/** Takes what was typed as the next card. */
export const AddCard = ({
  gathering,
  isWorking = false,
  onEnough,
}: {
  readonly gathering: Gathering;
  /** The cards are being tried. */
  readonly isWorking?: boolean;
  readonly onEnough: (secret: CardsSecret) => void;
}) => {
  const say = useSay();
  const add = async (): Promise<void> => {
    const secret = await gathering.add();
    if (secret !== undefined) onEnough(secret);
  };
  return (
    <Button
      kind="primary"
      isPending={isWorking || gathering.isWorking}
      isDisabled={gathering.typed.trim() === ""}
      onPress={() => void add()}
    >
      {say("open_cards_add_do")}
    </Button>
  );
};
