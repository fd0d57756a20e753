// @ts-check
// Draws the four faces that the app can wear into apps/web/public: icons and web manifests, from the shapes and names
// below. `node tools/draw-faces.mjs` writes them anew; a test compares them with what is committed.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { png } from "../fixtures/maker/picture.mjs";

/**
 * All in a square of 64 units, painted one over the other.
 *
 * @typedef {{ fill: string } & (
 *   | { kind: "box", x: number, y: number, width: number, height: number, round: number }
 *   | { kind: "disc", x: number, y: number, radius: number }
 *   | { kind: "outline", points: readonly (readonly [number, number])[] }
 * )} Shape
 * @typedef {{ name: string, about: string, ground: string, shapes: readonly Shape[] }} Face
 */

/** @type {(fill: string, x: number, y: number, width: number, height: number, round?: number) => Shape} */
const box = (fill, x, y, width, height, round = 0) => ({
  kind: "box",
  fill,
  x,
  y,
  width,
  height,
  round,
});
/** @type {(fill: string, x: number, y: number, radius: number) => Shape} */
const disc = (fill, x, y, radius) => ({ kind: "disc", fill, x, y, radius });
/** @type {(fill: string, ...points: readonly (readonly [number, number])[]) => Shape} */
const outline = (fill, ...points) => ({ kind: "outline", fill, points });

/** Plain, and like thousands of others. @type {Readonly<Record<string, Face>>} */
export const faces = {
  notes: {
    name: "Notes",
    about: "A place for notes.",
    ground: "#e8b93e",
    shapes: [
      outline("#fffdf5", [16, 10], [42, 10], [50, 18], [50, 54], [16, 54]),
      outline("#d9cfae", [42, 10], [50, 18], [42, 18]),
      box("#8b8166", 22, 25, 22, 2.5, 1.25),
      box("#8b8166", 22, 32, 22, 2.5, 1.25),
      box("#8b8166", 22, 39, 22, 2.5, 1.25),
      box("#8b8166", 22, 46, 13, 2.5, 1.25),
    ],
  },
  recipes: {
    name: "Recipes",
    about: "Recipes for every day.",
    ground: "#b9573a",
    shapes: [
      disc("#fff4e6", 32, 19, 3.5),
      box("#fff4e6", 16, 22.5, 32, 5, 2.5),
      box("#fff4e6", 18, 30, 28, 20, 5),
      box("#fff4e6", 18, 30, 28, 8),
      box("#fff4e6", 10.5, 33, 9, 4.5, 2.25),
      box("#fff4e6", 44.5, 33, 9, 4.5, 2.25),
    ],
  },
  weather: {
    name: "Weather",
    about: "The weather for the week.",
    ground: "#3f87c4",
    shapes: [
      disc("#ffd257", 40, 24, 10.5),
      disc("#ffffff", 22, 40, 8.5),
      disc("#ffffff", 33, 35, 11),
      disc("#ffffff", 44, 41, 7.5),
      box("#ffffff", 22, 38, 22, 10.5, 3),
    ],
  },
  study: {
    name: "Study",
    about: "Cards to learn with.",
    ground: "#3c7a5e",
    shapes: [
      outline("#fbfaf2", [10, 19], [20, 16], [31, 20], [31, 48], [20, 44], [10, 47]),
      outline("#fbfaf2", [54, 19], [44, 16], [33, 20], [33, 48], [44, 44], [54, 47]),
      outline("#a9c7b6", [14, 26], [20, 24], [27, 26.5], [27, 29], [20, 26.5], [14, 28.5]),
      outline("#a9c7b6", [14, 33], [20, 31], [27, 33.5], [27, 36], [20, 33.5], [14, 35.5]),
      outline("#a9c7b6", [50, 26], [44, 24], [37, 26.5], [37, 29], [44, 26.5], [50, 28.5]),
      outline("#a9c7b6", [50, 33], [44, 31], [37, 33.5], [37, 36], [44, 33.5], [50, 35.5]),
    ],
  },
};

/** Launchers cut a maskable icon to a shape of theirs; what is drawn stays within the middle. */
const maskableScale = 0.78;

