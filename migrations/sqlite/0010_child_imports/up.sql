-- A list that was read, and what was made of it. `rows` and `rejected` are sealed: they hold children's data.
CREATE TABLE child_imports (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  created_by_id TEXT NOT NULL REFERENCES users (id),
  file_name TEXT NOT NULL,
  status TEXT NOT NULL,
  sheets TEXT NOT NULL,
  counts TEXT NOT NULL,
  rows TEXT NOT NULL,
  rejected TEXT,
  legacy TEXT,
  kept TEXT NOT NULL,
  committed_at TEXT,
  undone_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX child_imports_by_ward ON child_imports (ward_id, id);
CREATE INDEX child_imports_by_unit ON child_imports (unit_id, id);

-- What an import did to which child; `before` (sealed) takes a change back.
CREATE TABLE child_import_rows (
  import_id TEXT NOT NULL REFERENCES child_imports (id),
  position INTEGER NOT NULL,
  child_id TEXT NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL,
  version_after INTEGER NOT NULL,
  before TEXT,
  PRIMARY KEY (import_id, position)
) STRICT;
CREATE INDEX child_import_rows_by_child ON child_import_rows (child_id);

-- How a ward read files with these headings the last time.
CREATE TABLE child_import_mappings (
  ward_id TEXT NOT NULL REFERENCES wards (id),
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (ward_id, signature)
) STRICT;
