CREATE TABLE tasks (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  plan_id TEXT REFERENCES plans (id),
  section_id TEXT REFERENCES plan_sections (id),
  title TEXT NOT NULL,
  search_key TEXT NOT NULL,
  description TEXT NOT NULL,
  source TEXT NOT NULL,
  lead_unit_id TEXT NOT NULL REFERENCES units (id),
  each_unit INTEGER NOT NULL,
  starts_on TEXT,
  due_on TEXT NOT NULL,
  priority INTEGER NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  progress INTEGER NOT NULL,
  target INTEGER,
  actual INTEGER,
  measure TEXT,
  upper_number TEXT,
  upper_date TEXT,
  evidence_required INTEGER NOT NULL,
  is_published INTEGER NOT NULL,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX tasks_by_due ON tasks (ward_id, due_on, id);
CREATE INDEX tasks_by_update ON tasks (ward_id, updated_at, id);
CREATE INDEX tasks_by_title ON tasks (ward_id, search_key, id);
CREATE INDEX tasks_by_priority ON tasks (ward_id, priority, id);
CREATE INDEX tasks_by_plan ON tasks (plan_id, due_on, id);
CREATE INDEX tasks_by_lead ON tasks (lead_unit_id, due_on, id);
CREATE INDEX tasks_by_section ON tasks (section_id);

-- Every unit's own share of a task: who has reported, who has not.
CREATE TABLE task_parts (
  task_id TEXT NOT NULL REFERENCES tasks (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  is_lead INTEGER NOT NULL,
  status TEXT NOT NULL,
  progress INTEGER NOT NULL,
  actual INTEGER,
  reported_at TEXT,
  PRIMARY KEY (task_id, unit_id)
) STRICT;
CREATE INDEX task_parts_by_unit ON task_parts (unit_id, task_id);

CREATE TABLE task_updates (
  id TEXT PRIMARY KEY NOT NULL,
  task_id TEXT NOT NULL REFERENCES tasks (id),
  kind TEXT NOT NULL,
  unit_id TEXT REFERENCES units (id),
  by_user_id TEXT REFERENCES users (id),
  acting_for_id TEXT REFERENCES users (id),
  at TEXT NOT NULL,
  status TEXT,
  progress INTEGER,
  actual INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX task_updates_by_task ON task_updates (task_id, id);

CREATE TABLE reminders (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  task_id TEXT NOT NULL REFERENCES tasks (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  sent_by_id TEXT REFERENCES users (id),
  message TEXT NOT NULL,
  answered_at TEXT,
  answer_update_id TEXT REFERENCES task_updates (id)
) STRICT;
CREATE INDEX reminders_by_ward ON reminders (ward_id, id);
CREATE INDEX reminders_by_task ON reminders (task_id, unit_id, id);
