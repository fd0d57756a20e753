const letters: Readonly<Record<string, string>> = {
  a: "á",
  b: "ƀ",
  c: "ç",
  d: "ð",
  e: "é",
  f: "ƒ",
  g: "ğ",
  h: "ĥ",
  i: "í",
  j: "ĵ",
  k: "ķ",
  l: "ł",
  m: "ɱ",
  n: "ñ",
  o: "ö",
  p: "þ",
  q: "ɋ",
  r: "ř",
  s: "š",
  t: "ţ",
  u: "ü",
  v: "ṽ",
  w: "ŵ",
  x: "ẋ",
  y: "ý",
  z: "ž",
  A: "Å",
  B: "Ɓ",
  C: "Ç",
  D: "Ð",
  E: "É",
  F: "Ƒ",
  G: "Ĝ",
  H: "Ĥ",
  I: "Î",
  J: "Ĵ",
  K: "Ķ",
  L: "Ļ",
  M: "Ṁ",
  N: "Ñ",
  O: "Ö",
  P: "Þ",
  Q: "Ǫ",
  R: "Ŕ",
  S: "Š",
  T: "Ţ",
  U: "Û",
  V: "Ṽ",
  W: "Ŵ",
  X: "Ẋ",
  Y: "Ý",
  Z: "Ž",
};

/**
 * A made-up language for tests: every letter is changed and every text a third longer, so that a sentence that did not come
 * from the catalogue, or a box that is too small, is seen at once. What stands in braces is ICU's and stays.
 */
export const pseudoMessages = <Code extends string>(
  messages: Readonly<Record<Code, string>>,
): Readonly<Record<Code, string>> => {
  const result: Partial<Record<Code, string>> = {};
  for (const code in messages) result[code] = pseudoMessage(messages[code]);
  // Every key of the source was copied.
  return { ...messages, ...result };
};

const pseudoMessage = (message: string): string => {
  const parts = splitByDepth(message);
  const changed = parts
    .map(({ text, isLiteral }) => (isLiteral ? pseudoText(text) : text))
    .join("");
  // In words, as a language has them: no language has one of sixty letters.
  const padding = "~".repeat(Math.ceil(message.length / 3)).replace(/~{8}(?=~)/g, "$& ");
  return `[${changed} ${padding}]`;
};

/**
 * ICU syntax alternates: at even depth stands text, at odd depth an argument's name and its branches' keywords. A quoted
 * brace does not occur in our messages.
 */
const splitByDepth = (
  message: string,
): { readonly text: string; readonly isLiteral: boolean }[] => {
  const parts: { text: string; isLiteral: boolean }[] = [];
  let depth = 0;
  for (const character of message) {
    if (character === "}") depth -= 1;
    const isLiteral = depth % 2 === 0 && character !== "{" && character !== "}";
    const last = parts.at(-1);
    if (last?.isLiteral === isLiteral) last.text += character;
    else parts.push({ text: character, isLiteral });
    if (character === "{") depth += 1;
  }
  return parts;
};

const pseudoText = (text: string): string =>
  Array.from(text, (character) => letters[character] ?? character).join("");
