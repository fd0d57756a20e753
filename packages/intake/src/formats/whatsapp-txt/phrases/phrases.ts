/**
 * What the app itself writes into an export, in one language. Compared without invisible marks, in lower case, and
 * without a full stop at the end.
 *
 * Lists marked in the README as observed stand in public export files or in the tests of parsers; the others are the
 * app's translations as remembered, and a phrase that is missing only leaves a message as plain text.
 */
export interface Phrases {
  readonly language: string;
  /** iPhone: `<attached: name>`. Android: `name (file attached)`. */
  readonly attached: readonly string[];
  /** The whole text of a message whose media the export left out; for documents its end. */
  readonly omitted: readonly string[];
  readonly deleted: readonly string[];
  /** At the end of a text, in angle brackets. */
  readonly edited: readonly string[];
  readonly missedCall: readonly string[];
  readonly call: readonly string[];
  readonly viewOnce: readonly string[];
  readonly waiting: readonly string[];
  readonly poll: readonly string[];
  readonly pollOption: readonly string[];
  /** Pieces of lines that are nobody's message: encryption, groups, numbers, settings. */
  readonly system: readonly string[];
}
