//! The chain of the audit log: whole after whatever people do, and broken where somebody was at it with a database tool.

use bup::audit::copies::{self, Difference};
use bup::audit::verify::{Fault, Verdict, verify};
use bup::clock::Clock;
use bup::db::{Conn, DatabaseUrl, Pool};
use bup_tests::{App, each, json};
use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use sha2::{Digest, Sha256};

/// Does what only somebody with the database's own tools can do: the triggers are out of the way.
fn tamper(app: &App, statements: &str) {
    let result = match app.database() {
        Conn::Sqlite(mut conn) => {
            let triggers = "DROP TRIGGER IF EXISTS audit_rows_stay; DROP TRIGGER IF EXISTS audit_rows_keep_their_words; \
                DROP TRIGGER IF EXISTS audit_rows_keep_their_hash;";
            conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; {triggers} {statements}"))
        }
        Conn::Pg(mut conn) => conn.batch_execute(&format!("ALTER TABLE audit DISABLE TRIGGER ALL; {statements}")),
    };
    result.unwrap_or_else(|error| panic!("{statements}: {error}"));
}

fn work(app: &App) {
    let (officer, admin) = (app.sign_in("chinhsach"), app.sign_in("quantri"));
    let unit = app.unit_of("doan");
    for title in ["Treo băng-rôn", "Phát tờ rơi", "Thăm hỏi", "Tổng kết"] {
        officer.post("/tasks", json!({"title": title, "lead_unit_id": unit, "due_on": "2024-06-10"})).ok();
    }
    admin.post("/units", json!({"kind": "school", "code": "thpt", "name": "THPT"})).ok();
    admin.post("/tasks", json!({"title": "x", "lead_unit_id": unit, "due_on": "2024-06-10"})).refused(403, "forbidden");
    let login = json!({"username": "doan", "password": "sai"});
    app.anybody().post("/auth/login", login).refused(401, "invalid_credentials");
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn count(app: &App) -> i64 {
    let query = "SELECT COUNT(*) AS n FROM audit";
    let found: Count = match app.database() {
        Conn::Sqlite(mut conn) => sql_query(query).get_result(&mut conn),
        Conn::Pg(mut conn) => sql_query(query).get_result(&mut conn),
    }
    .expect("a number");
    found.n
}

/// How many rows fit, when all do.
#[track_caller]
fn whole(app: &App) -> (u64, i64) {
    match verify(&app.gate).expect("the database answers") {
        Verdict::Whole { rows, head } => (rows, head.adopted),
        Verdict::Broken { rows, fault } => panic!("after {rows} rows: {fault}"),
    }
}

#[track_caller]
fn fault(app: &App) -> Fault {
    match verify(&app.gate).expect("the database answers") {
        Verdict::Whole { rows, .. } => panic!("{rows} rows fit"),
        Verdict::Broken { fault, .. } => fault,
    }
}

/// Works, tampers, and expects one fault.
fn expect(statements: &str, expected: &Fault) {
    each(|app| {
        work(app);
        assert!(whole(app).0 >= 8);
        tamper(app, statements);
        assert_eq!(&fault(app), expected, "{statements}");
    });
}

#[test]
fn what_people_do_is_one_chain() {
    each(|app| {
        work(app);
        let (rows, adopted) = whole(app);
        assert!(rows >= 8 && adopted == 0, "{rows} rows, {adopted} adopted");
    });
}

#[test]
fn the_database_itself_refuses_changes_and_removals() {
    each(|app| {
        work(app);
        let mut conn = app.database();
        let mut run = |statement: &str| match &mut conn {
            Conn::Sqlite(plain) => plain.batch_execute(statement),
            Conn::Pg(plain) => plain.batch_execute(statement),
        };
        for statement in [
            "UPDATE audit SET outcome = 'denied' WHERE seq = 2",
            "UPDATE audit SET seq = 1000 WHERE seq = 2",
            "UPDATE audit SET hash = '' WHERE seq = 2",
            "DELETE FROM audit WHERE seq = 2",
            "DELETE FROM audit",
        ] {
            assert!(run(statement).is_err(), "{statement}");
        }
        whole(app);
    });
}

#[test]
fn a_changed_field_is_found() {
    expect("UPDATE audit SET outcome = 'denied' WHERE seq = 3", &Fault::Row(3));
    expect("UPDATE audit SET actor_id = NULL WHERE seq = 3", &Fault::Row(3));
    expect("UPDATE audit SET changes = '{\"a\":1}' WHERE seq = 3", &Fault::Row(3));
    expect("UPDATE audit SET hash = '' WHERE seq = 3", &Fault::Row(3));
}

#[test]
fn a_removed_row_is_found() {
    expect("DELETE FROM audit WHERE seq = 3", &Fault::Missing { after: 2, before: 4 });
    expect("DELETE FROM audit WHERE seq = 1", &Fault::Missing { after: 0, before: 2 });
    // The numbers closed up behind it.
    expect(
        "DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = -seq WHERE seq > 3; \
         UPDATE audit SET seq = -seq - 1 WHERE seq < 0",
        &Fault::Row(3),
    );
}

#[test]
fn a_removed_end_is_found() {
    each(|app| {
        work(app);
        let rows = count(app);
        tamper(app, &format!("DELETE FROM audit WHERE seq = {rows}"));
        assert_eq!(fault(app), Fault::End { last: rows - 1, head: rows });
        tamper(app, "DELETE FROM audit");
        assert_eq!(fault(app), Fault::End { last: 0, head: rows });
        // What is written now does not cover it up.
        app.sign_in("doan");
        assert_eq!(fault(app), Fault::Missing { after: 0, before: rows + 1 });
    });
}

const COPY: &str = "at, ward_id, actor_id, acting_for_id, action, resource, row_id, changes, outcome, request_id, hash";

#[test]
fn an_inserted_row_is_found() {
    each(|app| {
        work(app);
        let rows = count(app);
        tamper(
            app,
            &format!("INSERT INTO audit (seq, {COPY}) SELECT {rows} + 1, {COPY} FROM audit WHERE seq = {rows}"),
        );
        assert_eq!(fault(app), Fault::Behind(rows + 1));
    });
    expect(
        &format!(
            "UPDATE audit SET seq = -seq WHERE seq > 3; UPDATE audit SET seq = -seq + 1 WHERE seq < 0; \
             INSERT INTO audit (seq, {COPY}) SELECT 4, {COPY} FROM audit WHERE seq = 3"
        ),
        &Fault::Row(4),
    );
}

#[test]
fn rows_that_changed_places_are_found() {
    expect(
        "UPDATE audit SET seq = -3 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; \
         UPDATE audit SET seq = 4 WHERE seq = -3",
        &Fault::Row(3),
    );
}

/// A row as it is hashed: the form is part of the contract, so it is written down a second time.
#[derive(QueryableByName)]
struct Plain {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = BigInt)]
    micros: i64,
    #[diesel(sql_type = Nullable<Text>)]
    ward_id: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    actor_id: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    acting_for_id: Option<String>,
    #[diesel(sql_type = Text)]
    action: String,
    #[diesel(sql_type = Text)]
    resource: String,
    #[diesel(sql_type = Nullable<Text>)]
    row_id: Option<String>,
    #[diesel(sql_type = Text)]
    changes: String,
    #[diesel(sql_type = Text)]
    outcome: String,
    #[diesel(sql_type = Text)]
    request_id: String,
    #[diesel(sql_type = Text)]
    hash: String,
}

