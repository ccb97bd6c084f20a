CREATE TABLE obstacles (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  task_id TEXT REFERENCES tasks (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  raised_by_id TEXT NOT NULL REFERENCES users (id),
  title TEXT NOT NULL,
  search_key TEXT NOT NULL,
  description TEXT NOT NULL,
  status TEXT NOT NULL,
  escalated_to TEXT,
  escalated_at TEXT,
  escalation_note TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_by_id TEXT REFERENCES users (id),
  answered_at TEXT,
  answer_due_on TEXT NOT NULL,
  closed_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX obstacles_by_ward ON obstacles (ward_id, id);
CREATE INDEX obstacles_by_unit ON obstacles (unit_id, id);
CREATE INDEX obstacles_by_task ON obstacles (task_id);
