-- The store of a case. Any SQLite tool opens it. Offsets count Unicode characters of document.text,
-- end exclusive. Dates are ISO; *_start is the first day, *_end the day after the last.
-- Tables with long texts keep their row ids: a look-up by key must not read the text.
-- Rows are derived from the files and can be made again, except `judgement`, `evidence_link` and
-- `ledger_entry`, which people write; `second_answer` would have to be asked for again.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The definition the case was last made from, so that case.db can travel alone.
CREATE TABLE definition (digest TEXT PRIMARY KEY, yaml TEXT NOT NULL, current INTEGER NOT NULL) WITHOUT ROWID;

-- A file below articles/, or standard input, as it was read.
CREATE TABLE source (
  path   TEXT PRIMARY KEY,
  digest TEXT NOT NULL,             -- SHA-256 of the file
  reader TEXT NOT NULL              -- digest of the code that read it
) WITHOUT ROWID;

CREATE TABLE original (             -- the bytes as they came, kept by digest
  digest  TEXT PRIMARY KEY,
  size    INTEGER NOT NULL,
  deflate BLOB NOT NULL             -- zlib
);

CREATE TABLE problem (              -- what could not be read, and why
  source TEXT NOT NULL REFERENCES source(path) ON DELETE CASCADE,
  part   TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source(path) ON DELETE CASCADE,
  text TEXT NOT NULL, digest TEXT NOT NULL, format TEXT NOT NULL,
  title TEXT, outlet TEXT, url TEXT, date_start TEXT, date_end TEXT, date_because TEXT,
  language TEXT, notes TEXT NOT NULL
);
CREATE INDEX document_source ON document(source);

CREATE TABLE story (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  kind TEXT NOT NULL,               -- story, blurb or roundup-item
  title TEXT, outlet TEXT, date_start TEXT, date_end TEXT, date_because TEXT NOT NULL,
  search_row INTEGER NOT NULL       -- its rowid in story_text
) WITHOUT ROWID;
CREATE INDEX story_document ON story(document);

CREATE TABLE block (                -- every run of a document's text, with its role
  document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  story TEXT REFERENCES story(id) ON DELETE CASCADE,
  kind TEXT NOT NULL, because TEXT NOT NULL,
  PRIMARY KEY (document, start)
) WITHOUT ROWID;
CREATE INDEX block_story ON block(story);

