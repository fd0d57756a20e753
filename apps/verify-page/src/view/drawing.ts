const strokes = [
  // The rock.
  "M10 74 C24 66 34 69 48 66 C62 63 74 68 92 73",
  // The holdfast's fingers.
  "M50 52 C44 56 38 58 33 68",
  "M50 52 C47 58 45 61 43 67",
  "M50 52 C52 58 55 61 56 66",
  "M50 52 C56 56 63 58 68 68",
  // The stem and its leaves, in the current.
  "M50 52 C49 42 53 34 50 22",
  "M50 44 C42 40 36 34 33 24 C42 27 48 33 50 44",
  "M51 36 C59 33 65 27 68 17 C59 20 53 26 51 36",
  "M50 22 C47 16 48 10 51 5 C55 11 55 17 50 22",
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
