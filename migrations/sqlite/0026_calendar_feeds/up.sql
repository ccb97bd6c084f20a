-- The address at which a person's calendar program reads the events; the token is kept as a keyed fingerprint alone.
CREATE TABLE calendar_feeds (
  user_id TEXT PRIMARY KEY NOT NULL REFERENCES users (id),
  token_index TEXT NOT NULL UNIQUE,
  only_own INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  read_at TEXT
) STRICT;
