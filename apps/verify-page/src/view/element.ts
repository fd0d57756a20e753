/** Makes an element. Everything is set as text or attribute: nothing that comes from a bag is ever parsed as markup. */
export const el = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

export const button = (
  label: string,
  kind: "primary" | "plain",
  onClick: () => void,
): HTMLButtonElement => {
  const element = el("button", { type: "button", class: kind }, label);
  element.addEventListener("click", onClick);
  return element;
};

export interface Field {
  readonly element: HTMLElement;
  readonly value: () => string;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
}

/** A labelled input with its hint tied to it. */
export const field = (options: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: "line" | "lines" | "password";
}): Field => {
  const { id, kind } = options;
  const hintId = `${id}-hint`;
  const shared: Record<string, string> = {
    id,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    ...(options.hint === undefined ? {} : { "aria-describedby": hintId }),
    ...(kind === "password" ? {} : { class: "mono" }),
  };
  const input =
    kind === "lines"
      ? el("textarea", { ...shared, rows: "4" })
      : el("input", { ...shared, type: kind === "password" ? "password" : "text" });
  const hint =
    options.hint === undefined ? [] : [el("p", { id: hintId, class: "hint" }, options.hint)];
  const element = el(
    "div",
    { class: "field" },
    el("label", { for: id }, options.label),
    ...hint,
    input,
  );
  return { element, input, value: () => input.value };
};

/** A fold: what matters later, with a summary that says what is in it. */
export const fold = (
  summary: string,
  ...children: readonly (Node | string)[]
): HTMLDetailsElement => el("details", {}, el("summary", {}, summary), ...children);
