/**
 * The two examples and the walk through each, which the two of them tell themselves. Reading level: grade 8, buttons 5. ICU
 * messages.
 */
export const exampleMessages = {
  example_title: "See an example first",
  example_lead:
    "Maya and Daniel are made up. Each of them tells you what they did, one page at a time.",
  example_maya: "Maya",
  example_maya_hint: "An ex makes threats. A sister helps, then a lawyer and the police.",
  example_daniel: "Daniel",
  example_daniel_hint: "A stranger wants money. Daniel paid once, and wants no police.",
  example_nothing_kept: "Nothing of it stays on this phone. You can stop at any time.",
  example_closes_place: "Your own place will be closed first. Everything in it is safe.",
  example_was_closed: "The example was closed. Nothing of it was kept.",
  example_fetching: "Getting the example …",
  example_bringing_in: "{kept} of {total} files are in their place",
  example_failed_title: "The example is not here",
  example_unreachable:
    "It could not be loaded. Maybe there is no network just now. All else works as before.",
  example_changed: "A part of it is not what it should be, so none of it is used. Try once more.",
  example_other_failed: "It could not be opened here. Your own place is not touched by this.",
  example_step: "{name} tells it. Page {number} of {count}.",
  example_next_do: "Go on",
  example_before_do: "One page back",
  example_open_do: "Open it",
  example_walk_do: "Back to the walk",
  example_leave_do: "Leave the example",
  example_again_do: "See the other example",
  example_start_do: "Show me what to do",
  example_shown: "From the example",
  example_left_out: "(left out)",
  example_day_count: "{count, plural, one {one message} other {# messages}}",

  example_maya_happened: "What happened",
  example_maya_happened_words:
    "Arlo and I were together for two years. I left in July. In September Arlo wrote that my private pictures would go to my sister and my office. I did nothing wrong.",
  example_maya_told: "Who I told",
  example_maya_told_words:
    "My sister Noor, the same evening. Noor believed me and came over. Later we left the phone in the kitchen at night, and Noor looked at it at nine.",
  example_maya_begin: "How I began",
  example_maya_begin_words:
    "I did not know how to say it. Here were a few words for a sister. I changed them until they sounded like me, and sent them myself.",
  example_maya_saved: "What I saved first",
  example_maya_saved_words:
    "Three things: Arlo’s page, the threat, and where the money should go. Then I stopped. The rest came later, with Noor beside me.",
  example_maya_demand: "The demand",
  example_maya_demand_words:
    "It was 400 euros by Friday at six. I did not pay. Once I answered in anger, and that is all right. After that I wrote nothing.",
  example_maya_guide: "What this looks like",
  example_maya_guide_words:
    "I answered a few questions, and what I had saved was read on my phone alone. Then I knew what kind of threat this is, why, and what to do first.",
  example_maya_reply: "What I did not send",
  example_maya_reply_words:
    "I was so angry. I wrote it all down here, and saw which words could hurt me. Then I left it here. It was good to have said it.",
  example_maya_reply_unsent:
    "You are a coward, Arlo. I hate what you did. Please just leave me alone, I am at Noor’s place now. You will be sorry for this.",
  example_maya_accounts: "My accounts",
  example_maya_accounts_words:
    "First my mailbox, because it opens all the others. Then the rest: new passwords, and a code on my phone when I sign in.",
  example_maya_order: "All of it in order",
  example_maya_order_words:
    "Chats, mail, pictures and calls stand in one line, with the day and the hour. You can see how often Arlo wrote, and that it was every day before the Friday.",
  example_maya_find: "Finding a message",
  example_maya_find_words:
    "When did Arlo first name my office? I typed two words and found it. You can do the same, with any word.",
  example_maya_copy: "The copy for the police",
  example_maya_copy_words:
    "I chose what goes in. My lawyer came with me when I handed it over. The police gave me a number. They could not say when they will call.",
  example_maya_reported: "What I reported",
  example_maya_reported_words:
    "One account was taken down. One report was refused, and refused again when I asked once more. Then Arlo was back with a new name, and I reported that too.",
  example_maya_open: "What is still open",
  example_maya_open_words:
    "The new account is still there, and the police have not called yet. It is not over. But I am not alone with it, and I have it all in order.",

  example_daniel_happened: "What happened",
  example_daniel_happened_words:
    "Somebody new wrote to me. We had a video call. Half an hour later it was: 300 dollars, or everybody gets it. Some people do this for a living. It happens to many men, and it was not my fault.",
  example_daniel_paid: "I paid once",
  example_daniel_paid_words:
    "I sent a gift card for 150 dollars, because I wanted it to stop. They wrote: deleted. Less than twenty minutes later they wanted 500 more.",
  example_daniel_told: "Who I told",
  example_daniel_told_words:
    "My friend Theo, at one in the morning. I needed a few tries to write it. Theo put on some shoes and came down the stairs.",
  example_daniel_begin: "How I began",
  example_daniel_begin_words:
    "I needed a few tries. In the end it was one line to a friend, and it did not say what it was about. That came later, when Theo was there.",
  example_daniel_guide: "What this looks like",
  example_daniel_guide_words:
    "I answered what I could and skipped the rest. It said that this is done to many people, why it thinks so, and that the money comes first.",
  example_daniel_money: "Money first",
  example_daniel_money_words:
    "Before anything else I called the number on the receipt. There were 40 dollars left on the card, and I got them back. The other 110 are gone.",
  example_daniel_saved: "What I saved first",
  example_daniel_saved_words:
    "Three things: the page with the name and the link, the chat, and where the money should go. The pictures that the stranger sent were left out. The chat shows where they were.",
  example_daniel_reply: "What I did not send",
  example_daniel_reply_words:
    "I wanted to beg, and to offer more money. I wrote it here, and saw what that would do. It stayed here. I muted the chat.",
  example_daniel_reply_unsent:
    "Please don’t do this. I can pay 200 more on Friday, that is all I have. I am so sorry. Just give me a few days.",
  example_daniel_fades: "It fades",
  example_daniel_fades_words:
    "On the first night and day there were more than fifty messages. Then four, then two, then one. I had muted the chat and gave no answer.",
  example_daniel_find: "Finding a message",
  example_daniel_find_words:
    "The bank asked what was wanted, and when. I typed two words and had the line, with the day and the hour.",
  example_daniel_reported: "What I reported",
  example_daniel_reported_words:
    "I hid my list of followers. Then I saved, reported, and blocked last. The account was taken down after two days. It came back with another name, and I reported it with the first number.",
  example_daniel_police: "No police",
  example_daniel_police_words:
    "I do not want to go to the police. That is my choice, and nobody pushes me. I made a copy for myself, so that I can choose again later.",
  example_daniel_open: "What is still open",
  example_daniel_open_words:
    "The new account is still being looked at, and 110 dollars are gone. Somebody offered to delete it all for 200: another thief. Then a week came without any message, and I slept.",
} as const;
