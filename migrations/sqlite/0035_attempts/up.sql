-- What is counted against limits (failed sign-ins, forms) where several processes share one PostgreSQL. Here one process
-- counts in its memory: the table is there so that both databases have the same ones.
CREATE TABLE attempts (
  id TEXT PRIMARY KEY NOT NULL,
  limit_name TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_by_who ON attempts (limit_name, who, at);
CREATE INDEX attempts_by_age ON attempts (at);
