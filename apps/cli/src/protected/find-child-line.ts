import { dialledDigits, findHelp, loadHelplines } from "@holdfast/guide";

import { guideContent } from "../guiding/guide-content.ts";

/** A line for a young person: what it is called, its number, its site, and the day on which somebody saw that. */
export interface ChildLine {
  readonly name: string;
  readonly phone: string;
  readonly site: string;
  readonly checked: string;
}

/**
 * The best line for somebody under 18 in a country, from content/helplines; only one whose number was seen in a source
 * within a year. A wrong number is worse than none: without one, Take It Down is named.
 */
export const findChildLine = async (
  country: string | undefined,
  today: string,
): Promise<ChildLine | undefined> => {
  const places = await loadHelplines(guideContent, country?.toUpperCase());
  if (!places.ok) return undefined;
  const help = findHelp(places.value, {
    need: "under-18",
    age: "under-18",
    ageInPictures: "unknown",
    today,
  });
  for (const { line, from, channels } of help.lines) {
    if (from !== "country" || !line.kinds.includes("under-18")) continue;
    const call = channels.find(
      ({ channel, trust }) => channel.kind === "call" && trust === "checked",
    );
    if (call?.channel.kind !== "call") continue;
    const { value, checkedOn } = call.channel.number;
    return {
      name: line.name,
      phone: value.written ?? dialledDigits(value),
      site: line.page === undefined ? "" : new URL(line.page.value).host,
      checked: checkedOn,
    };
  }
  return undefined;
};
