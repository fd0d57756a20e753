import { type MappedText, replaceMatches } from "./mapped-text.ts";

/** Single letters, each apart by the same sign: "b i t c o i n", "p.a.y", "v-i-d-e-o". */
const spread = /(?<![\p{L}\p{N}])(\p{L})([ .\-_*·|])(?:\p{L}\2){1,30}\p{L}(?![\p{L}\p{N}])/gu;

export const joinSpreadLetters = (mapped: MappedText): MappedText =>
  replaceMatches(mapped, spread, ([run, , between = ""]) => {
    // "I r e c o r d e d": the English word for oneself stands before the run.
    if (/^I [a-z]/.test(run)) return `I ${run.slice(2).split(between).join("")}`;
    const letters = run.split(between).join("");
    // Three letters with spaces between them are more often words ("a", "o", "y") than a disguise.
    return letters.length < 4 && between === " " ? undefined : letters;
  });
