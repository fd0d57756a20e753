import type { Purpose } from "@holdfast/bundle";
import type { GuideFacts, Listener } from "@holdfast/guide";
import type { AppMessageCode } from "@holdfast/words";

import type { ExampleName } from "./example-names.ts";

/** What of the real case stands beside the words: read from the place when it is shown, never written here. */
export type Glimpse =
  /** What lies between two moments, oldest first. */
  | { readonly kind: "moment"; readonly from: string; readonly to: string; readonly limit: number }
  | { readonly kind: "found"; readonly text: string; readonly limit: number }
  /** Mails from one address, oldest first. */
  | { readonly kind: "mails"; readonly from: string; readonly limit: number }
  /** Files by the end of their names. */
  | { readonly kind: "files"; readonly names: readonly string[] }
  /** How many messages a day, from these handles. */
  | { readonly kind: "days"; readonly handles: readonly string[]; readonly from: string }
  /** Words alone. */
  | { readonly kind: "nothing" };

/** The screen of the app that a station leads to, on the example's own data. */
export type Opening =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "rhythm" }
  | { readonly kind: "search"; readonly text: string }
  | { readonly kind: "give"; readonly purpose: Purpose }
  /** What the guide makes of the case, and of what was answered there. */
  | { readonly kind: "letter"; readonly facts: Omit<GuideFacts, "selfHarm"> }
  /** First words to somebody. */
  | { readonly kind: "begin"; readonly to: Listener }
  /** What was written to the one who threatens, and not sent. */
  | { readonly kind: "reply"; readonly text: AppMessageCode };

export interface Station {
  readonly id: string;
  readonly title: AppMessageCode;
  readonly words: AppMessageCode;
  readonly glimpse: Glimpse;
  readonly opens?: Opening;
}

const moment = (from: string, to: string, limit: number): Glimpse => ({
  kind: "moment",
  from,
  to,
  limit,
});

const mayasFacts = {
  age: "adult",
  who: "ex",
  channel: "whatsapp",
  picturesExist: "yes",
  alreadyShared: false,
  sharedWhere: "no",
  paid: false,
  gave: [],
  danger: false,
  deviceWatched: false,
  toldOthers: false,
  tellFamily: "ok",
  police: "ok",
  country: "ES",
} as const satisfies GuideFacts;

const danielsFacts = {
  age: "adult",
  who: "stranger",
  channel: "whatsapp",
  proof: "real-private",
  picturesExist: "yes",
  alreadyShared: false,
  sharedWhere: "no",
  paid: true,
  gave: ["money"],
  danger: false,
  deviceWatched: false,
  toldOthers: false,
  police: "no",
  country: "US",
} as const satisfies GuideFacts;

const mayasWalk: readonly Station[] = [
  {
    id: "happened",
    title: "example_maya_happened",
    words: "example_maya_happened_words",
    glimpse: moment("2026-09-14T21:28:00+02:00", "2026-09-14T21:51:00+02:00", 6),
    opens: { kind: "day", day: "2026-09-14" },
  },
  {
    id: "told",
    title: "example_maya_told",
    words: "example_maya_told_words",
    glimpse: moment("2026-09-14T22:01:17+02:00", "2026-09-14T22:02:30+02:00", 5),
    opens: { kind: "day", day: "2026-09-14" },
  },
  {
    id: "begin",
    title: "example_maya_begin",
    words: "example_maya_begin_words",
    glimpse: { kind: "nothing" },
    opens: { kind: "begin", to: "sibling" },
  },
  {
    id: "saved",
    title: "example_maya_saved",
    words: "example_maya_saved_words",
    glimpse: {
      kind: "files",
      names: [
        "Screenshot_20260914-222912_Instagram.png",
        "Screenshot_20260914-223040_Instagram.png",
        "Screenshot_20260921-202233_Instagram.png",
      ],
    },
    opens: { kind: "day", day: "2026-09-14" },
  },
  {
    id: "demand",
    title: "example_maya_demand",
    words: "example_maya_demand_words",
    glimpse: moment("2026-09-21T20:15:00+02:00", "2026-09-21T20:34:00+02:00", 6),
    opens: { kind: "day", day: "2026-09-21" },
  },
  {
    id: "guide",
    title: "example_maya_guide",
    words: "example_maya_guide_words",
    glimpse: { kind: "nothing" },
    opens: { kind: "letter", facts: mayasFacts },
  },
  {
    id: "reply",
    title: "example_maya_reply",
    words: "example_maya_reply_words",
    glimpse: { kind: "nothing" },
    opens: { kind: "reply", text: "example_maya_reply_unsent" },
  },
  {
    id: "accounts",
    title: "example_maya_accounts",
    words: "example_maya_accounts_words",
    glimpse: { kind: "mails", from: "no-reply@accounts.example.net", limit: 3 },
    opens: { kind: "search", text: "password" },
  },
  {
    id: "order",
    title: "example_maya_order",
    words: "example_maya_order_words",
    glimpse: {
      kind: "days",
      handles: ["Arlo", "arlo.k@example.org"],
      from: "2026-09-07",
    },
    opens: { kind: "rhythm" },
  },
  {
    id: "find",
    title: "example_maya_find",
    words: "example_maya_find_words",
    glimpse: { kind: "found", text: "sister office", limit: 3 },
    opens: { kind: "search", text: "sister office" },
  },
  {
    id: "copy",
    title: "example_maya_copy",
    words: "example_maya_copy_words",
    glimpse: { kind: "mails", from: "desk@police.example.org", limit: 1 },
    opens: { kind: "give", purpose: "police" },
  },
  {
    id: "reported",
    title: "example_maya_reported",
    words: "example_maya_reported_words",
    glimpse: { kind: "mails", from: "safety@social.example.com", limit: 8 },
    opens: { kind: "search", text: "report" },
  },
  {
    id: "open",
    title: "example_maya_open",
    words: "example_maya_open_words",
    glimpse: { kind: "nothing" },
  },
];

