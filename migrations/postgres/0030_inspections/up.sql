-- Inspections and supervisions: which units are looked at, one visit for each, and what they are asked to put right.
CREATE TABLE inspections (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  purpose TEXT NOT NULL,
  plan_id TEXT COLLATE "C" REFERENCES plans (id),
  section_id TEXT COLLATE "C" REFERENCES plan_sections (id) ON DELETE SET NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  lead_unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  members TEXT NOT NULL,
  topics TEXT NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  conclusion TEXT NOT NULL,
  done_on DATE,
  done_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX inspections_by_start ON inspections (ward_id, starts_on, id);
CREATE INDEX inspections_by_update ON inspections (ward_id, updated_at, id);
CREATE INDEX inspections_by_title ON inspections (ward_id, search_key, id);

CREATE TABLE inspection_visits (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  inspection_id TEXT COLLATE "C" NOT NULL REFERENCES inspections (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  visited_on DATE,
  begun TEXT,
  ended TEXT,
  place TEXT NOT NULL,
  present TEXT NOT NULL,
  answers TEXT NOT NULL,
  findings TEXT NOT NULL,
  positives TEXT NOT NULL,
  unit_opinion TEXT NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (inspection_id, unit_id)
);
CREATE INDEX inspection_visits_by_unit ON inspection_visits (unit_id, inspection_id);

-- The lead unit stands here too: whoever inspects sees what it asked for, without a look at the inspection.
CREATE TABLE inspection_recommendations (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  inspection_id TEXT COLLATE "C" NOT NULL REFERENCES inspections (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  lead_unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  made_on DATE NOT NULL,
  due_on DATE NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  fix_note TEXT NOT NULL,
  fixed_at TIMESTAMP,
  fixed_by_id TEXT COLLATE "C" REFERENCES users (id),
  check_note TEXT NOT NULL,
  verified_at TIMESTAMP,
  verified_by_id TEXT COLLATE "C" REFERENCES users (id),
  -- How far the reminders have come: 0 nobody was told, 1 that it is due soon, 2 that it is late.
  told_step INTEGER NOT NULL,
  reminded_on DATE,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (inspection_id, number)
);
CREATE INDEX inspection_recommendations_by_due ON inspection_recommendations (ward_id, due_on, id);
CREATE INDEX inspection_recommendations_by_update ON inspection_recommendations (ward_id, updated_at, id);
CREATE INDEX inspection_recommendations_by_unit ON inspection_recommendations (unit_id, due_on, id);
