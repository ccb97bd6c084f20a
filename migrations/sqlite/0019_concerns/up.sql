-- Concerns (Mẫu 01 of Decree 56/2017): what somebody told of a child. The words are sealed in "content", whoever told them
-- apart in "reporter"; the columns in the clear say when, on which way and how far, never about whom.
CREATE TABLE concerns (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  told_at TEXT,
  known_at TEXT NOT NULL,
  received_via TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  danger_level TEXT NOT NULL,
  status TEXT NOT NULL,
  is_public INTEGER NOT NULL,
  is_suspect INTEGER NOT NULL,
  created_by_id TEXT REFERENCES users (id),
  unit_id TEXT REFERENCES units (id),
  neighborhood_id TEXT REFERENCES units (id),
  content TEXT NOT NULL,
  reporter TEXT NOT NULL,
  follow_up_index TEXT,
  decision TEXT,
  screening TEXT NOT NULL,
  screened_by_id TEXT REFERENCES users (id),
  screened_at TEXT,
  confirmed_by_id TEXT REFERENCES users (id),
  confirmed_at TEXT,
  duplicate_of_id TEXT REFERENCES concerns (id),
  referred_unit_id TEXT REFERENCES units (id),
  case_id TEXT,
  told_step INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (ward_id, year, number),
  UNIQUE (follow_up_index)
) STRICT;
CREATE INDEX concerns_by_receipt ON concerns (ward_id, received_at, id);
CREATE INDEX concerns_by_author ON concerns (created_by_id, received_at, id);
CREATE INDEX concerns_by_referral ON concerns (referred_unit_id, received_at, id);
CREATE INDEX concerns_by_status ON concerns (ward_id, status, known_at);
CREATE INDEX concerns_by_update ON concerns (ward_id, updated_at, id);
