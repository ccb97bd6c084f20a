-- What a ward tells on its public page in its own words. The rule on givers stands here too: nobody who gave is named to
-- everybody without having agreed (Law 91/2025, consent), whatever door a row comes through.
CREATE TABLE public_notes (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" NOT NULL REFERENCES wards (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  reply TEXT NOT NULL,
  consent_given BOOLEAN NOT NULL,
  consent_how TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_shown BOOLEAN NOT NULL,
  starts_on DATE,
  ends_on DATE,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  CHECK (NOT (kind = 'giver' AND is_shown AND NOT (consent_given AND consent_how <> '')))
);
CREATE INDEX public_notes_by_ward ON public_notes (ward_id, kind, position, id);
