import { verifyPageSentence as say } from "@holdfast/words";

import type { OpenAgeError, Unlock } from "@holdfast/age";
import { button, el, field } from "./element.ts";

export interface UnlockActions {
  readonly lockedBy: "passphrase" | "key";
  readonly name: string;
  /** `undefined` when it opened; then another view is on its way. */
  readonly onUnlock: (unlock: Unlock) => Promise<OpenAgeError | undefined>;
  readonly onOther: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** An encrypted bag: one question. What was typed stays when it was wrong. */
export const unlockView = (actions: UnlockActions): HTMLElement => {
  const { lockedBy, name, onUnlock, onOther, onFailure } = actions;
  const isPassphrase = lockedBy === "passphrase";
  const secret = isPassphrase
    ? field({ id: "secret", label: say("passphraseLabel", {}), kind: "password" })
    : field({ id: "secret", label: say("keyLabel", {}), hint: say("keyHint", {}), kind: "lines" });
  const said = el("p", { class: "notice", role: "alert", id: "unlock-said", hidden: "" });
  const submit = el("button", { type: "submit", class: "primary" }, say("unlock", {}));
  const form = el(
    "form",
    {},
    secret.element,
    ...(isPassphrase ? [showToggle(secret.input)] : []),
    said,
    el("div", { class: "actions" }, submit, button(say("otherFile", {}), "plain", onOther)),
  );
  const tell = (text: string, isError: boolean): void => {
    said.hidden = false;
    said.textContent = text;
    secret.input.toggleAttribute("aria-invalid", isError);
    if (isError) secret.input.setAttribute("aria-describedby", "unlock-said");
  };
  const tryUnlock = async (): Promise<void> => {
    submit.disabled = true;
    tell(say("unlocking", {}), false);
    await afterPaint();
    const value = secret.value();
    const error = await onUnlock(
      isPassphrase ? { kind: "passphrase", passphrase: value } : { kind: "key", identities: value },
    );
    submit.disabled = false;
    if (error === undefined) return;
    tell(say(`unlock_${error.code}`, {}), true);
    secret.input.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!submit.disabled) tryUnlock().catch(onFailure);
  });
  return el(
    "div",
    {},
    el("h1", { tabindex: "-1" }, say("unlockTitle", {})),
    el(
      "p",
      { class: "lead" },
      say(isPassphrase ? "unlockPassphraseLead" : "unlockKeyLead", { name }),
    ),
    form,
  );
};

const showToggle = (input: HTMLElement): HTMLElement => {
  const box = el("input", { type: "checkbox", id: "show-secret" });
  box.addEventListener("change", () =>
    input.setAttribute("type", box.checked ? "text" : "password"),
  );
  return el(
    "p",
    { class: "check" },
    box,
    el("label", { for: "show-secret" }, say("passphraseShow", {})),
  );
};

/** Lets the browser draw what was just said before heavy work begins. */
const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
