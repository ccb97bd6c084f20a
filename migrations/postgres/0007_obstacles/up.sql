CREATE TABLE obstacles (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  task_id TEXT COLLATE "C" REFERENCES tasks (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  raised_by_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  title TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  description TEXT NOT NULL,
  status TEXT NOT NULL,
  escalated_to TEXT,
  escalated_at TIMESTAMP,
  escalation_note TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_by_id TEXT COLLATE "C" REFERENCES users (id),
  answered_at TIMESTAMP,
  answer_due_on DATE NOT NULL,
  closed_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX obstacles_by_ward ON obstacles (ward_id, id);
CREATE INDEX obstacles_by_unit ON obstacles (unit_id, id);
CREATE INDEX obstacles_by_task ON obstacles (task_id);
