import { bagFiles, bagitTxt } from "@holdfast/bundle";

import type { FindingList } from "../report.ts";
import { utf8Of } from "./read-guarded.ts";

/** Source: RFC 8493 §2.1.1. Exactly these two lines, LF, no byte order mark. */
export const checkDeclaration = (bytes: Uint8Array, findings: FindingList): void => {
  if (utf8Of(bytes) !== bagitTxt) findings.say("bagit_malformed", { path: bagFiles.bagit });
};

export interface BagInfo {
  readonly fields: ReadonlyMap<string, string>;
  /** Bytes and files of the payload, as the bag claims them. */
  readonly oxum: { readonly sizeInBytes: number; readonly count: number } | undefined;
}

/** Source: RFC 8493 §2.2.2: "Label: value", continued lines begin with a space or a tab. */
export const parseBagInfo = (bytes: Uint8Array, findings: FindingList): BagInfo => {
  const path = bagFiles.bagInfo;
  const fields = new Map<string, string>();
  const lines = (utf8Of(bytes) ?? "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  let label: string | undefined;
  for (const [index, line] of lines.entries()) {
    const [, name, value] = /^([^\s:][^:]*):[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !line.endsWith("\r")) {
      label = name;
      fields.set(name, value);
    } else if (label !== undefined && /^[ \t]+\S/.test(line)) {
      fields.set(label, `${fields.get(label) ?? ""} ${line.trim()}`);
    } else findings.say("bag_info_malformed", { path, line: index + 1 });
  }
  if (lines.length === 0) findings.say("bag_info_malformed", { path });
  return { fields, oxum: readOxum(fields.get("Payload-Oxum"), findings) };
};

const readOxum = (text: string | undefined, findings: FindingList): BagInfo["oxum"] => {
  if (text === undefined) {
    findings.say("bag_info_oxum_missing", { path: bagFiles.bagInfo });
    return undefined;
  }
  const [, sizeInBytes, count] = /^(\d{1,15})\.(\d{1,9})$/.exec(text) ?? [];
  if (sizeInBytes === undefined || count === undefined) {
    findings.say("bag_info_malformed", { path: bagFiles.bagInfo });
    return undefined;
  }
  return { sizeInBytes: Number(sizeInBytes), count: Number(count) };
};
