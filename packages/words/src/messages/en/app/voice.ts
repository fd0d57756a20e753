/** Saying it instead of typing it. ICU messages. */
export const voiceMessages = {
  voice_do: "Say it instead of typing",
  voice_hint: "Your own voice, only for you until you add it",
  voice_title: "Say what happened",
  voice_lead:
    "Tell it as you would tell a friend. It need not be in order, and you can stop at any time.",
  voice_private: "It is only for you until you add it to the proof. It stays on this phone.",
  voice_near: "Whoever is near can hear you. Your phone shows a sign while it records.",
  voice_start_do: "Start to record",
  voice_again_do: "Record one more",
  voice_asking: "Your browser asks if this page may use the microphone.",
  voice_recording: "Recording",
  voice_stop_do: "Stop",
  voice_leaving: "If you leave this page, or the screen goes dark, it stops by itself.",
  voice_leaving_keep: "Then keep what I said",
  voice_leaving_keep_hint: "Only for you. You can delete it at any time.",
  voice_leaving_drop_hint: "It waits on this page. When your place closes, it is gone.",
  voice_leaving_no_place:
    "What you said then waits on this page. When you close the page, it is gone.",
  voice_said: "Recorded: {length}",
  voice_said_not_kept: "It is not kept yet. Listen to it first, if you want.",
  voice_player: "What you said",
  voice_player_of: "What you said: {when}",
  voice_keep_do: "Keep it, only for me",
  voice_discard_do: "Throw it away",
  voice_discard_title: "Throw it away?",
  voice_discard_why: "It will be gone, and nobody can bring it back.",
  voice_kept: "Kept. It is only for you.",
  voice_before: "What you said before",
  voice_listen_do: "Listen",
  voice_add_title: "Add it to the proof?",
  voice_add_why:
    "From then on it can’t be changed. It can be part of copies that you make for others. They will hear your voice.",
  voice_added: "It is part of the proof now.",
  voice_remove_title: "Delete it?",
  voice_none_here:
    "This browser can’t record. You can type it, or record it with your phone’s own app and choose the file.",
  voice_failed_refused:
    "This page may not use the microphone. You can allow it in your browser’s settings, or type it instead.",
  "voice_failed_no-microphone": "No microphone was found here. You can type it instead.",
  voice_failed_broke:
    "The recording did not work. Nothing was kept. Try again, or type it instead.",
} as const;
