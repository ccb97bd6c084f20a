-- Cases of child protection (Decree 56/2017). Who the child is and every word about it are sealed; "child_index" finds the
-- cases of one child by a keyed fingerprint. In the clear: states, clocks and who works on it.
CREATE TABLE cases (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  concern_id TEXT REFERENCES concerns (id),
  child_index TEXT,
  content TEXT NOT NULL,
  received_at TEXT NOT NULL,
  known_at TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by_id TEXT REFERENCES users (id),
  danger_level TEXT NOT NULL,
  protection_level TEXT NOT NULL,
  status TEXT NOT NULL,
  round INTEGER NOT NULL,
  file_round INTEGER NOT NULL,
  police_passed_at TEXT,
  closing_kind TEXT,
  closing_by_id TEXT REFERENCES users (id),
  closing_at TEXT,
  closed_at TEXT,
  closed_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (ward_id, year, number)
) STRICT;
CREATE INDEX cases_by_opening ON cases (ward_id, opened_at, id);
CREATE INDEX cases_by_child ON cases (child_index);
CREATE INDEX cases_by_concern ON cases (concern_id);
CREATE INDEX cases_by_update ON cases (ward_id, updated_at, id);
CREATE TABLE case_assignees (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  added_by_id TEXT REFERENCES users (id),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX case_assignees_by_case ON case_assignees (case_id, removed_at);
CREATE INDEX case_assignees_by_user ON case_assignees (user_id, removed_at);
CREATE TABLE case_deadlines (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  round INTEGER NOT NULL,
  kind TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  working_days INTEGER,
  met_at TEXT,
  cancelled_at TEXT,
  told_step INTEGER NOT NULL
) STRICT;
CREATE INDEX case_deadlines_by_case ON case_deadlines (case_id, kind);
CREATE INDEX case_deadlines_by_due ON case_deadlines (ward_id, due_at, id);
CREATE TABLE case_forms (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  round INTEGER NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  completed_at TEXT,
  completed_by_id TEXT REFERENCES users (id),
  updated_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX case_forms_by_case ON case_forms (case_id, kind, created_at);
CREATE TABLE case_entries (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  at TEXT NOT NULL,
  by_user_id TEXT REFERENCES users (id),
  unit_id TEXT REFERENCES units (id),
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX case_entries_by_case ON case_entries (case_id, at, id);
CREATE TABLE case_measures (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  round INTEGER NOT NULL,
  kind TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT,
  ended_at TEXT,
  content TEXT NOT NULL,
  decided_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX case_measures_by_case ON case_measures (case_id, starts_at);
CREATE TABLE case_referrals (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  service TEXT NOT NULL,
  to_unit_id TEXT REFERENCES units (id),
  content TEXT NOT NULL,
  status TEXT NOT NULL,
  sent_by_id TEXT REFERENCES users (id),
  sent_at TEXT NOT NULL,
  answer_due_at TEXT NOT NULL,
  answered_at TEXT,
  answered_by_id TEXT REFERENCES users (id),
  done_at TEXT,
  revoked_at TEXT,
  told_at TEXT,
  link_index TEXT,
  link_expires_at TEXT,
  version INTEGER NOT NULL,
  UNIQUE (link_index)
) STRICT;
CREATE INDEX case_referrals_by_case ON case_referrals (case_id, sent_at);
CREATE INDEX case_referrals_by_unit ON case_referrals (to_unit_id, sent_at);
CREATE INDEX case_referrals_by_due ON case_referrals (ward_id, status, answer_due_at);
CREATE TABLE case_files (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  part TEXT NOT NULL,
  content TEXT NOT NULL,
  added_by_id TEXT REFERENCES users (id),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX case_files_by_case ON case_files (case_id, added_at);
CREATE TABLE case_glass (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  content TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  reviewed_by_id TEXT REFERENCES users (id),
  reviewed_at TEXT
) STRICT;
CREATE INDEX case_glass_by_user ON case_glass (user_id, ends_at);
CREATE INDEX case_glass_by_ward ON case_glass (ward_id, starts_at, id);
CREATE TABLE case_secrets (
  case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id),
  content TEXT NOT NULL,
  updated_by_id TEXT REFERENCES users (id),
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE TABLE case_secret_readers (
  case_id TEXT NOT NULL REFERENCES cases (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  added_by_id TEXT REFERENCES users (id),
  added_at TEXT NOT NULL,
  PRIMARY KEY (case_id, user_id)
) STRICT;
