import type { AppLocale } from "@holdfast/words";

/** How the app is looked at in one walk. */
export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: "light" | "dark";
  readonly locale: AppLocale;
}

const phone = { width: 390, height: 844 };
const laptop = { width: 1280, height: 800 };

/** Each pair of width, light and language stands in at least one of these: six walks in place of twelve. */
export const looks: readonly Look[] = [
  { name: "phone-light-en", viewport: phone, colorScheme: "light", locale: "en" },
  { name: "laptop-dark-en", viewport: laptop, colorScheme: "dark", locale: "en" },
  { name: "phone-dark-longer", viewport: phone, colorScheme: "dark", locale: "en-XA" },
  { name: "laptop-light-longer", viewport: laptop, colorScheme: "light", locale: "en-XA" },
  { name: "phone-dark-rtl", viewport: phone, colorScheme: "dark", locale: "ar-XB" },
  { name: "laptop-light-rtl", viewport: laptop, colorScheme: "light", locale: "ar-XB" },
];

/** The narrowest phone that people still use. */
export const narrowest = { width: 320, height: 568 };
