-- Accidents and injuries of children. Sex and age are those of the day it happened, so that a quarter's table stays what
-- it was; the description is sealed.
CREATE TABLE injuries (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  child_id TEXT COLLATE "C" REFERENCES children (id),
  unit_id TEXT COLLATE "C" REFERENCES units (id),
  neighborhood_id TEXT COLLATE "C" REFERENCES units (id),
  school_id TEXT COLLATE "C" REFERENCES units (id),
  happened_on DATE NOT NULL,
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
  recorded_by_id TEXT COLLATE "C" REFERENCES users (id),
  cancelled_at TIMESTAMP,
  cancel_reason TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX injuries_by_ward ON injuries (ward_id, happened_on, id);
CREATE INDEX injuries_by_update ON injuries (ward_id, updated_at, id);
CREATE INDEX injuries_by_neighborhood ON injuries (neighborhood_id, happened_on, id);
CREATE INDEX injuries_by_school ON injuries (school_id, happened_on, id);
CREATE INDEX injuries_by_child ON injuries (child_id);
