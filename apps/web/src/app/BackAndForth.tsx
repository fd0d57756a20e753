import { Check } from "../design/components/Check.tsx";
import { useAskedOnce } from "../screens/place/care/use-asked.tsx";
import { useApp } from "./app-context.ts";
import { useSay } from "./frame.ts";
import { useDoorState } from "./use-door.ts";
import { useSession } from "./use-session.ts";

/**
 * "I'm going back and forth": beside the work for which one looks into other apps (care.md 13). Where it would do nothing,
 * it says why instead.
 */
export const BackAndForth = () => {
  const { session } = useApp();
  const say = useSay();
  const door = useDoorState();
  const { backAndForth, watched } = useSession();
  const { ask, question } = useAskedOnce();
  if (watched) return <p className="soft small">{say("care_back_forth_watched")}</p>;
  const change = (isOn: boolean): void => {
    const apply = (): void => session.change({ backAndForth: isOn });
    // Longer, for a place that is open: only for whoever can open it.
    if (isOn && door.kind === "open") ask(apply);
    else apply();
  };
  return (
    <>
      <Check isSelected={backAndForth} onChange={change} hint={say("care_back_forth_hint")}>
        {say("care_back_forth")}
      </Check>
      {question}
    </>
  );
};
