import type { MappedText, Stretch } from "../undisguise/mapped-text.ts";
import { toOriginal } from "../undisguise/mapped-text.ts";
import type { Hearing } from "../words/hear.ts";
import type { FoundHandle } from "./handles.ts";
import { findIbans } from "./iban.ts";
import { findCoinAddresses } from "./payment-addresses.ts";

export const paymentNetworks = [
  "bitcoin",
  "ethereum",
  "litecoin",
  "monero",
  "tron",
  "iban",
  "cash-app",
  "paypal",
  "pix",
  "upi",
  "easypaisa",
  "jazzcash",
  "mpesa",
  "gift-card",
  "other",
] as const;
export type PaymentNetwork = (typeof paymentNetworks)[number];

/** Where the money is to go. `valid`: its own checksum or form fits; for what has none, that it stands beside its name. */
export interface FoundPayment extends Stretch {
  readonly network: PaymentNetwork;
  readonly value: string;
  readonly valid: boolean;
}

/** @param seen the text as a person sees it; the places that are given are in the original */
export const findPayments = (
  seen: MappedText,
  hearings: readonly Hearing[],
  handles: readonly FoundHandle[],
): readonly FoundPayment[] => {
  const formal = [
    ...findCoinAddresses(seen.text),
    ...findIbans(seen.text).map((found) => ({ ...found, network: "iban" as const })),
    ...namedServices(seen.text),
  ].map((found) => ({ ...found, ...toOriginal(seen, found) }));
  const cards = hearings
    .filter(({ meaning, isNegated }) => meaning === "gift-card" && !isNegated)
    .slice(0, 3)
    .map(({ start, end }) => ({
      network: "gift-card" as const,
      value: valueBetween(seen, start, end),
      valid: true,
      start,
      end,
    }));
  const all = [...formal, ...byMention(seen, handles), ...cards];
  return all
    .filter((one, index) => all.findIndex((other) => sameValue(one, other)) === index)
    .toSorted((a, b) => a.start - b.start);
};

const sameValue = (a: FoundPayment, b: FoundPayment): boolean =>
  a.network === b.network && a.value.toLowerCase() === b.value.toLowerCase();

const valueBetween = (seen: MappedText, start: number, end: number): string => {
  let value = "";
  for (let at = 0; at < seen.text.length; at += 1) {
    if ((seen.starts[at] ?? 0) >= start && (seen.ends[at] ?? 0) <= end)
      value += seen.text[at] ?? "";
  }
  return value;
};

interface NamedService {
  readonly network: PaymentNetwork;
  readonly pattern: RegExp;
}

/** Forms that name their service themselves. */
const services: readonly NamedService[] = [
  {
    network: "cash-app",
    pattern: /(?<![\p{L}\p{N}$])\$[A-Za-z](?:[A-Za-z0-9_-]{1,19})(?![\p{L}\p{N}])/gu,
  },
  { network: "paypal", pattern: /(?<![\p{L}\p{N}])paypal\.me\/[A-Za-z0-9]{1,20}/giu },
  { network: "cash-app", pattern: /(?<![\p{L}\p{N}])cash\.app\/\$?[A-Za-z0-9_-]{1,20}/giu },
  {
    // Handles of India's UPI have no dot after the sign, unlike mail addresses.
    network: "upi",
    pattern:
      /(?<![\p{L}\p{N}._-])[A-Za-z0-9._-]{2,64}@(?:ok(?:axis|sbi|hdfcbank|icici)|paytm|ybl|ibl|axl|upi|apl|sbi|hdfcbank|icici|axisbank|ptsbi|ptyes|ptaxis|pthdfc|jupiteraxis|fam|airtel|kotak|barodampay|cnrb|idfcbank|federal)(?![\p{L}\p{N}.])/giu,
  },
  {
    network: "pix",
    pattern:
      /(?<![\p{L}\p{N}-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\p{L}\p{N}-])/giu,
  },
];

const namedServices = (text: string): readonly FoundPayment[] =>
  services.flatMap(({ network, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(
        ({ index }) => network !== "pix" || /pix/i.test(text.slice(Math.max(0, index - 60), index)),
      )
      .map(({ 0: value, index }) => ({
        network,
        value,
        valid: true,
        start: index,
        end: index + value.length,
      })),
  );

/** Services whose accounts are numbers or addresses: what stands soon after the name is the account. */
const mentioned: readonly {
  readonly network: PaymentNetwork;
  readonly name: RegExp;
  readonly kinds: readonly FoundHandle["kind"][];
}[] = [
  { network: "easypaisa", name: /easy\s?pais[ae]|ایزی\s?پیسہ/giu, kinds: ["phone"] },
  { network: "jazzcash", name: /jazz\s?cash|جاز\s?کیش/giu, kinds: ["phone"] },
  { network: "mpesa", name: /m-?pesa/giu, kinds: ["phone"] },
  { network: "paypal", name: /pay\s?pal(?!\.me)/giu, kinds: ["email", "phone", "username"] },
  { network: "pix", name: /(?<!\p{L})pix(?!\p{L})/giu, kinds: ["email", "phone"] },
  { network: "cash-app", name: /cash\s?app/giu, kinds: ["username"] },
  {
    network: "other",
    name: /venmo|zelle|revolut|gcash|maya|dana|ovo|gopay|bizum|nequi|daviplata|mercado\s?pago|western\s?union|moneygram|skrill|neteller|chime/giu,
    kinds: ["email", "phone", "username"],
  },
];

const mentionReachInCharacters = 80;

const byMention = (seen: MappedText, handles: readonly FoundHandle[]): readonly FoundPayment[] =>
  mentioned.flatMap(({ network, name, kinds }) =>
    [...seen.text.matchAll(name)].flatMap((match) => {
      const { start, end } = toOriginal(seen, {
        start: match.index,
        end: match.index + match[0].length,
      });
      const near = handles.find(
        (handle) =>
          kinds.includes(handle.kind)
          && handle.start >= start - mentionReachInCharacters
          && handle.start <= end + mentionReachInCharacters,
      );
      return near === undefined
        ? []
        : [{ network, value: near.value, valid: true, start: near.start, end: near.end }];
    }),
  );
