/**
 * The card that somebody trusted keeps: one part of what opens a case. It says nothing of what the case is about, to
 * whoever finds it. Reading level: grade 5. ICU messages.
 */
export const sharePageMessages = {
  title: "Card {number} of {count}",
  lead: "Somebody who trusts you gave you this. Please keep it safe, and show it to nobody.",
  words: "The words",
  square: "The same words, for a camera",
  what: "What it is",
  whatWords:
    "It is one part of a key. Any {threshold} of the {count} cards open something together that belongs to the one who gave you this. This card alone opens nothing.",
  asked: "When you are asked for it",
  askedFirst:
    "Speak to the person first, face to face or by voice. Be sure that it is them, and that nobody makes them ask.",
  askedThen:
    "Then read the words to them, one by one, in their order. Or let them scan the square.",
  not: "Please do not",
  notPicture: "take a picture of it, or send it to anybody.",
  notType: "type it into anything but what the person shows you.",
  notTogether: "keep it in one place with another card.",
  lost: "If you lose it, or somebody saw it",
  lostWords: "Tell the person. They can take all cards back and give out new ones.",
  pressed:
    "If somebody presses you to hand it over, you come first. Give it, and tell the person as soon as you can.",
  madeOn: "Made on {day}.",
} as const;
