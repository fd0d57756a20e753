/** Which of a header's three numbers is what. */
export type DateOrder = "day-month-year" | "month-day-year" | "year-month-day";

export interface DateParts {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

export interface DecidedOrder {
  readonly order: DateOrder;
  /** `written`: the year comes first. `impossible-otherwise`: a value over 12. `separator`: dots, with which nobody writes the month first (CLDR). `sequence`: only so do the dates never go back. `changes`: the part that changes less often is the month. `assumed`: the file does not tell. */
  readonly basis:
    "written" | "impossible-otherwise" | "separator" | "sequence" | "changes" | "assumed";
}

const ordersOf = (yearFirst: boolean, yearDigits: number): readonly DateOrder[] => {
  if (yearFirst) return ["year-month-day"];
  return yearDigits === 4
    ? ["day-month-year", "month-day-year"]
    : ["day-month-year", "month-day-year", "year-month-day"];
};

/** Day, month and year as written: the year still with two digits or of another calendar. */
const arrange = (
  date: DateParts,
  order: DateOrder,
): { readonly year: number; readonly month: number; readonly day: number } => {
  switch (order) {
    case "day-month-year":
      return { day: date.first, month: date.second, year: date.third };
    case "month-day-year":
      return { month: date.first, day: date.second, year: date.third };
    case "year-month-day":
      return { year: date.first, month: date.second, day: date.third };
  }
};

/** How the dates of one shape are written. */
export interface DateLook {
  readonly yearFirst: boolean;
  readonly yearDigits: number;
  readonly separator: "slash" | "hyphen" | "dot" | "sign";
  /** A 12-hour clock, slashes and two digits: the setting of phones in the United States. */
  readonly looksAmerican: boolean;
}

/** WhatsApp began in 2009: a smaller number is not the end of a year. */
const firstYearOfTwoDigits = 9;

interface OrderCount {
  readonly order: DateOrder;
  possible: number;
  decreases: number;
  last: number;
}

/** Collects, in memory that does not grow, what the dates of one shape say about their own order. */
export class DateOrderCounts {
  count = 0;
  readonly #orders: readonly OrderCount[];
  #changesOfFirst = 0;
  #changesOfSecond = 0;
  #previous: DateParts = { first: -1, second: -1, third: -1 };
  readonly #look: DateLook;

  constructor(look: DateLook) {
    this.#orders = ordersOf(look.yearFirst, look.yearDigits).map((order) => ({
      order,
      possible: 0,
      decreases: 0,
      last: 0,
    }));
    this.#look = look;
  }

  add(first: number, second: number, third: number): void {
    this.count += 1;
    const p = this.#previous;
    if (p.first === first && p.second === second && p.third === third) {
      for (const o of this.#orders) o.possible += isPossible(o.last) ? 1 : 0;
      return;
    }
    if (p.first !== first) this.#changesOfFirst += 1;
    if (p.second !== second) this.#changesOfSecond += 1;
    this.#previous = { first, second, third };
    for (const o of this.#orders) {
      const { year, month, day } = arrange(this.#previous, o.order);
      const isDate =
        month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= firstYearOfTwoDigits;
      const key = isDate ? (year * 12 + month) * 31 + day : -1;
      if (isDate) {
        o.possible += 1;
        if (key < o.last) o.decreases += 1;
      }
      o.last = key;
    }
  }

  decide(): DecidedOrder {
    const [only] = this.#orders;
    if (this.#orders.length === 1 && only !== undefined) {
      return { order: only.order, basis: "written" };
    }
    // A stray impossible date (text that looks like a header) must not decide against the rest of the file.
    const most = Math.max(...this.#orders.map((o) => o.possible));
    const possible = this.#usual(this.#orders.filter((o) => o.possible === most));
    const [first, second] = possible;
    if (first !== undefined && second === undefined) {
      return { order: first.order, basis: "impossible-otherwise" };
    }
    if (this.#look.separator === "dot" && possible.some((o) => o.order === "day-month-year")) {
      return { order: "day-month-year", basis: "separator" };
    }
    const fewest = Math.min(...possible.map((o) => o.decreases));
    const inSequence = possible.filter((o) => o.decreases === fewest);
    const [sequential, another] = inSequence;
    if (sequential !== undefined && another === undefined && fewest === 0) {
      return { order: sequential.order, basis: "sequence" };
    }
    return this.#decideByChanges(possible.map((o) => o.order));
  }

  /** Two digits for a year that comes first are written with hyphens; otherwise only if nothing else is possible. */
  #usual(possible: readonly OrderCount[]): readonly OrderCount[] {
    const yearLast = possible.filter((o) => o.order !== "year-month-day");
    return this.#look.separator === "hyphen" || yearLast.length === 0 ? possible : yearLast;
  }

  #decideByChanges(possible: readonly DateOrder[]): DecidedOrder {
    const difference = this.#changesOfFirst - this.#changesOfSecond;
    if (difference > 0 && possible.includes("day-month-year")) {
      return { order: "day-month-year", basis: "changes" };
    }
    if (difference < 0 && possible.includes("month-day-year")) {
      return { order: "month-day-year", basis: "changes" };
    }
    const assumed = this.#look.looksAmerican ? "month-day-year" : "day-month-year";
    return {
      order: possible.includes(assumed) ? assumed : (possible[0] ?? "day-month-year"),
      basis: "assumed",
    };
  }
}

const isPossible = (key: number): boolean => key >= 0;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly calendar: "gregorian" | "buddhist" | "unknown";
}

/** WhatsApp began in 2009: two digits from 52 on can only be the end of a Buddhist year (2552 is 2009). */
const firstTwoDigitBuddhistYear = 52;

/** The Gregorian date; `unknown` for a calendar that is not converted (Persian, Islamic). */
export const toCalendarDate = (
  date: DateParts,
  order: DateOrder,
  yearDigits: number,
): CalendarDate => {
  const { year, month, day } = arrange(date, order);
  if (yearDigits <= 2) {
    return year >= firstTwoDigitBuddhistYear
      ? { year: 2500 + year - 543, month, day, calendar: "buddhist" }
      : { year: 2000 + year, month, day, calendar: "gregorian" };
  }
  if (year >= 2400 && year < 2700) return { year: year - 543, month, day, calendar: "buddhist" };
  const isGregorian = year >= 1970 && year < 2200;
  return { year, month, day, calendar: isGregorian ? "gregorian" : "unknown" };
};
