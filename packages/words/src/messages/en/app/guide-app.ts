/**
 * The guide in the app: what is asked, the letter, and the plan. ICU messages; one `guide_q_`, `guide_why_` for each question
 * and one `guide_a_` for each of its answers. Step 1: grade 5. Care rule 8: consequences are asked, never identity.
 */
export const guideAppMessages = {
  // Where the guide begins
  guide_line_do: "What is this, and what do I do?",
  guide_line_hint: "A few questions. You can skip each of them.",
  guide_line_again_do: "What this looks like",
  guide_line_again_hint: "The letter about your threat, and why it says so.",
  guide_text_title: "What did they write?",
  guide_text_lead:
    "Paste their words here, if you can. They stay on this device. You can leave it empty.",
  guide_text_label: "Their words",
  guide_text_kept_label: "Read what I kept, too",
  guide_text_kept_hint: "Only the words of chats and mails. No picture is looked at.",
  guide_text_go_do: "Go on",
  guide_text_none_do: "I have no words from them",
  guide_only_for_you:
    "This is only for you. It goes into no copy. If a court or the police take your phone, they might read it.",

  // The questions
  guide_ask_why: "Why do you ask?",
  guide_ask_unknown_do: "I don’t know",
  guide_ask_skip_do: "Skip",
  guide_ask_letter_do: "Show me what you think so far",
  guide_ask_go_do: "Go on",
  guide_ask_many: "You can choose more than one.",
  guide_ask_none_do: "None of these",
  guide_ask_country_label: "Country",
  guide_ask_country_none: "I’d rather not say",

  guide_q_role: "Who are you helping?",
  guide_why_role: "What helps most is not the same for a parent, a teacher and a friend.",
  guide_a_role_parent: "My child",
  guide_a_role_teacher: "A pupil or student",
  guide_a_role_friend: "A friend, or somebody I love",
  guide_a_role_advocate: "Somebody who came to me for help, as my work",
  guide_a_role_self: "Myself",

  guide_q_danger: "Are you in danger right now?",
  guide_why_danger: "If somebody may hurt you, that comes before all the rest.",
  guide_a_danger_yes: "Yes",
  guide_a_danger_no: "No",

  guide_q_deviceWatched: "Could somebody who scares you see this phone?",
  guide_why_deviceWatched: "Then some steps are not safe on it, and we put others first.",
  guide_a_deviceWatched_yes: "Yes, that could be",
  guide_a_deviceWatched_no: "No",

  guide_q_age: "How old are you?",
  guide_why_age:
    "There is help made for people under 18, and it is strong. You are not in trouble.",
  "guide_a_age_under-18": "Under 18",
  guide_a_age_adult: "18 or older",

  guide_q_who: "Who is the person threatening you?",
  guide_why_who:
    "A stranger, somebody from home and somebody at work act in other ways. So the safe steps are not the same.",
  guide_a_who_stranger: "Somebody I only know online, or not at all",
  guide_a_who_partner: "My partner",
  guide_a_who_ex: "Somebody I used to be with",
  guide_a_who_acquaintance: "Somebody I know",
  guide_a_who_family: "Somebody in my family",
  guide_a_who_colleague: "Somebody at work",

  guide_q_channel: "Where did they write to you?",
  guide_why_channel: "Mails of this kind are often sent to thousands. A chat is not.",
  guide_a_channel_instagram: "Instagram",
  guide_a_channel_whatsapp: "WhatsApp",
  guide_a_channel_snapchat: "Snapchat",
  guide_a_channel_telegram: "Telegram",
  guide_a_channel_facebook: "Facebook or Messenger",
  guide_a_channel_email: "By mail",
  guide_a_channel_sms: "Text message",
  guide_a_channel_call: "On the phone",
  guide_a_channel_tiktok: "TikTok",
  guide_a_channel_discord: "Discord",
  guide_a_channel_letter: "On paper",

  guide_q_proof: "What have they shown you?",
  guide_why_proof: "Words alone are cheap. Something real changes what to do first.",
  guide_a_proof_none: "Nothing. They only say it.",
  "guide_a_proof_real-private": "A real private picture, video or chat of mine",
  "guide_a_proof_public-only": "Only things that anybody can find of me",
  guide_a_proof_synthetic: "A picture that was made with AI, or is not me",

  guide_q_picturesExist: "Could they have something private of you?",
  guide_why_picturesExist:
    "If there is nothing, they cannot send it. You don’t have to say what it is.",
  guide_a_picturesExist_yes: "Yes",
  guide_a_picturesExist_no: "No, there is nothing",
  guide_a_picturesExist_unsure: "Maybe",

  guide_q_sharedWhere: "Was anything sent or posted already?",
  guide_why_sharedWhere:
    "If it is out, there are ways to have it taken down. They are quickest when used soon.",
  guide_a_sharedWhere_no: "No",
  guide_a_sharedWhere_claims: "They say so. I have not seen it.",
  guide_a_sharedWhere_private: "Yes, to one or a few people",
  guide_a_sharedWhere_group: "Yes, in a group",
  guide_a_sharedWhere_public: "Yes, where anybody can see it",
  guide_a_sharedWhere_work: "Yes, to my work",
  guide_a_sharedWhere_school: "Yes, to my school",

  guide_q_gave: "Did you give them anything?",
  guide_why_gave:
    "It was meant to make you do so, and many did. Some of it can be stopped, and soon is best.",
  guide_a_gave_money: "Money, or a gift card",
  "guide_a_gave_id-document": "A picture of my passport or ID",
  "guide_a_gave_bank-login": "A login for my bank",
  guide_a_gave_account: "A login for another account",
  "guide_a_gave_received-money": "They sent money through my account",

  guide_q_passwordQuoted: "Does the mail have a password of yours in it?",
  guide_why_passwordQuoted:
    "Old passwords are in lists that are sold. It does not mean that they are in your computer.",
  guide_a_passwordQuoted_none: "No",
  guide_a_passwordQuoted_old: "Yes, an old one",
  guide_a_passwordQuoted_current: "Yes, one that I still use",

  guide_q_accountChanges: "Has something changed in your accounts that you did not do?",
  guide_why_accountChanges: "A new login or a lost account can mean that somebody is in there.",
  guide_a_accountChanges_yes: "Yes",
  guide_a_accountChanges_no: "No",

  guide_q_meetingDemanded: "Do they want to meet you, or see you live?",
  guide_why_meetingDemanded:
    "You don’t have to go, and you don’t have to turn on a camera. We put that first then.",
  guide_a_meetingDemanded_yes: "Yes",
  guide_a_meetingDemanded_no: "No",

  guide_q_ageInPictures: "Was everyone in the pictures 18 or over?",
  guide_why_ageInPictures:
    "If not, the pictures must not be copied, and there is help made for this.",
  "guide_a_ageInPictures_all-adult": "Yes, everyone",
  "guide_a_ageInPictures_some-under-18": "No, or maybe not",

  guide_q_holds: "What do they have, or say they have?",
  guide_why_holds:
    "Other forms and other laws are for other things. You don’t have to say more than this.",
  "guide_a_holds_intimate-picture": "A picture or video with no clothes, or of sex",
  "guide_a_holds_ordinary-picture":
    "A picture that would be fine for others, and is not for my people",
  guide_a_holds_chat: "What I wrote",
  "guide_a_holds_call-recording": "A video call that was filmed",
  "guide_a_holds_identity-or-status": "Something about who I am",
  "guide_a_holds_work-content": "Something from my work",
  "guide_a_holds_nothing-shown": "They never said what it is",

  guide_q_toldOthers: "Have they told anybody, or shown it to anybody?",
  guide_why_toldOthers: "Whoever was told by them can save it as proof for you.",
  guide_a_toldOthers_yes: "Yes, they have",
  guide_a_toldOthers_no: "No, not that I know",

  guide_q_tellFamily: "What would happen if your family knew?",
  guide_why_tellFamily: "So that we never send you to somebody who would harm you.",
  guide_a_tellFamily_ok: "It would be hard, and all right in the end",
  guide_a_tellFamily_undecided: "I don’t want that now",
  guide_a_tellFamily_dangerous: "It would be dangerous for me",

  guide_q_beingKnown: "What would happen if this came out?",
  guide_why_beingKnown:
    "In some places that alone can put somebody at risk. Then we leave out steps that make noise.",
  guide_a_beingKnown_ok: "It would hurt, and I would be safe",
  guide_a_beingKnown_dangerous: "I would not be safe",

  guide_q_police: "And the police?",
  guide_why_police: "It is your choice. If you say no, we don’t bring it up again.",
  guide_a_police_ok: "I would go to them",
  guide_a_police_undecided: "I don’t know yet",
  guide_a_police_no: "No",

  guide_q_workLink: "Does this have to do with your work?",
  guide_why_workLink: "Things on a work phone or a work account can be seen there.",
  guide_a_workLink_yes: "Yes",
  guide_a_workLink_no: "No",

  guide_q_country: "Which country are you in?",
  guide_why_country:
    "For the right numbers, and for what the law says there. It stays on this device.",

  // What was told
  guide_answers_title: "What you told me",
  guide_answers_lead: "Change any of it. What we think of it changes, too.",
  guide_answers_none: "You have not told me anything yet.",
  guide_answers_open: "not answered",
  guide_answers_passed: "skipped",
  guide_answers_words: "Their words",
  guide_answers_words_there: "{count, plural, one {one letter} other {# letters}} pasted",
  guide_answers_words_kept: "what you kept is read, too",
  guide_answers_away_do: "Throw these answers away",
  guide_answers_away_title: "Throw them away?",
  guide_answers_away:
    "Your answers, the letter and the ticks of the plan go, without a trace. What you kept stays.",
  guide_answers_away_yes_do: "Throw them away",
  guide_answers_away_no_do: "Leave them",
  guide_answers_more_do: "Answer a few more",

  // The letter
  guide_letter_title: "What this looks like",
  guide_letter_thinking: "One moment. I am reading.",
  guide_letter_first: "Before all else",
  guide_letter_wants: "What they want",
  guide_address_wrong: "(something in it is not right)",
  guide_letter_reasons: "Why we think so ({count, plural, one {one reason} other {# reasons}})",
  guide_letter_no_reasons: "Nothing was told yet that points one way.",
  guide_reason_words: "They write:",
  guide_reason_fact: "You said:",
  guide_reason_open_do: "Show where that stands",
  guide_reason_source: "Where we know this from",
  guide_letter_plan_do: "What do I do now?",
  guide_letter_answers_do: "What you told me",
  guide_letter_more_do: "Answer a few more questions",
  guide_letter_failed: "It did not work this time.",
  guide_letter_left_out:
    "{count, plural, one {The oldest message was} other {The # oldest messages were}} too much to read.",
  guide_letter_not_kept:
    "These answers are on this page only. Make your place, and they stay with you.",
  guide_letter_keep_do: "Keep my answers",
  guide_self_harm_do: "If you think of hurting yourself",
  guide_self_harm_hint: "Somebody is there now. Nobody has to know why you write.",
  guide_letter_failing: "Your last answer could not be written down. It is on this page only.",
  guide_letter_no_hack:
    "Nobody can hack it back or delete it for money. Anyone who offers is another thief. Real help is free.",

  // The plan
  guide_plan_title: "One thing at a time",
  guide_plan_home_do: "What to do now",
  guide_plan_home_hint: "One thing at a time, and what comes next.",
  guide_plan_safe_none: "You are not alone with this. Take the time that you need.",
  guide_plan_safe_some:
    "{count, plural, one {One thing is} other {# things are}} done. That stays done.",
  guide_plan_all_done: "That is all for now. You did it. Come back when something changes.",
  guide_plan_done_do: "Done",
  guide_plan_later_do: "Not now",
  guide_plan_never_do: "Not for me",
  guide_plan_why: "Why",
  guide_plan_group: "{when} ({count, plural, one {one more} other {# more}})",
  guide_plan_waits: "Waits for: {list}",
  guide_plan_done_title: "Done ({count})",
  guide_plan_aside_title: "Not for me ({count})",
  guide_plan_undo_do: "Put it back",
  guide_plan_changed_title: "Something changed, because of what you told me",
  guide_plan_changed_ok_do: "I see",
  guide_plan_quiet: "They can not see that you do this.",
  guide_plan_safe_evidence: "Nothing is lost by it.",
  guide_plan_stays: "Nothing leaves this device.",
  guide_plan_go_keep_do: "Keep something",
  guide_plan_go_coach_do: "Show me how to save a chat",
  guide_plan_go_talk_do: "Numbers to text or call",
  guide_plan_go_give_do: "Make a copy for somebody",
  guide_plan_go_breath_do: "Take a breath first",
  guide_plan_go_tell_do: "Help me begin",
  guide_plan_go_reply_do: "Look at my words before I send them",
  guide_plan_go_home_do: "Go to my place",
  guide_plan_empty: "Answer a few questions, and there will be a plan here.",
  guide_plan_start_do: "Start",
  guide_plan_judged_fold: "Where advice does not agree",
  guide_plan_before_report:
    "Reporting can make a chat vanish. Saving takes two minutes. You can also stop it now; that is a good choice too.",

  // A breath
  breath_title: "Take a breath",
  breath_lead: "You can stop at any time. Nothing is counted.",
  breath_in: "In",
  breath_out: "And out, slowly",
  breath_words:
    "Breathe in while you count to four. Breathe out while you count to six. Do it as often as you like.",
  breath_see_title: "Or look around you",
  breath_see:
    "Find five things that you can see. Four that you can touch. Three that you can hear. Two that you can smell. One that you can taste.",
  breath_back_do: "Go back",
  breath_help_do: "Text or call somebody now",
  breath_do: "Too much? Take a breath",
} as const;
