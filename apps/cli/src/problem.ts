import { cliSentence, isCliMessageCode, type MessageParameters } from "@holdfast/words";

import type { Problem } from "./contract/common.ts";

/** Any error value of the packages: a code, and facts beside it. */
export interface CodedError {
  readonly code: string;
  readonly path?: string;
  readonly place?: string;
  readonly exhibit?: string;
  readonly cause?: string;
}

/**
 * Turns a code into the sentence that goes with it. `name` is the file or exhibit that the person knows it by.
 * A code without a sentence is a bug of ours and says so, with the code, rather than hiding it.
 */
export const toProblem = (error: CodedError, name?: string): Problem => {
  const shownName = name ?? error.exhibit ?? error.path ?? error.place ?? "";
  const parameters: MessageParameters = {
    name: shownName,
    cause: error.cause ?? error.place ?? "",
  };
  const sentence = isCliMessageCode(error.code)
    ? cliSentence(error.code, parameters)
    : `${cliSentence("internal_error", {})} (${error.code})`;
  return {
    code: error.code,
    ...(shownName === "" ? {} : { name: shownName }),
    sentence,
  };
};
