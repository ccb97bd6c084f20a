-- Consent for one purpose: of the representative, and of a child of seven and more (Law 91/2025/QH15, art. 24).
CREATE TABLE child_consents (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  purpose TEXT NOT NULL,
  age INTEGER NOT NULL,
  child_agrees BOOLEAN,
  representative_name TEXT NOT NULL,
  representative_relation TEXT NOT NULL,
  representative_agrees BOOLEAN NOT NULL,
  method TEXT NOT NULL,
  note TEXT NOT NULL,
  given_on DATE NOT NULL,
  expires_on DATE,
  withdrawn_at TIMESTAMP,
  withdraw_reason TEXT NOT NULL,
  recorded_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX child_consents_by_child ON child_consents (child_id, id);

-- What a family asks about a child's data, with the clocks of Decree 356/2025/NĐ-CP, art. 5.
CREATE TABLE child_data_requests (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL,
  requester_name TEXT NOT NULL,
  requester_relation TEXT NOT NULL,
  details TEXT NOT NULL,
  received_on DATE NOT NULL,
  answer_due_on DATE NOT NULL,
  execute_due_on DATE NOT NULL,
  status TEXT NOT NULL,
  answered_at TIMESTAMP,
  executed_at TIMESTAMP,
  answer TEXT NOT NULL,
  recorded_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX child_data_requests_by_ward ON child_data_requests (ward_id, id);
CREATE INDEX child_data_requests_by_child ON child_data_requests (child_id, id);
