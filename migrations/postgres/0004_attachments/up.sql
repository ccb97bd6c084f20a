CREATE TABLE attachments (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C",
  owner_kind TEXT,
  owner_id TEXT COLLATE "C",
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  uploaded_by_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX attachments_by_owner ON attachments (owner_kind, owner_id, id);
CREATE INDEX attachments_by_age ON attachments (created_at);
