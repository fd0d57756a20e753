import "./configure-zod.ts";

import { allowOwnScriptUrls } from "../app/trusted-urls.ts";
import type { News } from "../door/contract/places-contract.ts";
import { serveCalls } from "../wire/serve-calls.ts";
import { holdOwnLife } from "./hold-own-life.ts";
import { ownPort } from "./own-port.ts";
import { createHost, type Host } from "./vault/host.ts";
import { keepLateWords } from "./vault/keep-late-words.ts";
import { serveGive } from "./vault/serve-give.ts";
import { serveGuide } from "./vault/serve-guide.ts";
import { serveKeep } from "./vault/serve-keep.ts";
import { serveKeys } from "./vault/serve-keys.ts";
import { servePlaces } from "./vault/serve-places.ts";
import { serveSee } from "./vault/serve-see.ts";
import { announceChange, hearOtherWindows } from "./vault/take-over.ts";
import { createVaultPorts } from "./vault/vault-ports.ts";

// Holds keys, database and originals, and parses nothing. Its scripts lie one folder below the app.
allowOwnScriptUrls(new URL("../", self.location.href).href);

const host: Host = createHost({
  ports: createVaultPorts(),
  tell: (news: News) => calls.tell(news),
  announce: announceChange,
  abortReading: () => calls.abort((name) => name !== "keep.keepFiles" && name !== "keys.renew"),
  afterOpening: (place) => keepLateWords(host, place),
});
const calls = serveCalls(
  ownPort,
  [
    ...servePlaces(host),
    ...serveKeep(host),
    ...serveSee(host),
    ...serveGive(host),
    ...serveKeys(host),
    ...serveGuide(host),
  ],
  () => performance.now(),
);
hearOtherWindows(host, () => host.tellLocked("taken-over"));
holdOwnLife();
