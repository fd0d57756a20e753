import "./care.css";

/** Words to be written on paper, numbered, in the order in which they have to stand there. */
export const PaperWords = ({
  label,
  words,
}: {
  readonly label: string;
  readonly words: readonly string[];
}) => (
  <ol className="paper-words" translate="no" aria-label={label}>
    {words.map((word, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- a word may stand there twice, and none moves
      <li key={index} className="exact">
        {word}
      </li>
    ))}
  </ol>
);
