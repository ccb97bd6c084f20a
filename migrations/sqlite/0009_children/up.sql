-- A child of the ward. Numbers of identity are sealed; `personal_id_index` finds them by equality.
-- Never deleted: moved out, grown up, merged into another row, or erased down to a tombstone.
CREATE TABLE children (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  code TEXT NOT NULL,
  full_name TEXT NOT NULL,
  search_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  match_key TEXT NOT NULL,
  date_of_birth TEXT NOT NULL,
  birth_year_only INTEGER NOT NULL,
  sex TEXT NOT NULL,
  ethnicity TEXT,
  personal_id TEXT,
  personal_id_index TEXT,
  neighborhood_id TEXT REFERENCES units (id),
  school_id TEXT REFERENCES units (id),
  grade TEXT NOT NULL,
  addresses TEXT NOT NULL,
  health_insurance_no TEXT,
  health_insurance_valid_to TEXT,
  disability TEXT NOT NULL,
  disability_degree TEXT,
  illness TEXT NOT NULL,
  poverty TEXT NOT NULL,
  can_swim INTEGER,
  medical_warning TEXT NOT NULL,
  notes TEXT NOT NULL,
  status TEXT NOT NULL,
  status_on TEXT,
  merged_into_id TEXT REFERENCES children (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (ward_id, code)
) STRICT;
CREATE INDEX children_by_name ON children (ward_id, sort_key, id);
CREATE INDEX children_by_neighborhood ON children (neighborhood_id, sort_key, id);
CREATE INDEX children_by_school ON children (school_id, sort_key, id);
CREATE INDEX children_by_birth ON children (ward_id, date_of_birth, id);
CREATE INDEX children_by_update ON children (ward_id, updated_at, id);
CREATE INDEX children_by_match ON children (ward_id, match_key);
CREATE INDEX children_by_personal_id ON children (personal_id_index);

CREATE TABLE child_guardians (
  id TEXT PRIMARY KEY NOT NULL,
  child_id TEXT NOT NULL REFERENCES children (id),
  position INTEGER NOT NULL,
  relation TEXT NOT NULL,
  full_name TEXT NOT NULL,
  match_key TEXT NOT NULL,
  phone TEXT,
  occupation TEXT NOT NULL
) STRICT;
CREATE INDEX child_guardians_by_child ON child_guardians (child_id, position);

-- Special circumstances (Law on Children, art. 10) and risks, each with its days and its paper.
CREATE TABLE child_circumstances (
  id TEXT PRIMARY KEY NOT NULL,
  child_id TEXT NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  sub_code TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  evidence TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  cancelled_at TEXT,
  cancel_reason TEXT NOT NULL
) STRICT;
CREATE INDEX child_circumstances_by_child ON child_circumstances (child_id, id);
CREATE INDEX child_circumstances_by_code ON child_circumstances (code, child_id);

-- What a child was given: visits, gifts, cards, classes.
CREATE TABLE child_supports (
  id TEXT PRIMARY KEY NOT NULL,
  child_id TEXT NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  programme TEXT NOT NULL,
  value INTEGER,
  note TEXT NOT NULL,
  recorded_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  cancelled_at TEXT,
  cancel_reason TEXT NOT NULL
) STRICT;
CREATE INDEX child_supports_by_child ON child_supports (child_id, on_date);
CREATE INDEX child_supports_by_kind ON child_supports (kind, on_date, child_id);

-- Every change of a child's row; the contents are sealed, because the audit log may not hold them.
CREATE TABLE child_history (
  id TEXT PRIMARY KEY NOT NULL,
  child_id TEXT NOT NULL REFERENCES children (id),
  at TEXT NOT NULL,
  by_user_id TEXT REFERENCES users (id),
  source TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX child_history_by_child ON child_history (child_id, id);

-- Two rows that somebody looked at and found to be two children; the smaller id first.
CREATE TABLE child_distinctions (
  first_id TEXT NOT NULL REFERENCES children (id),
  second_id TEXT NOT NULL REFERENCES children (id),
  reason TEXT NOT NULL,
  by_user_id TEXT REFERENCES users (id),
  at TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id)
) STRICT;

-- Two rows made one; `snapshot` (sealed) is what takes it back.
CREATE TABLE child_merges (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  kept_id TEXT NOT NULL REFERENCES children (id),
  gone_id TEXT NOT NULL REFERENCES children (id),
  snapshot TEXT NOT NULL,
  by_user_id TEXT REFERENCES users (id),
  at TEXT NOT NULL,
  undone_at TEXT,
  undone_by_id TEXT REFERENCES users (id)
) STRICT;
CREATE INDEX child_merges_by_ward ON child_merges (ward_id, id);
CREATE INDEX child_merges_by_kept ON child_merges (kept_id, id);
