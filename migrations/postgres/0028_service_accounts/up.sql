-- Machines with scopes instead of a role. Without a ward: of a superior unit, over the wards below it.
CREATE TABLE service_accounts (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" REFERENCES wards (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  sort_key TEXT COLLATE "C" NOT NULL,
  scopes TEXT NOT NULL,
  addresses TEXT NOT NULL,
  -- SHA-256: 256 random bits cannot be guessed, however fast the hash.
  secret_hash TEXT NOT NULL,
  old_secret_hash TEXT,
  old_secret_until TIMESTAMP,
  expires_on DATE NOT NULL,
  revoked_at TIMESTAMP,
  revoked_reason TEXT NOT NULL,
  last_used_at TIMESTAMP,
  last_used_address TEXT,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX service_accounts_by_ward ON service_accounts (ward_id, sort_key, id);
