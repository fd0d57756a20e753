/** Something with a name and a length: an element of WebM, a box of MP4. */
export interface SoundElement {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** Descriptions of a recording are a few lines. A cover picture is not. */
export const largestAsideInBytes = 4_096;
