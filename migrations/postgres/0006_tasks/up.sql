CREATE TABLE tasks (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  plan_id TEXT COLLATE "C" REFERENCES plans (id),
  section_id TEXT COLLATE "C" REFERENCES plan_sections (id),
  title TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  description TEXT NOT NULL,
  source TEXT NOT NULL,
  lead_unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  each_unit BOOLEAN NOT NULL,
  starts_on DATE,
  due_on DATE NOT NULL,
  priority INTEGER NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  progress INTEGER NOT NULL,
  target BIGINT,
  actual BIGINT,
  measure TEXT,
  upper_number TEXT,
  upper_date DATE,
  evidence_required INTEGER NOT NULL,
  is_published BOOLEAN NOT NULL,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX tasks_by_due ON tasks (ward_id, due_on, id);
CREATE INDEX tasks_by_update ON tasks (ward_id, updated_at, id);
CREATE INDEX tasks_by_title ON tasks (ward_id, search_key, id);
CREATE INDEX tasks_by_priority ON tasks (ward_id, priority, id);
CREATE INDEX tasks_by_plan ON tasks (plan_id, due_on, id);
CREATE INDEX tasks_by_lead ON tasks (lead_unit_id, due_on, id);
CREATE INDEX tasks_by_section ON tasks (section_id);

-- Every unit's own share of a task: who has reported, who has not.
CREATE TABLE task_parts (
  task_id TEXT COLLATE "C" NOT NULL REFERENCES tasks (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  is_lead BOOLEAN NOT NULL,
  status TEXT NOT NULL,
  progress INTEGER NOT NULL,
  actual BIGINT,
  reported_at TIMESTAMP,
  PRIMARY KEY (task_id, unit_id)
);
CREATE INDEX task_parts_by_unit ON task_parts (unit_id, task_id);

CREATE TABLE task_updates (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  task_id TEXT COLLATE "C" NOT NULL REFERENCES tasks (id),
  kind TEXT NOT NULL,
  unit_id TEXT COLLATE "C" REFERENCES units (id),
  by_user_id TEXT COLLATE "C" REFERENCES users (id),
  acting_for_id TEXT COLLATE "C" REFERENCES users (id),
  at TIMESTAMP NOT NULL,
  status TEXT,
  progress INTEGER,
  actual BIGINT,
  note TEXT NOT NULL
);
CREATE INDEX task_updates_by_task ON task_updates (task_id, id);

CREATE TABLE reminders (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  task_id TEXT COLLATE "C" NOT NULL REFERENCES tasks (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  kind TEXT NOT NULL,
  due_on DATE NOT NULL,
  sent_at TIMESTAMP NOT NULL,
  sent_by_id TEXT COLLATE "C" REFERENCES users (id),
  message TEXT NOT NULL,
  answered_at TIMESTAMP,
  answer_update_id TEXT COLLATE "C" REFERENCES task_updates (id)
);
CREATE INDEX reminders_by_ward ON reminders (ward_id, id);
CREATE INDEX reminders_by_task ON reminders (task_id, unit_id, id);
