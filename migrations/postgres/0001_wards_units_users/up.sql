CREATE TABLE wards (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  superior_unit_id TEXT COLLATE "C",
  settings TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);

-- A unit without a ward stands above wards (kind superior).
CREATE TABLE units (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" REFERENCES wards (id),
  parent_id TEXT COLLATE "C" REFERENCES units (id),
  kind TEXT NOT NULL,
  code TEXT COLLATE "C" NOT NULL,
  name TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  status TEXT NOT NULL,
  merged_into_id TEXT COLLATE "C" REFERENCES units (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (ward_id, code)
);
CREATE INDEX units_by_parent ON units (parent_id);

CREATE TABLE unit_history (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  what TEXT NOT NULL,
  old_name TEXT,
  new_name TEXT,
  into_unit_id TEXT COLLATE "C" REFERENCES units (id),
  effective_on DATE NOT NULL,
  note TEXT NOT NULL,
  by_user_id TEXT COLLATE "C",
  at TIMESTAMP NOT NULL
);
CREATE INDEX unit_history_by_unit ON unit_history (unit_id, id);

CREATE TABLE users (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" REFERENCES wards (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  username TEXT COLLATE "C" NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  search_key TEXT COLLATE "C" NOT NULL,
  sort_key TEXT COLLATE "C" NOT NULL,
  position TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  status TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  must_change_password BOOLEAN NOT NULL,
  totp_secret TEXT,
  totp_enabled BOOLEAN NOT NULL,
  totp_last_step BIGINT NOT NULL,
  last_login_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX users_by_ward ON users (ward_id, sort_key, id);
CREATE INDEX users_by_unit ON users (unit_id);

-- KT. CHỦ TỊCH: between these days to_user signs for from_user.
CREATE TABLE delegations (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  from_user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  to_user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  reason TEXT NOT NULL,
  revoked_at TIMESTAMP,
  created_by_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX delegations_by_ward ON delegations (ward_id, starts_on, id);
CREATE INDEX delegations_by_receiver ON delegations (to_user_id, ends_on);

-- Days off and days worked instead (Tết moves every year), by ward or, without a ward, for all.
CREATE TABLE holidays (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" REFERENCES wards (id),
  day DATE NOT NULL,
  name TEXT NOT NULL,
  is_workday BOOLEAN NOT NULL,
  UNIQUE (ward_id, day)
);
