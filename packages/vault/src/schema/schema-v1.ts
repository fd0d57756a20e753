/**
 * The first shape. Migrations are never edited after a release: a vault made by this one must open for ever.
 *
 * Times are milliseconds since 1970 UTC. `order_ms` is the earliest instant that a time can mean, 2^53-1 when unknown;
 * `width_ms` how much later it may have been. Hashes and keys are bytes.
 */
export const schemaV1 = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE case_file (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  document TEXT NOT NULL
);

-- Original bytes. state 0: an add in flight, invisible, removed at the next opening; 1: kept.
-- visible: kept, and some exhibit of it is not withdrawn. text_only: what a protected case may keep.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL,
  size INTEGER NOT NULL,
  blob TEXT,
  blob_key BLOB NOT NULL,
  text_only INTEGER NOT NULL,
  state INTEGER NOT NULL,
  visible INTEGER NOT NULL,
  items INTEGER NOT NULL,
  items_root BLOB,
  notes INTEGER NOT NULL,
  event_time TEXT
);
CREATE UNIQUE INDEX sources_by_hash ON sources (sha256) WHERE state = 1;

CREATE TABLE exhibits (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  source INTEGER NOT NULL REFERENCES sources (id),
  added_at INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX exhibits_by_source ON exhibits (source);

CREATE TABLE handles (id INTEGER PRIMARY KEY, scheme TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (value, scheme));
CREATE TABLE threads (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  order_ms INTEGER NOT NULL,
  width_ms INTEGER,
  wall_ms INTEGER,
  time_code INTEGER NOT NULL,
  span_offset INTEGER NOT NULL,
  span_length INTEGER NOT NULL,
  sender INTEGER,
  thread INTEGER,
  text TEXT,
  rest TEXT
);
CREATE INDEX items_by_time ON items (order_ms);
CREATE INDEX items_by_source ON items (source);
CREATE INDEX items_by_sender ON items (sender, order_ms) WHERE sender IS NOT NULL;
-- Times that may be more than 28 hours off (a wall time without a zone is 26), so that filters need not look further
-- back for all the others.
CREATE INDEX items_wide ON items (order_ms) WHERE width_ms > 100800000;

CREATE TABLE notes (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, note TEXT NOT NULL);
CREATE INDEX notes_by_source ON notes (source);

CREATE TABLE custody_lines (seq INTEGER PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE custody_openings (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, exhibit INTEGER);
CREATE INDEX custody_openings_by_exhibit ON custody_openings (exhibit) WHERE exhibit IS NOT NULL;
CREATE TABLE erase_permits (seq INTEGER PRIMARY KEY);
CREATE TRIGGER custody_lines_in_order BEFORE INSERT ON custody_lines
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM custody_lines)
  BEGIN SELECT raise(ABORT, 'the custody log only grows at its end'); END;
CREATE TRIGGER custody_lines_never_change BEFORE UPDATE ON custody_lines
  BEGIN SELECT raise(ABORT, 'a custody line never changes'); END;
CREATE TRIGGER custody_lines_never_go BEFORE DELETE ON custody_lines
  BEGIN SELECT raise(ABORT, 'a custody line is never removed'); END;
CREATE TRIGGER custody_openings_never_change BEFORE UPDATE ON custody_openings
  BEGIN SELECT raise(ABORT, 'an opening never changes'); END;
CREATE TRIGGER custody_openings_go_by_permit BEFORE DELETE ON custody_openings
  WHEN NOT EXISTS (SELECT 1 FROM erase_permits WHERE seq = OLD.seq)
  BEGIN SELECT raise(ABORT, 'an opening is only removed by erasing its exhibit'); END;

CREATE TABLE private_shelf (key TEXT PRIMARY KEY, value TEXT NOT NULL, changed_at INTEGER NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE search_words USING fts5 (
  body, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE search_parts USING fts5 (
  body, content = '', contentless_delete = 1, tokenize = "trigram case_sensitive 1"
);
`;
