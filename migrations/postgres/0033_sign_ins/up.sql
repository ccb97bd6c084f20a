-- Tries to sign in, counted by account, result, place and minute: a flood makes few rows. What was typed stands nowhere.
CREATE TABLE sign_ins (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  -- The ward that sees it: the account's, or of an unknown name the only one of the installation.
  ward_id TEXT COLLATE "C" REFERENCES wards (id),
  user_id TEXT COLLATE "C" REFERENCES users (id),
  result TEXT NOT NULL,
  -- Shortened to a network; empty for the rest of a minute in which many were seen.
  address TEXT NOT NULL,
  -- The beginning of the minute, its first and its last try.
  at TIMESTAMP NOT NULL,
  first_at TIMESTAMP NOT NULL,
  last_at TIMESTAMP NOT NULL,
  times BIGINT NOT NULL
);
CREATE INDEX sign_ins_by_ward ON sign_ins (ward_id, at, id);
CREATE INDEX sign_ins_by_user ON sign_ins (user_id, at, id);
CREATE INDEX sign_ins_by_minute ON sign_ins (at);

-- How much a ward's files take.
CREATE INDEX attachments_by_ward ON attachments (ward_id, size);
