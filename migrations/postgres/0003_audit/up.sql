-- Insert-only. No personal data of children: route words, ids and the changed fields of office rows.
CREATE TABLE audit (
  seq BIGSERIAL PRIMARY KEY,
  at TIMESTAMP NOT NULL,
  ward_id TEXT COLLATE "C",
  actor_id TEXT COLLATE "C",
  acting_for_id TEXT COLLATE "C",
  action TEXT NOT NULL,
  resource TEXT NOT NULL,
  row_id TEXT COLLATE "C",
  changes TEXT NOT NULL,
  outcome TEXT NOT NULL,
  request_id TEXT NOT NULL
);
CREATE INDEX audit_by_ward ON audit (ward_id, seq);
CREATE INDEX audit_by_row ON audit (resource, row_id, seq);
CREATE INDEX audit_by_actor ON audit (actor_id, seq);

-- One answer for one key: a phone may repeat a request whose answer was lost.
CREATE TABLE idempotency_keys (
  user_id TEXT COLLATE "C" NOT NULL,
  idempotency_key TEXT COLLATE "C" NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  location TEXT,
  body TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (user_id, idempotency_key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Jobs of several processes on one database take turns.
CREATE TABLE job_leases (
  name TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  holder TEXT NOT NULL,
  until TIMESTAMP NOT NULL,
  last_run_at TIMESTAMP
);
