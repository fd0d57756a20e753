import { expect, it } from "vitest";

import { chooseEncoding } from "./encodings.ts";

it.each([
  [undefined, undefined],
  ["", undefined],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0.2, gzip", "gzip"],
  ["identity", undefined],
  ["*", "br"],
  ["*;q=0.5, br;q=0", "gzip"],
  ["gzip;q=0, *;q=0", undefined],
  ["br;q=nonsense, gzip;q=", undefined],
])("of what is accepted, %s, it chooses %s", (accepted, chosen) => {
  expect(chooseEncoding(accepted)).toBe(chosen);
});
