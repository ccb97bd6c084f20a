-- A row left somebody's scope: phones that keep a copy are told to forget it. Without a unit: the whole ward's.
CREATE TABLE departures (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  unit_id TEXT COLLATE "C" REFERENCES units (id),
  resource TEXT NOT NULL,
  row_id TEXT COLLATE "C" NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE INDEX departures_by_ward ON departures (ward_id, at, row_id);
