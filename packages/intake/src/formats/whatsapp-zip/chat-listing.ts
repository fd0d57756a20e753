import type { ZipEntry } from "@holdfast/containers";

/** The chat's text in an export archive; `undefined` when the names do not tell one. */
export const findChatCandidates = (entries: readonly ZipEntry[]): readonly ZipEntry[] => {
  const texts = entries.filter((e) => !e.isFolder && /\.txt$/i.test(e.name));
  const isChatName = (entry: ZipEntry): boolean => /(^|\/)_chat\.txt$|WhatsApp/i.test(entry.name);
  // The likely ones first; a renamed chat is still found by its content.
  return [...texts.filter(isChatName), ...texts.filter((e) => !isChatName(e))].slice(
    0,
    maximumCandidates,
  );
};

/** Each is opened to look at its beginning. */
const maximumCandidates = 8;

export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

/**
 * Finds files by the names that messages give them: exactly, then without regard to case and to how accents are
 * composed, since phones and archive programs do not agree on either. Files lie beside the chat.
 */
export const createFileFinder = (entries: readonly ZipEntry[], chatFolder: string) => {
  const exact = new Map<string, ZipEntry>();
  const loose = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (entry.isFolder || !entry.name.startsWith(chatFolder)) continue;
    const name = entry.name.slice(chatFolder.length);
    exact.set(name, entry);
    const key = looseKey(name);
    if (!loose.has(key)) loose.set(key, entry);
  }
  return (name: string): ZipEntry | undefined => exact.get(name) ?? loose.get(looseKey(name));
};

const looseKey = (name: string): string => name.normalize("NFC").toLowerCase();