CREATE TABLE copy_link (            -- evidence that two stories are one report
  a TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  b TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  relation TEXT NOT NULL, score REAL NOT NULL, because TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX copy_link_b ON copy_link(b);

CREATE TABLE linked (               -- stories that have been compared with all stories before them
  story TEXT PRIMARY KEY REFERENCES story(id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE coding (               -- a story that has been coded, and with what
  story TEXT PRIMARY KEY REFERENCES story(id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  notes TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE event (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, source TEXT,
  date_start TEXT, date_end TEXT,
  place_name TEXT, place_country TEXT, place_lat REAL, place_lon REAL, place_precision TEXT,
  killed_min INTEGER, killed_max INTEGER, injured_min INTEGER, injured_max INTEGER,
  abducted_min INTEGER, abducted_max INTEGER,   -- a max of NULL beside a min is open: "at least"
  amount_value REAL, amount_unit TEXT,
  confidence REAL NOT NULL, review TEXT, because TEXT NOT NULL,
  summary INTEGER NOT NULL DEFAULT 0  -- 1: sums up many happenings and tells of no single one
) WITHOUT ROWID;
CREATE INDEX event_story ON event(story);

CREATE TABLE event_actor (
  event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (event, role, position)
) WITHOUT ROWID;

CREATE TABLE event_part (           -- phrases of the story with a part in an act of violence
  event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('perpetrator', 'organisation', 'target', 'victim', 'weapon')),
  start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
  called TEXT NOT NULL,             -- the fullest name the story has for the same
  chance REAL NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  holder TEXT NOT NULL, about TEXT NOT NULL, -- names, one a line
  kind TEXT NOT NULL, certainty TEXT NOT NULL, because TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX claim_story ON claim(story);

CREATE TABLE figure (
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  claim TEXT REFERENCES claim(id) ON DELETE CASCADE,  -- NULL: a figure of the story at large
  position INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
  value REAL NOT NULL, low REAL NOT NULL, high REAL, unit TEXT NOT NULL, of TEXT NOT NULL,
  qualifier TEXT, role TEXT, date_start TEXT, date_end TEXT,
  part_of INTEGER, joins INTEGER    -- start of the figure it is part of, or adds to
);
CREATE INDEX figure_story ON figure(story);

CREATE TABLE place (                -- every place that a story names
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  name TEXT NOT NULL, country TEXT, lat REAL, lon REAL, precision TEXT NOT NULL, because TEXT NOT NULL,
  PRIMARY KEY (story, position)
) WITHOUT ROWID;

CREATE TABLE tie (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  a TEXT NOT NULL, b TEXT NOT NULL, relation TEXT NOT NULL, sign TEXT NOT NULL,
  directed INTEGER NOT NULL, date_start TEXT, date_end TEXT, because TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX tie_story ON tie(story);

-- What a person decided. Never changed or removed; `undoes` takes an earlier one back.
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, who TEXT NOT NULL,
  verb TEXT NOT NULL,               -- merge, split, reject, amend, join, part, note, accept, undo
  arguments TEXT NOT NULL,          -- JSON
  because TEXT NOT NULL,
  undoes INTEGER REFERENCES judgement(id)
);

-- The second coder's rows stand apart from `event`: nothing counts them until a judgement accepts one.
CREATE TABLE second_answer (        -- what it answered, so that no question is asked twice
  key TEXT PRIMARY KEY,             -- SHA-256 of the model, the rules it was given and the text
  model TEXT NOT NULL, prompt TEXT NOT NULL, at TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE TABLE second_coding (        -- what became of a story
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  key TEXT NOT NULL,                -- digest of all that went in; empty when it is to be asked again
  at TEXT NOT NULL,
  outcome TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (story, model)
) WITHOUT ROWID;
CREATE TABLE second_event (         -- rows whose every part stands in the story
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  type TEXT NOT NULL, status TEXT NOT NULL,
  row TEXT NOT NULL                 -- the whole event, JSON
);
CREATE INDEX second_event_story ON second_event(story, model);
CREATE TABLE second_rejected (      -- rows with a part that does not
  story TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
  model TEXT NOT NULL, position INTEGER NOT NULL,
  cause TEXT NOT NULL, detail TEXT NOT NULL,
  row TEXT NOT NULL,                -- as it came, JSON
  PRIMARY KEY (story, model, position)
);

-- How a person holds a piece of evidence to bear on a hypothesis. Never changed or removed.
CREATE TABLE evidence_link (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, who TEXT NOT NULL,
  verb TEXT NOT NULL,               -- link, decline, withdraw, undo
  item TEXT NOT NULL,               -- id of a row or incident, or `document: words of it`
  hypothesis TEXT NOT NULL,
  band TEXT NOT NULL,               -- how far it speaks for or against; empty when it takes back
  because TEXT NOT NULL,
  kin TEXT,                         -- what it has in common with other evidence
  undoes INTEGER REFERENCES evidence_link(id)
);
CREATE TRIGGER evidence_link_stays BEFORE DELETE ON evidence_link
  BEGIN SELECT RAISE(ABORT, 'links are never removed, only undone'); END;
CREATE TRIGGER evidence_link_stands BEFORE UPDATE ON evidence_link
  BEGIN SELECT RAISE(ABORT, 'links are never changed, only replaced'); END;

-- The ledger of forecasts. Never changed or removed, which the triggers see to; corrections are
-- new entries. `seal` is SHA-256 over the canonical JSON array [number, at, who, kind, question,
-- content, former], `former` the seal of the entry before (64 zeros before the first).
CREATE TABLE ledger_entry (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL, who TEXT NOT NULL,
  kind TEXT NOT NULL,               -- question, answer, outcome, withdrawal
  question TEXT NOT NULL,           -- id of the question it belongs to
  content TEXT NOT NULL,            -- JSON
  former TEXT NOT NULL, seal TEXT NOT NULL UNIQUE
);
CREATE TRIGGER ledger_entry_stays BEFORE DELETE ON ledger_entry
  BEGIN SELECT RAISE(ABORT, 'entries of the ledger are never removed'); END;
CREATE TRIGGER ledger_entry_stands BEFORE UPDATE ON ledger_entry
  BEGIN SELECT RAISE(ABORT, 'entries of the ledger are never changed'); END;

-- One row an incident as of the case's own date, for those who read this file with SQL.
CREATE TABLE incident (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, mode TEXT, actors TEXT NOT NULL, recipients TEXT NOT NULL,
  date_start TEXT, date_end TEXT, place_name TEXT, place_country TEXT, status TEXT NOT NULL,
  killed_min INTEGER, killed_max INTEGER, sources INTEGER NOT NULL,
  summary INTEGER NOT NULL DEFAULT 0  -- 1: all its events sum up many happenings; count it nowhere
) WITHOUT ROWID;
CREATE TABLE incident_event (
  incident TEXT NOT NULL REFERENCES incident(id) ON DELETE CASCADE,
  event TEXT NOT NULL, PRIMARY KEY (incident, event)
) WITHOUT ROWID;

-- Incidents brought in from a table: they need no quote but name their row.
CREATE TABLE row_incident (
  id TEXT PRIMARY KEY, dataset TEXT NOT NULL, file_digest TEXT NOT NULL, row_id TEXT NOT NULL, row TEXT NOT NULL -- JSON
) WITHOUT ROWID;

-- What `brink forecast` said, series by series and month by month, to tell what moved.
CREATE TABLE forecast_run (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, as_of TEXT NOT NULL,
  series TEXT NOT NULL, field TEXT NOT NULL,
  known_to TEXT NOT NULL,           -- last month taken as known
  escalation REAL,                  -- chance; NULL for series that do not count deaths
  model TEXT NOT NULL, version TEXT NOT NULL, inputs TEXT NOT NULL
);
CREATE INDEX forecast_run_series ON forecast_run(series, field, as_of);
CREATE TABLE forecast_month (
  run INTEGER NOT NULL REFERENCES forecast_run(id) ON DELETE CASCADE,
  month TEXT NOT NULL,
  median INTEGER NOT NULL, mean REAL NOT NULL,
  low_50 INTEGER NOT NULL, high_50 INTEGER NOT NULL, low_80 INTEGER NOT NULL, high_80 INTEGER NOT NULL,
  low_90 INTEGER NOT NULL, high_90 INTEGER NOT NULL,
  p_1 REAL NOT NULL, p_25 REAL NOT NULL, p_100 REAL NOT NULL,
  PRIMARY KEY (run, month)
) WITHOUT ROWID;

CREATE TABLE run (                  -- the manifest of every command that wrote
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL, version TEXT NOT NULL, started TEXT NOT NULL, finished TEXT,
  inputs TEXT NOT NULL, as_of TEXT
);

CREATE VIRTUAL TABLE story_text USING fts5(
  story UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 2"
);
