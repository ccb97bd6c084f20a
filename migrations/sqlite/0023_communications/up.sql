-- Communications: campaigns, what is broadcast, hung and posted in them, which units do it, and what each has done.
CREATE TABLE communication_campaigns (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  plan_id TEXT REFERENCES plans (id),
  name TEXT NOT NULL,
  theme TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  note TEXT NOT NULL,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX communication_campaigns_by_start ON communication_campaigns (ward_id, starts_on, id);

-- Units see an item once it is released: approved, and not taken back since.
CREATE TABLE communications (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  campaign_id TEXT REFERENCES communication_campaigns (id),
  channel TEXT NOT NULL,
  title TEXT NOT NULL,
  search_key TEXT NOT NULL,
  body TEXT NOT NULL,
  reader TEXT NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  is_released INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  schedule TEXT NOT NULL,
  places TEXT NOT NULL,
  link TEXT NOT NULL,
  copies INTEGER,
  lead_unit_id TEXT NOT NULL REFERENCES units (id),
  section_id TEXT REFERENCES plan_sections (id) ON DELETE SET NULL,
  task_id TEXT REFERENCES tasks (id) ON DELETE SET NULL,
  -- An event's id, without a foreign key: events are a feature of their own.
  event_id TEXT,
  created_unit_id TEXT NOT NULL REFERENCES units (id),
  created_by_id TEXT REFERENCES users (id),
  approved_by_id TEXT REFERENCES users (id),
  approved_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX communications_by_start ON communications (ward_id, starts_on, id);
CREATE INDEX communications_by_update ON communications (ward_id, updated_at, id);
CREATE INDEX communications_by_title ON communications (ward_id, search_key, id);
CREATE INDEX communications_by_campaign ON communications (campaign_id, starts_on, id);

-- Who does it, what is planned for each, and the sums of what each has reported.
CREATE TABLE communication_units (
  communication_id TEXT NOT NULL REFERENCES communications (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  planned INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  times INTEGER NOT NULL,
  last_on TEXT,
  PRIMARY KEY (communication_id, unit_id)
) STRICT;
CREATE INDEX communication_units_by_unit ON communication_units (unit_id, communication_id);

CREATE TABLE communication_reports (
  id TEXT PRIMARY KEY NOT NULL,
  communication_id TEXT NOT NULL REFERENCES communications (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  done_on TEXT NOT NULL,
  times INTEGER NOT NULL,
  note TEXT NOT NULL,
  link TEXT NOT NULL,
  by_user_id TEXT REFERENCES users (id),
  at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX communication_reports_by_item ON communication_reports (communication_id, at, id);
