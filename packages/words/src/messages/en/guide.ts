/**
 * What the assessment and the plan say, on the screen and in the terminal. ICU messages. One key for each code of
 * `@holdfast/guide`: whoever says `scenario_${scenario}` does not compile while a sentence is absent.
 *
 * Step 1: read while shaking, so at grade 5 (`npm run reading-age`). Never a number for how likely something is.
 */
export const guideMessages = {
  // What it looks like
  "scenario_mass-bluff":
    "This looks like a mail that was sent to thousands of people. Mails like this say that there is a video, and show none.",
  "scenario_money-stranger":
    "This looks like a stranger who wants money. People like this do it to many at a time.",
  "scenario_content-coercion":
    "This looks like somebody who wants more pictures, or more than pictures.",
  "scenario_partner-or-ex":
    "This looks like somebody who is close to you, or who was close to you once.",
  scenario_acquaintance:
    "This looks like somebody you know, or somebody who knows people around you.",
  scenario_intruder: "This looks like somebody who got into your account or your phone.",
  scenario_workplace: "This looks like somebody from your work.",
  scenario_synthetic: "This looks like a picture that was made with AI to scare you.",
  "scenario_already-shared": "This looks like something that was sent or posted already.",
  scenario_unclear:
    "It is not clear yet what this is. The steps below are safe in any case. You lose nothing by taking them.",

  // The same in a few words, for a list
  "short_mass-bluff": "a mail sent to thousands",
  "short_money-stranger": "a stranger who wants money",
  "short_content-coercion": "somebody who wants more pictures",
  "short_partner-or-ex": "somebody close, now or once",
  short_acquaintance: "somebody you know",
  short_intruder: "somebody in your account or phone",
  short_workplace: "somebody from work",
  short_synthetic: "a picture made with AI",
  "short_already-shared": "something sent or posted already",

  // How sure that is
  certainty_clear: "Many signs say so.",
  certainty_likely: "Some signs say so. It is not sure.",
  certainty_unclear: "There are too few signs, or they do not fit together.",

  // What comes before everything else
  "gate_self-harm":
    "You count more than any of this. Please text or call somebody now. One line is enough.",
  gate_danger: "If somebody may hurt you, get safe first. All the rest can wait.",
  gate_minor:
    "Somebody is or was under 18. Then keep the words and not the pictures. There is help made for this.",
  "gate_already-shared":
    "Something may be out there. You can ask for it to be taken down now, and you do not have to do it alone.",
  gate_paid:
    "Money has gone. Ring your bank or card now. They can stop it best in the first hours.",
  "gate_watched-device":
    "Somebody may see what you do on this phone. Use another one for this, if you can.",
  "gate_meeting-demanded":
    "They want to meet you or see you live. You do not have to go. You do not have to turn on a camera.",

  // What stands behind the threat
  "credibility_claim-only": "So far these are words. They have shown nothing.",
  "credibility_proof-shown": "They have shown that they have something real.",
  "credibility_acted-before": "They have done more than talk.",
  credibility_unknown: "Nobody can tell yet what they really have.",

  // How soon something is worth doing, for the person's sake
  urgency_now: "A few things are good to do now.",
  urgency_today: "A few things are good to do today.",
  urgency_days: "The next days are soon enough.",
  urgency_none: "Nothing has to be done in a hurry.",

  // What they want, in a list
  demand_money: "money",
  demand_pictures: "pictures or videos",
  "demand_live-video": "to see you on a camera",
  demand_sex: "sex",
  demand_meeting: "to meet you",
  demand_silence: "that you tell nobody",
  demand_relationship: "that you stay or come back",
  demand_job: "something at your work",
  demand_other: "something else",
  demand_sum: "money ({sum})",

  // Where the money is to go
  payment_bitcoin: "Bitcoin",
  payment_ethereum: "Ethereum",
  payment_litecoin: "Litecoin",
  payment_monero: "Monero",
  payment_tron: "Tron",
  payment_iban: "a bank account",
  "payment_cash-app": "Cash App",
  payment_paypal: "PayPal",
  payment_pix: "Pix",
  payment_upi: "UPI",
  payment_easypaisa: "Easypaisa",
  payment_jazzcash: "JazzCash",
  payment_mpesa: "M-Pesa",
  "payment_gift-card": "a gift card",
  payment_other: "another way to pay",

  // The letter
  letter_fits_too: "It could be this too: {list}.",
  letter_they_want: "They want: {list}.",
  letter_pay_to: "The money is to go to:",
  letter_address_wrong: "{network}: {value} (something in this address is not right)",
  letter_address: "{network}: {value}",
  letter_deadline:
    "They say “{quote}”. That is there to rush you. It is not your clock, and you can take your time.",
  letter_reach: "They can be found at:",
  letter_why: "Why we think so",
  letter_quote: "They write: “{quote}”",
  letter_you_said: "You said it.",
  letter_who_says: "Where we know this from: {source}",
  letter_not_checked: "(not yet checked by a person)",
  letter_judged:
    "This was worked out on this device by fixed rules. It can be wrong. You know more than it does.",
  letter_ask: "One question would help most:",
  letter_pressing: "Before all else",
  "ask_met-in-person": "Have you ever met in real life?",
  ask_safe_now:
    "Until you know, do what is safe. Do not answer, and do not pay. Keep what they wrote. Mute, but do not block. Tell one person.",

  // Whom to ask
  help_emergency:
    "In danger now: {number}{checked, select, yes {} other { (not yet checked by a person)}}",
  help_line: "{name}: {reach}{checked, select, yes {} other { (not yet checked by a person)}}",
  reach_text: "text {number}",
  reach_text_word: "text {word} to {number}",
  reach_call: "call {number}",
  reach_whatsapp: "WhatsApp {number}",

  // When a task is for
  when_now: "Now",
  when_today: "Today",
  when_week: "This week",
  when_later: "When it is quiet",

  // A task
  task_minutes: "{count, plural, one {# minute} other {# minutes}}",
  task_after: "After: {list}",
  task_noticed: "They may see that you did this.",
  task_loses: "Something may be gone after this. Keep it first, if you want it.",
  task_leaves: "This goes out from you: {what}",
  task_needs: "You need: {what}",
  plan_lead: "One thing at a time. You can leave out any of them.",
  plan_nothing: "There is nothing that you have to do now.",
  plan_differ: "Here good advice does not agree:",
  plan_says: "{who}: {what}",
  plan_we_take: "We go with this: {what}",

  // What a new answer changed in the plan
  change_added: "New: {title} {why}",
  change_removed: "You do not need this any more: {title}",
  change_sooner: "Sooner than before: {title}",
  change_later: "This can wait longer: {title}",
  "change_now-after": "Something else comes first now: {title}",
} as const;

export type GuideMessageCode = keyof typeof guideMessages;
