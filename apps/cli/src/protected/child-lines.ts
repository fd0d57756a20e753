/**
 * Lines for a young person, by the country where they live. Only what stands in a source that was looked at: a wrong
 * number is worse than none. Where there is none, Take It Down is named.
 */
interface ChildLine {
  readonly name: string;
  readonly phone: string;
  readonly site: string;
  readonly source: string;
  /** The day on which the source was last looked at. */
  readonly checked: string;
}

const childLines: Readonly<Record<string, ChildLine>> = {
  US: {
    name: "CyberTipline of the National Center for Missing & Exploited Children",
    phone: "1-800-843-5678",
    site: "report.cybertip.org",
    source: "https://digitalharm.org/report/resources",
    checked: "2026-11-22",
  },
  CA: {
    name: "Canadian Centre for Child Protection",
    phone: "1-800-532-9135",
    site: "protectchildren.ca",
    source: "https://endingviolence.org/?p=28351",
    checked: "2026-11-22",
  },
};

export const childLineOf = (country: string | undefined): ChildLine | undefined =>
  country === undefined ? undefined : childLines[country.toUpperCase()];
