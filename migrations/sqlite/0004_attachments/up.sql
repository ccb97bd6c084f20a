CREATE TABLE attachments (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT,
  owner_kind TEXT,
  owner_id TEXT,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  uploaded_by_id TEXT NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_by_owner ON attachments (owner_kind, owner_id, id);
CREATE INDEX attachments_by_age ON attachments (created_at);
