/** How a test names what opens a place. */
export type SecretOrder =
  | { readonly kind: "passphrase"; readonly text: string }
  | { readonly kind: "recovery-words"; readonly text: string }
  | { readonly kind: "device-key" };

/** What a test asks of the page's door; each answers with plain data. */
export type DoorOrder =
  | { readonly kind: "state" }
  | { readonly kind: "list" }
  | {
      readonly kind: "create";
      readonly name: string;
      readonly keeps: "on-device" | "nothing";
      readonly pictures: "all-adult" | "protected" | "unasked";
      readonly secrets: readonly SecretOrder[];
    }
  | { readonly kind: "open"; readonly id: string; readonly secret: SecretOrder }
  | { readonly kind: "take-over"; readonly id: string }
  | { readonly kind: "lock" | "lock-now" | "count" | "days" | "exhibits" | "storage-left" }
  | { readonly kind: "wipe"; readonly id: string }
  /** The files of the page's input. `cancelAfter`: leaves the loop after so many events. */
  | {
      readonly kind: "keep-chosen";
      readonly answer?: "all-adult" | "protected" | "put-off";
      readonly cancelAfter?: number;
    }
  /** A chat that is made here, of so many messages. `cancelAt`: aborts when so many bytes have been read. */
  | { readonly kind: "keep-chat"; readonly messages: number; readonly cancelAt?: number }
  | { readonly kind: "keep-noise"; readonly sizeInBytes: number }
  | {
      readonly kind: "keep-text";
      readonly text: string;
      readonly what: "written" | "read-from-picture";
    }
  /** Seals words to the inbox of a locked place, as the service worker does. */
  | { readonly kind: "share"; readonly id: string; readonly text: string }
  | { readonly kind: "inbox"; readonly step: "list" | "take-in" }
  | { readonly kind: "timeline"; readonly from?: string; readonly limit?: number }
  | { readonly kind: "search"; readonly text: string }
  | { readonly kind: "bytes"; readonly exhibit: string; readonly member?: readonly string[] }
  | {
      readonly kind: "give";
      readonly purpose: "self" | "police";
      readonly passphrase?: string;
      readonly recipient?: string;
      readonly cancel?: boolean;
    }
  | { readonly kind: "backup"; readonly test: SecretOrder }
  | { readonly kind: "check"; readonly passphrase?: string }
  | { readonly kind: "shelf"; readonly key: string; readonly value?: string }
  | { readonly kind: "note"; readonly text: string; readonly exhibit?: string }
  | {
      readonly kind: "keys";
      readonly step: "words" | "list" | "replace" | "renew";
      readonly old?: string;
      readonly next?: string;
    }
  | { readonly kind: "check-secret"; readonly secret: SecretOrder }
  | { readonly kind: "restore-made"; readonly secret: SecretOrder };
