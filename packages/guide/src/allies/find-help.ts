import { type ShownFact, showFact, type Trust, trustOf } from "../content/fact.ts";
import type { DialNumber } from "./dial-number.ts";
import type { Channel, ChannelKind, EmergencyNumber, Helpline, HelplineKind } from "./helplines.ts";
import type { HelplinePlaces } from "./load-helplines.ts";

/** What somebody needs help with now. */
export const needs = [
  "danger-now",
  "self-harm",
  "under-18",
  "image-abuse",
  "domestic-violence",
  "cybercrime-money",
] as const;
export type Need = (typeof needs)[number];

export interface HelpQuestion {
  readonly need: Need;
  readonly age: "adult" | "under-18" | "unknown";
  /** How old anyone was in the pictures. Not asked yet counts as `unknown`, and that as under 18 (care.md 1). */
  readonly ageInPictures: "all-adult" | "some-under-18" | "unknown";
  /** A day like "2026-11-25", from whoever has a clock. */
  readonly today: string;
}

/** What can be said to somebody: emergency numbers first, then the lines, best first, and what is not known. */
export interface Help {
  readonly emergency: readonly HelpEmergency[];
  readonly lines: readonly HelpLine[];
  readonly notes: readonly HelpNote[];
}

export interface HelpEmergency {
  readonly by: EmergencyNumber["by"];
  readonly number: ShownFact<DialNumber>;
  /** Made known to the service beforehand, or it does not answer. */
  readonly registerFirst: boolean;
  /** Empty when the sources do not say which services answer. */
  readonly services: readonly ("police" | "ambulance" | "fire")[];
  readonly from: Scope;
}

export type Scope = "country" | "region" | "world";

export interface HelpLine {
  readonly line: Helpline;
  readonly trust: LineTrust;
  readonly from: Scope;
  /** Writing before speaking; within that, what was checked first. */
  readonly channels: readonly HelpChannel[];
  readonly reasons: readonly HelpReason[];
}

/** `exists-only`: somebody saw that there is such a line, but not its number or address. */
export type LineTrust = "checked" | "old" | "exists-only" | "not-checked";

export interface HelpChannel {
  readonly channel: Channel;
  readonly trust: Trust;
}

/** Why a line stands where it stands. */
export type HelpReason =
  | { readonly code: "for_this"; readonly kind: HelplineKind }
  | { readonly code: "can_write" }
  | { readonly code: "for_under_18" }
  | { readonly code: "contact_checked"; readonly on: string }
  | { readonly code: "contact_checked_long_ago"; readonly on: string }
  | { readonly code: "contact_not_seen" }
  | { readonly code: "not_checked" }
  | { readonly code: "not_in_this_country" };

/**
 * `emergency_unknown`: no number is written down for there. `emergency_not_checked`, `no_line_checked`: what is shown was
 * seen by nobody. `no_line_here`: nothing in that country; what is shown works from anywhere.
 */
export interface HelpNote {
  readonly code:
    | "emergency_unknown"
    | "emergency_not_checked"
    | "no_line_here"
    | "no_line_checked"
    | "something_old";
}

/** The kinds of line for each need, the best first. */
const kindsFor: Readonly<Record<Need, readonly HelplineKind[]>> = {
  // No police lines: those that are no emergency number take hours, and the emergency number stands above.
  "danger-now": ["domestic-violence", "crisis", "directory"],
  "self-harm": ["crisis", "under-18", "directory"],
  "under-18": ["under-18", "tool", "image-abuse", "crisis", "cybercrime", "directory"],
  "image-abuse": [
    "image-abuse",
    "tool",
    "removal",
    "sexual-violence",
    "victim-support",
    "cybercrime",
    "directory",
  ],
  "domestic-violence": ["domestic-violence", "sexual-violence", "victim-support", "directory"],
  "cybercrime-money": ["cybercrime", "police", "victim-support", "directory"],
};

const byTrust = { checked: 0, old: 1, "exists-only": 2, "not-checked": 3 } as const;
const byScope = { country: 0, region: 1, world: 2 } as const;

/** Writing first: it can be done in silence, with somebody in the next room. */
const byChannel: Readonly<Record<ChannelKind, number>> = {
  text: 0,
  chat: 1,
  whatsapp: 2,
  call: 3,
  email: 4,
  form: 5,
};
const withoutChannel = 6;

