-- One ward of the demo, copied to WARDS wards: every id of the copy is the id of the first with the ward's number for its
-- first two letters (which are 01 until the year 2527), so that rows still find each other. What is sealed for one row opens in no other: such tables stay alone.
SET session_replication_role = replica;
SET synchronous_commit = off;
CREATE FUNCTION pg_temp.moved(id text, n int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT lpad(to_hex(n + 1), 2, '0') || substr(id, 3) $$;
CREATE TEMP TABLE kept AS
  SELECT id FROM units WHERE ward_id IS NULL UNION SELECT id FROM users WHERE ward_id IS NULL;
CREATE TEMP TABLE plain AS
  SELECT c.table_name::text AS name FROM information_schema.tables c
  WHERE c.table_schema = 'public' AND c.table_type = 'BASE TABLE' AND c.table_name::text NOT IN (
    '__diesel_schema_migrations', 'audit', 'seals', 'sessions', 'refresh_tokens', 'recovery_codes', 'idempotency_keys',
    'job_leases', 'attempts', 'mails', 'notifications', 'holidays', 'attachments', 'concerns', 'injuries', 'departures',
    'child_history', 'child_merges', 'child_imports', 'child_import_drafts', 'child_import_rows', 'service_accounts',
    'calendar_feeds', 'event_grants', 'reports', 'report_values')
  AND c.table_name::text NOT LIKE 'case%' AND c.table_name::text NOT LIKE 'webhook%' AND c.table_name::text NOT LIKE 'concern%'
  AND c.table_name::text NOT LIKE 'report%' AND c.table_name::text NOT LIKE '%grant%' AND c.table_name::text NOT LIKE '%feed%';
CREATE TEMP TABLE first_rows (name text, columns text, picks text, what text);
INSERT INTO first_rows
SELECT p.name, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position),
  string_agg(CASE
    WHEN p.name = 'users' AND c.column_name = 'username' THEN 'username || ''-'' || $1'
    WHEN p.name = 'wards' AND c.column_name IN ('code', 'name') THEN c.column_name || ' || ''-'' || $1'
    WHEN c.column_name IN ('personal_id', 'personal_id_index', 'totp_secret') THEN 'NULL'
    WHEN c.data_type = 'text' AND (c.column_name = 'id' OR c.column_name LIKE '%\_id') THEN format(
      'CASE WHEN %1$I IN (SELECT id FROM kept) THEN %1$I ELSE pg_temp.moved(%1$I, $1) END', c.column_name)
    ELSE quote_ident(c.column_name) END, ', ' ORDER BY c.ordinal_position),
  CASE WHEN p.name IN ('units', 'users') THEN 'ward_id IS NOT NULL' ELSE 'true' END
FROM plain p JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = p.name
GROUP BY p.name;
DO $$
DECLARE one record; wards int := current_setting('province.wards')::int;
BEGIN
  FOR one IN SELECT * FROM first_rows LOOP
    EXECUTE format('CREATE TEMP TABLE origin AS SELECT * FROM %I WHERE %s', one.name, one.what);
    FOR n IN 1 .. wards - 1 LOOP
      EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM origin', one.name, one.columns, one.picks) USING n;
    END LOOP;
    DROP TABLE origin;
  END LOOP;
END $$;
RESET session_replication_role;
VACUUM ANALYZE;
SELECT (SELECT count(*) FROM wards) AS wards, (SELECT count(*) FROM children) AS children,
  (SELECT count(*) FROM users) AS accounts, (SELECT count(*) FROM tasks) AS tasks,
  pg_size_pretty(pg_database_size(current_database())) AS size;
