-- Each row of the log is chained to the one before it (`api/src/audit/chain.rs`); none is changed or removed. A row that
-- was there before gets its hash once, at the first start.
ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE TRIGGER audit_rows_stay BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'rows of the audit log are never removed');
END;
CREATE TRIGGER audit_rows_keep_their_words
BEFORE UPDATE OF seq, at, ward_id, actor_id, acting_for_id, action, resource, row_id, changes, outcome, request_id ON audit
BEGIN
  SELECT RAISE(ABORT, 'rows of the audit log are never changed');
END;
CREATE TRIGGER audit_rows_keep_their_hash BEFORE UPDATE OF hash ON audit WHEN OLD.hash <> ''
BEGIN
  SELECT RAISE(ABORT, 'rows of the audit log are never changed');
END;

-- What the installation seals for itself: the head of the chain, and a text that tells whether the keys are the right ones.
CREATE TABLE seals (
  name TEXT PRIMARY KEY NOT NULL,
  sealed TEXT NOT NULL
) STRICT;
