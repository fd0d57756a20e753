import { decodeEncodedParts } from "./encoded-parts.ts";
import { readHtmlAsText } from "./html-as-text.ts";
import { foldLookalikes } from "./lookalikes.ts";
import { mapOriginal, type MappedText, replaceMatches } from "./mapped-text.ts";
import { joinSpreadLetters } from "./spread-letters.ts";

export interface Undisguised {
  /** As a person sees it: decoded, hidden parts gone. Addresses and names stand in it letter by letter. */
  readonly seen: MappedText;
  /** As it is meant: foreign letters that look like Latin ones are Latin, spread words are joined. For words, not for addresses. */
  readonly plain: MappedText;
  /** Something was in it that serves no reader. */
  readonly isDisguised: boolean;
}

/**
 * Undoes what hides words from filters and from readers, in a copy. What was coded for the way is decoded first, then what was
 * hidden is dropped, then what was dressed up is undressed.
 *
 * Source: SpamAssassin's ReplaceTags and FUZZY rules, rspamd's bitcoin and mixed-character rules, and mails seen in corpora
 * (research on guidance, B11).
 */
export const undisguise = (text: string): Undisguised => {
  const decoded = decodeEncodedParts(mapOriginal(text));
  const shown = readHtmlAsText(decoded);
  const visible = dropInvisible(shown);
  const seen = dropQuotePrefixes(visible);
  const latin = foldLookalikes(seen);
  const plain = joinSpreadLetters(latin);
  const dropped = shown.text.length - visible.text.length;
  return { seen, plain, isDisguised: dropped >= 3 || latin !== seen || plain !== latin };
};

/**
 * Characters that nobody sees and that cut a word in two for a program: zero-width, soft hyphens, marks of direction, tags.
 * The joiners stay in scripts that write with them; folding drops them there.
 */
/* oxlint-disable no-misleading-character-class -- single marks are meant, each by itself */
const invisible =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}])[\u200c\u200d]|[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;
/* oxlint-enable no-misleading-character-class */

const dropInvisible = (mapped: MappedText): MappedText =>
  replaceMatches(mapped, invisible, () => "");

/** "> " of quoted mail, also many deep. */
const dropQuotePrefixes = (mapped: MappedText): MappedText =>
  replaceMatches(mapped, /^(?:[ \t]*>)+[ \t]?/gm, () => "");
