const mediaTypes: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  heic: "image/heic",
  heif: "image/heif",
  mp4: "video/mp4",
  mov: "video/quicktime",
  "3gp": "video/3gpp",
  opus: "audio/ogg",
  ogg: "audio/ogg",
  m4a: "audio/mp4",
  aac: "audio/aac",
  mp3: "audio/mpeg",
  amr: "audio/amr",
  wav: "audio/wav",
  pdf: "application/pdf",
  vcf: "text/vcard",
  txt: "text/plain",
};

/** What a file's name says it is: for showing and for listing, never for deciding what may be kept. */
export const mediaTypeOfName = (name: string): string | undefined => {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  return extension === undefined || !Object.hasOwn(mediaTypes, extension)
    ? undefined
    : mediaTypes[extension];
};
