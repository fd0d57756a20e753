// What a page and the service worker say to each other. Both sides are ours and of one origin, yet may be of two
// versions: whatever is not understood gets no answer of meaning, and never an error.

export const workerOrders = ["be-whole", "forget", "take-over", "take-shared"] as const;
export type OrderKind = (typeof workerOrders)[number];

/** What another app handed over, as far as it has been in memory alone. */
export interface SharedThings {
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly files: readonly File[];
  /** How many more files are encrypted in the inbox of the place on this device, to be taken in when it is opened. */
  readonly sealed: number;
}

export type WorkerAnswer =
  /** Every file of this version is in the cache, checked. */
  | { readonly kind: "whole" }
  | { readonly kind: "not-whole" }
  /** Nothing will be written any more. */
  | { readonly kind: "forgotten" }
  | { readonly kind: "taking-over" }
  /** Another window still runs on the old version. */
  | { readonly kind: "other-windows" }
  | { readonly kind: "shared"; readonly things: SharedThings }
  | { readonly kind: "nothing-shared" }
  | { readonly kind: "not-understood" };

const answerKinds: readonly string[] = [
  "whole",
  "not-whole",
  "forgotten",
  "taking-over",
  "other-windows",
  "nothing-shared",
] satisfies readonly WorkerAnswer["kind"][];

export interface WorkerOrder {
  readonly kind: OrderKind;
  /** Which hand-over, for "take-shared": it came with the address of the page. */
  readonly ticket: string;
}

export const readOrder = (data: unknown): WorkerOrder | undefined => {
  if (typeof data !== "object" || data === null || !("kind" in data)) return undefined;
  const kind = workerOrders.find((known) => known === data.kind);
  if (kind === undefined) return undefined;
  return { kind, ticket: "ticket" in data && typeof data.ticket === "string" ? data.ticket : "" };
};

export const readAnswer = (data: unknown): WorkerAnswer => {
  if (typeof data !== "object" || data === null || !("kind" in data)) return notUnderstood;
  if (data.kind === "shared" && "things" in data) {
    const things = readThings(data.things);
    return things === undefined ? notUnderstood : { kind: "shared", things };
  }
  return isPlainKind(data.kind) ? { kind: data.kind } : notUnderstood;
};
const notUnderstood = { kind: "not-understood" } as const;

const isPlainKind = (kind: unknown): kind is Exclude<WorkerAnswer["kind"], "shared"> =>
  typeof kind === "string" && answerKinds.includes(kind);

const readThings = (things: unknown): SharedThings | undefined => {
  if (typeof things !== "object" || things === null) return undefined;
  const { title, text, url, files, sealed }: Partial<Record<keyof SharedThings, unknown>> = things;
  if (typeof title !== "string" || typeof text !== "string" || typeof url !== "string") {
    return undefined;
  }
  if (!Array.isArray(files) || typeof sealed !== "number") return undefined;
  return { title, text, url, files: files.filter((file) => file instanceof File), sealed };
};

/** The part of an address that names a hand-over: `./?in=<ticket>`. */
export const ticketParameter = "in";
/** Where the browser posts what another app shares, below the app's folder; the manifests name it. */
export const sharePath = "in";
