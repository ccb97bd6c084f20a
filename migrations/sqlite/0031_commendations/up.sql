-- Commendations of units, groups and adults; never of children. One decision may hold several.
CREATE TABLE commendation_decisions (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  number INTEGER,
  title TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  decided_by_id TEXT REFERENCES users (id),
  -- For whom a deputy signed (KT. CHỦ TỊCH).
  acting_for_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX commendation_decisions_by_day ON commendation_decisions (ward_id, decided_on, id);

CREATE TABLE commendations (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  plan_id TEXT REFERENCES plans (id),
  kind TEXT NOT NULL,
  unit_id TEXT REFERENCES units (id),
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  search_key TEXT NOT NULL,
  form TEXT NOT NULL,
  achievement TEXT NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  decision_id TEXT REFERENCES commendation_decisions (id),
  awarded_on TEXT,
  awarded_at TEXT NOT NULL,
  proposed_on TEXT NOT NULL,
  proposed_unit_id TEXT NOT NULL REFERENCES units (id),
  proposed_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX commendations_by_day ON commendations (ward_id, proposed_on, id);
CREATE INDEX commendations_by_update ON commendations (ward_id, updated_at, id);
CREATE INDEX commendations_by_name ON commendations (ward_id, search_key, id);
CREATE INDEX commendations_by_decision ON commendations (decision_id, id);

-- The accepted tasks that a proposal rests on.
CREATE TABLE commendation_tasks (
  commendation_id TEXT NOT NULL REFERENCES commendations (id),
  task_id TEXT NOT NULL REFERENCES tasks (id),
  PRIMARY KEY (commendation_id, task_id)
) STRICT;
