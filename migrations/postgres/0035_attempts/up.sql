-- What is counted against limits (failed sign-ins, forms), by all processes together. `who` is a fingerprint under the
-- installation's key: no name and no address lies here. A row serves for a minute; the job "forgetting" removes it.
CREATE TABLE attempts (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  limit_name TEXT COLLATE "C" NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE INDEX attempts_by_who ON attempts (limit_name, who, at);
CREATE INDEX attempts_by_age ON attempts (at);
