import "./configure-zod.ts";

import { guideContract } from "../door/contract/guide-contract.ts";
import { serve, serveCalls } from "../wire/serve-calls.ts";
import { createGuideWork } from "./guide-work.ts";
import { holdOwnLife } from "./hold-own-life.ts";
import { ownPort } from "./own-port.ts";

// Assesses and plans, from what it is given; it has neither keys nor storage. Its scripts lie one folder below the app.
const { understand, checkDraft } = createGuideWork(
  { fetch: (url) => fetch(url), crypto },
  new URL("../content/guide/", self.location.href).href,
);
serveCalls(
  ownPort,
  [serve(guideContract.understand, understand), serve(guideContract.checkDraft, checkDraft)],
  () => performance.now(),
);
holdOwnLife();
