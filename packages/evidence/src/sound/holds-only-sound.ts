import { isOnlySoundMp4 } from "./only-sound-mp4.ts";
import { isOnlySoundWebm } from "./only-sound-webm.ts";

/**
 * [Note: own voice] What somebody says into the app themselves is their words, also in a case that keeps nothing else. The vault
 * takes it only when the bytes are what a browser's recorder writes (WebM, or MP4 on older iPhones): every part of the file is
 * one that a recording needs, every track is sound, and nothing beside it is large enough to be a picture. In doubt it is not.
 * A film, a song with a cover or any recording that came from elsewhere goes the way of all files.
 */
export const holdsOnlySound = (bytes: Uint8Array): boolean => {
  const isWebm = bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3;
  return isWebm ? isOnlySoundWebm(bytes) : isOnlySoundMp4(bytes);
};
