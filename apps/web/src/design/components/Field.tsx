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
}: FieldProps) => (
  <TextField
    className="field"
    value={value}
    onChange={onChange}
    isInvalid={error !== undefined}
    type={kind === "secret" ? "password" : kind}
    // A browser that keeps a passphrase opens the place for whoever holds the phone.
    autoComplete={kind === "secret" ? "new-password" : "off"}
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
      <Input
        className={isExact ? "field-input exact" : "field-input"}
        autoCapitalize="none"
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter?.();
        }}
      />
    ) : (
      <TextArea className="field-input" rows={rows} />
    )}
    <FieldError className="field-error">{error}</FieldError>
  </TextField>
);
