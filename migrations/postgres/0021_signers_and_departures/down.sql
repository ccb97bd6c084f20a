-- Without the column they would tell the whole ward.
DELETE FROM departures WHERE user_id IS NOT NULL;
ALTER TABLE departures DROP COLUMN user_id;
ALTER TABLE case_measures DROP COLUMN decided_for_id;
ALTER TABLE case_forms DROP COLUMN completed_for_id;
ALTER TABLE cases DROP COLUMN closed_for_id;
