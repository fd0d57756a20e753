import type { AppWords, MessageParameters } from "@holdfast/words";

import type { DoorError } from "../door/door.ts";

/** What happened, what is safe, and what to do. A new code of the door does not compile without its sentence. */
export const sayProblem = (say: AppWords["say"], error: DoorError): string =>
  say(`problem_${error.code}`, parametersOf(error));

const parametersOf = (error: DoorError): MessageParameters => ({
  ...("share" in error ? { share: error.share } : {}),
  // Of words that are not on the list: which ones. Other errors have a place of another kind.
  ...("places" in error ? { count: error.places.length, places: error.places.join(", ") } : {}),
  ...(error.code === "shares_too_few" ? { given: error.given, needed: error.needed } : {}),
});
