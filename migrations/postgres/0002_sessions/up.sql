CREATE TABLE sessions (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  client TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  last_used_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  revoked_at TIMESTAMP,
  revoked_why TEXT
);
CREATE INDEX sessions_by_user ON sessions (user_id, id);

-- Opaque tokens, stored as SHA-256; one that is used twice ends its session.
CREATE TABLE refresh_tokens (
  token_hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id),
  issued_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE recovery_codes (
  user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  code_hash TEXT COLLATE "C" NOT NULL,
  used_at TIMESTAMP,
  PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE saved_filters (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX saved_filters_by_user ON saved_filters (user_id, list, id);
