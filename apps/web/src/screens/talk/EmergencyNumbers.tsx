import { toCallUri, toTextUri } from "@holdfast/guide";

import { useSay } from "../../app/frame.ts";
import { TrustWords } from "./TrustWords.tsx";
import { useHelp } from "./use-help.ts";
import "./talk.css";

/** The number to call when somebody is in danger now. One that has to be registered first helps nobody now. */
export const EmergencyNumbers = ({ isLarge = false }: { readonly isLarge?: boolean }) => {
  const say = useSay();
  const loaded = useHelp("danger-now");
  if (loaded.kind === "loading") return undefined;
  // Somebody in danger never looks at an empty place.
  if (loaded.kind === "failed") return <p>{say("danger_no_number")}</p>;
  const numbers = loaded.help.emergency.filter(({ registerFirst }) => !registerFirst);
  if (numbers.length === 0) return <p>{say("danger_no_number")}</p>;
  return (
    <ul className={isLarge ? "emergency emergency-large" : "emergency"}>
      {numbers.map(({ by, number, services }) => {
        const digits = "e164" in number.value ? number.value.e164 : number.value.short;
        const written = number.value.written ?? digits;
        return (
          <li key={`${by} ${digits} ${services.join(" ")}`}>
            <a
              className="button button-plain emergency-number"
              href={by === "call" ? toCallUri(number.value) : toTextUri(number.value)}
            >
              {say(by === "call" ? "talk_call_do" : "talk_text_do", { number: written })}
            </a>
            <span className="soft small">
              {services.map((service) => say(`talk_service_${service}`)).join(", ")}
              {" · "}
              <TrustWords fact={number} />
            </span>
          </li>
        );
      })}
    </ul>
  );
};
