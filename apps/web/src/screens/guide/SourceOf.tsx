import { defangUrl, type ShownFact } from "@holdfast/guide";

import { useSay } from "../../app/frame.ts";
import { TrustWords } from "../talk/TrustWords.tsx";

/** Who says so, and how far to trust it. An address is shown and not followed: opening it would tell where somebody has been. */
export const SourceOf = ({ fact }: { readonly fact: ShownFact<string> }) => {
  const say = useSay();
  const [source] = fact.source;
  return (
    <p className="soft small guide-source">
      {source === undefined ? undefined : (
        <>
          {say("guide_reason_source")} <bdi translate="no">{defangUrl(source)}</bdi>{" "}
        </>
      )}
      <TrustWords fact={fact} />
    </p>
  );
};

/** A sentence of content: in the language in which it was written down. */
export const Said = ({ children }: { readonly children: string }) => (
  <bdi lang="en">{children}</bdi>
);
