CREATE TABLE plans (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  year INTEGER NOT NULL,
  title TEXT NOT NULL,
  search_key TEXT NOT NULL,
  number TEXT,
  issued_on TEXT,
  issuer TEXT NOT NULL,
  theme TEXT NOT NULL,
  slogans TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  legal_bases TEXT NOT NULL,
  hotlines TEXT NOT NULL,
  recipients TEXT NOT NULL,
  signed_by TEXT,
  status TEXT NOT NULL,
  copied_from_id TEXT REFERENCES plans (id),
  published_at TEXT,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (ward_id, year, title)
) STRICT;
CREATE INDEX plans_by_year ON plans (ward_id, year, id);

CREATE TABLE plan_sections (
  id TEXT PRIMARY KEY NOT NULL,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  parent_id TEXT REFERENCES plan_sections (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX plan_sections_by_plan ON plan_sections (plan_id, position, id);
