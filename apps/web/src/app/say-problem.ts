import type { AppWords } from "@holdfast/words";

import type { DoorError } from "../door/door.ts";

/** What happened, what is safe, and what to do. A new code of the door does not compile without its sentence. */
export const sayProblem = (say: AppWords["say"], error: DoorError): string => {
  if (error.code === "recovery_words_unknown") {
    return say("problem_recovery_words_unknown", {
      count: error.places.length,
      places: error.places.join(", "),
    });
  }
  return say(`problem_${error.code}`);
};
