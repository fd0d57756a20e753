import type { Handle } from "@holdfast/evidence";
import { addressParser } from "postal-mime";

/** A list of addresses longer than this is a mailing list or an attack; the header itself keeps all of them. */
const maximumHandles = 1_000;
const maximumHeaderLength = 262_144;

/** `a@b` or `Name <a@b>` and nothing else: nine mails of ten, and no need for the full grammar. */
const oneAddress =
  /^(?:"[^"\\<>@]*"\s*|[^"\\<>(),:;@[\]]*)<([^\s"\\<>(),:;@[\]]+@[^\s"\\<>(),:;@[\]]+)>$|^([^\s"\\<>(),:;@[\]]+@[^\s"\\<>(),:;@[\]]+)$/;

/**
 * The handles in address headers, in their order, as the source writes them. A name without an address is a handle
 * of its own: it proves no account. Source: RFC 5322 §3.4 (groups are unfolded).
 */
export const readAddresses = (values: readonly string[]): readonly Handle[] => {
  const handles: Handle[] = [];
  for (const value of values) {
    const simple = oneAddress.exec(value);
    const address = simple?.[1] ?? simple?.[2];
    if (address !== undefined && !address.includes("=?")) {
      handles.push({ scheme: "email", value: address });
    } else handles.push(...readList(value));
  }
  return handles.slice(0, maximumHandles);
};

const readList = (value: string): readonly Handle[] => {
  const handles: Handle[] = [];
  for (const { address, name } of parseAll(value.slice(0, maximumHeaderLength))) {
    const written = address === undefined || address === "" ? name : address;
    if (written === "") continue;
    handles.push({ scheme: written.includes("@") ? "email" : "name", value: written });
  }
  return handles;
};

interface Written {
  readonly address?: string | undefined;
  readonly name: string;
}

const parseAll = (value: string): readonly Written[] => {
  try {
    return addressParser(value, { flatten: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // What the parser cannot take apart is shown as it is written.
    return [{ name: value.trim() }];
  }
};
