// @ts-check
// Turns an ICU message into what a person may read: every branch of its plurals and selects, a plain word for each
// placeholder.

/** A placeholder becomes a word that is as easy as what will mostly stand there. */
const neutralWord = "thing";

/**
 * Every text that a message can become. Where several choices stand in one message, each is gone through while the
 * others keep their last branch ("other"): enough to read every branch once, without their product.
 *
 * @param {string} message
 * @returns {string[]}
 */
export const expandMessage = (message) => {
  const parts = parse(message);
  const base = parts.map((part) =>
    typeof part === "string" ? part : (part.branches.at(-1) ?? ""),
  );
  const texts = parts.flatMap((part, index) =>
    typeof part === "string"
      ? []
      : part.branches.map((branch) => base.with(index, branch).join("")),
  );
  return [...new Set(texts.length === 0 ? [base.join("")] : texts)].map((text) =>
    text.replaceAll(/\s+/g, " ").trim(),
  );
};

/** @typedef {string | { branches: string[] }} Part */

/** @param {string} message @returns {Part[]} */
const parse = (message) => {
  /** @type {Part[]} */
  const parts = [];
  let text = "";
  for (let at = 0; at < message.length; at += 1) {
    const char = message[at] ?? "";
    if (char === "'" && /['{}#|]/.test(message[at + 1] ?? "")) {
      const end = message[at + 1] === "'" ? at + 1 : endOfQuote(message, at + 1);
      text += end === at + 1 ? "'" : message.slice(at + 1, end).replaceAll("''", "'");
      at = end;
    } else if (char === "{") {
      const end = endOfBraces(message, at);
      parts.push(text, parseArgument(message.slice(at + 1, end)));
      text = "";
      at = end;
    } else if (char === "<") {
      const end = message.indexOf(">", at);
      if (end === -1) text += char;
      else at = end;
    } else text += char === "#" ? "3" : char;
  }
  return [...parts, text];
};

/** "count, plural, =0 {none} other {# things}" → its branches, each with its own choices gone through. @param {string} inside @returns {Part} */
const parseArgument = (inside) => {
  const choice = /^\s*[\w.]+\s*,\s*(plural|select|selectordinal)\s*,/.exec(inside);
  if (choice === null) return neutralWord;
  /** @type {string[]} */
  const branches = [];
  for (let at = choice[0].length; at < inside.length; at += 1) {
    if (inside[at] !== "{") continue;
    const end = endOfBraces(inside, at);
    branches.push(...expandMessage(inside.slice(at + 1, end)));
    at = end;
  }
  return { branches };
};

/** @param {string} text @param {number} from where the quoted part begins */
const endOfQuote = (text, from) => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== "'") continue;
    if (text[at + 1] === "'") at += 1;
    else return at;
  }
  return text.length;
};

/** The place of the brace that closes the one at `from`. @param {string} text @param {number} from */
const endOfBraces = (text, from) => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "'" && /['{}]/.test(text[at + 1] ?? "")) {
      at = text[at + 1] === "'" ? at + 1 : endOfQuote(text, at + 1);
    } else if (text[at] === "{") depth += 1;
    else if (text[at] === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error(`a brace is never closed: ${text.slice(from, from + 40)}`);
};