const danielsWalk: readonly Station[] = [
  {
    id: "happened",
    title: "example_daniel_happened",
    words: "example_daniel_happened_words",
    glimpse: moment("2026-10-17T00:04:00-04:00", "2026-10-17T00:10:00-04:00", 6),
    opens: { kind: "day", day: "2026-10-17" },
  },
  {
    id: "paid",
    title: "example_daniel_paid",
    words: "example_daniel_paid_words",
    glimpse: moment("2026-10-17T00:33:00-04:00", "2026-10-17T00:54:00-04:00", 8),
    opens: { kind: "day", day: "2026-10-17" },
  },
  {
    id: "told",
    title: "example_daniel_told",
    words: "example_daniel_told_words",
    glimpse: moment("2026-10-17T01:12:40-04:00", "2026-10-17T01:13:30-04:00", 5),
    opens: { kind: "day", day: "2026-10-17" },
  },
  {
    id: "begin",
    title: "example_daniel_begin",
    words: "example_daniel_begin_words",
    glimpse: { kind: "nothing" },
    opens: { kind: "begin", to: "friend" },
  },
  {
    id: "guide",
    title: "example_daniel_guide",
    words: "example_daniel_guide_words",
    glimpse: { kind: "nothing" },
    opens: { kind: "letter", facts: danielsFacts },
  },
  {
    id: "money",
    title: "example_daniel_money",
    words: "example_daniel_money_words",
    glimpse: { kind: "mails", from: "care@cards.example.net", limit: 2 },
    opens: { kind: "search", text: "gift card" },
  },
  {
    id: "saved",
    title: "example_daniel_saved",
    words: "example_daniel_saved_words",
    glimpse: {
      kind: "files",
      names: [
        "Screenshot_20261017-094102_Instagram.png",
        "Screenshot_20261017-094215_Instagram.png",
        "Screenshot_20261017-094530_WhatsApp.png",
      ],
    },
    opens: { kind: "day", day: "2026-10-17" },
  },
  {
    id: "reply",
    title: "example_daniel_reply",
    words: "example_daniel_reply_words",
    glimpse: { kind: "nothing" },
    opens: { kind: "reply", text: "example_daniel_reply_unsent" },
  },
  {
    id: "fades",
    title: "example_daniel_fades",
    words: "example_daniel_fades_words",
    glimpse: { kind: "days", handles: ["+1 202-555-0152"], from: "2026-10-16" },
    opens: { kind: "rhythm" },
  },
  {
    id: "find",
    title: "example_daniel_find",
    words: "example_daniel_find_words",
    glimpse: { kind: "found", text: "500 dollars", limit: 3 },
    opens: { kind: "search", text: "500 dollars" },
  },
  {
    id: "reported",
    title: "example_daniel_reported",
    words: "example_daniel_reported_words",
    glimpse: { kind: "mails", from: "safety@social.example.com", limit: 5 },
    opens: { kind: "search", text: "report" },
  },
  {
    id: "police",
    title: "example_daniel_police",
    words: "example_daniel_police_words",
    glimpse: moment("2026-10-21T20:12:00-04:00", "2026-10-21T20:15:00-04:00", 3),
    opens: { kind: "give", purpose: "self" },
  },
  {
    id: "open",
    title: "example_daniel_open",
    words: "example_daniel_open_words",
    glimpse: { kind: "mails", from: "disputes@bank.example.com", limit: 1 },
  },
];

export const walks: Readonly<Record<ExampleName, readonly Station[]>> = {
  maya: mayasWalk,
  daniel: danielsWalk,
};
