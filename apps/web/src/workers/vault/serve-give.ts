import { ok, utcMsToIso } from "@holdfast/evidence";

import { giveContract as contract } from "../../door/contract/give-contract.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import type { Host } from "./host.ts";
import { createLock } from "./lock-bag.ts";
import { makeBag, reviewBag } from "./make-bag.ts";
import { createFileInMaking } from "./made-file.ts";
import { acceptStamp, requestStamp } from "./stamp-log.ts";
import { orDoorError } from "./to-door-error.ts";
import { tryBackup } from "./try-backup.ts";

export const serveGive = (host: Host): readonly Served[] => [
  serve(contract.plan, (request) => host.withPlace((place) => reviewBag(host, place, request))),
  serve(contract.build, (input, context) =>
    host.withPlace((place) => makeBag(host, place, input, context)),
  ),
  serve(contract.checkRecipient, (recipient) =>
    Promise.resolve(ok(createLock({ kind: "recipient", recipient }).ok)),
  ),
  serve(contract.backup, ({ withPrivateShelf }, context) =>
    host.withPlace(async ({ vault }) => {
      const file = createFileInMaking();
      const { clock } = await host.ports.ports();
      const made = orDoorError(
        await vault.backup(file.write, {
          withPrivateShelf,
          signal: context.signal,
          onProgress: context.report,
        }),
      );
      if (!made.ok) return made;
      host.changed();
      // A neutral name, with the day: the newest is found by it.
      const day = utcMsToIso(clock.now()).slice(0, 10);
      return ok({ file: file.finish(`copy-${day}.bin`), damaged: made.value.damaged });
    }),
  ),
  serve(contract.testBackup, (input, { signal, report }) =>
    host.withPlace((place) => tryBackup(host, place, input, { signal, onProgress: report })),
  ),
  serve(contract.logHead, () => host.withPlace(({ vault }) => ok(vault.custodyHead()))),
  serve(contract.timestampRequest, (of) =>
    host.withPlace((place) => requestStamp(host, place, of)),
  ),
  serve(contract.timestampResponse, (input) =>
    host.withPlace((place) => acceptStamp(host, place, input)),
  ),
];