fn plain_rows(app: &App) -> Vec<Plain> {
    let query = |micros: &str| format!("SELECT *, {micros} AS micros FROM audit ORDER BY seq");
    match app.database() {
        Conn::Sqlite(mut conn) => sql_query(query("CAST(strftime('%s', at) AS INTEGER) * 1000000")).load(&mut conn),
        Conn::Pg(mut conn) => sql_query(query("CAST(extract(epoch FROM at) * 1000000 AS BIGINT)")).load(&mut conn),
    }
    .expect("the rows")
}

fn hash(before: &str, row: &Plain) -> String {
    let form = json!([
        before,
        row.seq,
        row.micros,
        row.ward_id,
        row.actor_id,
        row.acting_for_id,
        row.action,
        row.resource,
        row.row_id,
        row.changes,
        row.outcome,
        row.request_id
    ]);
    Sha256::digest(form.to_string()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_chain_that_is_written_anew_does_not_end_in_the_seal() {
    each(|app| {
        work(app);
        let mut rows = plain_rows(app);
        let mut before = String::new();
        for row in &rows {
            assert_eq!(row.hash, hash(&before, row), "row {}", row.seq);
            before.clone_from(&row.hash);
        }
        // Somebody changes a row and computes everything behind it, as the hash needs no key.
        rows[2].outcome = "denied".to_owned();
        let mut before = rows[1].hash.clone();
        for row in &rows[2..] {
            before = hash(&before, row);
            tamper(
                app,
                &format!("UPDATE audit SET outcome = '{}', hash = '{before}' WHERE seq = {}", row.outcome, row.seq),
            );
        }
        assert_eq!(fault(app), Fault::Rewritten(rows.last().expect("a row").seq));
    });
}

/// Root of the machine has the keys: the rows are changed, their hashes and the head thrown away, and the next start
/// chains and seals them anew, in good order. Only what was copied elsewhere tells.
#[test]
fn a_log_that_was_written_anew_with_the_keys_is_found_by_its_copy() {
    each(|app| {
        work(app);
        let elsewhere = tempfile::tempdir().expect("another disk");
        let copies = elsewhere.path().join("heads.txt");
        let copied = copies::head(&app.gate).expect("a head");
        copies::append(&copies, &copied).expect("the other disk");
        app.sign_in("doan");
        copies::append(&copies, &copies::head(&app.gate).expect("a head")).expect("the other disk");
        let heads = copies::read(&std::fs::read_to_string(&copies).expect("the copies"));
        assert_eq!((heads.len(), &heads[0], heads[0].wards.as_str()), (2, &copied, "ba-dinh"));
        assert_eq!(copied.rows, copied.seq);
        assert!(copies::compare(&app.gate, &heads).expect("an answer").is_empty());
        // A line that somebody bent is not one of ours.
        let bent = copies::read(&copied.to_string().replace("rows=", "rows=1"));
        let found = copies::compare(&app.gate, &bent).expect("an answer");
        assert_eq!(found, [Difference::Foreign { at: copied.at.clone() }]);

        tamper(
            app,
            "UPDATE audit SET outcome = 'denied' WHERE seq = 3; UPDATE audit SET hash = ''; \
             DELETE FROM seals WHERE name = 'audit'",
        );
        let config = app.gate.services().config.clone();
        bup::server::open(config, Clock::fixed(bup_tests::start_of_day())).expect("it opens as if nothing were");
        let (rows, adopted) = whole(app);
        assert_eq!(i64::try_from(rows).ok(), Some(adopted), "the chain itself is whole");
        let found = copies::compare(&app.gate, &heads).expect("an answer");
        let at = |head: &copies::Copied| Difference::Rewritten { at: head.at.clone(), seq: head.seq };
        assert_eq!(found, [at(&heads[0]), at(&heads[1])]);
    });
}

#[test]
fn a_log_that_was_cut_is_found_by_its_copy() {
    each(|app| {
        work(app);
        let copied = copies::head(&app.gate).expect("a head");
        let last = copied.seq;
        tamper(
            app,
            &format!(
                "DELETE FROM audit WHERE seq > {last} - 3; UPDATE audit SET hash = ''; DELETE FROM seals WHERE name = 'audit'"
            ),
        );
        let config = app.gate.services().config.clone();
        bup::server::open(config, Clock::fixed(bup_tests::start_of_day())).expect("it opens as if nothing were");
        whole(app);
        let found = copies::compare(&app.gate, std::slice::from_ref(&copied)).expect("an answer");
        assert_eq!(found, [Difference::Cut { at: copied.at, seq: last, last: last - 3 }]);
    });
}

#[test]
fn without_its_head_nothing_is_written_and_nothing_starts() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let unit = app.unit_of("doan");
        tamper(app, "DELETE FROM seals WHERE name = 'audit'");
        assert_eq!(fault(app), Fault::Head);
        let task = json!({"title": "Treo băng-rôn", "lead_unit_id": unit, "due_on": "2024-06-10"});
        officer.post("/tasks", task).refused(500, "internal");
        assert_eq!(officer.get("/tasks").ok()["total"], 0);
        let config = app.gate.services().config.clone();
        let refusal = bup::server::open(config, Clock::fixed(bup_tests::start_of_day())).err().expect("a refusal");
        assert!(refusal.to_string().contains("its head is gone"), "{refusal:#}");
    });
}

