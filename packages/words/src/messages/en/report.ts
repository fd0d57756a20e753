/** The sheet that an officer reads first, and the views beside it. ICU messages. */
export const reportMessages = {
  title: "Case report",
  titleGroup: "Case {group}",
  forPolice: "Made for the police",
  forLawyer: "Made for a lawyer",
  forAlly: "Made for somebody whom the person trusts",
  forWorkplace: "Made for the workplace",
  forPlatform: "Made for a platform’s safety team",
  forSelf: "The person’s own full copy",
  bag: "Bag",
  madeOn: "Made on {local};",
  copyTitle: "About this copy",
  deviceClock: "by the device’s clock, which nobody has checked.",
  timeZone: "Times are shown in",
  timeZoneNotSaid:
    "The person has not said a time zone. Times from messages are shown as they stand there.",
  seal: "Seal",
  sealWhere:
    "The seal is the SHA-256 of the file tagmanifest-sha256.txt. It is made last, so it cannot stand in this report. Ask the person for it, by another way than the one this report came by, and compare.",
  storyTitle: "What this is about",
  storyThreat:
    "A person is being threatened. This page tells what is known; what follows shows where it stands.",
  factThreatened: "What is threatened, or was shown",
  factBy: "By which accounts",
  factDemand: "What is demanded",
  factAmount: "Amount",
  factDeadline: "By when",
  factDeadlineMeans: "That means: {means}",
  factPayment: "Where to pay",
  factPaid: "What was paid",
  factDone: "What was done",
  factSelf: "The person’s own accounts",
  factOthers: "Others who appear",
  factSpan: "First and last event",
  factHolds: "In this bag",
  notRecorded: "Not recorded in this bag",
  doneKept: "{exhibits} kept unchanged since they were added, the first on {first}.",
  holds: "{exhibits}, {events, plural, one {# event} other {# events}} on the timeline",
  askPolice:
    "Payment addresses, handles and links above can be selected and copied. The files beside this report are the originals.",
  exhibitsTitle: "Exhibits",
  exhibitsAbout:
    "Every exhibit is kept as it came in. Its SHA-256 is the number that shows if a single bit of it changes.",
  what: "What",
  account: "Account",
  eventTime: "When",
  eventBasis: "How that is known",
  added: "Added",
  origin: "How it came here",
  size: "Size",
  sha256: "SHA-256",
  file: "File",
  conversation: "Conversation",
  view: "Read the conversation",
  notesTitle: "What must be known about it",
  itemsFound:
    "{count, plural, =0 {Kept whole, not read} one {# event read in it} other {# events read in it}}",
  madeFromWordsOnly:
    "Only the words of a file are here. Pictures and recordings in it are in no copy.",
  madeFromExcerpt: "A part of another exhibit.",
  madeFromRedaction: "Another exhibit with parts covered.",
  ownNotes: "Notes added to the record",
  threadsTitle: "Conversations",
  threadsNone: "No conversations were read out of the exhibits.",
  threadsMore: "More conversations stand in timeline.csv; only the first ones are listed here.",
  threadUnnamed: "Without a name",
  threadMoment: "{count}, {when}",
  threadSpan: "{count}, {first} to {last}",
  threadWho: "With",
  threadIn: "In",
  actionsTitle: "Steps taken",
  actionsNone:
    "No reports to platforms or authorities, and no payments, are recorded in this bag. That does not mean that there were none.",
  custodyTitle: "Annex A. Chain of custody",
  custodyAbout:
    "The log has {count, plural, one {# entry} other {# entries}}. Each holds the hash of the one before it, so that none can be changed or taken out of the middle unseen. What is opened here stands below; it is complete for this bag in custody-details.jsonl.",
  custodyNotOpened:
    "{count, plural, one {# entry is} other {# entries are}} not opened here. They are about other things than this bag, or say nothing at all: lines without meaning are put in so that nobody can tell how many true ones there are. The number says nothing.",
  custodyToldAgain:
    "What was recorded about these exhibits is told again for this bag, at the end of the log, with times cut to the minute. The first column is the place where it is told. Where the older entries stand is not shown: it would tell how many others there are.",
  custodyEntry: "No.",
  custodyWhen: "Device time (UTC)",
  custodyWhat: "What was recorded",
  custodyWordsOnly: "Its words were written out; nothing else of it is here.",
  verifyTitle: "Annex B. How to check this bag",
  verifyAbout:
    "VERIFY.txt, beside this folder, has every step for Linux, macOS and Windows, with ordinary programs. The shortest check, on Linux, in the folder that holds bagit.txt:",
  limitsTitle: "Annex C. Limits, and what may be challenged",
  limitSender:
    "Who sent a message. A name or number is what the app, the address book or the mail says. It can be wrong or made up. Only the service that carried it can say more.",
  limitGenuine:
    "That a screenshot or an export shows what was really there. A picture can be made. Its value grows with the original device, and with the account at the service.",
  limitComplete:
    "That nothing is missing. Apps leave out old, deleted or disappearing messages, and the person chose what to hand over.",
  limitClock:
    "That a clock was right. “Added” times come from the person’s device. Only a time stamp shows that something existed no later than a moment.",
  limitBefore:
    "What happened before a file was added. From then on it is unchanged since, as its hash shows.",
  limitOrder: "The order of events whose times are not exact. timeline.csv marks each of them.",
  limitsAbout: "A hash shows that bytes are unchanged. It does not show:",
  limitsProtected:
    "In this case words are kept and pictures are not. A picture that is spoken of may exist elsewhere; please do not ask the person to send it.",
  limitsPictures: "No picture is shown in this report. A grey box stands for each.",
  glossaryTitle: "Annex D. Words used here",
  glossaryHash:
    "SHA-256: a number computed from a file’s bytes. Change one bit and it is another number.",
  glossarySeal:
    "Seal: the SHA-256 of the list of this bag’s lists. Who knows it knows whether anything in the bag changed.",
  glossaryTamper:
    "Tamper-evident: a change can be seen. It does not mean that a change is impossible.",
  glossaryCustody:
    "Chain of custody: the log of what was done with the exhibits, each entry tied to the one before.",
  glossaryUtc: "UTC: the time by which the world sets its clocks, without zones and summer time.",
  glossaryBag: "Bag: a folder in the BagIt form (RFC 8493), which libraries and archives use.",
  versionsTitle: "Versions",
  versions: "{software}. Format of the bag: 1. Time zone data: {zones}.",
  workplaceAbout:
    "This report holds no messages and no pictures. It says what is threatened, that something may be sent to people here, and what the person asks. The originals stay with the person.",
  workplaceMay: "A message or a picture may be sent to people at this workplace, to do harm.",
  workplaceAsk:
    "Please do not open, forward or answer it. Note when it came and from which account, keep it where it is, and tell the person and one trusted contact.",
  factMay: "What may happen",
  factAsk: "What the person asks",
  sealedAs: "Sealed as",
  viewTitle: "Conversation",
  viewAbout: "Read out of {file}. The original counts; this page only makes it readable.",
  viewNoPictures: "Pictures and recordings are not shown here.",
  boxPresent: "“{name}” is in the original {file}.",
  boxAbsent: "“{name}”: {why}.",
  boxPicture: "A picture or a video is kept here. It is not shown.",
  boxHash: "SHA-256 of the original: {sha256}",
  noText: "(no text)",
  mailFrom: "From",
  mailTo: "To",
  mailSubject: "Subject",
  mailAuthentication: "What the receiving server wrote about the sender",
  mailRemote:
    "{count, plural, one {# picture or style} other {# pictures or styles}} from the internet {count, plural, one {was} other {were}} not loaded.",
  unsignedAbout:
    "This file may change after the seal was made, and proves nothing. The police case number and a receipt can be written here.",
} as const satisfies Readonly<Record<string, string>>;
