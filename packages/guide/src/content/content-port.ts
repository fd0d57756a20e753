import type { Result } from "@holdfast/evidence";

/** The kinds of knowledge that `content/` holds: one folder each. */
export const contentKinds = [
  "drafts",
  "helplines",
  "indicators",
  "messages",
  "platforms",
  "professionals",
  "replies",
  "tasks",
  "words",
] as const;
export type ContentKind = (typeof contentKinds)[number];

/**
 * The one door to `content/`: from disk in Node, from our own origin in the browser. It gives what the file says, unread;
 * the schema stands with whoever reads it.
 */
export interface ContentPort {
  readonly loadContent: (
    kind: ContentKind,
    id: string,
  ) => Promise<Result<unknown, LoadContentError>>;
}

/**
 * `content_missing`: there is no such file. `content_unreachable`: it could not be read now; try again.
 * `content_changed`: its bytes are not the ones that the index names, and nothing of them is used.
 * `content_misfit`: it is not what its schema says; a fault of the build.
 */
export interface LoadContentError {
  readonly code: "content_missing" | "content_unreachable" | "content_changed" | "content_misfit";
  readonly kind: ContentKind;
  readonly id: string;
}
