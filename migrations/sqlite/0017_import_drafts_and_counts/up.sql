-- Each row of an import stands by itself, with its verdict: a page reads its rows, a correction writes one.
-- `body` and `verdict` are sealed; the keys are fingerprints by which the same child twice in a file is found.
CREATE TABLE child_import_drafts (
  id TEXT PRIMARY KEY NOT NULL,
  import_id TEXT NOT NULL REFERENCES child_imports (id),
  position INTEGER NOT NULL,
  sheet INTEGER NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  has_errors INTEGER NOT NULL,
  name_key TEXT,
  number_key TEXT,
  body TEXT NOT NULL,
  verdict TEXT NOT NULL,
  UNIQUE (import_id, position)
) STRICT;
CREATE INDEX child_import_drafts_by_state ON child_import_drafts (import_id, state, position, has_errors, sheet);
CREATE INDEX child_import_drafts_by_errors ON child_import_drafts (import_id, has_errors, position, sheet);
CREATE INDEX child_import_drafts_by_name ON child_import_drafts (import_id, name_key, position);
CREATE INDEX child_import_drafts_by_number ON child_import_drafts (import_id, number_key, position);

-- An open preview holds nothing that its file does not: it is read again.
DELETE FROM child_imports WHERE status = 'previewed';
ALTER TABLE child_imports DROP COLUMN rows;
-- What the children were, and for whom, when the rows were judged.
ALTER TABLE child_imports ADD COLUMN judged TEXT NOT NULL DEFAULT '';

-- Counts, searches and the desk of duplicates read these indexes alone.
DROP INDEX children_by_name;
CREATE INDEX children_by_name ON children (ward_id, sort_key, id, status, merged_into_id, search_key);
CREATE INDEX children_by_standing ON children (ward_id, status, merged_into_id, neighborhood_id, date_of_birth,
  poverty, can_swim, health_insurance_valid_to, health_insurance_no, id);
DROP INDEX children_by_match;
CREATE INDEX children_by_match ON children (ward_id, match_key, merged_into_id);
DROP INDEX children_by_personal_id;
CREATE INDEX children_by_personal_id ON children (ward_id, personal_id_index, merged_into_id, match_key);
DROP INDEX children_by_update;
CREATE INDEX children_by_update ON children (ward_id, updated_at, id, version);
DROP INDEX child_circumstances_by_code;
CREATE INDEX child_circumstances_by_code ON child_circumstances (code, child_id, cancelled_at, from_date, to_date);
DROP INDEX child_supports_by_kind;
CREATE INDEX child_supports_by_kind ON child_supports (kind, on_date, child_id, cancelled_at);