/**
 * The help that fits. What was checked stands before what was not, then what fits the need best, then what can be
 * reached by writing, then what is nearest. Where nothing of the country was checked, a directory of the world leads.
 * Unchecked lines stay in, with their label: a number that may be wrong is better than none, if it says so.
 */
export const findHelp = (places: HelplinePlaces, question: HelpQuestion): Help => {
  const emergency = emergencyNumbers(places, question.today);
  const fitting = allLines(places)
    .filter(({ line }) => isForThis(line, question))
    .map(({ line, from }) => describeLine(line, from, question));
  const nearby = fitting.filter(({ from }) => from !== "world");
  const isAnyChecked = nearby.some(({ trust }) => trust === "checked");
  const lines = fitting.toSorted(compareLines(question, !isAnyChecked));
  return { emergency, lines, notes: collectNotes(emergency, lines, nearby) };
};

const allLines = (
  places: HelplinePlaces,
): readonly { readonly line: Helpline; readonly from: Scope }[] => [
  ...(places.country?.lines ?? []).map((line) => ({ line, from: "country" as const })),
  ...(places.region?.lines ?? []).map((line) => ({ line, from: "region" as const })),
  ...places.world.lines.map((line) => ({ line, from: "world" as const })),
];

/** The country's own numbers; the region's too, where they are not the same ones. */
const emergencyNumbers = (places: HelplinePlaces, today: string): readonly HelpEmergency[] => {
  const own = (places.country?.emergency ?? []).map((entry) =>
    describeEmergency(entry, "country", today),
  );
  const shared = (places.region?.emergency ?? [])
    .map((entry) => describeEmergency(entry, "region", today))
    .filter(
      ({ by, number }) =>
        !own.some((entry) => entry.by === by && isSameNumber(entry.number.value, number.value)),
    );
  return [...own, ...shared].toSorted((a, b) => byTrust[a.number.trust] - byTrust[b.number.trust]);
};

const describeEmergency = (entry: EmergencyNumber, from: Scope, today: string): HelpEmergency => ({
  by: entry.by,
  number: showFact(entry.number, today),
  registerFirst: entry.registerFirst ?? false,
  services: entry.for ?? [],
  from,
});

const isSameNumber = (a: DialNumber, b: DialNumber): boolean =>
  "e164" in a ? "e164" in b && a.e164 === b.e164 : "short" in b && a.short === b.short;

const isForThis = (line: Helpline, question: HelpQuestion): boolean =>
  kindForNeed(line, question) !== undefined
  && fitsAge(line, question)
  && fitsPictures(line, question);

const kindForNeed = (line: Helpline, { need }: HelpQuestion): HelplineKind | undefined =>
  kindsFor[need].find((kind) => line.kinds.includes(kind));

/** Nobody under 18 is sent to a line for adults, and no adult to one for children. */
const fitsAge = (line: Helpline, { age, need }: HelpQuestion): boolean => {
  const ages = line.ages?.value ?? {};
  const isUnder18 = age === "under-18" || need === "under-18";
  if (isUnder18) return ages.min === undefined || ages.min < 18;
  if (age === "unknown") return true;
  if (ages.max !== undefined) return ages.max > 18;
  return !line.kinds.includes("under-18");
};

/** Tools that take fingerprints differ by how old somebody was in the picture; unknown counts as under 18. */
const fitsPictures = (line: Helpline, { age, need, ageInPictures }: HelpQuestion): boolean => {
  const range = line.agesInPictures?.value ?? {};
  const isProtected = age === "under-18" || need === "under-18" || ageInPictures !== "all-adult";
  return isProtected
    ? range.min === undefined || range.min < 18
    : range.max === undefined || range.max >= 18;
};

const describeLine = (line: Helpline, from: Scope, question: HelpQuestion): HelpLine => {
  const channels = line.channels
    .map((channel) => ({ channel, trust: trustOf(contactOf(channel), question.today) }))
    .toSorted(
      (a, b) =>
        byTrust[a.trust] - byTrust[b.trust]
        || byChannel[a.channel.kind] - byChannel[b.channel.kind],
    );
  const trust = trustOfLine(line, channels, question.today);
  return {
    line,
    trust,
    from,
    channels,
    reasons: reasonsFor(line, from, channels, trust, question),
  };
};

/** The fact that a channel stands or falls with: its number or its address. */
export const contactOf = (channel: Channel) => {
  switch (channel.kind) {
    case "text":
    case "whatsapp":
    case "call":
      return channel.number;
    case "chat":
    case "form":
      return channel.url;
    case "email":
      return channel.address;
  }
};

