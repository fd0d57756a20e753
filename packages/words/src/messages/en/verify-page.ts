/** The offline page on which police, lawyers and experts check a case bag. ICU messages. */
export const verifyPageMessages = {
  title: "Check a case bag",
  lead: "Find out whether the files that you were given are unchanged. Nothing leaves this device: the page asks the network for nothing.",
  dropTitle: "Drop the file here",
  dropHint: "A .zip, a .zip.age, or the unpacked folder",
  chooseFile: "Choose a file",
  chooseFolder: "Choose a folder",
  optionsTitle: "I have the seal, or a certificate that I trust",
  sealLabel: "Seal",
  sealHint: "64 characters from paper, in groups of four. Spaces do not matter.",
  rootsLabel: "Trusted root certificates of time stamps",
  rootsHint: "PEM text, from “BEGIN CERTIFICATE” on. Get it from the authority’s own site.",
  aboutTitle: "What this check shows, and what it does not",
  aboutShows:
    "It computes the hash of every file and compares it with the lists in the bag, follows the custody log from entry to entry, and checks seal and time stamps. That shows whether anything was changed, added, removed or renamed.",
  aboutShowsNot:
    "It does not show who wrote a message, that a screenshot is genuine, that nothing is missing, or that a clock was right.",
  aboutTools:
    "You need not trust this page. VERIFY.txt in the bag has the same steps for programs that come with your computer.",

  unlockTitle: "This bag is locked",
  unlockPassphraseLead:
    "{name} is encrypted with a passphrase. The person who gave it to you has it.",
  unlockKeyLead: "{name} is encrypted for a key. Paste the secret key that belongs to it.",
  passphraseLabel: "Passphrase",
  passphraseShow: "Show the passphrase",
  keyLabel: "Secret key",
  keyHint: "The line that begins with AGE-SECRET-KEY-",
  unlock: "Open and check",
  unlocking: "Opening. This takes a few seconds, on purpose: it slows down guessing.",
  unlock_wrong_key:
    "That does not open it. Check capitals and spaces, and try again. Nothing is lost.",
  unlock_damaged: "The file is damaged or was not copied to its end. Ask for it again.",
  unlock_too_costly:
    "This file asks for more memory than a page may use. Use the program “age” to open it.",
  unlock_armored: "This is the text form of an encrypted file. Ask for the .zip.age file itself.",
  otherFile: "Choose something else",

  progressTitle: "Checking {name}",
  progressPreparing: "Reading the list of files.",
  progressBytes: "{done} of {total}",
  cancel: "Stop",
  cancelled: "Stopped, as you asked. Nothing was changed.",

  verdictLabel: "Result",
  factsTitle: "What was checked",
  factName: "Name",
  factKind: "Kind",
  kindFull: "Full bag",
  kindDisclosure: "Copy for somebody, made from a full bag",
  factExtent: "Extent",
  extent:
    "{files, plural, one {# file} other {# files}}, {size}, {exhibits, plural, =0 {no exhibits} one {# exhibit} other {# exhibits}}",
  factCustody: "Custody log",
  custody:
    "{entries, plural, one {# entry} other {# entries}}, {opened, plural, =0 {none} other {#}} opened here",
  factSeal: "Seal of this bag",
  factParentSeal: "Seal of the full bag",
  factStamp: "Time stamp",
  stamp: "{stampedAt}, by {authority}",
  stampRootKnown: "leads to {root}, which you trust",
  stampRootUnknown: "leads to {root}, which you have not named as trusted",
  stampNotAccepted: "does not fit",

  findingsTitle: "What was found",
  findingsNone: "Nothing to remark.",
  faults:
    "{count, plural, =0 {Everything that could be checked fits.} one {# place does not fit.} other {# places do not fit.}}",
  findingWhere: "{path}",
  findingLine: "line {line}",
  findingEntry: "entry {seq}",
  details: "Details for experts",
  detailCode: "Code",
  showAll: "Show all {count}",

  compareTitle: "Compare with the seal",
  compareLead:
    "The seal is on paper, or was told to you by another way than the bag. Type it here.",
  compare: "Compare",
  rootsTitle: "Trust a root certificate",
  rootsCheck: "Check again with it",
  saveZip: "Save the opened zip",
  saveZipHint: "The saved file is no longer encrypted.",
  saving: "Saving: {done} of {total}",
  saved: "Saved.",
  saveFailed: "It could not be saved: {reason}",
  saveReport: "Save this result as text",
  another: "Check another bag",

  errorTitle: "This could not be checked",
  error_cannot_read: "The file could not be read: {reason}. Copy it to this device and try again.",
  error_nothing_chosen: "No file was found in what was dropped. Try the buttons instead.",
  error_unexpected: "Something went wrong in this page: {reason}. The bag itself was not changed.",
} as const satisfies Readonly<Record<string, string>>;
