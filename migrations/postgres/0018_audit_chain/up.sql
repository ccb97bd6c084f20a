-- Each row of the log is chained to the one before it (`api/src/audit/chain.rs`); none is changed or removed. A row that
-- was there before gets its hash once, at the first start.
ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT '';
-- The number comes from the head of the chain: a sequence leaves gaps, and a gap looks like a row that was removed.
ALTER TABLE audit ALTER COLUMN seq DROP DEFAULT;
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of the audit log are never changed or removed';
END
$$;
CREATE TRIGGER audit_rows_stay BEFORE DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_rows_keep_their_words
BEFORE UPDATE OF seq, at, ward_id, actor_id, acting_for_id, action, resource, row_id, changes, outcome, request_id ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_rows_keep_their_hash BEFORE UPDATE OF hash ON audit
FOR EACH ROW WHEN (OLD.hash <> '') EXECUTE FUNCTION refuse_audit_change();

-- What the installation seals for itself: the head of the chain, and a text that tells whether the keys are the right ones.
CREATE TABLE seals (
  name TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  sealed TEXT NOT NULL
);
