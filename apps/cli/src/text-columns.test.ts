import { expect, test } from "vitest";

import { toTerminalLines, toTerminalText } from "./text-columns.ts";

const hostile = "a\u001B[2Kb\u009B31mc\u202Ed\r\u0007";

test("a text of one line can neither act on the terminal nor begin a line of its own", () => {
  expect(toTerminalText(`${hostile}\ne`)).toBe("a\uFFFD[2Kb\uFFFD31mc\uFFFDd\uFFFD\uFFFD / e");
});

test("a text of several lines keeps its lines and tabs and nothing else that acts", () => {
  expect(toTerminalLines(`one\n\ttwo\n${hostile}`)).toBe(
    "one\n\ttwo\na\uFFFD[2Kb\uFFFD31mc\uFFFDd\uFFFD\uFFFD",
  );
});
