/**
 * What can be said, whatever the language: the indicators are made of these, and content/words says how each language says
 * them. "I" is whoever wrote the text, "you" whoever got it. Each has one example in English.
 */
export const meaningExamples = {
  // What they claim to have done.
  "claims-hack": "I hacked your device; I have full access to your account",
  malware: "trojan, spyware, virus, RAT, keylogger, exploit, Pegasus",
  "claims-recording": "I recorded you; my software turned on your camera; I made a video of you",
  webcam: "webcam, front camera",
  "adult-sites": "porn site, adult website, pleasuring yourself",
  "split-screen": "the left half shows the video that you watched, the right half shows you",
  "contacts-stolen": "I copied all your contacts, from your mail, Messenger and social networks",
  "own-address": "I sent you this mail from your own account; look at the sender",
  "watched-long": "I have been watching you for months; I know everything about you",
  "password-quote": "your password is …; … is your password",
  "password-changes-useless": "changing your password or reinstalling your system will not help",
  "no-reply": "do not reply, this address is not real; you cannot contact me",
  "cannot-be-traced": "I cannot be traced; do not try to find me; police cannot help you",
  "not-personal": "it is only business; nothing personal; you are not my only victim",
  "timer-on-opening": "the time starts when you open this message; I get a notice that you read it",
  "sample-offer": "reply yes and I send it to nine of your contacts",
  "home-address-known": "I know where you live, here is your address; a photo of your house",
  // What they have and show.
  "has-pictures": "I have your pictures; I have your nudes; I have our video",
  "shows-picture": "look at the attached picture of you; here is a piece of the video",
  "shows-contacts": "here is a screenshot of your followers; I have the list of all your friends",
  "ai-made": "a fake nude that I made with AI; deepfake; I put your face on it",
  "account-taken": "I changed your password; I am in your account; you are locked out",
  "saw-private": "I read your chats; I saw it in your cloud, in your gallery",
  // What they say they will do.
  "will-send": "I will send, post, publish, leak, upload, show it",
  contacts: "your family, friends, followers, colleagues, everybody you know",
  "to-work": "your boss, your employer, your company, HR",
  "ruin-life": "I will ruin your life; your life is over; you will regret it",
  "already-sent": "I have already sent it to your sister; it is online now; look at what I posted",
  "will-delete": "I will delete everything; you will never hear from me again",
  violence: "I will hurt you, kill you, beat you; acid; I will come for you",
  "outside-now": "I am outside your house; I am on my way to you",
  "has-key": "I still have your key",
  // What they want.
  "pay-me": "pay me; send the money; transfer 500",
  "pay-again": "one last payment; thank you for the money, now 200 more; you still owe",
  paid: "I paid them already; you paid (said of money that has gone)",
  crypto: "bitcoin, wallet, USDT",
  "gift-card": "gift card, Steam card, iTunes code",
  "cash-app": "Cash App, Venmo, Zelle, Western Union, MoneyGram",
  "mobile-money": "Easypaisa, JazzCash, M-Pesa, GCash, UPI, Pix",
  "bank-transfer": "bank transfer, IBAN, account number",
  "want-pictures": "send me more pictures; send nudes; send another video",
  "want-live": "turn on your camera; come on video call and undress",
  "want-sex": "sleep with me; spend a night with me",
  "want-meeting": "meet me; come to the hotel; come to my place alone",
  "want-silence":
    "do not tell anyone; drop the case; withdraw the complaint; do not go to the police",
  "want-relationship": "come back to me; do not leave me; unblock me; leave him; marry me",
  "want-job": "resign; take back the report; give me the contract; change the shift",
  "want-service": "do what I say; you will do me a favour; be my slave",
  // Time.
  deadline: "within 48 hours; you have two days; until midnight; by Friday",
  "at-once": "now, right now, immediately, last warning, last chance",
  // Who they are.
  "was-together":
    "when we were together; you left me; after you broke up with me; our years; my ex",
  jealous: "if I see you with him; your new boyfriend; you cheated on me",
  "shared-home": "the children, custody, divorce, our house, my wife, my husband",
  "know-in-life": "see you at school; your cousin; we are neighbours; I know your family",
  "met-online": "we met on the app; you added me; after our video call",
  "at-work": "our office, the shift, your manager, my team, the contract, the company",
  "fake-authority": "this is officer …; cyber police; I am her father; a warrant; pay the fine",
  "recovery-offer": "we can delete the video; hire a hacker; recover your money for a fee",
  // Age.
  minor: "I am 15; she is underage; you are a minor; 9th grade",
  // Life in danger.
  "self-harm-own": "I want to die; I cannot go on; I will end my life",
  "self-harm-urged": "kill yourself; you should die",
  "self-harm-threat": "I will kill myself if you leave",
  // The voice of whoever tells of it.
  "reports-general":
    "scammers claim; criminals; these emails; sextortion is; victims; phishing campaign",
  "advises-reader":
    "if you receive; report it to; do not pay; forward the mail to; contact the police; our advice",
  "tells-story":
    "he threatens me; she said that she will send my pictures; someone is blackmailing me",
  "ordinary-mail":
    "unsubscribe, invoice, order number, newsletter, warranty, subscription, privacy policy",
} as const;

export type Meaning = keyof typeof meaningExamples;

const isMeaning = (text: string): text is Meaning => Object.hasOwn(meaningExamples, text);

export const meanings: readonly Meaning[] = Object.keys(meaningExamples).filter(isMeaning);
