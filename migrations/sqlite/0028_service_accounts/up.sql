-- Machines with scopes instead of a role. Without a ward: of a superior unit, over the wards below it.
CREATE TABLE service_accounts (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT REFERENCES wards (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  scopes TEXT NOT NULL,
  addresses TEXT NOT NULL,
  -- SHA-256: 256 random bits cannot be guessed, however fast the hash.
  secret_hash TEXT NOT NULL,
  old_secret_hash TEXT,
  old_secret_until TEXT,
  expires_on TEXT NOT NULL,
  revoked_at TEXT,
  revoked_reason TEXT NOT NULL,
  last_used_at TEXT,
  last_used_address TEXT,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX service_accounts_by_ward ON service_accounts (ward_id, sort_key, id);
