import { useCallback } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { FilterChoice, FilterChoices } from "./filter-choices.ts";
import type { SeeView } from "./see-memory.ts";

/** By person, by where it was, by what it is: the phone's own lists. */
export const SeeFilters = ({
  choices,
  view,
  onChange,
  onClose,
}: {
  readonly choices: FilterChoices;
  readonly view: SeeView;
  readonly onChange: (part: Partial<SeeView>) => void;
  readonly onClose: () => void;
}) => {
  const say = useSay();
  return (
    <Ask title={say("see_filter_title")} onClose={onClose}>
      <Select
        label={say("see_filter_person")}
        any={say("see_filter_everybody")}
        choices={choices.person}
        value={view.person}
        onChange={(person) => onChange({ person })}
      />
      <Select
        label={say("see_filter_platform")}
        any={say("see_filter_everywhere")}
        choices={choices.platform}
        value={view.platform}
        onChange={(platform) => onChange({ platform })}
      />
      <Select
        label={say("see_filter_kind")}
        any={say("see_filter_everything")}
        choices={choices.kind}
        value={view.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <DayFields view={view} onChange={onChange} />
      <div className="stack-tight ask-actions">
        <Button kind="primary" onPress={onClose}>
          {say("shell_done_do")}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            onChange(unfiltered);
            onClose();
          }}
        >
          {say("see_filter_off_do")}
        </Button>
      </div>
    </Ask>
  );
};

export const unfiltered = {
  person: undefined,
  platform: undefined,
  kind: undefined,
  firstDay: undefined,
  lastDay: undefined,
} as const satisfies Partial<SeeView>;

/** The phone's own calendar, over the days that there are. */
const DayFields = ({
  view,
  onChange,
}: {
  readonly view: SeeView;
  readonly onChange: (part: Partial<SeeView>) => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const asked = useAnswer(useCallback((signal) => door.see.days({}, { signal }), [door]));
  const days = asked.kind === "there" ? asked.value.days : [];
  const bounds = { min: days[0]?.day, max: days.at(-1)?.day };
  return (
    <div className="see-span">
      {(["firstDay", "lastDay"] as const).map((of) => (
        <label key={of} className="see-select">
          <span className="field-label">
            {say(of === "firstDay" ? "see_filter_first_day" : "see_filter_last_day")}
          </span>
          <input
            type="date"
            className="field-input"
            {...bounds}
            value={view[of] ?? ""}
            onChange={({ target }) =>
              onChange({ [of]: target.value === "" ? undefined : target.value })
            }
          />
        </label>
      ))}
    </div>
  );
};

export const Select = ({
  label,
  any,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  /** The line for "no choice"; without it one of the others is always chosen. */
  readonly any?: string;
  readonly choices: readonly FilterChoice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) => (
  <label className="see-select">
    <span className="field-label">{label}</span>
    <select
      className="field-input"
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    >
      {any === undefined ? undefined : <option value="">{any}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))}
    </select>
  </label>
);
