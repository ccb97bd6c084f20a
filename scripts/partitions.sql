-- What partitions of the audit log would bring: the table as it is, by hash of the ward, by range of the number.
-- psql -v rows=2000000 -f scripts/partitions.sql postgres://… (an empty database); docs/scaling.md has the answers.
\set ON_ERROR_STOP on
\timing off
SET client_min_messages = warning;
CREATE TABLE source AS SELECT seq, timestamp '2024-01-01' + seq * interval '1 second' AS at,
  lpad(to_hex((seq * 7919) % 166), 36, '0') AS ward_id, lpad(to_hex(seq % 3800), 36, '0') AS actor_id,
  NULL::text AS acting_for_id, 'tasks.update' AS action, 'tasks' AS resource, lpad(to_hex((seq * 31) % 400000), 36, '0') AS row_id,
  '{"progress":[10,20],"note":["Chưa làm","Đã làm xong phần của tổ"]}' AS changes, 'done' AS outcome,
  md5(seq::text) AS request_id, md5(seq::text) || md5((seq + 1)::text) AS hash
FROM generate_series(1::bigint, :rows) seq;
CREATE TABLE shape (seq bigint NOT NULL, at timestamp NOT NULL, ward_id text COLLATE "C", actor_id text COLLATE "C",
  acting_for_id text COLLATE "C", action text NOT NULL, resource text NOT NULL, row_id text COLLATE "C", changes text NOT NULL,
  outcome text NOT NULL, request_id text NOT NULL, hash text NOT NULL DEFAULT '');
CREATE TABLE plain (LIKE shape, PRIMARY KEY (seq));
-- A key must hold the column of the partition, and the ward may be empty: no partition by ward has the number alone for a key.
CREATE TABLE by_ward (LIKE shape) PARTITION BY HASH (ward_id);
CREATE TABLE by_number (LIKE shape, PRIMARY KEY (seq)) PARTITION BY RANGE (seq);
SELECT format('CREATE TABLE by_ward_%s PARTITION OF by_ward FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n) FROM generate_series(0, 15) n \gexec
SELECT format('CREATE TABLE by_number_%s PARTITION OF by_number FOR VALUES FROM (%s) TO (%s)', n, n * (:rows / 10) + 1, (n + 1) * (:rows / 10) + 1) FROM generate_series(0, 15) n \gexec
SELECT format('CREATE INDEX ON %I (%s)', t, i) FROM unnest(ARRAY['plain', 'by_ward', 'by_number']) t,
  unnest(ARRAY['ward_id, seq', 'resource, row_id, seq', 'actor_id, seq']) i \gexec
CREATE INDEX ON by_ward (seq);
SELECT t AS filling FROM unnest(ARRAY['plain', 'by_ward', 'by_number']) t;
\timing on
INSERT INTO plain SELECT * FROM source;
INSERT INTO by_ward SELECT * FROM source;
INSERT INTO by_number SELECT * FROM source;
\timing off
VACUUM ANALYZE;
\timing on
\echo vacuum again: plain, by ward, by number
VACUUM (DISABLE_PAGE_SKIPPING) plain;
VACUUM (DISABLE_PAGE_SKIPPING) by_ward;
VACUUM (DISABLE_PAGE_SKIPPING) by_number;
\timing off
SELECT CASE WHEN relname LIKE 'by_ward%' THEN 'by_ward' WHEN relname LIKE 'by_number%' THEN 'by_number' ELSE 'plain' END AS of,
  pg_size_pretty(sum(pg_relation_size(oid))) AS rows, pg_size_pretty(sum(pg_indexes_size(oid))) AS indexes
FROM pg_class WHERE relkind = 'r' AND (relname = 'plain' OR relname LIKE 'by\_%') GROUP BY 1;
\echo 20,000 transactions of one row each, as the program writes them
CREATE PROCEDURE write(into_table text, first bigint) LANGUAGE plpgsql AS $$
BEGIN
  FOR n IN 1 .. 20000 LOOP
    EXECUTE format('INSERT INTO %I SELECT $1, at, ward_id, actor_id, acting_for_id, action, resource, row_id, changes, outcome, request_id, hash FROM source LIMIT 1', into_table) USING first + n;
    COMMIT;
  END LOOP;
END $$;
SET synchronous_commit = off;
\timing on
CALL write('plain', :rows);
CALL write('by_ward', :rows);
CALL write('by_number', :rows);
\timing off
CREATE FUNCTION cost(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; told text := ''; best float := 1e9; plan float := 1e9; ms float;
BEGIN
  FOR n IN 1 .. 30 LOOP
    FOR line IN EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ' || query LOOP
      IF line LIKE '%Buffers%' AND told = '' THEN told := trim(line); END IF;
      IF line LIKE 'Execution Time%' THEN ms := substring(line FROM '[0-9.]+')::float; best := least(best, ms); END IF;
      IF line LIKE 'Planning Time%' THEN ms := substring(line FROM '[0-9.]+')::float; plan := least(plan, ms); END IF;
    END LOOP;
  END LOOP;
  RETURN format('execution %s ms, planning %s ms, %s', best, plan, told);
END $$;
\x on
SELECT what, t AS of, cost(format(q, t)) FROM (VALUES
  (1, 'the newest 50 of a ward', $$SELECT * FROM %I WHERE ward_id = lpad('2a', 36, '0') ORDER BY seq DESC LIMIT 50$$),
  (2, 'one row''s history', $$SELECT * FROM %I WHERE resource = 'tasks' AND row_id = lpad(to_hex(3100), 36, '0') ORDER BY seq DESC LIMIT 50$$),
  (3, 'one person''s newest 50', $$SELECT * FROM %I WHERE actor_id = lpad('2a', 36, '0') ORDER BY seq DESC LIMIT 50$$),
  (4, 'the next 500 of the chain', $$SELECT * FROM %I WHERE seq > 100000 ORDER BY seq LIMIT 500$$),
  (5, 'the newest 50 of all', $$SELECT * FROM %I ORDER BY seq DESC LIMIT 50$$)) q (n, what, q),
  unnest(ARRAY['plain', 'by_ward', 'by_number']) t ORDER BY n, t;
