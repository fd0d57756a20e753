const strokes = [
  // The rock.
  "M6 76 C16 66 30 71 46 66 C60 62 78 66 96 75",
  // The holdfast's fingers, gripping it.
  "M52 54 C45 56 36 60 30 70",
  "M52 54 C48 59 43 62 41 68",
  "M52 54 C53 59 54 62 53 66",
  "M52 54 C57 58 62 60 65 66",
  "M52 54 C60 56 68 60 75 68",
  // Ribbons in the current.
  "M52 54 C46 45 57 38 51 29 C46 21 55 15 60 4",
  "M51 50 C40 46 44 36 35 31 C27 26 33 17 26 9",
  "M53 50 C63 46 60 37 69 32 C78 27 73 18 82 12",
  "M52 52 C47 44 41 42 43 33 C44 27 40 24 42 18",
];

/** A seaweed on its rock, in line. */
export const drawing = (): SVGElement => {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 102 80");
  svg.setAttribute("class", "drawing");
  svg.setAttribute("aria-hidden", "true");
  for (const stroke of strokes) {
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", stroke);
    svg.append(path);
  }
  return svg;
};
