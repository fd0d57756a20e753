/**
 * What an exhibit is called outside. Drawn at random: numbers in a row would tell a recipient how many exhibits there
 * are that were not handed over (care rule 7). `number` stays inside and keeps the order of acquisition.
 */
export const schemaV3 = `
ALTER TABLE exhibits ADD COLUMN label INTEGER NOT NULL DEFAULT 0;
UPDATE exhibits SET label = number;
CREATE UNIQUE INDEX exhibits_by_label ON exhibits (label);
`;
