import { writeZip } from "@holdfast/containers";
import { err, ok, type Result } from "@holdfast/evidence";
import {
  type BagPlan,
  buildBag,
  type BuiltBag,
  type BuildBagError,
  planBag,
} from "@holdfast/output";
import type { z } from "zod";

import type { giveContract } from "../../door/contract/give-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { CallContext } from "../../wire/serve-calls.ts";
import { version } from "../software.ts";
import { createBreath } from "./breath.ts";
import type { Host, Opened } from "./host.ts";
import { logEntries } from "./log-entries.ts";
import { createLock, lockStream } from "./lock-bag.ts";
import { createFileInMaking } from "./made-file.ts";
import { orDoorError } from "./to-door-error.ts";

type PlanIn = z.output<typeof giveContract.plan.input>;
type BuildIn = z.output<typeof giveContract.build.input>;

export const reviewBag = async (
  host: Host,
  { vault }: Opened,
  request: PlanIn,
): Promise<Result<z.input<typeof giveContract.plan.output>, DoorError>> => {
  const { clock, random } = await host.ports.ports();
  const plan = planBag({ clock, random, reader: vault }, request);
  if (!plan.ok) {
    switch (plan.error.code) {
      case "nothing_to_export":
        return err({ code: "nothing_to_give" });
      case "no_such_parent":
        return err({ code: "no_such_bag", bag: plan.error.bag });
      case "no_such_exhibit":
        return err(plan.error);
    }
  }
  const exhibits = plan.value.exhibits.flatMap((id) => vault.exhibit(id) ?? []);
  // The same bytes twice are one source, whose items go once.
  const bySource = new Set(new Map(exhibits.map(({ id, sha256 }) => [sha256, id])).values());
  let items = 0;
  for (const { entry } of logEntries(vault)) {
    if (entry.action === "item.add" && bySource.has(entry.exhibit)) items += entry.items;
  }
  const originalsSizeInBytes = exhibits.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0);
  return ok({ plan: plan.value, exhibits, items, originalsSizeInBytes });
};

export const makeBag = async (
  host: Host,
  place: Opened,
  { plan, lock }: BuildIn,
  context: CallContext<never>,
): Promise<Result<z.input<typeof giveContract.build.output>, DoorError>> => {
  const { vault } = place;
  const encrypter = createLock(lock);
  if (!encrypter.ok) return encrypter;
  const known = new Set(vault.exhibits().map(({ id }) => id));
  const missing = plan.exhibits.find((id) => !known.has(id));
  if (missing !== undefined) return err({ code: "no_such_exhibit", exhibit: missing });
  const { bag: name } = plan;
  const recorded = orDoorError(vault.recordExport(plan));
  if (!recorded.ok) return recorded;
  host.changed();
  const { hasher, random, clock, zones } = await host.ports.ports();
  const bag = buildBag(
    {
      hasher,
      random,
      clock,
      zones,
      reader: vault,
      // A browser does not tell the version of its own time zone database.
      timeZoneData: "unknown",
      software: { version, userAgent: navigator.userAgent },
      signal: context.signal,
      onProgress: context.report,
    },
    plan,
  );
  const file = createFileInMaking();
  const breathe = createBreath();
  for await (const chunk of await lockStream(writeZip(bag.entries), encrypter.value)) {
    if (context.signal.aborted) return err({ code: "cancelled" });
    await file.write(chunk);
    await breathe();
  }
  const built = bag.result();
  if (!built.ok) return err(buildError(built.error));
  const kept = recordBag(place, plan, built.value);
  if (!kept.ok) return kept;
  host.changed();
  const encrypted = encrypter.value !== undefined;
  return ok({
    file: file.finish(`${name}.zip${encrypted ? ".age" : ""}`),
    bag: name,
    seal: built.value.seal,
    encrypted,
    exhibits: built.value.exhibits,
    leftOut: built.value.leftOut,
  });
};

const buildError = (error: BuildBagError): DoorError =>
  error.code === "export_not_recorded" ? { code: "log_moved_on" } : error;

/** The log remembers what was made, and for whom. */
const recordBag = (
  { vault }: Opened,
  { kind, purpose, exhibits }: BagPlan,
  { bag, seal, record }: BuiltBag,
): Result<void, DoorError> => {
  const sealed = orDoorError(
    vault.record({
      action: "export.sealed",
      bag,
      seal,
      ...(record === undefined ? {} : { record }),
    }),
  );
  if (!sealed.ok || kind === "full") return sealed.ok ? ok(undefined) : sealed;
  const disclosed = orDoorError(
    vault.record({ action: "disclose", to: purpose, exhibits, purpose }),
  );
  return disclosed.ok ? ok(undefined) : disclosed;
};
