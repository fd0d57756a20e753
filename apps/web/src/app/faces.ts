/** What the app looks like from outside: one of four plain things. Drawn by tools/draw-faces.mjs. */
export const faces = ["notes", "recipes", "weather", "study"] as const;
export type Face = (typeof faces)[number];

/** What index.html wears until another one is chosen. */
export const usualFace: Face = "notes";

/** Not in the message catalogue: it is the name under which the system installs the app, and the manifest has it too. */
const nameOf: Readonly<Record<Face, string>> = {
  notes: "Notes",
  recipes: "Recipes",
  weather: "Weather",
  study: "Study",
};

export const titleOfFace = (face: Face): string => nameOf[face];

/** The plain page that takes this one's place when the person leaves in a hurry, below the app's folder. */
export const plainPageOf = (face: Face): string => `p/${face}.html`;

/** An installed app starts with its face in the address; it cannot be changed after installing. */
export const faceOfAddress = (search: string): Face | undefined => {
  const parameters = new URLSearchParams(search);
  return faces.find((face) => parameters.has(face));
};

/**
 * Puts a face on the open page: title, icons, and the manifest under which it can be installed. It writes nothing
 * down; who wants it to stay keeps the choice.
 */
export const applyFace = (face: Face): void => {
  document.title = titleOfFace(face);
  setLink("icon", `${face}/icon.svg`);
  setLink("apple-touch-icon", `${face}/192.png`);
  setLink("manifest", `${face}/app.webmanifest`);
};

const setLink = (relation: string, path: string): void => {
  const found = document.head.querySelector(`link[rel="${relation}"]`);
  const link = found ?? document.createElement("link");
  link.setAttribute("rel", relation);
  link.setAttribute("href", new URL(path, document.baseURI).href);
  if (found === null) document.head.append(link);
};
