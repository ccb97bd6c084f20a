DROP TABLE seals;
DROP TRIGGER audit_rows_keep_their_hash;
DROP TRIGGER audit_rows_keep_their_words;
DROP TRIGGER audit_rows_stay;
ALTER TABLE audit DROP COLUMN hash;
