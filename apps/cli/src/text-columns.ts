/** Characters that could move the cursor, recolour the screen or reorder the line: a sender's name may hold them. */
const unsafeInTerminal =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text out of evidence, made safe to print: nothing in it can act on the terminal. Line breaks become " / ". */
export const toTerminalText = (text: string): string =>
  text.replace(/\r?\n/g, " / ").replace(unsafeInTerminal, "\uFFFD");

/** The same for text of several lines, which stay lines: the last door before the screen. */
export const toTerminalLines = (text: string): string =>
  text.replace(unsafeInTerminal, (found) => (found === "\n" || found === "\t" ? found : "\uFFFD"));

/** At most `length` code points, with an ellipsis when something was left out. */
export const shorten = (text: string, length: number): string => {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
};
