import { bagFiles, bagFolders } from "./bag-paths.ts";

const stamped = `${bagFolders.signatures}/${bagFiles.tagManifest}`;

/**
 * Signatures stand outside the tag manifest, named as bag-nabit names them: `X.tsr` is the time stamp of `X`,
 * `X.tsr.tsr` the time stamp of `X.tsr`, which is also the form of a renewal.
 */
export const signatureFiles = {
  first: `${stamped}.tsr`,
  firstChain: `${stamped}.tsr.crt`,
  second: `${stamped}.tsr.tsr`,
  secondChain: `${stamped}.tsr.tsr.crt`,
  firstRequest: `${bagFolders.witness}/${bagFiles.tagManifest}.tsq`,
  secondRequest: `${bagFolders.witness}/${bagFiles.tagManifest}.tsr.tsq`,
} as const;
