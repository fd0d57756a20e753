/** What stands between the words of a locked chat, once they are written out. ICU messages. */
export const lockedWordsMessages = {
  head: "The words of “{name}”, written out by Holdfast as it had read them.\nPictures, recordings and other files are only named here; none of them is in this text.",
  time_not_known: "time not known",
  picture: "(a picture, not in here: {name})",
  recording: "(a recording, not in here: {name})",
  file: "(a file, not in here: {name})",
} as const;
