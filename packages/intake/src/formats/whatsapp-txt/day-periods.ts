/** `noon` is 中午: 11 and 12 stay, 1 and 2 are in the afternoon. */
export type DayPeriod = "am" | "pm" | "noon";

/**
 * What stands for am and pm. Compared in lower case, dots and spaces removed.
 * Source: Unicode CLDR day periods (abbreviated) of the locales; those in export-test files of whatsapp-chat-parser and
 * chat-miner are a.m./p.m. in all their spellings, 上午/下午, 오전/오후, 午前/午後.
 */
const periods: Readonly<Record<DayPeriod, readonly string[]>> = {
  am: [
    "am",
    "a",
    "vm",
    "fm",
    "öö",
    "πμ",
    "ص",
    "صباحا",
    "قظ",
    "ق",
    "पूर्वाह्न",
    "ल",
    "قبل دوپہر",
    "صبح",
    "上午",
    "早上",
    "凌晨",
    "清晨",
    "오전",
    "午前",
    "sa",
    "дп",
    "de",
    "ก่อนเที่ยง",
    "পূর্বাহ্ণ",
  ],
  pm: [
    "pm",
    "p",
    "nm",
    "em",
    "ös",
    "μμ",
    "م",
    "مساء",
    "بظ",
    "ب",
    "अपराह्न",
    "بعد دوپہر",
    "شام",
    "下午",
    "晚上",
    "오후",
    "午後",
    "ch",
    "пп",
    "du",
    "หลังเที่ยง",
    "অপরাহ্ণ",
  ],
  noon: ["中午"],
};

const key = (text: string): string => text.toLowerCase().replaceAll(/[.\s\u00a0\u202f]/g, "");

const byKey = new Map<string, DayPeriod>([
  ...periods.am.map((word) => [key(word), "am"] as const),
  ...periods.pm.map((word) => [key(word), "pm"] as const),
  ...periods.noon.map((word) => [key(word), "noon"] as const),
]);

/** `undefined` when the text is no day period of any known language. */
export const periodOf = (text: string): DayPeriod | undefined => byKey.get(key(text));
