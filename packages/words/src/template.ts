import { assert } from "@holdfast/evidence";

/**
 * A sentence with `{name}` places, or one such sentence for each plural form that the language has. The form is chosen
 * by the parameter `count`.
 */
export type Template = string | PluralTemplate;

export type PluralTemplate = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export type Parameters = Readonly<Record<string, string | number>>;

const place = /\{([a-z][A-Za-z0-9]*)\}/g;

/**
 * Puts parameters into a template. Numbers are written in the language's own form; text is put in as it is: whoever
 * shows it escapes and isolates it.
 *
 * Errors: throws when a place has no parameter, which is a bug of the caller.
 */
export const fill = (template: Template, parameters: Parameters = {}, language = "en"): string =>
  formOf(template, parameters, language).replace(place, (_, name: string) => {
    const value = parameters[name];
    assert(value !== undefined, `the sentence has its parameter "${name}"`);
    return typeof value === "number" ? formatNumber(value, language) : value;
  });

/** "12,345" in English. */
export const formatNumber = (value: number, language = "en"): string =>
  new Intl.NumberFormat(language).format(value);

const formOf = (template: Template, parameters: Parameters, language: string): string => {
  if (typeof template === "string") return template;
  const count = parameters["count"];
  assert(typeof count === "number", "a plural sentence has a count");
  return template[new Intl.PluralRules(language).select(count)] ?? template.other;
};
