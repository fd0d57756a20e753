import {
  type Assessment,
  type Channel,
  dialledDigits,
  type DialNumber,
  findHelp,
  type GuideFacts,
  type Help,
  type HelplinePlaces,
  needOfGate,
} from "@holdfast/guide";
import { guideSentence } from "@holdfast/words";

type Gate = Assessment["gates"][number];

/** Whom to ask for one gate: the emergency number where life is in danger, and the best line. With their label, never hidden. */
export const helpHints = (
  places: HelplinePlaces,
  gate: Gate,
  facts: GuideFacts,
  today: string,
): readonly string[] => {
  const need = needOfGate[gate];
  if (need === undefined) return [];
  const help = findHelp(places, {
    need,
    age: facts.age ?? "unknown",
    ageInPictures: facts.ageInPictures ?? "unknown",
    today,
  });
  return [...(need === "danger-now" ? emergencyOf(help) : []), ...lineOf(help)];
};

const emergencyOf = ({ emergency }: Help): readonly string[] =>
  emergency.slice(0, 1).map(({ number: { value, trust } }) =>
    guideSentence("help_emergency", {
      number: written(value),
      checked: trust === "checked" ? "yes" : "no",
    }),
  );

const lineOf = ({ lines }: Help): readonly string[] => {
  const [best] = lines;
  if (best === undefined) return [];
  const reaches = [
    ...best.channels.slice(0, 2).map(({ channel }) => reachOf(channel)),
    ...(best.line.page === undefined ? [] : [best.line.page.value]),
  ];
  return [
    guideSentence("help_line", {
      name: best.line.name,
      reach: [...new Set(reaches)].slice(0, 2).join(", "),
      checked: best.trust === "checked" ? "yes" : "no",
    }),
  ];
};

const written = (number: DialNumber): string => number.written ?? dialledDigits(number);

const reachOf = (channel: Channel): string => {
  switch (channel.kind) {
    case "text":
      return channel.write === undefined
        ? guideSentence("reach_text", { number: written(channel.number.value) })
        : guideSentence("reach_text_word", {
            number: written(channel.number.value),
            word: channel.write.value,
          });
    case "call":
      return guideSentence("reach_call", { number: written(channel.number.value) });
    case "whatsapp":
      return guideSentence("reach_whatsapp", { number: written(channel.number.value) });
    case "chat":
    case "form":
      return channel.url.value;
    case "email":
      return channel.address.value;
  }
};
