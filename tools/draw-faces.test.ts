import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { drawFaces } from "./draw-faces.mjs";

const folder = fileURLToPath(new URL("../apps/web/public/", import.meta.url));

test("the icons and manifests that are committed are what the generator draws", () => {
  const drawn = drawFaces();
  expect(drawn).toHaveLength(24);
  for (const [path, bytes] of drawn) {
    expect([path, Buffer.from(bytes).equals(readFileSync(`${folder}${path}`))]).toEqual([
      path,
      true,
    ]);
  }
});
