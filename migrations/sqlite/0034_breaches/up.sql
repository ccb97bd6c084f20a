-- The register of violations of personal data (Law 91/2025/QH15, art. 23): what is told in words is sealed in "content";
-- the columns in the clear say when, of which kind and how far.
CREATE TABLE breaches (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  -- The clock starts here.
  discovered_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  data_kinds TEXT NOT NULL,
  people_count INTEGER,
  children_touched INTEGER,
  -- Undecided counts like "may_harm": the clock runs.
  harm TEXT,
  content TEXT NOT NULL,
  reported_by_id TEXT REFERENCES users (id),
  assessed_by_id TEXT REFERENCES users (id),
  assessed_at TEXT,
  notified_by_id TEXT REFERENCES users (id),
  notified_at TEXT,
  people_told_by_id TEXT REFERENCES users (id),
  people_told_at TEXT,
  closed_by_id TEXT REFERENCES users (id),
  closed_at TEXT,
  -- Told, or found harmless: no clock runs any more.
  clock_stopped_at TEXT,
  told_step INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (ward_id, year, number)
) STRICT;
CREATE INDEX breaches_by_discovery ON breaches (ward_id, discovered_at, id);
CREATE INDEX breaches_by_due ON breaches (ward_id, due_at, id);
CREATE INDEX breaches_by_reporter ON breaches (reported_by_id, discovered_at, id);
CREATE INDEX breaches_by_reporter_due ON breaches (reported_by_id, due_at, id);

-- What was done about one; the words are sealed.
CREATE TABLE breach_measures (
  id TEXT PRIMARY KEY NOT NULL,
  breach_id TEXT NOT NULL REFERENCES breaches (id),
  done_at TEXT NOT NULL,
  content TEXT NOT NULL,
  recorded_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX breach_measures_by_breach ON breach_measures (breach_id, done_at, id);
