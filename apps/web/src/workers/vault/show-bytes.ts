import { err, ok, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import type { seeContract } from "../../door/contract/see-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { Opened } from "./host.ts";
import { readMember } from "./read-member.ts";
import { shownTypeOf } from "./shown-types.ts";
import { orDoorError } from "./to-door-error.ts";

type BytesIn = z.output<typeof seeContract.bytes.input>;
type BytesOut = z.input<typeof seeContract.bytes.output>;

/** A picture of a phone has five megabytes; a film that is longer is saved, not shown. */
const defaultMaximumInBytes = 64 * 1_048_576;

export const showBytes = async (
  { vault }: Opened,
  { exhibit: id, member, maximumSizeInBytes = defaultMaximumInBytes }: BytesIn,
  signal: AbortSignal,
): Promise<Result<BytesOut, DoorError>> => {
  const exhibit = vault.exhibit(id);
  if (exhibit === undefined) return err({ code: "no_such_exhibit", exhibit: id });
  const blob = orDoorError(vault.openBlob(id));
  if (!blob.ok) return blob;
  if (member !== undefined && member.length > 0) {
    const opened = await readMember(blob.value, member, maximumSizeInBytes, signal);
    return opened.ok ? ok(toShown(opened.value.bytes, opened.value.mediaType)) : opened;
  }
  const { sizeInBytes } = blob.value;
  if (sizeInBytes > maximumSizeInBytes) {
    return err({ code: "too_large_to_show", sizeInBytes, maximumInBytes: maximumSizeInBytes });
  }
  return ok(toShown(await blob.value.read(0, sizeInBytes), exhibit.mediaType));
};

const toShown = (bytes: Uint8Array<ArrayBuffer>, mediaType: string): BytesOut => {
  const { shownAs, type } = shownTypeOf(mediaType);
  return { blob: new Blob([bytes], { type }), shownAs };
};
