/** Who an item went to, in the order of time: the timeline of a person shows what was sent to them, too. */
export const schemaV2 = `
CREATE TABLE item_recipients (
  handle INTEGER NOT NULL,
  order_ms INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (handle, order_ms, item)
) WITHOUT ROWID;
CREATE INDEX item_recipients_by_item ON item_recipients (item);
-- Few items are anything but messages, and those few are asked for by their kind.
CREATE INDEX items_by_kind ON items (kind, order_ms) WHERE kind <> 0;

INSERT OR IGNORE INTO handles (scheme, value)
  SELECT DISTINCT json_extract(one.value, '$.scheme'), json_extract(one.value, '$.value')
  FROM items, json_each(items.rest, '$.to') AS one WHERE items.rest IS NOT NULL;
INSERT OR IGNORE INTO item_recipients (handle, order_ms, item)
  SELECT handles.id, items.order_ms, items.id
  FROM items, json_each(items.rest, '$.to') AS one, handles
  WHERE items.rest IS NOT NULL
    AND handles.value = json_extract(one.value, '$.value')
    AND handles.scheme = json_extract(one.value, '$.scheme');
`;
