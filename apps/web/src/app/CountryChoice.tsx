import { useMemo } from "react";

import { useFrame } from "./frame.ts";
import { countryCodes } from "./country-codes.ts";
import { useSession } from "./use-session.ts";
import "./CountryChoice.css";

/** The phone's own list: long lists are quicker there, and it can be typed into. */
export const CountryChoice = ({
  label,
  anyLabel,
}: {
  readonly label: string;
  readonly anyLabel: string;
}) => {
  const { session, words } = useFrame();
  const { country } = useSession();
  const countries = useMemo(() => namedCountries(words.locale), [words.locale]);
  return (
    <label className="country">
      <span className="field-label">{label}</span>
      <select
        className="field-input"
        value={country ?? ""}
        onChange={(event) => session.change({ country: event.target.value || undefined })}
      >
        <option value="">{anyLabel}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

const namedCountries = (locale: string) => {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const collator = new Intl.Collator(locale);
  return countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => collator.compare(a.name, b.name));
};
