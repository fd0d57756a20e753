/** The first two minutes (care.md 10–12). Reading level: grade 5. ICU messages. */
export const arriveMessages = {
  arrive_title: "This is not your fault.",
  arrive_lead: "Don’t pay. Don’t answer. You have time.",
  arrive_start_do: "Show me what to do",
  arrive_start_hint: "It takes two minutes. You can stop at any time.",
  arrive_talk_do: "Talk to somebody now",
  arrive_look_do: "Look around first",
  arrive_open_do: "Open my place",
  arrive_check_do: "Check a package somebody gave me",
  arrive_private: "It all stays on this phone. No account. Nobody else sees it.",
  arrive_example_do: "See an example first",

  arrive_inside_title: "You opened this inside {app}",
  arrive_inside:
    "Open it in your own browser to keep things: press the three dots, then “Open in browser”. The numbers to call work here too.",

  arrive_exit_title: "If somebody comes",
  arrive_exit_lead: "Press Leave at the top. It is on every page.",
  arrive_exit_does: "What it does: it locks your place and shows a plain page of {face} instead.",
  arrive_exit_does_not:
    "What it does not do: it can’t clear the list of pages you have been on. It can’t stop a spy app.",
  arrive_exit_keys: "With a keyboard you can press Shift three times, quickly.",
  arrive_exit_back: "To come back, open this page again.",
  arrive_exit_do: "I see, go on",
  arrive_exit_again: "How the Leave button works",

  gates_title: "First, are you safe?",
  gates_lead: "Tick what is true. You can skip this.",
  gates_danger: "I am in danger now",
  gates_watched: "Someone who scares me could pick up this phone",
  gates_young: "I am under 18",
  gates_not_kept: "Your answers are not saved.",

  danger_title: "Get help first",
  danger_lead: "Call now, or ask somebody near you to call.",
  danger_country: "Where are you?",
  danger_no_number:
    "We have no checked number for this country. Ask somebody near you, or go where other people are.",
  danger_safe_do: "I’m safe for now",
  danger_write_do: "I can’t speak. I want to write",

  watched_title: "Keep it from them",
  watched_lead: "There are two ways. Both are fine.",
  watched_nothing: "Leave nothing on this phone",
  watched_nothing_hint:
    "Read, and talk to somebody. What you add is gone when you close the page, unless you take a copy with you.",
  watched_words: "Lock it with secret words",
  watched_words_hint:
    "Four words that we choose for you. Your face or finger will not open it, so nobody can use them while you sleep.",
  watched_later: "I’ll choose later",
  watched_note:
    "If they watch this phone from far away, use a phone that they never had in their hands.",

  young_title: "You did nothing wrong",
  young_lead:
    "The person threatening you is to blame, not you. People who help young people see you as the one who was hurt.",
  young_no_send: "You never have to send a picture to anybody, not even to get help.",
  young_words_only:
    "Here we keep only words, never pictures. Leave the chat on your phone, so that police can look at it there.",
  young_talk_do: "Talk to somebody for under 18s",
  young_law:
    "Laws are not the same everywhere. If you are not sure about the police, ask a line for under 18s first. You don’t have to give your name.",

  happened_title: "What happened?",
  happened_lead: "Choose what fits best.",
  happened_more: "Something else",
  happened_threat: "They say they will share my pictures",
  happened_paid: "I paid them",
  happened_posted: "It was posted, or sent to someone",
  happened_locked_out: "I can’t get into my account",
  happened_made_with_ai: "They made it with AI",
  happened_work: "It is someone at work",
  happened_abroad: "They are in another country",
  happened_helping: "I’m helping someone",
  happened_sent_to_me: "Someone sent me a picture of somebody",
  happened_i_shared: "I shared a picture and want to undo it",
  happened_self_threat: "They say they will hurt themselves",
  happened_meet: "They want to meet me",
  happened_delete: "Should I delete my accounts?",
  happened_again: "It’s back again",
  happened_other_secret: "They know something else about me",

  save_title: "Save three things",
  save_profile: "Their page, with the @name and the link",
  save_threat: "What they said they will do",
  save_pay: "What they want, or where to pay",
  save_then_stop: "Then stop. More can wait.",
  save_add_do: "Choose pictures of the screen",
  save_words_do: "Type or paste the words",
  save_how_title: "How do I take a picture of my screen?",
  save_how_iphone:
    "iPhone: press the side button and the upper volume button at once. Let go quickly.",
  save_how_android: "Android: press the power button and the lower volume button at once.",
  save_how_computer:
    "Computer: Shift, Command and 4 on a Mac. The Windows key, Shift and S on Windows.",
  save_how_view_once:
    "Some apps tell the other person when you take a picture of the screen. If you are not sure, use another phone or camera.",
  save_cloud_title: "Do your photos copy to another device, or to a shared album?",
  save_cloud:
    "If somebody else can see your photos there, use another phone to take a picture of the screen. Or type the words here.",
  save_protected:
    "Type or paste the words, or just write down what you saw. Leave the chat on your phone for the police. Don’t copy or send any picture.",
  save_private_window:
    "This may be a private window. What you keep here can be gone when you close it. Use a normal window to keep it.",
  save_iphone:
    "On an iPhone, what you keep can be wiped after seven days that you don’t open this page. Put it on your home screen to stop that: tap Share, then Add to Home Screen.",
  save_count: "{count, plural, =0 {Nothing kept yet} one {One thing kept} other {# things kept}}",
  save_later_do: "I can’t look at it again",
  save_done_do: "That’s all for now",

  age_title: "Was everyone in your pictures 18 or over when they were taken?",
  age_why: "We ask once. If not, keeping a copy could hurt somebody, so we keep words only.",
  age_yes_do: "Yes, everyone",
  age_no_do: "No",
  age_unsure_do: "I’m not sure",

  next_title_lead: "One thing to do now",
  next_done_do: "Done, what is next?",
  next_place_do: "Go to my place",
  next_why: "Why?",
  next_threat_title: "Stop answering. Don’t pay.",
  next_threat:
    "Do not block them yet. Mute the chat instead. Then tell one person you trust. You can show them this page.",
  next_threat_why:
    "Each answer shows them that fear works. People who pay are often asked again. Mute keeps what they write as proof.",
  next_paid_title: "Call your bank or card now",
  next_paid:
    "Say: “I was tricked into paying. Please stop it, and write down that it was fraud.” For a gift card, call the company on the card. Keep the receipt.",
  next_paid_why: "The first hours matter most. You are not in trouble with the bank for this.",
  next_posted_title: "Ask for it to come down",
  next_posted:
    "Open the post, choose Report, and choose nudity or a picture shared without consent. Copy the link first if you can bear to look. If not, report it now.",
  next_posted_why: "Sites must act on such reports, and in some countries within days.",
  next_locked_out_title: "Call your phone company, then save your mailbox",
  next_locked_out:
    "Ask that nobody can move your number. Then use “Forgot password” on your mailbox, from a phone that is only yours.",
  next_locked_out_why: "Your number and your mailbox open all the other accounts.",
  next_made_with_ai_title: "It counts, even if it is fake",
  next_made_with_ai:
    "You can report it like a real picture. Tell one person you trust that a fake is going round. Don’t pay and don’t answer.",
  next_made_with_ai_why: "Most big sites take fakes down. Many laws treat them the same way.",
  next_work_title: "Write down what happened, at home",
  next_work:
    "Use your own phone, not one from work. Then tell one person you trust outside work. You choose later if work should know.",
  next_work_why: "Your boss can often read what is on a work phone or in a work chat.",
  next_abroad_title: "Stop answering. Don’t pay.",
  next_abroad:
    "It does not matter where they are. Reports to the app work from anywhere. First tell one person you trust.",
  next_abroad_why:
    "Police can find this hard across borders, but apps can close accounts in any country.",
  next_helping_title: "Say: “It is not your fault. I’m here.”",
  next_helping:
    "Don’t ask to see the picture. Don’t take over. Ask: “What would help you most right now?” Stay with them tonight.",
  next_helping_why:
    "Feeling blamed or alone is the most dangerous part. Your calm helps more than any step.",
  next_sent_to_me_title: "Don’t pass it on",
  next_sent_to_me:
    "Don’t share it and don’t save it. Report it in the app. If the person may be under 18, don’t keep it at all: report it to a child line. If you know them, tell them kindly.",
  next_sent_to_me_why: "Passing it on hurts them again, and can be against the law.",
  next_i_shared_title: "You can still stop it",
  next_i_shared:
    "Delete it where you sent it. Ask each person to delete it too. Tell the person in the picture, and ask what they need.",
  next_i_shared_why: "The sooner it stops, the less harm it does.",
  next_self_threat_title: "Call for help for them",
  next_self_threat:
    "If you know where they are, call the emergency number and say it. You don’t have to stay in the chat, and you don’t have to send anything.",
  next_self_threat_why:
    "It may be real, and then they need trained people. It may be a way to push you. The same step is right for both.",
  next_meet_title: "Don’t go",
  next_meet:
    "Say nothing, or say you can’t. Tell one person where you are tonight. If they know where you live, call for help.",
  next_meet_why: "Meeting gives them more to use, and it may not be safe.",
  next_delete_title: "Not yet",
  next_delete:
    "Hide your friends list and make your account private. Keep the account: it holds the proof. You can close it later.",
  next_delete_why: "When an account is gone, the chat with the threat is often gone too.",
  next_again_title: "Report it again, with the old number",
  next_again:
    "It is not your fault that it came back. Save the new link, and report it with the number of your first report.",
  next_again_why: "Sites act faster when they see that it is the same picture.",
  next_other_secret_title: "Stop answering. Tell one person.",
  next_other_secret:
    "A secret weighs less when one person you trust knows it. Choose somebody who is kind, or a helpline. They need not know your name.",
  next_other_secret_why: "The threat works because you are alone with it.",
} as const;
