/** Making a copy for somebody, and giving it (care.md 22–25). ICU messages. */
export const giveMessages = {
  give_title: "Make a copy for somebody",
  give_lead: "Who is it for? You choose next what goes. Nothing is sent from here.",
  give_to_police: "The police",
  give_to_police_hint:
    "A report to read first, a list by time, and the things that you tick, as they came.",
  give_to_lawyer: "A lawyer",
  give_to_lawyer_hint: "The same: a report, a list by time, and the things that you tick.",
  give_to_ally: "Somebody I trust",
  give_to_ally_hint: "Only what you tick, and always locked. A report to read first.",
  give_to_workplace: "Somebody at work",
  give_to_workplace_hint:
    "Only what is threatened, and a line for each thing. No chats and no pictures go.",
  give_to_platform: "A site or an app",
  give_to_platform_hint: "Only the few things that you tick. Most of them want words in a form.",
  give_to_self: "Myself",
  give_to_self_hint: "All of it, with every picture, to keep in a safe place.",
  give_waiting: "A copy is ready, and not saved yet.",
  give_waiting_do: "Go to the copy",
  give_making_now: "A copy is being made.",
  give_nothing: "Nothing is kept yet, so there is nothing to copy.",

  give_choose_title: "What goes?",
  give_before_police_title: "Could it harm you to go to the police? Look here first",
  give_before_police:
    "What it can cost you to go to the police is not the same in each country: when you are not 18, when your papers are not in order, when who you love is against the law there, or when they keep your phone. We have not checked yours. If one of these worries you, ask a helpline or a lawyer first.",
  give_before_lawyer_title: "What to ask a lawyer first",
  give_before_lawyer: "Ask first what it costs, and if what you tell stays between you.",
  give_before_ally:
    "Whoever keeps proof can be asked about it by the police or in court, and may have to hand it over. Tell them so before you give it. They can stand by you without it, too.",
  give_before_workplace_title: "Could it harm you at work? Look here first",
  give_before_workplace:
    "Somebody at work may talk. We have not checked what your work must do when it hears this. If losing the job or being known worries you, ask a helpline or a lawyer first.",
  give_before_platform_title: "Could it show who you are? Look here first",
  give_before_platform:
    "A notice of copyright gives your name and address to the person who posted. Read each form before you sign. If being known worries you, ask a helpline first.",
  give_before_do: "Ask somebody first",
  give_pictures_not:
    "You don’t need to give the picture itself to anybody. Keep it where it is. The police may ask to look.",
  give_ticked: "{count, plural, =0 {Nothing is ticked} one {One thing} other {# things}} · {size}",
  give_tick_rule_words: "Words are ticked, pictures are not. You decide.",
  give_tick_rule_police:
    "Words are ticked, pictures are not. You decide. What shows the threat helps most, and the page of the person who makes it.",
  give_tick_rule_ally:
    "Nothing is ticked. They need little to stand by you: tick only what they should see.",
  give_tick_rule_none: "Nothing is ticked. Tick the few things that they ask for.",
  give_tick_rule_all:
    "All of it is ticked. This is for showing. It is not a backup: it can’t become your place again.",
  give_order_day: "By day",
  give_order_file: "By file",
  give_no_day: "Over many days, or no day is known",
  give_row_picture: "picture",
  give_row_recording: "recording",
  give_row_may_hold: "may hold pictures",
  give_row_words: "words",
  give_look_do: "Show it",
  give_look_away_do: "Hide it",
  give_all_do: "Tick all of these",
  give_none_do: "Untick all of these",
  give_choose_do: "Go on with these",
  give_out_withdrawn: "You took it back, so it stays here.",
  give_out_picture_locked: "Here we keep only words, so pictures stay here.",
  give_stays: "{count, plural, one {One thing stays here} other {# things stay here}} and why",
  give_stays_unticked: "Not ticked. The copy does not show that it is there.",
  give_stays_private: "Your notes, answers and plan never go. They are only for you.",

  give_copy_title: "How should it go?",
  give_goes:
    "{count, plural, one {One thing goes} other {# things go}}, with {items, plural, one {one entry} other {# entries}}. About {size}.",
  give_goes_work: "Of each thing only a line goes: its kind, its day and its number.",
  give_lock: "Lock the copy?",
  give_lock_words: "Lock it with words",
  give_lock_words_hint:
    "Only who has the words can open it. They also need a free program, “age”, or the page on which copies are checked.",
  give_lock_key: "Lock it with their key",
  give_lock_key_hint:
    "Only they can open it, with the free program “age”. Helpers who do this often have such a key.",
  give_key_label: "Their key",
  give_key_hint:
    "It begins with “age1”. Let them read you its last letters, to be sure that it is theirs.",
  give_lock_plain: "Leave it open",
  give_lock_plain_hint:
    "It opens on any computer. Whoever gets hold of the file can read all that is in it. Hand it over yourself.",
  give_words_title: "Words for this copy",
  give_words_lead: "These four words open the copy, and nothing else. Write them down.",
  give_words_lost:
    "Give the words by another way than the file: by phone, on paper, or face to face.",
  give_words_set: "It will be locked with the words that you have.",
  give_words_change_do: "Choose other words",
  give_make_do: "Make the copy",
  give_making: "Making the copy. Each thing is read again and compared.",
  give_stopped: "You stopped it. No copy was made. All that you keep is still there.",

  give_made_title: "The copy is ready",
  give_made_lead:
    "{count, plural, one {One thing is} other {# things are}} in it, as {count, plural, one {it} other {they}} came. Save it now: it is not kept in your place.",
  give_made_locked: "It is locked with the words that you have.",
  give_made_key: "It is locked with their key. You can’t open it yourself.",
  give_made_plain: "It is not locked. Whoever has the file can read it.",
  give_save_do: "Save the copy",
  give_share_do: "Share it",
  give_saved: "Your browser has it now. Look in your downloads, as {name}.",
  give_shared: "It was handed on.",
  give_share_failed: "It was not handed on. Save it in its place.",
  give_done_do: "Done with this copy",
  give_number_title: "Its check number",
  give_number_why:
    "Write it on paper. If anything in the copy changes, the number changes too. Give it by another way than the file.",
  give_number_called: "In their program it is called the seal.",
  give_say_title: "Words to send with it",
  give_say_label: "You can change them",
  give_say_count: "{count} letters and signs",
  give_say_police:
    "Somebody threatens to share private pictures or things of mine, and wants something from me. I kept the messages.\n\nIn the file: a report to read first (REPORT.html), a list by time, and the things themselves as they came. VERIFY.txt in it tells how your experts can check that nothing was changed.\n{lock}\nThe check number (the seal) comes from me by another way.\n\nPlease ask the site to keep the data of the account. I want to know what happens next. My private pictures are not needed to begin. If you have to look at my phone, please tell me first.",
  give_say_lawyer:
    "Somebody threatens to share private pictures or things of mine, and wants something from me. I want to know what I can do, and what it costs.\n\nIn the file: a report to read first (REPORT.html), a list by time, and the things themselves as they came. VERIFY.txt in it tells how to check that nothing was changed.\n{lock}\nThe check number (the seal) comes from me by another way.\n\nPlease don’t pass it on, and don’t send anything to the other side, before we have talked.",
  give_say_ally:
    "I trust you with this. Somebody threatens to share private things of mine, and I have kept the proof.\n\nIn the file: a report to read first (REPORT.html), and what I chose to show you. Please don’t pass it on, and don’t write to the one who threatens me.\n{lock}\n\nWhoever keeps this can be asked about it in court. If you don’t want that, tell me. That is fine, and you can help me in other ways.",
  give_say_workplace:
    "I want to tell you something, and ask you to keep it to yourself. Somebody threatens me with private things and may write to people at work.\n\nIf a message like that comes: please don’t open what is in it, don’t pass it on, keep it, and tell me. I have done nothing wrong. I have kept the proof.\n\nIn the file is a short report with dates.\n{lock}",
  give_say_platform:
    "An account threatens to share private pictures of me without my consent.\n\nThe account (name and link):\nWhere it happened (link, day and time):\nWhat it wants:\n\nI kept the messages. Please stop the account, take down what it posted of me, and keep its data for the police.",
  give_say_locked:
    "The file is locked. You get the words from me by another way. The free program “age” opens it.",
  give_say_locked_key: "The file is locked with your key. The free program “age” opens it.",
  give_say_open: "The file is not locked. Please keep it where only you can read it.",
  give_phone_title: "If they ask for your phone",
  give_phone:
    "You can ask: Can you copy what you need while I wait? Do you need all of it, or only this chat? When do I get it back? Can I have a paper that says you have it? What you may refuse is not the same in each country: ask a lawyer.",
  give_sign: "Don’t sign a paper about the proof before a lawyer or an officer has read it.",
  give_check_title: "How can they check it?",
  give_check:
    "With programs that come with most computers: VERIFY.txt in the copy has each step. Or with “Check a package somebody gave me” on the first page here.",

  stamp_title: "For later: a time stamp",
  stamp_lead:
    "A time stamp shows that this copy was there before a certain moment. An office for time stamps gives it. Most people don’t need it.",
  stamp_reveals:
    "What goes out is a number made from the copy, and another one drawn by chance. Nothing can be read from them. But who you bring it to sees your internet address, and when you came.",
  stamp_ask_do: "Save the request",
  stamp_asked: "Bring this file to an office for time stamps. Then choose its answer here.",
  stamp_answer_do: "Choose the answer",
  stamp_accepted:
    "{authority} says: this was there no later than {when}. It is noted in your place.",
  stamp_root_unknown:
    "Who stands behind that office was not checked. Whoever checks your copy can do that.",
  stamp_kept: "Keep the answer file too, and give it along with the copy.",
} as const;
