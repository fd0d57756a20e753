import "./configure-zod.ts";

import { checkContract } from "../door/contract/check-contract.ts";
import { serve, serveCalls } from "../wire/serve-calls.ts";
import { checkBag } from "./check-bag.ts";
import { holdOwnLife } from "./hold-own-life.ts";
import { ownPort } from "./own-port.ts";

// Checks a copy that somebody gave; it has neither keys nor storage.
serveCalls(ownPort, [serve(checkContract.verify, checkBag)], () => performance.now());
holdOwnLife();
