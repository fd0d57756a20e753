/** What a picture file says of itself. No pixel is decoded to learn it. */
export interface PictureMetadata {
  readonly mediaType: string;
  readonly widthInPixels?: number;
  readonly heightInPixels?: number;
  readonly taken?: PictureTime;
  readonly device?: string;
  /** That a place is stored. Where it is, only `readPictureLocation` tells, when the person asks. */
  readonly locationPresent: boolean;
  readonly problems: readonly PictureProblem[];
}

/** `truncated`: the file ends before its format does. `metadata-damaged`: a block could not be read and was left out. */
export type PictureProblem = "truncated" | "metadata-damaged";

/**
 * A time that stands in a picture.
 *
 * `local` is "2026-03-05T21:14:00"; with `offsetMinutes` (east of UTC) it is an instant. `written`: by the camera when
 * the picture was taken, or by whatever program saved the file last.
 */
export interface PictureTime {
  readonly local: string;
  readonly offsetMinutes?: number;
  readonly written: "when-taken" | "when-saved";
}

/** Degrees, north and east positive (WGS 84 as cameras write it). */
export interface PictureLocation {
  readonly latitude: number;
  readonly longitude: number;
}

/** What one metadata block (EXIF, XMP) of a picture holds. */
export interface MetadataBlock {
  readonly taken?: PictureTime;
  readonly device?: string;
  readonly locationPresent: boolean;
  readonly damaged: boolean;
}

export interface FileFacts {
  readonly widthInPixels?: number;
  readonly heightInPixels?: number;
  readonly exif?: Uint8Array;
  readonly xmp?: Uint8Array;
  readonly taken?: PictureTime;
  readonly problems: readonly PictureProblem[];
}