const trustOfLine = (
  line: Helpline,
  channels: readonly HelpChannel[],
  today: string,
): LineTrust => {
  const contacts = [
    ...channels.map(({ trust }) => trust),
    ...(line.page === undefined ? [] : [trustOf(line.page, today)]),
  ];
  if (contacts.includes("checked")) return "checked";
  if (contacts.includes("old")) return "old";
  return line.exists.status === "seen" ? "exists-only" : "not-checked";
};

const reasonsFor = (
  line: Helpline,
  from: Scope,
  channels: readonly HelpChannel[],
  trust: LineTrust,
  question: HelpQuestion,
): readonly HelpReason[] => {
  const kind = kindForNeed(line, question);
  return [
    ...(kind === undefined ? [] : [{ code: "for_this", kind } as const]),
    ...(question.age === "under-18" && isForChildren(line)
      ? [{ code: "for_under_18" } as const]
      : []),
    ...(channels.some(({ channel }) => isWriting(channel)) ? [{ code: "can_write" } as const] : []),
    reasonOfTrust(line, channels, trust, question.today),
    ...(from === "world" ? [{ code: "not_in_this_country" } as const] : []),
  ];
};

const reasonOfTrust = (
  line: Helpline,
  channels: readonly HelpChannel[],
  trust: LineTrust,
  today: string,
): HelpReason => {
  if (trust === "not-checked") return { code: "not_checked" };
  if (trust === "exists-only") return { code: "contact_not_seen" };
  const days = [
    ...channels.map(({ channel }) => contactOf(channel)),
    ...(line.page === undefined ? [] : [line.page]),
  ]
    .filter((fact) => trustOf(fact, today) === trust)
    .map((fact) => fact.checkedOn)
    .toSorted();
  const on = days.at(-1) ?? line.exists.checkedOn;
  return { code: trust === "checked" ? "contact_checked" : "contact_checked_long_ago", on };
};

const isForChildren = (line: Helpline): boolean =>
  line.kinds.includes("under-18") || (line.ages?.value.max ?? 99) <= 25;

const isWriting = (channel: Channel): boolean =>
  channel.kind === "text" || channel.kind === "chat" || channel.kind === "whatsapp";

const compareLines =
  (question: HelpQuestion, isDirectoryFirst: boolean) =>
  (a: HelpLine, b: HelpLine): number =>
    (isDirectoryFirst ? Number(isDirectory(b)) - Number(isDirectory(a)) : 0)
    || byTrust[a.trust] - byTrust[b.trust]
    || rankOfAge(a, question) - rankOfAge(b, question)
    || rankOfKind(a, question) - rankOfKind(b, question)
    || rankOfChannel(a) - rankOfChannel(b)
    || byScope[a.from] - byScope[b.from]
    || (a.line.id < b.line.id ? -1 : Number(a.line.id > b.line.id));

const isDirectory = ({ line }: HelpLine): boolean => line.kinds.includes("directory");

/** Lines made for children lead when somebody is under 18; when that is not known, they follow. */
const rankOfAge = ({ line }: HelpLine, { age, need }: HelpQuestion): number => {
  const isForMinor = age === "under-18" || need === "under-18";
  return isForMinor === isForChildren(line) ? 0 : 1;
};

const rankOfKind = ({ line }: HelpLine, { need }: HelpQuestion): number =>
  kindsFor[need].findIndex((kind) => line.kinds.includes(kind));

const rankOfChannel = ({ channels }: HelpLine): number =>
  Math.min(withoutChannel, ...channels.map(({ channel }) => byChannel[channel.kind]));

const collectNotes = (
  emergency: readonly HelpEmergency[],
  lines: readonly HelpLine[],
  nearby: readonly HelpLine[],
): readonly HelpNote[] => {
  const codes: HelpNote["code"][] = [];
  if (emergency.length === 0) codes.push("emergency_unknown");
  else if (emergency.every(({ number }) => number.trust === "not-checked")) {
    codes.push("emergency_not_checked");
  }
  if (nearby.length === 0) codes.push("no_line_here");
  else if (!nearby.some(({ trust }) => trust === "checked")) codes.push("no_line_checked");
  const isOld =
    emergency.some(({ number }) => number.trust === "old")
    || lines.some(({ trust }) => trust === "old");
  if (isOld) codes.push("something_old");
  return codes.map((code) => ({ code }));
};
