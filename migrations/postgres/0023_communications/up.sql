-- Communications: campaigns, what is broadcast, hung and posted in them, which units do it, and what each has done.
CREATE TABLE communication_campaigns (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  plan_id TEXT COLLATE "C" REFERENCES plans (id),
  name TEXT NOT NULL,
  theme TEXT NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  note TEXT NOT NULL,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX communication_campaigns_by_start ON communication_campaigns (ward_id, starts_on, id);

-- Units see an item once it is released: approved, and not taken back since.
CREATE TABLE communications (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  campaign_id TEXT COLLATE "C" REFERENCES communication_campaigns (id),
  channel TEXT NOT NULL,
  title TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  body TEXT NOT NULL,
  reader TEXT NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  is_released BOOLEAN NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  schedule TEXT NOT NULL,
  places TEXT NOT NULL,
  link TEXT NOT NULL,
  copies INTEGER,
  lead_unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  section_id TEXT COLLATE "C" REFERENCES plan_sections (id) ON DELETE SET NULL,
  task_id TEXT COLLATE "C" REFERENCES tasks (id) ON DELETE SET NULL,
  -- An event's id, without a foreign key: events are a feature of their own.
  event_id TEXT COLLATE "C",
  created_unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  approved_by_id TEXT COLLATE "C" REFERENCES users (id),
  approved_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX communications_by_start ON communications (ward_id, starts_on, id);
CREATE INDEX communications_by_update ON communications (ward_id, updated_at, id);
CREATE INDEX communications_by_title ON communications (ward_id, search_key, id);
CREATE INDEX communications_by_campaign ON communications (campaign_id, starts_on, id);

-- Who does it, what is planned for each, and the sums of what each has reported.
CREATE TABLE communication_units (
  communication_id TEXT COLLATE "C" NOT NULL REFERENCES communications (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  planned INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  times INTEGER NOT NULL,
  last_on DATE,
  PRIMARY KEY (communication_id, unit_id)
);
CREATE INDEX communication_units_by_unit ON communication_units (unit_id, communication_id);

CREATE TABLE communication_reports (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  communication_id TEXT COLLATE "C" NOT NULL REFERENCES communications (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  done_on DATE NOT NULL,
  times INTEGER NOT NULL,
  note TEXT NOT NULL,
  link TEXT NOT NULL,
  by_user_id TEXT COLLATE "C" REFERENCES users (id),
  at TIMESTAMP NOT NULL,
  withdrawn_at TIMESTAMP
);
CREATE INDEX communication_reports_by_item ON communication_reports (communication_id, at, id);
