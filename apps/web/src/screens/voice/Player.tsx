import { useEffect, useRef } from "react";

import { useObjectUrl } from "../item/use-bytes.ts";

/** With the browser's own controls, silent until somebody presses play, and silent again when the page goes out of sight. */
export const Player = ({ sound, label }: { readonly sound: Blob; readonly label: string }) => {
  const url = useObjectUrl(sound);
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const hush = (): void => {
      if (document.visibilityState === "hidden") player.current?.pause();
    };
    document.addEventListener("visibilitychange", hush);
    return () => document.removeEventListener("visibilitychange", hush);
  }, []);
  return url === undefined ? undefined : (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a person's own voice, listened to by that person
    <audio
      ref={player}
      className="voice-player"
      controls
      // Saved outside it would be a trace; the copy that somebody chooses to make is another way.
      controlsList="nodownload"
      preload="metadata"
      src={url}
      aria-label={label}
    />
  );
};
