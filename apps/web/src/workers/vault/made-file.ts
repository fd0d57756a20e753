/** How much is held here before it is handed to the browser, which may put large blobs aside by itself. */
const pieceSizeInBytes = 8 * 1_048_576;

/**
 * [Note: made files]
 * A copy that is made for somebody is a Blob, not a file in the origin's storage: a plain copy would otherwise lie on the
 * device, unencrypted, until somebody removed it, and a place that keeps nothing must write nothing. The browser holds a
 * Blob in its own process and puts a large one aside until nobody has it any more.
 */
export interface FileInMaking {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly finish: (name: string) => File;
}

export const createFileInMaking = (): FileInMaking => {
  const pieces: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingSize = 0;
  const put = (): void => {
    pieces.push(new Blob(waiting));
    waiting = [];
    waitingSize = 0;
  };
  return {
    write: (chunk) => {
      // A copy: whoever made the chunk may use its memory again.
      waiting.push(Uint8Array.from(chunk));
      waitingSize += chunk.length;
      if (waitingSize >= pieceSizeInBytes) put();
      return Promise.resolve();
    },
    finish: (name) => {
      put();
      return new File(pieces, name, { type: "application/octet-stream" });
    },
  };
};
