-- The address at which a person's calendar program reads the events; the token is kept as a keyed fingerprint alone.
CREATE TABLE calendar_feeds (
  user_id TEXT COLLATE "C" PRIMARY KEY NOT NULL REFERENCES users (id),
  token_index TEXT COLLATE "C" NOT NULL UNIQUE,
  only_own BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL,
  read_at TIMESTAMP
);
