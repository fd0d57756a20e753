const longest = 60;

/** The first words, as the name of what is kept: without the stop at their end, which a file's name brings itself. */
export const titleOfWords = (text: string): string => {
  const line = (text.trim().split(/\r?\n/u)[0] ?? "").replace(/[\s.,;:…]+$/u, "");
  const characters = Array.from(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 3).join("")}…`;
};
