/**
 * A name from outside (of a file, of a place), to be put into a sentence: it keeps its own direction and does not turn the
 * words around it. See UAX #9 §2.7.
 */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
