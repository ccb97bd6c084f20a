-- For whom a deputy signed (KT. CHỦ TỊCH), as `task_updates` keeps it: a paper printed later is signed as it was decided.
ALTER TABLE cases ADD COLUMN closed_for_id TEXT REFERENCES users (id);
ALTER TABLE case_forms ADD COLUMN completed_for_id TEXT REFERENCES users (id);
ALTER TABLE case_measures ADD COLUMN decided_for_id TEXT REFERENCES users (id);
