import type {
  Attachment,
  CustodyAction,
  ExhibitKind,
  ExhibitOrigin,
  ItemFlag,
  ItemKind,
  TimeBasis,
} from "@holdfast/evidence";

export const exhibitKindLabels: Readonly<Record<ExhibitKind, string>> = {
  screenshot: "screenshot",
  "chat-export": "chat export",
  email: "e-mail",
  webpage: "web page",
  call: "call",
  payment: "payment",
  note: "note",
  "witness-note": "witness's note",
  file: "file",
};

export const exhibitOriginLabels: Readonly<Record<ExhibitOrigin, string>> = {
  "captured-here": "captured in Holdfast",
  imported: "a file that was added",
  "received-export": "an export made by the app or service",
  "from-other-person": "given by another person",
  recollection: "told from memory",
  "words-only": "the words of a file; nothing else of it is here",
  "read-from-picture-not-kept": "words read from a picture that was not kept",
};

export const itemKindLabels: Readonly<Record<ItemKind, string>> = {
  message: "message",
  call: "call",
  email: "e-mail",
  picture: "picture",
  recording: "recording",
  document: "document",
  "web-page": "web page",
  "sign-in": "sign-in",
  "app-grant": "app access",
  payment: "payment",
  note: "note",
};

export const itemFlagLabels: Readonly<Record<ItemFlag, string>> = {
  system: "written by the app",
  edited: "edited",
  deleted: "deleted by its sender",
  forwarded: "forwarded",
  "view-once": "view once",
  disappearing: "disappearing",
  waiting: "had not arrived",
  "media-omitted": "media left out by the app",
  "out-of-order": "out of order in the file",
  "date-order-assumed": "day and month could be the other way round",
  "text-truncated": "shortened here, whole in the original",
  "broken-encoding": "damaged characters",
  "remote-content-not-loaded": "content from the internet was not loaded",
  "sender-not-verified": "sender not verified",
};

/** How a time is known. */
export const timeBasisLabels: Readonly<Record<TimeBasis, string>> = {
  "message-header": "written in the message's header",
  "export-text": "written in the export",
  "container-metadata": "stored inside the file by the device",
  "shown-on-screen": "shown on the screen",
  "file-metadata": "the file's date on the device",
  recollection: "from memory",
};

export const attachmentMissingLabels: Readonly<Record<NonNullable<Attachment["missing"]>, string>> =
  {
    "omitted-by-export": "left out by the app that made the export",
    "not-in-export": "not in the export",
    "not-kept-protected": "not kept: words only",
    refused: "refused as unsafe",
  };

/** What the custody log recorded, in a few words each. */
export const custodyActionLabels: Readonly<Record<CustodyAction, string>> = {
  "case.create": "The case was begun.",
  "item.add": "An exhibit was added.",
  "item.verify": "An exhibit was read again and compared with its hash.",
  "note.add": "A note was added to the record.",
  derive: "An exhibit was made from something kept before.",
  export: "A bag was made.",
  "export.sealed": "The bag's seal was noted.",
  disclose: "Exhibits were handed over.",
  "timestamp.request": "A time stamp was asked for.",
  "timestamp.ok": "A time stamp was received and checked.",
  "timestamp.fail": "A time stamp could not be had.",
  "key.change": "The keys were changed.",
  backup: "A backup was made.",
  restore: "The case was restored from a backup.",
  "item.withdraw": "An exhibit was withdrawn.",
  "item.show": "Told again for a bag.",
  "log.fill": "A line that says nothing, so that nobody can count the lines.",
  "item.erase": "An exhibit was erased for good.",
};
