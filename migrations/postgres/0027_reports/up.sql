-- Reports of units and of the ward. What is being written stands in `reports`; what was submitted is frozen as a revision:
-- its words, its numbers, and the rows that each number came from (sealed: ids of children and cases).
CREATE TABLE reports (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  -- The unit whose report it is; none: the ward's own.
  unit_id TEXT COLLATE "C" REFERENCES units (id),
  -- The ward or the unit, so that there is one report of each for a kind and a period.
  subject_id TEXT COLLATE "C" NOT NULL,
  plan_id TEXT COLLATE "C" NOT NULL REFERENCES plans (id),
  kind TEXT COLLATE "C" NOT NULL,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  period_from DATE NOT NULL,
  period_to DATE NOT NULL,
  due_on DATE,
  status TEXT NOT NULL,
  -- How many revisions are frozen.
  revision INTEGER NOT NULL,
  -- Which of them the upper level has, and what it did with it.
  sent_revision INTEGER,
  sent_status TEXT,
  sent_title TEXT,
  head TEXT NOT NULL,
  sections TEXT NOT NULL,
  numbers TEXT NOT NULL,
  reason TEXT NOT NULL,
  submitted_by_id TEXT COLLATE "C" REFERENCES users (id),
  submitted_at TIMESTAMP,
  approved_by_id TEXT COLLATE "C" REFERENCES users (id),
  approved_for_id TEXT COLLATE "C" REFERENCES users (id),
  approved_at TIMESTAMP,
  sent_at TIMESTAMP,
  acknowledged_at TIMESTAMP,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (subject_id, kind, plan_id, period_to)
);
CREATE INDEX reports_by_ward ON reports (ward_id, period_to, id);
CREATE INDEX reports_by_unit ON reports (unit_id, period_to, id);
CREATE INDEX reports_by_plan ON reports (plan_id, kind, period_to);
CREATE INDEX reports_sent ON reports (ward_id, year, kind);

CREATE TABLE report_revisions (
  report_id TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  revision INTEGER NOT NULL,
  head TEXT NOT NULL,
  sections TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_user_id TEXT COLLATE "C" REFERENCES users (id),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (report_id, revision)
);

CREATE TABLE report_values (
  report_id TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  revision INTEGER NOT NULL,
  code TEXT COLLATE "C" NOT NULL,
  position INTEGER NOT NULL,
  figure TEXT NOT NULL,
  -- Beside the whole figure, for sums over many wards.
  value BIGINT,
  sources TEXT NOT NULL,
  PRIMARY KEY (report_id, revision, code)
);

-- Everything that was done with a report, in the order in which it was done.
CREATE TABLE report_steps (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  report_id TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  revision INTEGER NOT NULL,
  action TEXT NOT NULL,
  note TEXT NOT NULL,
  by_user_id TEXT COLLATE "C",
  unit_id TEXT COLLATE "C",
  at TIMESTAMP NOT NULL
);
CREATE INDEX report_steps_by_report ON report_steps (report_id, id);

-- Who was reminded of a report that is not there.
CREATE TABLE report_reminders (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  plan_id TEXT COLLATE "C" NOT NULL REFERENCES plans (id),
  kind TEXT COLLATE "C" NOT NULL,
  period_to DATE NOT NULL,
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  sent_by_id TEXT COLLATE "C" REFERENCES users (id),
  sent_at TIMESTAMP NOT NULL
);
CREATE INDEX report_reminders_by_plan ON report_reminders (plan_id, kind, period_to, unit_id, id);
