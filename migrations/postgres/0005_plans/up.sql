CREATE TABLE plans (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  year INTEGER NOT NULL,
  title TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  number TEXT,
  issued_on DATE,
  issuer TEXT NOT NULL,
  theme TEXT NOT NULL,
  slogans TEXT NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  legal_bases TEXT NOT NULL,
  hotlines TEXT NOT NULL,
  recipients TEXT NOT NULL,
  signed_by TEXT,
  status TEXT NOT NULL,
  copied_from_id TEXT COLLATE "C" REFERENCES plans (id),
  published_at TIMESTAMP,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (ward_id, year, title)
);
CREATE INDEX plans_by_year ON plans (ward_id, year, id);

CREATE TABLE plan_sections (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  plan_id TEXT COLLATE "C" NOT NULL REFERENCES plans (id),
  parent_id TEXT COLLATE "C" REFERENCES plan_sections (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX plan_sections_by_plan ON plan_sections (plan_id, position, id);
