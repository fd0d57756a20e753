/**
 * Whether the receiving server's own check confirms the domain in the From line.
 *
 * [Note: sender not verified] Only the topmost Authentication-Results is looked at: the receiving server writes it
 * last, and whoever wrote the mail can forge every other one. The sender's domain counts as confirmed when that one
 * header says `dmarc=pass`, or `dkim=pass` for a signing domain that is the From domain or stands above it, or
 * `spf=pass` for an envelope sender in such a domain. In all other cases — a fail, a soft fail, no such header, no
 * From line or several — the mail is flagged `sender-not-verified`. The flag is no proof of forgery (a mail out of a
 * Sent folder has no such header), and its absence is no proof of who wrote: a server that adds no such header of its
 * own lets a forged one stand on top.
 *
 * Source: RFC 8601 §2.2 and §5, RFC 7489 §3.1 (relaxed alignment, here without the public suffix list: one domain
 * must end with the other, and both must have a dot).
 */
export const isSenderConfirmed = (
  topmostResults: string | undefined,
  fromAddresses: readonly string[],
): boolean => {
  const from = fromAddresses[0];
  if (topmostResults === undefined || from === undefined || fromAddresses.length > 1) return false;
  const domain = domainOf(from);
  if (domain === undefined) return false;
  return splitResults(topmostResults).some((result) => confirms(result, domain));
};

const confirms = (result: string, domain: string): boolean => {
  const method = /^\s*(dmarc|dkim|spf)\s*(?:\/\s*\d+\s*)?=\s*pass\b/i
    .exec(result)?.[1]
    ?.toLowerCase();
  if (method === undefined) return false;
  const property = (name: string): string | undefined =>
    new RegExp(`\\b${name}\\s*=\\s*"?([^\\s;"]+)`, "i").exec(result)?.[1]?.toLowerCase();
  switch (method) {
    case "dmarc": {
      const about = property("header\\.from");
      return about === undefined || isAligned(domainOf(about) ?? about, domain);
    }
    case "dkim": {
      const signer = property("header\\.d") ?? property("header\\.i");
      return signer !== undefined && isAligned(domainOf(signer) ?? signer, domain);
    }
    default: {
      const envelope = property("smtp\\.mailfrom");
      return envelope !== undefined && isAligned(domainOf(envelope) ?? envelope, domain);
    }
  }
};

/** Comments go first: they may hold semicolons and whatever the sender chose. */
const splitResults = (header: string): readonly string[] =>
  header.replace(/\([^()]*\)/g, " ").split(";");

const domainOf = (address: string): string | undefined => {
  const at = address.lastIndexOf("@");
  return at < 0 ? undefined : address.slice(at + 1).toLowerCase();
};

const isAligned = (one: string, other: string): boolean =>
  one.includes(".")
  && other.includes(".")
  && (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`));
