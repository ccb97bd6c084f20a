-- Events of the month and of the year. Sessions of one series share `series_id`, the id of its first session: their
-- safety plan is one, that of the first. What is only ever read with its event lies in JSON beside it.
CREATE TABLE events (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  series_id TEXT,
  title TEXT NOT NULL,
  search_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  place TEXT NOT NULL,
  point TEXT NOT NULL,
  neighborhood_id TEXT REFERENCES units (id),
  lead_unit_id TEXT NOT NULL REFERENCES units (id),
  created_unit_id TEXT REFERENCES units (id),
  section_id TEXT REFERENCES plan_sections (id),
  task_id TEXT REFERENCES tasks (id),
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  details TEXT NOT NULL,
  conditions TEXT NOT NULL,
  expected_children INTEGER NOT NULL,
  expected_adults INTEGER NOT NULL,
  actual_children INTEGER,
  actual_adults INTEGER,
  budget TEXT NOT NULL,
  outcome TEXT NOT NULL,
  is_public INTEGER NOT NULL,
  safety_plan_required INTEGER NOT NULL,
  approval TEXT NOT NULL,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_start ON events (ward_id, starts_at, id);
CREATE INDEX events_by_end ON events (ward_id, ends_at, id);
CREATE INDEX events_by_update ON events (ward_id, updated_at, id);
CREATE INDEX events_by_series ON events (series_id, starts_at, id);
CREATE INDEX events_by_task ON events (task_id);

-- Units that take part beside the lead.
CREATE TABLE event_units (
  event_id TEXT NOT NULL REFERENCES events (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  PRIMARY KEY (event_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_units_by_unit ON event_units (unit_id, event_id);

-- The plan that keeps a crowd safe: one for an event, or for all sessions of a series. `covers` says what was approved.
CREATE TABLE safety_plans (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  event_id TEXT NOT NULL UNIQUE REFERENCES events (id),
  status TEXT NOT NULL,
  items TEXT NOT NULL,
  risks TEXT NOT NULL,
  officers TEXT NOT NULL,
  note TEXT NOT NULL,
  return_reason TEXT NOT NULL,
  decision_number TEXT NOT NULL,
  decision_date TEXT,
  covers TEXT NOT NULL,
  drafted_by_id TEXT REFERENCES users (id),
  drafted_at TEXT,
  decided_by_id TEXT REFERENCES users (id),
  decided_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX safety_plans_by_status ON safety_plans (ward_id, status, id);
