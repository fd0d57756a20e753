import "./configure-zod.ts";

import type { ByteSource } from "@holdfast/evidence";

import { bytesSchema } from "../door/contract/common.ts";
import { type CallContext, serve, serveCalls } from "../wire/serve-calls.ts";
import { memberContract } from "./member-contract.ts";
import { openMember, openMemberPart } from "./open-member.ts";
import { holdOwnLife } from "./hold-own-life.ts";
import { ownPort } from "./own-port.ts";

/** The original lies with whoever asks; here is nothing but what was read. */
const askedSource = (
  sizeInBytes: number,
  context: Pick<CallContext<unknown>, "ask">,
): ByteSource => ({
  sizeInBytes,
  read: async (offset, wanted) => {
    const length = Math.max(0, Math.min(wanted, sizeInBytes - offset));
    const out = new Uint8Array(length);
    for (let at = 0; at < length;) {
      const part = Math.min(length - at, memberContract.maximumReadInBytes);
      const bytes = bytesSchema.parse(await context.ask({ offset: offset + at, length: part }));
      if (bytes.length === 0) throw new Error("the holder gave fewer bytes than the source has");
      out.set(bytes, at);
      at += bytes.length;
    }
    return out;
  },
});

serveCalls(
  ownPort,
  [
    serve(memberContract.open, ({ sizeInBytes, member, maximumInBytes }, context) =>
      openMember(askedSource(sizeInBytes, context), member, maximumInBytes),
    ),
    serve(memberContract.part, ({ sizeInBytes, member, maximumInBytes, ...part }, context) =>
      openMemberPart(askedSource(sizeInBytes, context), member, part, maximumInBytes),
    ),
  ],
  () => performance.now(),
);
holdOwnLife();