/** Every generated file: path below apps/web/public, and its bytes. @returns {[path: string, bytes: Uint8Array][]} */
export const drawFaces = () =>
  Object.entries(faces).flatMap(([id, face]) => [
    [`${id}/icon.svg`, utf8(toSvg(face))],
    [`${id}/192.png`, toPng(face, 192, 1)],
    [`${id}/512.png`, toPng(face, 512, 1)],
    [`${id}/mask-192.png`, toPng(face, 192, maskableScale)],
    [`${id}/mask-512.png`, toPng(face, 512, maskableScale)],
    [`${id}/app.webmanifest`, utf8(`${JSON.stringify(toManifest(id, face), undefined, 2)}\n`)],
  ]);

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @param {string} id @param {Face} face */
const toManifest = (id, { name, about, ground }) => ({
  // Each is an app of its own to the system: a face is chosen before installing and stays.
  id: `/${id}`,
  name,
  short_name: name,
  description: about,
  lang: "en",
  start_url: `../?${id}`,
  scope: "../",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: ground,
  icons: [
    { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ...["192", "512"].flatMap((size) => [
      { src: `${size}.png`, sizes: `${size}x${size}`, type: "image/png", purpose: "any" },
      { src: `mask-${size}.png`, sizes: `${size}x${size}`, type: "image/png", purpose: "maskable" },
    ]),
  ],
  share_target: {
    action: "../in",
    method: "POST",
    enctype: "multipart/form-data",
    params: {
      title: "title",
      text: "text",
      url: "url",
      files: [
        {
          name: "files",
          accept: [
            "image/*",
            "video/*",
            "audio/*",
            "text/*",
            "application/pdf",
            "application/zip",
            "message/rfc822",
          ],
        },
      ],
    },
  },
});

/** @param {Face} face */
const toSvg = ({ ground, shapes }) =>
  [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
    `<path fill="${ground}" d="M0 0h64v64H0z"/>`,
    ...shapes.map(toSvgElement),
    "</svg>",
    "",
  ].join("\n");

/** @param {Shape} shape */
const toSvgElement = (shape) => {
  switch (shape.kind) {
    case "box":
      return `<rect fill="${shape.fill}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.round}"/>`;
    case "disc":
      return `<circle fill="${shape.fill}" cx="${shape.x}" cy="${shape.y}" r="${shape.radius}"/>`;
    case "outline":
      return `<polygon fill="${shape.fill}" points="${shape.points.map((point) => point.join(",")).join(" ")}"/>`;
  }
};

/** Samples of a pixel in each direction: enough for smooth edges, and few enough colours for a palette. */
const samples = 4;

/** @param {Face} face @param {number} size in pixels @param {number} scale of the shapes around the middle */
const toPng = ({ ground, shapes }, size, scale) => {
  /** @type {Map<string, number>} */
  const palette = new Map();
  const pixels = new Uint8Array(size * size);
  const painted = shapes.toReversed();
  /** The colour at a place, in pixels. @param {number} x @param {number} y */
  const colourAt = (x, y) => {
    const atX = ((x / size) * 64 - 32) / scale + 32;
    const atY = ((y / size) * 64 - 32) / scale + 32;
    return painted.find((shape) => isInside(shape, atX, atY))?.fill ?? ground;
  };
  // Each corner is asked once; only where the four of a pixel differ is there an edge.
  const across = size + 1;
  const corners = Array.from({ length: across ** 2 }, (_, at) =>
    colourAt(at % across, Math.floor(at / across)),
  );
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const at = y * across + x;
      const colour = corners[at] ?? ground;
      const isPlain = [at + 1, at + across, at + across + 1].every(
        (other) => corners[other] === colour,
      );
      const key = (isPlain ? toColour(colour) : blend(colourAt, x, y)).join(",");
      const index = palette.get(key) ?? palette.size;
      palette.set(key, index);
      pixels[y * size + x] = index;
    }
  }
  if (palette.size > 256) throw new Error("An icon has more colours than a palette holds.");
  return png({
    width: size,
    height: size,
    palette: [...palette.keys()].map((key) => {
      const [red = 0, green = 0, blue = 0] = key.split(",").map(Number);
      return [red, green, blue];
    }),
    pixels,
  });
};

/** What an edge looks like in one pixel. @param {(x: number, y: number) => string} colourAt @param {number} x @param {number} y */
const blend = (colourAt, x, y) => {
  const sum = [0, 0, 0];
  for (let sample = 0; sample < samples ** 2; sample += 1) {
    const colour = colourAt(
      x + ((sample % samples) + 0.5) / samples,
      y + (Math.floor(sample / samples) + 0.5) / samples,
    );
    toColour(colour).forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
  }
  return sum.map((value) => Math.round(value / samples ** 2));
};

/** @param {string} hex */
const toColour = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** @param {Shape} shape @param {number} x @param {number} y */
const isInside = (shape, x, y) => {
  switch (shape.kind) {
    case "box": {
      const { round } = shape;
      if (x < shape.x || y < shape.y) return false;
      if (x > shape.x + shape.width || y > shape.y + shape.height) return false;
      const fromX = Math.max(shape.x + round - x, x - (shape.x + shape.width - round), 0);
      const fromY = Math.max(shape.y + round - y, y - (shape.y + shape.height - round), 0);
      return round === 0 || Math.hypot(fromX, fromY) <= round;
    }
    case "disc":
      return Math.hypot(x - shape.x, y - shape.y) <= shape.radius;
    case "outline":
      // Even-odd: a ray to the right crosses the edge an odd number of times.
      return shape.points.reduce((inside, [fromX, fromY], index) => {
        const [toX, toY] = shape.points[(index + 1) % shape.points.length] ?? [fromX, fromY];
        const crosses =
          fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX;
        return crosses ? !inside : inside;
      }, false);
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL("../apps/web/public/", import.meta.url));
  for (const [path, bytes] of drawFaces()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
