import type { FormEvent } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";

import "./Field.css";

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly rows?: number;
  /** `secret`: hidden, and never kept or offered by the browser. */
  readonly kind?: "text" | "secret" | "search";
  readonly isExact?: boolean;
  readonly autoFocus?: boolean;
  readonly onEnter?: () => void;
}

/** One question with a place for its answer. Nothing is sent to a spelling service. */
export const Field = ({
  label,
  value,
  onChange,
  hint,
  error,
  rows,
  kind = "text",
  isExact = false,
  autoFocus = false,
  onEnter,
}: FieldProps) => {
  const field = (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      type={kind === "secret" ? "password" : kind}
      autoComplete={kind === "secret" ? secretAutoComplete : "off"}
      autoCorrect="off"
      spellCheck="false"
      autoFocus={autoFocus}
    >
      <Label className="field-label">{label}</Label>
      {hint === undefined ? undefined : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {rows === undefined ? (
        <Input className={isExact ? "field-input exact" : "field-input"} autoCapitalize="none" />
      ) : (
        <TextArea className="field-input" rows={rows} />
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
  if (rows !== undefined) return field;
  // A form of its own: browsers want one around a secret, and Enter while a word is being composed is not sent.
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onEnter?.();
  };
  return (
    <form className="field-form" onSubmit={submit}>
      {field}
    </form>
  );
};

/**
 * Also where the words of the place are asked for: "current-password" would let the browser offer what it kept, and a browser
 * that keeps them opens the place for whoever holds the phone; with "off" browsers fill in what they kept for other pages of
 * the same host. Nothing forbids a browser to ask whether it may keep them. docs/threat-model.md says so.
 */
const secretAutoComplete = "new-password";
