import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import type { SeeWords } from "./use-see-words.ts";
import { useCase } from "./use-see-words.ts";

/** At most one thing that would make the order truer, asked where it shows, and never in the way. */
export const Hints = ({ words }: { readonly words: SeeWords }) => {
  const { navigation } = useApp();
  const say = useSay();
  const theCase = useCase();
  if (theCase.kind !== "there") return undefined;
  const { parties } = theCase.value.facts;
  if (parties?.some(({ role }) => role === "self") !== true) {
    return (
      <p className="see-hint small">
        {say("see_people_ask")}{" "}
        <Button kind="quiet" onPress={() => navigation.go({ screen: "people" })}>
          {say("see_people_ask_do")}
        </Button>
      </p>
    );
  }
  if (words.zone === undefined) {
    return (
      <p className="see-hint small">
        {say("see_zone_ask")}{" "}
        <Button kind="quiet" onPress={() => navigation.go({ screen: "zone" })}>
          {say("see_zone_ask_do")}
        </Button>
      </p>
    );
  }
  return undefined;
};
