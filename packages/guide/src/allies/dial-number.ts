import { z } from "zod";

export const countryCodeSchema = z.string().regex(/^[A-Z]{2}$/, {
  error: "is not a country's two letters of ISO 3166, such as GB",
});

/**
 * A number that can be dialled. `e164` works from anywhere. `short` is dialled as it stands, inside its country (or, for
 * the numbers that Europe shares, inside its region): emergency numbers, short codes, free numbers that do not exist abroad.
 * `written` is how people there write it; its digits are the same.
 */
export const dialNumberSchema = z
  .union([
    z.strictObject({
      e164: z.string().regex(/^\+[1-9]\d{6,14}$/, {
        error:
          "is not a number in the form +442079460000: a plus, the country's code, 7 to 15 digits",
      }),
      written: z.string().exactOptional(),
    }),
    z.strictObject({
      short: z.string().regex(/^[*#]?\d{2,12}$/, {
        error: "is not what is dialled: 2 to 12 digits, at most a star or a hash before them",
      }),
      country: countryCodeSchema,
      written: z.string().exactOptional(),
    }),
  ])
  .refine(isWrittenAlike, { error: "is written with other digits than it is dialled with" })
  .readonly();
export type DialNumber = z.infer<typeof dialNumberSchema>;

/** A slip of one digit between the two forms would send somebody in need to a stranger. */
function isWrittenAlike(number: {
  readonly e164?: string;
  readonly short?: string;
  readonly written?: string | undefined;
}): boolean {
  if (number.written === undefined) return true;
  if (!/^[+*#\d() .-]+$/.test(number.written)) return false;
  const digits = number.written.replaceAll(/[^\d*#]/g, "");
  if (number.short !== undefined) return digits === number.short;
  const dialled = (number.e164 ?? "").slice(1);
  // "0345 …" at home is "+44 345 …": what is dialled before the number at home is not part of it.
  const national = digits.replace(/^0/, "");
  return (
    dialled === digits || (dialled.endsWith(national) && dialled.length - national.length <= 3)
  );
}

/** "+442079460000" or "999": what goes into the dialler, also for reading aloud. */
export const dialledDigits = (number: DialNumber): string =>
  "e164" in number ? number.e164 : number.short;

/** For `href`. RFC 3966 wants the hash of "#9110" escaped, or the address would end there. */
export const toCallUri = (number: DialNumber): string =>
  `tel:${encodeURIComponent(dialledDigits(number)).replace("%2B", "+")}`;

/** For `href`: opens the phone's own messages, with the one word that the line asks for, if any. */
export const toTextUri = (number: DialNumber, write?: string): string => {
  const to = `sms:${encodeURIComponent(dialledDigits(number)).replace("%2B", "+")}`;
  return write === undefined ? to : `${to}?body=${encodeURIComponent(write)}`;
};
