-- What happened is kept as a kind and a row; the sentence is made when it is read.
CREATE TABLE notifications (
  id TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL,
  resource TEXT NOT NULL,
  row_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  read_at TEXT,
  mailed_at TEXT
) STRICT;
CREATE INDEX notifications_by_user ON notifications (user_id, id);
CREATE INDEX notifications_unread ON notifications (user_id, read_at);

CREATE TABLE mails (
  id TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  next_try_at TEXT NOT NULL,
  tries INTEGER NOT NULL,
  sent_at TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX mails_to_send ON mails (sent_at, next_try_at);
