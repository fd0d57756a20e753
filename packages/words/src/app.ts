import { createSentences, type MessageParameters } from "./catalogue.ts";
import { arriveMessages } from "./messages/en/app/arrive.ts";
import { careMessages } from "./messages/en/app/care.ts";
import { backupMessages } from "./messages/en/app/backup.ts";
import { checkMessages } from "./messages/en/app/check.ts";
import { exampleMessages } from "./messages/en/app/example.ts";
import { giveMessages } from "./messages/en/app/give.ts";
import { factMessages } from "./messages/en/app/facts.ts";
import { homeMessages } from "./messages/en/app/home.ts";
import { itemMessages } from "./messages/en/app/item.ts";
import { keepMessages } from "./messages/en/app/keep.ts";
import { placeMessages } from "./messages/en/app/place.ts";
import { labelMessages } from "./messages/en/app/labels.ts";
import { problemMessages } from "./messages/en/app/problems.ts";
import { replyMessages } from "./messages/en/app/reply.ts";
import { tellMessages } from "./messages/en/app/tell.ts";
import { seeMessages } from "./messages/en/app/see.ts";
import { shellMessages } from "./messages/en/app/shell.ts";
import { talkMessages } from "./messages/en/app/talk.ts";
import { voiceMessages } from "./messages/en/app/voice.ts";
import { guideAppMessages } from "./messages/en/app/guide-app.ts";
import { guideMessages } from "./messages/en/guide.ts";
import { pseudoMessages } from "./pseudo-locale.ts";

/** Everything that the app says, in English: the source of every other language. */
export const appMessages = {
  ...shellMessages,
  ...arriveMessages,
  ...talkMessages,
  ...homeMessages,
  ...exampleMessages,
  ...keepMessages,
  ...voiceMessages,
  ...placeMessages,
  ...careMessages,
  ...giveMessages,
  ...checkMessages,
  ...backupMessages,
  ...seeMessages,
  ...itemMessages,
  ...factMessages,
  ...labelMessages,
  ...problemMessages,
  ...guideMessages,
  ...guideAppMessages,
  ...replyMessages,
  ...tellMessages,
} as const;

export type AppMessageCode = keyof typeof appMessages;

/** `en-XA` is English with every letter changed and longer, `ar-XB` the same from right to left: for tests alone. */
export const appLocales = ["en", "en-XA", "ar-XB"] as const;
export type AppLocale = (typeof appLocales)[number];

export interface AppWords {
  /** What the words are in: for `lang`. */
  readonly language: AppLocale;
  /** How the reader writes numbers and dates: for Intl. A variant of the language of the words. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly say: (code: AppMessageCode, parameters?: MessageParameters) => string;
}

/** `readers`: the languages that the reader's browser names, the first one first. */
export const createAppWords = (language: AppLocale, readers: readonly string[] = []): AppWords => {
  const speak = createSentences(
    language === "en" ? "en" : "en-XA",
    language === "en" ? appMessages : pseudoMessages(appMessages),
  );
  return {
    language,
    locale: readers.find((reader) => /^en\b/.test(reader)) ?? "en",
    direction: language === "ar-XB" ? "rtl" : "ltr",
    say: (code, parameters = {}) => speak(code, parameters),
  };
};
