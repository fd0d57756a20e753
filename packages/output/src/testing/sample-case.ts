import { type Facts, type Item, utcMsOf } from "@holdfast/evidence";

import { memoryCase, type MemoryCase, type MemoryExhibit } from "./memory-case.ts";

const chatText = "05/03/2026, 21:14 - Sam Example: <b>Pay</b> by Friday & tell no one\n";

const message = (
  local: string,
  from: string | undefined,
  text: string,
  more: Partial<Item> = {},
): Item => ({
  kind: "message",
  span: { offset: 0, length: 64, member: ["_chat.txt"] },
  time: { kind: "wall", local, precision: "minute", basis: "export-text" },
  ...(from === undefined ? {} : { from: { scheme: "name", value: from } as const }),
  thread: "Sam Example",
  text,
  ...more,
});

export const sampleFacts: Facts = {
  zone: "Asia/Karachi",
  threat: {
    demand: '=HYPERLINK("http://example.org") 500 by Friday & no police',
    amount: "500.00",
    currency: "USD",
    deadline: { quote: "you have until Friday", means: "Friday 6 March 2026, the whole day" },
    paymentAddress: "bc1qexampleexampleexampleexample0000000",
    shown: "a private picture from last summer",
  },
  parties: [
    {
      id: "p1",
      role: "self",
      label: "Maya's own name",
      handles: [{ scheme: "name", value: "Me" }],
    },
    {
      id: "p2",
      role: "threatening",
      label: "label of the other",
      handles: [
        { scheme: "phone", value: "+1-202-555-0143" },
        { scheme: "username", value: "@sam_example" },
      ],
    },
  ],
};

export const chatExhibit: MemoryExhibit = {
  id: "ev-482913",
  bytes: Buffer.from(`PK synthetic zip ${chatText}`),
  kind: "chat-export",
  origin: "received-export",
  originalName: "WhatsApp Chat with Sam \u202Egpj.zip",
  mediaType: "application/zip",
  formatId: "whatsapp-zip",
  eventTime: {
    kind: "wall",
    local: "2026-03-05T21:14:00",
    precision: "minute",
    basis: "export-text",
  },
  items: [
    message("2026-03-05T21:14:00", "Sam Example", "<b>Pay</b> by Friday & tell no one"),
    message("2026-03-05T21:15:00", "Me", "Why are you doing this? \u202Eabc"),
    message("2026-03-06T09:02:00", "Sam Example", "See what I have", {
      attachments: [
        { name: "IMG-0001.jpg", present: true, mediaType: "image/jpeg" },
        { name: "IMG-0002.jpg", present: false, missing: "omitted-by-export" },
      ],
      flags: ["edited"],
    }),
    message("2026-03-06T09:03:00", undefined, "", {
      flags: ["system"],
      text: "Messages are end-to-end encrypted.",
    }),
  ],
  notes: [{ code: "date_order_ambiguous", span: { offset: 0, length: 1 }, detail: "day/month" }],
};

export const mailExhibit: MemoryExhibit = {
  id: "ev-730155",
  bytes: Buffer.from("From: sam@example.net\r\nSubject: last warning\r\n\r\n=cmd\r\n"),
  kind: "email",
  originalName: "last warning.eml",
  mediaType: "message/rfc822",
  formatId: "eml",
  eventTime: {
    kind: "instant",
    at: utcMsOf(2026, 3, 5, 16, 20, 31),
    precision: "second",
    basis: "message-header",
    offsetMinutes: 0,
  },
  items: [
    {
      kind: "email",
      span: { offset: 0, length: 50 },
      time: {
        kind: "instant",
        at: utcMsOf(2026, 3, 5, 16, 20, 31),
        precision: "second",
        basis: "message-header",
        offsetMinutes: 0,
      },
      from: { scheme: "email", value: "sam@example.net" },
      to: [{ scheme: "email", value: "maya@example.org" }],
      subject: "last warning",
      text: "=cmd|calc",
      details: {
        kind: "email",
        headers: [["From", "sam@example.net"]],
        authenticationResults: ["mx.example.org; spf=fail"],
        dkimSignatures: [],
        remoteContentCount: 1,
      },
    },
  ],
};

export const pictureExhibit: MemoryExhibit = {
  id: "ev-118604",
  bytes: Buffer.from("\u0089PNG synthetic landscape"),
  kind: "screenshot",
  originalName: "Screenshot 2026-03-05.png",
  mediaType: "image/png",
  formatId: "png",
  eventTime: {
    kind: "wall",
    local: "2026-03-05T21:16:40",
    precision: "second",
    basis: "file-metadata",
  },
};

export const noteExhibit: MemoryExhibit = {
  id: "ev-590027",
  bytes: Buffer.from("He waited outside on Tuesday."),
  kind: "note",
  origin: "recollection",
  originalName: "note.txt",
  mediaType: "text/plain",
  formatId: "text",
};

export const sampleExhibits = [chatExhibit, mailExhibit, pictureExhibit, noteExhibit];

export const sampleCase = (options: Parameters<typeof memoryCase>[1] = {}): MemoryCase =>
  memoryCase(sampleExhibits, { facts: sampleFacts, ...options });
