const nul = /\0/g;

/** Text as items carry it: LF line ends and no NUL, which ends a text early in many programs. */
export const toItemText = (text: string): { readonly text: string; readonly hadNul: boolean } => {
  const hadNul = text.includes("\0");
  const lines = text.includes("\r") ? text.replace(/\r+\n/g, "\n").replaceAll("\r", "\n") : text;
  return { text: hadNul ? lines.replace(nul, "\uFFFD") : lines, hadNul };
};

/** Cuts a text to at most `maximum` UTF-16 units, never through a surrogate pair: half of one is no text. */
export const cutText = (text: string, maximum: number): string => {
  if (text.length <= maximum) return text;
  const last = text.charCodeAt(maximum - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maximum - 1 : maximum);
};
