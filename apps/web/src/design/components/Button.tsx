import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

import "./Button.css";

export interface ButtonProps {
  /** `primary`: the one action of the screen. `plain`: another way on. `quiet`: a word that can be pressed. */
  readonly kind?: "primary" | "plain" | "quiet";
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
  /** Shown as working: still in the order of the keyboard, pressed without effect. */
  readonly isPending?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
}

export const Button = ({
  kind = "plain",
  onPress,
  children,
  isDisabled = false,
  isPending = false,
  label,
  describedBy,
  autoFocus = false,
}: ButtonProps) => (
  <AriaButton
    className={`button button-${kind}`}
    onPress={onPress}
    isDisabled={isDisabled}
    isPending={isPending}
    autoFocus={autoFocus}
    {...(label === undefined ? {} : { "aria-label": label })}
    {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
  >
    {children}
  </AriaButton>
);
