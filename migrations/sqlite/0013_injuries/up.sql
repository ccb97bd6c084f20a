-- Accidents and injuries of children. Sex and age are those of the day it happened, so that a quarter's table stays what
-- it was; the description is sealed.
CREATE TABLE injuries (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  child_id TEXT REFERENCES children (id),
  unit_id TEXT REFERENCES units (id),
  neighborhood_id TEXT REFERENCES units (id),
  school_id TEXT REFERENCES units (id),
  happened_on TEXT NOT NULL,
  at_time TEXT NOT NULL,
  kind TEXT NOT NULL,
  place_kind TEXT NOT NULL,
  place TEXT NOT NULL,
  outcome TEXT NOT NULL,
  supervision TEXT NOT NULL,
  description TEXT NOT NULL,
  water TEXT NOT NULL,
  sex TEXT NOT NULL,
  age INTEGER NOT NULL,
  recorded_by_id TEXT REFERENCES users (id),
  cancelled_at TEXT,
  cancel_reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX injuries_by_ward ON injuries (ward_id, happened_on, id);
CREATE INDEX injuries_by_update ON injuries (ward_id, updated_at, id);
CREATE INDEX injuries_by_neighborhood ON injuries (neighborhood_id, happened_on, id);
CREATE INDEX injuries_by_school ON injuries (school_id, happened_on, id);
CREATE INDEX injuries_by_child ON injuries (child_id);
