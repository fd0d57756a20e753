// @ts-check
// Says what a schema refused in words that somebody who edits a file of content, and writes no programs, can use.

/**
 * @typedef {{ code: string, path: readonly PropertyKey[], message: string, expected?: string, keys?: readonly string[],
 *   values?: readonly unknown[], errors?: readonly (readonly Issue[])[], discriminator?: string, minimum?: unknown, maximum?: unknown, origin?: string }} Issue
 */

/**
 * @param {unknown} value what was checked
 * @param {readonly Issue[]} issues
 * @returns {{ place: string, sentence: string }[]}
 */
export const readableIssues = (value, issues) =>
  issues
    .flatMap((issue) => flatten(issue, []))
    .map((issue) => ({
      place: placeOf(value, issue.path),
      sentence: sentenceOf(value, issue),
    }));

/**
 * Where a value could be one of several forms, the form that it misses by least is what was meant.
 *
 * @param {Issue} issue @param {readonly PropertyKey[]} above @returns {Issue[]}
 */
const flatten = (issue, above) => {
  const path = [...above, ...issue.path];
  const branches = (issue.errors ?? []).map((branch) =>
    branch.flatMap((inner) => flatten(inner, path)),
  );
  const nearest = branches.toSorted((a, b) => missBy(a) - missBy(b))[0];
  return issue.code === "invalid_union" && nearest !== undefined && nearest.length > 0
    ? nearest
    : [{ ...issue, path }];
};

/** Fields too many weigh more: they show that another form was meant. @param {readonly Issue[]} issues */
const missBy = (issues) =>
  issues.reduce(
    (sum, { code, keys }) => sum + (code === "unrecognized_keys" ? 2 * (keys?.length ?? 1) : 1),
    0,
  );

/** @param {unknown} value @param {Issue} issue */
const sentenceOf = (value, { code, path, message, expected, keys, values, discriminator }) => {
  const here = path.reduce(step, value);
  switch (code) {
    case "invalid_type":
      return here === undefined ? "is missing" : `is not ${inWords[expected ?? ""] ?? expected}`;
    case "unrecognized_keys":
      return `has ${(keys ?? []).map((key) => `"${key}"`).join(", ")}, which nobody reads: look at the spelling`;
    case "invalid_value":
      return `is not one of ${(values ?? []).map((entry) => JSON.stringify(entry)).join(", ")}`;
    case "invalid_union":
      return discriminator === undefined
        ? "has a form that is not known"
        : `needs a "${discriminator}" that is known (such as those of its neighbours)`;
    case "too_small":
      return message.startsWith("Too small") ? "is empty or too short" : message;
    case "too_big":
      return message.startsWith("Too big") ? "is too long" : message;
    default:
      return message;
  }
};

/** @type {Readonly<Record<string, string>>} */
const inWords = {
  string: 'a text in quotation marks ("…")',
  array: "a list in brackets ([ … ])",
  object: "a group of fields in braces ({ … })",
  boolean: "true or false, without quotation marks",
  number: "a number, without quotation marks",
};

/** @param {unknown} value @param {PropertyKey} key @returns {unknown} */
const step = (value, key) =>
  typeof value === "object" && value !== null && key in value ? Reflect.get(value, key) : undefined;

/** @param {unknown} value @param {readonly PropertyKey[]} path */
const placeOf = (value, path) => {
  /** @type {string[]} */
  const names = [];
  path.reduce((node, key) => {
    const next = step(node, key);
    const id = step(next, "id");
    names.push(
      typeof key !== "number" ? String(key) : typeof id === "string" ? id : `number ${key + 1}`,
    );
    return next;
  }, value);
  return names.join(" > ");
};
