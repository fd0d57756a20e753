import { Label, Radio, RadioGroup } from "react-aria-components";

import "./Choose.css";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly hint?: string;
}

/** One of a few, as lines; nothing is chosen until the person chooses. */
export const Choose = <Value extends string>({
  label,
  choices,
  value,
  onChange,
  isLabelSeen = true,
}: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly isLabelSeen?: boolean;
}) => (
  <RadioGroup
    className="choose"
    value={value ?? null}
    onChange={(chosen) => {
      const choice = choices.find((candidate) => candidate.value === chosen);
      if (choice !== undefined) onChange(choice.value);
    }}
  >
    <Label className={isLabelSeen ? "choose-label" : "unseen"}>{label}</Label>
    {choices.map((choice) => (
      <Radio key={choice.value} value={choice.value} className="radio">
        <span className="radio-mark" aria-hidden="true" />
        <span className="check-words">
          <span>{choice.title}</span>
          {choice.hint === undefined ? undefined : (
            <span className="check-hint">{choice.hint}</span>
          )}
        </span>
      </Radio>
    ))}
  </RadioGroup>
);
