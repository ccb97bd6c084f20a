-- For whom a deputy signed (KT. CHỦ TỊCH), as `task_updates` keeps it: a paper printed later is signed as it was decided.
ALTER TABLE cases ADD COLUMN closed_for_id TEXT COLLATE "C" REFERENCES users (id);
ALTER TABLE case_forms ADD COLUMN completed_for_id TEXT COLLATE "C" REFERENCES users (id);
ALTER TABLE case_measures ADD COLUMN decided_for_id TEXT COLLATE "C" REFERENCES users (id);
-- A row may leave one person's scope: who was named in a case and is no longer.
ALTER TABLE departures ADD COLUMN user_id TEXT COLLATE "C" REFERENCES users (id);