/// How many migrations there are from one on.
fn steps_since(number: &str) -> usize {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/sqlite");
    let entries = std::fs::read_dir(folder).expect("the migrations").map(|entry| entry.expect("one").file_name());
    entries.filter(|name| name.to_str().is_some_and(|name| name >= number)).count()
}

#[test]
fn a_log_from_before_the_chain_is_chained_once() {
    each(|app| {
        work(app);
        let config = app.gate.services().config.clone();
        let url = DatabaseUrl::parse(config.database_url.as_deref(), &config.data_dir).expect("a URL");
        let pool = Pool::new(url).expect("a pool");
        for _ in 0..steps_since("0018") {
            pool.revert_last_migration().expect("back to the version before");
        }
        let rows = count(app);
        // PostgreSQL's sequence left a gap at every rollback.
        let gap = "UPDATE audit SET seq = -seq WHERE seq > 4; UPDATE audit SET seq = -seq + 5 WHERE seq < 0";
        match app.database() {
            Conn::Sqlite(mut conn) => conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; {gap}")),
            Conn::Pg(mut conn) => conn.batch_execute(gap),
        }
        .expect("a gap");
        for _ in 0..2 {
            bup::server::open(config.clone(), Clock::fixed(bup_tests::start_of_day())).expect("it opens");
            let (checked, adopted) = whole(app);
            assert_eq!((i64::try_from(checked).expect("a number"), adopted), (rows, rows + 5));
        }
        app.sign_in("doan");
        assert_eq!(whole(app), (u64::try_from(rows + 1).expect("a number"), rows + 5));
        tamper(app, "UPDATE audit SET outcome = 'denied' WHERE seq = 2");
        assert_eq!(fault(app), Fault::Row(2));
    });
}

#[test]
fn two_processes_with_many_writers_keep_one_chain() {
    each(|app| {
        let other = App::second(app);
        let unit = app.unit_of("doan");
        let before = whole(app).0;
        let (writers, each_writes) = (8_u64, 12_u64);
        std::thread::scope(|scope| {
            for writer in 0..writers {
                let base = if writer % 2 == 0 { app } else { &other };
                let (officer, unit) = (base.sign_in("chinhsach"), unit.clone());
                scope.spawn(move || {
                    for number in 0..each_writes {
                        let title = format!("Việc {writer}.{number}");
                        officer
                            .post("/tasks", json!({"title": title, "lead_unit_id": unit, "due_on": "2024-06-10"}))
                            .ok();
                    }
                });
            }
        });
        assert_eq!(whole(app).0, before + writers * (each_writes + 1));
    });
}
