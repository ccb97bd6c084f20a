-- Insert-only. No personal data of children: route words, ids and the changed fields of office rows.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  at TEXT NOT NULL,
  ward_id TEXT,
  actor_id TEXT,
  acting_for_id TEXT,
  action TEXT NOT NULL,
  resource TEXT NOT NULL,
  row_id TEXT,
  changes TEXT NOT NULL,
  outcome TEXT NOT NULL,
  request_id TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_ward ON audit (ward_id, seq);
CREATE INDEX audit_by_row ON audit (resource, row_id, seq);
CREATE INDEX audit_by_actor ON audit (actor_id, seq);

-- One answer for one key: a phone may repeat a request whose answer was lost.
CREATE TABLE idempotency_keys (
  user_id TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  location TEXT,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (user_id, idempotency_key)
) STRICT;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Jobs of several processes on one database take turns.
CREATE TABLE job_leases (
  name TEXT PRIMARY KEY NOT NULL,
  holder TEXT NOT NULL,
  until TEXT NOT NULL,
  last_run_at TEXT
) STRICT;
