import { Secret } from "@holdfast/evidence";
import { createRecoveryShares, type UnlockSecret } from "@holdfast/seal";

import { createVault } from "../create-vault.ts";
import { expectCode, expectOk, expectSame } from "../drivers/testing/expectations.ts";
import { openVault } from "../open-vault.ts";
import { readUnlockWait } from "../unlock-attempts.ts";
import {
  addTexts,
  createVaultIn,
  openVaultIn,
  passphraseOf,
  secret,
  textBytes,
  type VaultCase,
  type VaultPlace,
} from "./vault-place.ts";

const randomKey = (place: VaultPlace) => new Secret(place.newDeps().random.bytes(32));

const open = (place: VaultPlace, with_: UnlockSecret) =>
  openVault(place.newDeps(), { secret: with_ });

const wrong = passphraseOf("harbour light 8");
const clockAt = (now: number) => ({ now: () => now });

export const keyCases: readonly VaultCase[] = [
  {
    name: "begins with a device key alone, gains a passphrase later, and lets the device key go",
    run: async (place) => {
      const device: UnlockSecret = { kind: "device-key", key: randomKey(place) };
      const first = expectOk(
        await createVault(place.newDeps(), {
          secrets: [device],
          pictures: "all-adult",
          software: "holdfast test",
        }),
      );
      await addTexts(first, "kept before there was a passphrase");
      const [only] = first.wraps();
      expectCode(await first.removeWrap(only?.id ?? ""), "last_wrap");
      await first.close();
      expectCode(await open(place, secret), "wrong_passphrase");
      const other: UnlockSecret = { kind: "device-key", key: randomKey(place) };
      expectCode(await open(place, other), "wrong_passphrase");
      const vault = expectOk(await open(place, device));
      expectOk(await vault.addWrap(secret));
      expectOk(await vault.removeWrap(only?.id ?? ""));
      await vault.close();
      expectCode(await open(place, device), "wrong_passphrase");
      const last = await openVaultIn(place);
      expectSame(
        [last.countItems(), last.wraps().map(({ kind }) => kind)],
        [1, ["passphrase"]],
        "it",
      );
      await last.close();
    },
  },
  {
    name: "opens with a passkey's secret that was added, and no more when it was removed",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const key = randomKey(place);
      const passkey: UnlockSecret = { kind: "passkey-prf", key };
      const { id } = expectOk(await vault.addWrap(passkey));
      await vault.close();
      // The same bytes as another kind of secret open nothing.
      expectCode(await open(place, { kind: "device-key", key }), "wrong_passphrase");
      const opened = expectOk(await open(place, passkey));
      expectSame(
        opened.wraps().map(({ kind }) => kind),
        ["passphrase", "passkey-prf"],
        "the wraps",
      );
      expectOk(await opened.removeWrap(id));
      await opened.close();
      expectCode(await open(place, passkey), "wrong_passphrase");
    },
  },
  {
    name: "opens with enough shares of one set, never with fewer, and no more when they were removed",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const shares = createRecoveryShares(place.newDeps(), { threshold: 2, count: 3 });
      const { id } = expectOk(await vault.addWrap({ kind: "shares", shares }));
      await vault.close();
      const [one, two, three] = shares;
      if (one === undefined || two === undefined || three === undefined) throw new Error("three");
      expectCode(await open(place, { kind: "shares", shares: [one] }), "shares_too_few");
      const others = createRecoveryShares(place.newDeps(), { threshold: 2, count: 3 });
      expectCode(await open(place, { kind: "shares", shares: others }), "wrong_passphrase");
      const mixed = [one, ...others.slice(1, 2)];
      expectCode(await open(place, { kind: "shares", shares: mixed }), "shares_of_different_sets");
      await expectOk(await open(place, { kind: "shares", shares: [three, one] })).close();
      const opened = expectOk(await open(place, { kind: "shares", shares: [two, three] }));
      expectOk(await opened.removeWrap(id));
      await opened.close();
      expectCode(await open(place, { kind: "shares", shares }), "wrong_passphrase");
    },
  },
  {
    name: "slows a hand that guesses, never a key of a device, and forgets the guesses when it opens",
    run: async (place) => {
      const vault = await createVaultIn(place);
      const device: UnlockSecret = { kind: "device-key", key: randomKey(place) };
      expectOk(await vault.addWrap(device));
      await vault.close();
      const at = (now: number) => ({ ...place.newDeps(), clock: clockAt(now) });
      const tryAt = (now: number, with_: UnlockSecret) => openVault(at(now), { secret: with_ });
      for (let nth = 0; nth < 3; nth += 1)
        expectCode(await tryAt(1_000, wrong), "wrong_passphrase");
      expectCode(await tryAt(2_999, secret), "unlock_too_soon");
      expectSame(await readUnlockWait(at(2_000)), { failures: 3, waitMs: 1_000 }, "the wait");
      // A clock that was put back makes nobody wait for longer than the delay.
      expectSame(await readUnlockWait(at(0)), { failures: 3, waitMs: 2_000 }, "the wait");
      expectCode(await tryAt(3_000, wrong), "wrong_passphrase");
      expectSame(await readUnlockWait(at(3_000)), { failures: 4, waitMs: 4_000 }, "the wait");
      await expectOk(await tryAt(3_001, device)).close();
      expectSame(await readUnlockWait(at(3_001)), { failures: 0, waitMs: 0 }, "the wait");
      await expectOk(await tryAt(3_002, secret)).close();
      expectOk(await place.newDeps().driver.files.replace("attempts", textBytes("not ours")));
      await expectOk(await tryAt(3_003, secret)).close();
    },
  },
];
