export interface CommandHelp {
  readonly usage: string;
  readonly summary: string;
  readonly text: string;
  readonly options: readonly (readonly [flag: string, text: string])[];
  readonly examples: readonly (readonly [command: string, text: string])[];
}

const passphraseFile = [
  "--passphrase-file <file>",
  "Read the passphrase from a file instead of asking.",
] as const;
const json = ["--json", "Answer as JSON on standard output; words go to standard error."] as const;

/** The help of each command: one record, so that `--help` and docs/cli.md cannot differ. */
export const cliHelp = {
  init: {
    usage: "holdfast init <case> [--pictures all-adult|protected]",
    summary: "Make a new, empty, encrypted case.",
    text: "Makes the folder <case>. Whether everyone in the pictures was 18 or over decides what may be kept; if it is not said here, it is asked at the first picture.",
    options: [
      ["--pictures all-adult", "Everyone in the pictures was 18 or over: pictures can be kept."],
      ["--pictures protected", "Someone was or may have been under 18: only words are kept."],
      passphraseFile,
      json,
    ],
    examples: [["holdfast init my-case --pictures all-adult", "A new case in the folder my-case."]],
  },
  add: {
    usage: "holdfast add <case> <path…> [--origin …]",
    summary: "Keep files or whole folders, exactly as they are.",
    text: "Each file is kept as it is, encrypted, and then read: messages, mails, pictures and their times come onto the timeline. Originals are never changed. A file that Holdfast does not know is kept too.",
    options: [
      [
        "--origin imported",
        "How it came to you: imported, received-export, from-other-person, captured-here.",
      ],
      [
        "--words-only",
        "Keep only the words of chats, mails and archives; leave pictures and recordings where they are.",
      ],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast add my-case fixtures/maya", "Everything in a folder."],
      [
        'holdfast add my-case "WhatsApp Chat with Arlo.zip" --origin received-export',
        "One chat export.",
      ],
    ],
  },
  inspect: {
    usage: "holdfast inspect <path…>",
    summary: "Look at files without keeping anything.",
    text: "Says what each file is, what could be read in it, and what could not. Works without a case.",
    options: [["--location", "Also say where a picture was taken, when the file stores it."], json],
    examples: [["holdfast inspect chat.zip", "What is in it?"]],
  },
  timeline: {
    usage:
      "holdfast timeline <case> [--from DATE] [--to DATE] [--party NAME] [--kind KIND] [--limit N] [--csv|--json]",
    summary: "Everything in the order in which it happened.",
    text: "Times that a phone wrote without a time zone are shown as they stand. Entries whose order is not certain are marked.",
    options: [
      ["--from DATE", "From this day or moment on (2026-03-05 or 2026-03-05T21:14)."],
      ["--to DATE", "Up to and including this day or moment."],
      ["--party NAME", "Only one party of the facts, or one handle as it stands in the source."],
      [
        "--kind KIND",
        "Only one kind: message, call, email, picture, recording, document, web-page, note …",
      ],
      ["--limit N", "How many entries at most (200 if not given; with --csv all)."],
      ["--csv", "As a table that opens safely in a spreadsheet."],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast timeline my-case", "The first 200 entries."],
      [
        "holdfast timeline my-case --from 2026-03-01 --party Arlo --csv > arlo.csv",
        "One person’s messages as a table.",
      ],
    ],
  },
  search: {
    usage: "holdfast search <case> <words…> [--limit N]",
    summary: "Find any message again.",
    text: "Finds words and parts of words in every script. All the words given must be there.",
    options: [["--limit N", "How many places at most (20 if not given)."], passphraseFile, json],
    examples: [["holdfast search my-case friday 400", "Messages with both words."]],
  },
  facts: {
    usage: "holdfast facts <case> [--set facts.json] [--pictures all-adult|protected] [--mistake]",
    summary: "Show or set what you said about the case.",
    text: "Time zone, who is who, demand, deadline, payment. Every fact may stay unanswered.",
    options: [
      ["--set <file>", "Replace the facts by those in a JSON file."],
      [
        "--pictures all-adult|protected",
        "Answer whether everyone in the pictures was 18 or over. With protected, pictures are locked at once and nothing is deleted.",
      ],
      [
        "--mistake",
        "With --pictures all-adult: take back that the case keeps words only, when that answer was a mistake. It asks first.",
      ],
      ["--yes", "With --mistake: do not ask."],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast facts my-case --set facts.json", 'facts.json: {"zone": "America/New_York"}'],
    ],
  },
  words: {
    usage: "holdfast words <case>",
    summary: "Write out the words of what is locked, so that they can be handed over.",
    text: "For a case that keeps words only: the messages and mails that were read before the pictures were locked become a text of their own. Pictures and other files are named in it and not opened. It is on the timeline instead of what is locked, and in every copy. Made by itself when a case becomes one that keeps words only; this makes what is not there yet.",
    options: [passphraseFile, json],
    examples: [["holdfast words my-case", "Write out what can be."]],
  },
  export: {
    usage:
      "holdfast export <case> --out copy.zip [--items ev-…] [--for police|lawyer|ally|workplace|platform|self] [--age-passphrase | --age-recipient R | --plain] [--tsa URL]",
    summary: "Make a copy to hand over that strangers can check.",
    text: "Writes one file with the originals, a report, the timeline, and the lists that ordinary tools can check it with. Encrypted with age unless you say --plain.",
    options: [
      ["--out <file>", "The file to write; it must not exist."],
      [
        "--items ev-482913,ev-190372",
        "Only these: nothing tells the recipient what else there is.",
      ],
      [
        "--for <whom>",
        "police, lawyer, workplace, self; ally (somebody you trust) and platform only with --items.",
      ],
      ["--age-passphrase", "Encrypt with a passphrase (asked, or HOLDFAST_AGE_PASSPHRASE)."],
      ["--age-recipient R", "Encrypt to an age key (age1…)."],
      ["--plain", "Do not encrypt."],
      [
        "--tsa URL",
        "Ask a time-stamp authority: it learns one number made from the copy, your address and the moment.",
      ],
      ["--tsa-root <file>", "The authority’s root certificate (PEM), to check its answer."],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast export my-case --out case.zip --plain --for self", "A full copy, readable."],
      [
        "holdfast export my-case --out for-police.zip.age --items ev-482913 --for police --age-passphrase",
        "One file of the case, encrypted.",
      ],
    ],
  },
  verify: {
    usage: "holdfast verify <bag.zip|folder> [--seal HEX] [--tsa-root PEM]",
    summary: "Check a copy that somebody handed over.",
    text: "Reads every byte and reports every finding with its place. Needs no case and no passphrase, unless the copy is encrypted.",
    options: [
      ["--seal HEX", "The seal from paper: finds even a copy whose manifests were made anew."],
      [
        "--age-passphrase-file <file>",
        "Read the passphrase of an encrypted copy from a file instead of asking.",
      ],
      ["--tsa-root <file>", "A time-stamp authority’s root certificate (PEM)."],
      json,
    ],
    examples: [
      ['holdfast verify case.zip --seal "ab12 cd34 …"', "Check against the seal on paper."],
    ],
  },
  stamp: {
    usage: "holdfast stamp <copy|case> --tsa URL | --tsq OUT | --tsr IN",
    summary: "Have the moment confirmed by a time-stamp authority.",
    text: "For a copy its proof number is stamped, for a case the end of its record. The authority learns one number and never the content.",
    options: [
      ["--tsa URL", "Ask the authority over the network now."],
      ["--tsq OUT", "Only write the request to a file."],
      ["--tsr IN", "Take in an authority’s answer."],
      [
        "--request <file>",
        "The request that --tsq wrote, so that the answer’s number can be compared too.",
      ],
      ["--tsa-root <file>", "The authority’s root certificate (PEM), to check its answer."],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast stamp case.zip --tsq case.tsq", "Write the request; send it from any computer."],
      ["holdfast stamp case.zip --tsr case.tsr --tsa-root root.pem", "Take the answer in."],
    ],
  },
  backup: {
    usage: "holdfast backup <case> --out FILE",
    summary: "Write the whole case into one encrypted file.",
    text: "It opens with the passphrase that the case has today.",
    options: [["--out <file>", "The file to write; it must not exist."], passphraseFile, json],
    examples: [["holdfast backup my-case --out my-case.backup", "Keep it in another place."]],
  },
  restore: {
    usage: "holdfast restore FILE --out <case>",
    summary: "Bring a case back from a backup.",
    text: "Writes a new folder; nothing existing is touched.",
    options: [["--out <folder>", "The new folder for the case."], passphraseFile, json],
    examples: [["holdfast restore my-case.backup --out my-case-again", ""]],
  },
  passphrase: {
    usage: "holdfast passphrase <case> [--cards | --card-file FILE …] [--new-passphrase-file FILE]",
    summary: "Change the passphrase, and all keys with it.",
    text: "Encrypts the whole case anew, so that the old passphrase and old keys open nothing here. The case opens as before until the new one is whole and checked. A copy or a backup that was made earlier still opens with what opened it then; backups are yours to destroy. Needs room for the case a second time.",
    options: [
      passphraseFile,
      ["--new-passphrase-file <file>", "Read the new passphrase from a file instead of asking."],
      ["--cards", "The old passphrase is lost: ask for the words on the cards of your people."],
      ["--card-file <file>", "The words of one card in a file; give it once for each card."],
      json,
    ],
    examples: [
      ["holdfast passphrase my-case", "When somebody may know the old one."],
      ["holdfast passphrase my-case --cards", "When it is lost, with people who have cards."],
    ],
  },
  shares: {
    usage: "holdfast shares <case> --people N --enough N --out <folder> | --take-back",
    summary: "Cards for people you trust, who can open the case together.",
    text: "Writes one page for each person, with sixteen words and a square for a camera. Print them, hand them out, and delete the folder. Enough people together can open the case without you, and one alone can open nothing: choose people who would not do that, and who do not all live together. The pages say nothing of what the case is about. Lost cards are taken back and given anew; a copy of the case that somebody made before still opens with the old ones.",
    options: [
      ["--people N", "How many cards: 2 to 15."],
      ["--enough N", "How many of them open the case together: 2 or more."],
      ["--out <folder>", "The new folder for the pages."],
      ["--take-back", "The cards that were given out open nothing any more."],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast shares my-case --people 3 --enough 2 --out cards", "Any two of three people."],
      ["holdfast shares my-case --take-back", "When a card is lost."],
    ],
  },
  erase: {
    usage: "holdfast erase <case> <ev-…> | --locked",
    summary: "Delete something for good.",
    text: "Destroys its key, its bytes and every word read from it. The record stays whole and says only that something was removed.",
    options: [
      ["--locked", "Everything that is locked in a case that keeps words only."],
      ["--yes", "Do not ask again."],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast erase my-case ev-190372", "One file."],
      ["holdfast erase my-case --locked", "All pictures of a case that keeps words only."],
    ],
  },
  assess: {
    usage: "holdfast assess [<case>] [--text FILE | --eml FILE] [--facts facts.json] [--json]",
    summary: "What kind of threat it is, and why.",
    text: "Reads the words of a threat on this computer, by fixed rules, and says what they look like, what is wanted, and what led to that, with the exact words. It gives no chances in numbers, and it can be wrong. Of a case it reads what those wrote who threaten (or, if nobody was named, everybody but you), and what you answered before.",
    options: [
      ["--text FILE", "A text with the threat in it; - reads it from a pipe."],
      ["--eml FILE", "A mail as it was saved."],
      [
        "--facts FILE",
        "What you know, as JSON; every key can stay away. It counts more than what the case knows.",
      ],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast assess --text threat.txt", "What is this?"],
      [
        "holdfast assess --eml mail.eml --facts facts.json",
        'With what you know: {"who": "stranger", "paid": false}',
      ],
      ["holdfast assess my-case", "Of everything that is kept."],
    ],
  },
  plan: {
    usage: "holdfast plan [<case>] [--facts facts.json] [--text FILE | --eml FILE] [--json]",
    summary: "What to do now, today and this week, in an order that is safe.",
    text: "Makes a list of small tasks out of what is known, each with why, how long it takes, whether the other person may notice it, whether something may be gone afterwards, and what leaves the device. What has to come first comes first. Nothing in it has to be done.",
    options: [
      ["--facts FILE", "What you know, as JSON; every key can stay away."],
      ["--text FILE", "A text with the threat in it; - reads it from a pipe."],
      ["--eml FILE", "A mail as it was saved."],
      passphraseFile,
      json,
    ],
    examples: [
      ["holdfast plan my-case", "Of everything that is kept."],
      ["holdfast plan --facts facts.json --text threat.txt", "Without a case."],
    ],
  },
  serve: {
    usage: "holdfast serve [--port 4173]",
    summary: "Serve the app on this computer, for this computer alone.",
    text: "Goes on until Ctrl-C. The app keeps what it keeps in the browser, and never sees a case of the command line. A browser keeps apart what it has kept under another port.",
    options: [
      ["--port <number>", "Where to answer; when that is taken, the next free one."],
      ["--open", "Open it in a browser, where there is a desktop."],
      json,
    ],
    examples: [["holdfast serve", "The app is at http://localhost:4173/"]],
  },
} as const satisfies Record<string, CommandHelp>;

export type CommandWithHelp = keyof typeof cliHelp;
