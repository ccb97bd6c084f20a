-- Children who take part in an event. A row stays when a child withdraws: why is part of the event's record.
CREATE TABLE event_registrations (
  event_id TEXT COLLATE "C" NOT NULL REFERENCES events (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  status TEXT NOT NULL,
  unit_id TEXT COLLATE "C" REFERENCES units (id),
  registered_by_id TEXT COLLATE "C" REFERENCES users (id),
  registered_at TIMESTAMP NOT NULL,
  place INTEGER NOT NULL,
  cancelled_at TIMESTAMP,
  cancelled_by TEXT,
  cancel_reason TEXT NOT NULL,
  PRIMARY KEY (event_id, child_id)
);
CREATE INDEX event_registrations_by_status ON event_registrations (event_id, status, place);
CREATE INDEX event_registrations_by_child ON event_registrations (child_id, event_id);

-- What parents, and children of seven and older, said before taking part (Circular 27/2022, art. 3 and 4).
CREATE TABLE event_opinions (
  event_id TEXT COLLATE "C" NOT NULL REFERENCES events (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  parents TEXT NOT NULL,
  child_says TEXT,
  asked_on DATE NOT NULL,
  method TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by_id TEXT COLLATE "C" REFERENCES users (id),
  updated_at TIMESTAMP NOT NULL,
  PRIMARY KEY (event_id, child_id)
);
CREATE INDEX event_opinions_by_child ON event_opinions (child_id, event_id);

-- People who help at events and may have no account.
CREATE TABLE event_helpers (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  full_name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  phone TEXT,
  skills TEXT NOT NULL,
  vetted_on DATE,
  vetting_expires_on DATE,
  note TEXT NOT NULL,
  archived_at TIMESTAMP,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX event_helpers_by_ward ON event_helpers (ward_id, sort_key, id);

CREATE TABLE event_duties (
  event_id TEXT COLLATE "C" NOT NULL REFERENCES events (id),
  helper_id TEXT COLLATE "C" NOT NULL REFERENCES event_helpers (id),
  duty TEXT NOT NULL,
  assigned_by_id TEXT COLLATE "C" REFERENCES users (id),
  assigned_at TIMESTAMP NOT NULL,
  PRIMARY KEY (event_id, helper_id)
);
CREATE INDEX event_duties_by_helper ON event_duties (helper_id, event_id);

-- The right of a helper without an account to check children in at one event. Of its token only an index is kept.
CREATE TABLE event_grants (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  event_id TEXT COLLATE "C" NOT NULL REFERENCES events (id),
  helper_id TEXT COLLATE "C" NOT NULL REFERENCES event_helpers (id),
  token_index TEXT NOT NULL UNIQUE,
  until_at TIMESTAMP NOT NULL,
  uses INTEGER NOT NULL,
  last_used_at TIMESTAMP,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  revoked_at TIMESTAMP,
  revoked_by_id TEXT COLLATE "C" REFERENCES users (id)
);
CREATE INDEX event_grants_by_event ON event_grants (event_id, created_at, id);
CREATE INDEX event_grants_by_helper ON event_grants (helper_id);

-- Every mark that a phone sent is kept; the latest of each child is the current one.
CREATE TABLE event_marks (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  event_id TEXT COLLATE "C" NOT NULL REFERENCES events (id),
  child_id TEXT COLLATE "C" NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  marked_at TIMESTAMP NOT NULL,
  marked_by_id TEXT COLLATE "C" REFERENCES users (id),
  grant_id TEXT COLLATE "C" REFERENCES event_grants (id),
  received_at TIMESTAMP NOT NULL,
  is_current BOOLEAN NOT NULL
);
CREATE INDEX event_marks_by_event ON event_marks (event_id, child_id);
CREATE INDEX event_marks_by_child ON event_marks (child_id, event_id);

-- Heads that somebody counted, beside what the register said at that moment.
CREATE TABLE event_headcounts (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  event_id TEXT COLLATE "C" NOT NULL REFERENCES events (id),
  counted INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  note TEXT NOT NULL,
  counted_by_id TEXT COLLATE "C" REFERENCES users (id),
  grant_id TEXT COLLATE "C" REFERENCES event_grants (id),
  counted_at TIMESTAMP NOT NULL
);
CREATE INDEX event_headcounts_by_event ON event_headcounts (event_id, counted_at, id);
