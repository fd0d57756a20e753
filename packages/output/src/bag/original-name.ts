/**
 * Endings of `original.<ending>`, by media type, never by the name that came in. What a browser would run (HTML, SVG,
 * scripts) gets `txt`: opened by a double click it shows its source and loads nothing.
 */
const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
  "image/heif": "heif",
  "image/avif": "avif",
  "image/svg+xml": "txt",
  "application/pdf": "pdf",
  "application/zip": "zip",
  "application/json": "json",
  "application/mbox": "mbox",
  "message/rfc822": "eml",
  "text/plain": "txt",
  "text/csv": "csv",
  "text/markdown": "txt",
  "text/html": "txt",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/aac": "aac",
  "audio/amr": "amr",
  "audio/ogg": "ogg",
  "audio/opus": "opus",
  "audio/wav": "wav",
  "audio/x-wav": "wav",
  "audio/flac": "flac",
  "audio/webm": "weba",
  "video/mp4": "mp4",
  "video/quicktime": "mov",
  "video/webm": "webm",
  "video/3gpp": "3gp",
  "video/x-matroska": "mkv",
  "video/x-msvideo": "avi",
};

export const originalName = (mediaType: string): string => {
  const base = mediaType.split(";", 1).join("").trim().toLowerCase();
  return `original.${Object.hasOwn(endings, base) ? endings[base] : "bin"}`;
};
