/** Text to be compared character by character, in groups of four. */
export const Exact = ({
  text,
  grouped = false,
}: {
  readonly text: string;
  readonly grouped?: boolean;
}) => (
  <bdi className="exact" translate="no">
    {grouped ? (text.match(/.{1,4}/gu) ?? []).join(" ") : text}
  </bdi>
);
