import { type RefObject, useEffect, useState } from "react";

import { Button } from "../design/components/Button.tsx";

/**
 * Reads the screen with the browser's own voice. Only voices that live on the device: some others send the text away.
 */
export const ReadAloud = ({
  from,
  label,
  stopLabel,
}: {
  readonly from: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly stopLabel: string;
}) => {
  const voice = useLocalVoice();
  const [isReading, setIsReading] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (voice === undefined) return undefined;
  const read = (): void => {
    const utterance = new SpeechSynthesisUtterance(wordsOf(from.current));
    utterance.voice = voice;
    utterance.rate = 0.95;
    utterance.addEventListener("end", () => setIsReading(false));
    speechSynthesis.speak(utterance);
    setIsReading(true);
  };
  const stop = (): void => {
    speechSynthesis.cancel();
    setIsReading(false);
  };
  return (
    <Button kind="quiet" onPress={isReading ? stop : read}>
      {isReading ? stopLabel : label}
    </Button>
  );
};

const useLocalVoice = (): SpeechSynthesisVoice | undefined => {
  const [voice, setVoice] = useState(findLocalVoice);
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis;
    if (synthesis === undefined) return undefined;
    const update = (): void => setVoice(findLocalVoice());
    synthesis.addEventListener("voiceschanged", update);
    return () => synthesis.removeEventListener("voiceschanged", update);
  }, []);
  return voice;
};

const findLocalVoice = (): SpeechSynthesisVoice | undefined => {
  const language = document.documentElement.lang.slice(0, 2);
  return globalThis.speechSynthesis
    ?.getVoices()
    .find((voice) => voice.localService && voice.lang.startsWith(language));
};

/** What a person would read: a picture of evidence and hidden text are not read out. */
const wordsOf = (page: HTMLElement | null): string => page?.innerText ?? "";
