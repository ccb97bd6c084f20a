-- The pupils of a school who spend the summer in a neighborhood: handed over in May, returned in August. `details` is
-- the head of the minutes (JSON): place and time, who stands for whom, documents, copies.
CREATE TABLE summer_handovers (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  year INTEGER NOT NULL,
  school_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  neighborhood_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  status TEXT NOT NULL,
  details TEXT NOT NULL,
  summer_from DATE,
  summer_to DATE,
  handed_over_by_id TEXT COLLATE "C" REFERENCES users (id),
  handed_over_at TIMESTAMP,
  handed_over_position TEXT NOT NULL,
  received_by_id TEXT COLLATE "C" REFERENCES users (id),
  received_at TIMESTAMP,
  received_position TEXT NOT NULL,
  returned_by_id TEXT COLLATE "C" REFERENCES users (id),
  returned_at TIMESTAMP,
  returned_position TEXT NOT NULL,
  reopen_reason TEXT NOT NULL,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX summer_handovers_by_ward ON summer_handovers (ward_id, year, created_at, id);
CREATE INDEX summer_handovers_by_neighborhood ON summer_handovers (neighborhood_id, year);
CREATE INDEX summer_handovers_by_school ON summer_handovers (school_id, year);
CREATE INDEX summer_handovers_by_update ON summer_handovers (ward_id, updated_at, id);

-- What is said of a child in one handover; who the child is stands in the registry alone.
CREATE TABLE summer_handover_children (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  handover_id TEXT COLLATE "C" NOT NULL REFERENCES summer_handovers (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  membership TEXT NOT NULL,
  note TEXT NOT NULL,
  academic TEXT NOT NULL,
  conduct TEXT NOT NULL,
  talents TEXT NOT NULL,
  teacher TEXT NOT NULL,
  rating TEXT,
  remarks TEXT NOT NULL,
  commended BOOLEAN NOT NULL,
  added_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (handover_id, child_id)
);
CREATE INDEX summer_handover_children_by_child ON summer_handover_children (child_id, handover_id);

CREATE TABLE summer_groups (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  year INTEGER NOT NULL,
  neighborhood_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  leaders TEXT NOT NULL,
  note TEXT NOT NULL,
  cancelled_at TIMESTAMP,
  cancel_reason TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX summer_groups_by_ward ON summer_groups (ward_id, created_at, id);
CREATE INDEX summer_groups_by_neighborhood ON summer_groups (neighborhood_id, year);

CREATE TABLE summer_group_members (
  group_id TEXT COLLATE "C" NOT NULL REFERENCES summer_groups (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  source TEXT NOT NULL,
  joined_at TIMESTAMP NOT NULL,
  PRIMARY KEY (group_id, child_id)
);
CREATE INDEX summer_group_members_by_child ON summer_group_members (child_id, group_id);

-- `announcement` (JSON) is what Circular 27/2022/TT-BLĐTBXH asks to be made known before.
CREATE TABLE summer_sessions (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  year INTEGER NOT NULL,
  neighborhood_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  group_id TEXT COLLATE "C" REFERENCES summer_groups (id),
  on_date DATE NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  place TEXT NOT NULL,
  content TEXT NOT NULL,
  announcement TEXT NOT NULL,
  cancelled_at TIMESTAMP,
  cancel_reason TEXT NOT NULL,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX summer_sessions_by_ward ON summer_sessions (ward_id, on_date, id);
CREATE INDEX summer_sessions_by_neighborhood ON summer_sessions (neighborhood_id, on_date, id);
CREATE INDEX summer_sessions_by_group ON summer_sessions (group_id, on_date);

-- Every mark that a phone sent is kept; the latest of each child is the current one.
CREATE TABLE summer_marks (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  session_id TEXT COLLATE "C" NOT NULL REFERENCES summer_sessions (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  marked_at TIMESTAMP NOT NULL,
  marked_by_id TEXT COLLATE "C" REFERENCES users (id),
  received_at TIMESTAMP NOT NULL,
  is_current BOOLEAN NOT NULL
);
CREATE INDEX summer_marks_by_session ON summer_marks (session_id, child_id);
CREATE INDEX summer_marks_by_child ON summer_marks (child_id, session_id);

-- What parents and children of seven and older said before the first session (Circular 27/2022, art. 3 and 4).
CREATE TABLE summer_opinions (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  year INTEGER NOT NULL,
  neighborhood_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  parents TEXT NOT NULL,
  child_says TEXT,
  asked_on DATE NOT NULL,
  method TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by_id TEXT COLLATE "C" REFERENCES users (id),
  updated_at TIMESTAMP NOT NULL,
  UNIQUE (year, child_id)
);
CREATE INDEX summer_opinions_by_neighborhood ON summer_opinions (neighborhood_id, year);

CREATE TABLE summer_leaves (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  neighborhood_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  from_date DATE NOT NULL,
  to_date DATE NOT NULL,
  reason TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  recorded_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  cancelled_at TIMESTAMP,
  cancel_reason TEXT NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX summer_leaves_by_ward ON summer_leaves (ward_id, created_at, id);
CREATE INDEX summer_leaves_by_child ON summer_leaves (child_id, from_date);
CREATE INDEX summer_leaves_by_neighborhood ON summer_leaves (neighborhood_id, from_date);
