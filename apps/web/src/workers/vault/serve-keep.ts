import type { Result } from "@holdfast/evidence";

import { keepContract as contract } from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import { blobSource } from "../blob-source.ts";
import { done, type Host } from "./host.ts";
import { keepEach } from "./keep-each.ts";
import { keepText } from "./keep-text.ts";
import { serveInbox } from "./serve-inbox.ts";
import { servePrivate } from "./serve-private.ts";
import { orDoorError } from "./to-door-error.ts";

export const serveKeep = (host: Host): readonly Served[] => [
  serve(contract.keepFiles, ({ files, ...asked }, context) =>
    host.withPlace((place) =>
      keepEach(host, place, { asked, context }, files, ({ file, name, origin }) => ({
        vault: place.vault,
        file: { source: blobSource(file), name },
        ...(origin === undefined ? {} : { origin }),
      })),
    ),
  ),
  ...serveInbox(host),
  serve(contract.keepText, (input) => host.withPlace((place) => keepText(host, place, input))),
  serve(contract.answerPictures, (answer) =>
    host.withPlace(({ vault }) => changed(host, orDoorError(vault.setPictures(answer)))),
  ),
  serve(contract.liftPictureProtection, () =>
    host.withPlace(({ vault }) => changed(host, orDoorError(vault.liftPictureProtection()))),
  ),
  serve(contract.withdraw, (id) =>
    host.withPlace(({ vault }) => changed(host, orDoorError(vault.withdraw(id)))),
  ),
  serve(contract.erase, (id) =>
    host.withPlace(async ({ vault }) => changed(host, orDoorError(await vault.erase(id)))),
  ),
  ...servePrivate(host),
];

const changed = (host: Host, result: Result<void, DoorError>): Result<undefined, DoorError> => {
  if (!result.ok) return result;
  host.changed(true);
  return done;
};
