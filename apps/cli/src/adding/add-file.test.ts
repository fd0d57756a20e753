import { expect, test } from "vitest";

import { readPicturesAnswer } from "./add-file.ts";

test.each([
  ["yes", "all-adult"],
  [" Y ", "all-adult"],
  ["no", "protected"],
  ["n", "protected"],
  ["Not sure", "protected"],
  ["yess", undefined],
  ["not yet", undefined],
  ["", undefined],
  [undefined, undefined],
])("the answer %j means %j", (answer, pictures) => {
  expect(readPicturesAnswer(answer)).toBe(pictures);
});
