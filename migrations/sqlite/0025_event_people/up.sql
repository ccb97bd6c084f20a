-- Children who take part in an event. A row stays when a child withdraws: why is part of the event's record.
CREATE TABLE event_registrations (
  event_id TEXT NOT NULL REFERENCES events (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  status TEXT NOT NULL,
  unit_id TEXT REFERENCES units (id),
  registered_by_id TEXT REFERENCES users (id),
  registered_at TEXT NOT NULL,
  place INTEGER NOT NULL,
  cancelled_at TEXT,
  cancelled_by TEXT,
  cancel_reason TEXT NOT NULL,
  PRIMARY KEY (event_id, child_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_registrations_by_status ON event_registrations (event_id, status, place);
CREATE INDEX event_registrations_by_child ON event_registrations (child_id, event_id);

-- What parents, and children of seven and older, said before taking part (Circular 27/2022, art. 3 and 4).
CREATE TABLE event_opinions (
  event_id TEXT NOT NULL REFERENCES events (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  parents TEXT NOT NULL,
  child_says TEXT,
  asked_on TEXT NOT NULL,
  method TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by_id TEXT REFERENCES users (id),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (event_id, child_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_opinions_by_child ON event_opinions (child_id, event_id);

-- People who help at events and may have no account.
CREATE TABLE event_helpers (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  full_name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  phone TEXT,
  skills TEXT NOT NULL,
  vetted_on TEXT,
  vetting_expires_on TEXT,
  note TEXT NOT NULL,
  archived_at TEXT,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX event_helpers_by_ward ON event_helpers (ward_id, sort_key, id);

CREATE TABLE event_duties (
  event_id TEXT NOT NULL REFERENCES events (id),
  helper_id TEXT NOT NULL REFERENCES event_helpers (id),
  duty TEXT NOT NULL,
  assigned_by_id TEXT REFERENCES users (id),
  assigned_at TEXT NOT NULL,
  PRIMARY KEY (event_id, helper_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_duties_by_helper ON event_duties (helper_id, event_id);

-- The right of a helper without an account to check children in at one event. Of its token only an index is kept.
CREATE TABLE event_grants (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  event_id TEXT NOT NULL REFERENCES events (id),
  helper_id TEXT NOT NULL REFERENCES event_helpers (id),
  token_index TEXT NOT NULL UNIQUE,
  until_at TEXT NOT NULL,
  uses INTEGER NOT NULL,
  last_used_at TEXT,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  revoked_at TEXT,
  revoked_by_id TEXT REFERENCES users (id)
) STRICT;
CREATE INDEX event_grants_by_event ON event_grants (event_id, created_at, id);
CREATE INDEX event_grants_by_helper ON event_grants (helper_id);

-- Every mark that a phone sent is kept; the latest of each child is the current one.
CREATE TABLE event_marks (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES events (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  marked_at TEXT NOT NULL,
  marked_by_id TEXT REFERENCES users (id),
  grant_id TEXT REFERENCES event_grants (id),
  received_at TEXT NOT NULL,
  is_current INTEGER NOT NULL
) STRICT;
CREATE INDEX event_marks_by_event ON event_marks (event_id, child_id);
CREATE INDEX event_marks_by_child ON event_marks (child_id, event_id);

-- Heads that somebody counted, beside what the register said at that moment.
CREATE TABLE event_headcounts (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES events (id),
  counted INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  note TEXT NOT NULL,
  counted_by_id TEXT REFERENCES users (id),
  grant_id TEXT REFERENCES event_grants (id),
  counted_at TEXT NOT NULL
) STRICT;
CREATE INDEX event_headcounts_by_event ON event_headcounts (event_id, counted_at, id);
