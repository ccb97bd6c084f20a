//! The statements behind three requests, in a loop of their own: no HTTP, no JSON, no rights; the reference.

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, sql_query};

use crate::load::in_threads;
use crate::place::Place;
use crate::table::median;

/// A plain connection and the row that is read and updated.
pub struct Bare {
    conn: Plain,
    one: String,
}

enum Plain {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

/// Any row: the engine makes it whole, its first text is read.
#[derive(diesel::QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    one: String,
}

impl Bare {
    pub fn open(place: &Place, one: &str) -> Self {
        let conn = match place.url() {
            Some(url) => {
                let mut conn = PgConnection::establish(&url).expect("PostgreSQL");
                conn.batch_execute("SET random_page_cost = 1.1; SET max_parallel_workers_per_gather = 0")
                    .expect("settings");
                Plain::Pg(conn)
            }
            None => {
                let path = place.dir().join("bup.db");
                let mut conn = SqliteConnection::establish(&path.to_string_lossy()).expect("SQLite");
                conn.batch_execute(
                    "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; \
                     PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;",
                )
                .expect("settings");
                Plain::Sqlite(conn)
            }
        };
        Self { conn, one: one.to_owned() }
    }

    pub fn run(&mut self, statement: &str) {
        match &mut self.conn {
            Plain::Sqlite(conn) => conn.batch_execute(statement),
            Plain::Pg(conn) => conn.batch_execute(statement),
        }
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    /// The first text of each row.
    fn rows(&mut self, statement: &str) -> Vec<String> {
        let rows: Vec<Row> = match &mut self.conn {
            Plain::Sqlite(conn) => sql_query(statement).load(conn),
            Plain::Pg(conn) => sql_query(statement).load(conn),
        }
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
        rows.into_iter().map(|row| row.one).collect()
    }
}

/// The columns of a task that stay when its progress is reported.
const TASK: &str = "ward_id, plan_id, section_id, title, search_key, description, source, lead_unit_id, each_unit, \
    starts_on, due_on, priority, status, status_reason, target, actual, measure, upper_number, upper_date, \
    evidence_required, is_published, created_by_id, created_at";

/// Copies one task, with its parts, until there are `count`.
pub fn multiply(place: &Place, task: &str, count: usize) {
    let mut bare = Bare::open(place, task);
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})");
    // The first eight characters are the time: another time keeps the id a valid UUID.
    let new_id = "'0190' || SUBSTR('0000' || CAST(n.i AS TEXT), LENGTH(CAST(n.i AS TEXT)) + 1, 4) || SUBSTR(t.id, 9)";
    let columns = format!("{TASK}, progress, updated_at, version");
    let chosen = columns.split(", ").map(|column| format!("t.{}", column.trim())).collect::<Vec<_>>().join(", ");
    bare.run(&format!(
        "INSERT INTO tasks (id, {columns}) {numbers} SELECT {new_id}, {chosen} FROM n, tasks t WHERE t.id = '{task}'"
    ));
    bare.run(&format!(
        "INSERT INTO task_parts (task_id, unit_id, is_lead, status, progress) {numbers} \
         SELECT {}, t.unit_id, t.is_lead, t.status, t.progress FROM n, task_parts t WHERE t.task_id = '{task}'",
        new_id.replace("t.id", "t.task_id")
    ));
    bare.run("ANALYZE");
}

/// How a bare loop went: rate a second, and the middle of what one round took in milliseconds.
pub struct Ran {
    pub rate: f64,
    pub p50: f64,
}

/// Runs `statements` on as many connections as there are clients.
pub fn run(place: &Place, one: &str, threads: usize, seconds: u64, statements: fn(&mut Bare)) -> Ran {
    let took = in_threads(threads, seconds, || {
        let mut bare = Bare::open(place, one);
        move || statements(&mut bare)
    });
    Ran { rate: took.len() as f64 / seconds as f64, p50: median(took) }
}

/// The time of one round alone, in microseconds.
pub fn alone(place: &Place, one: &str, statements: fn(&mut Bare)) -> f64 {
    run(place, one, 1, 1, statements).p50 * 1000.0
}

/// The ward with the shortest code: the others are copies of it.
const WARD: &str = "(SELECT id FROM wards ORDER BY LENGTH(code), code LIMIT 1)";
const ACTOR: &str = "SELECT users.id AS one, * FROM sessions JOIN users ON users.id = sessions.user_id LIMIT 1";

/// A list of ids as a statement names them.
fn named(ids: &[String]) -> String {
    ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ")
}

fn dress(bare: &mut Bare, tasks: &[String]) {
    let tasks = named(tasks);
    bare.rows(&format!(
        "SELECT p.task_id AS one, p.*, u.id, u.kind, u.code, u.name FROM task_parts p JOIN units u ON u.id = p.unit_id \
         WHERE p.task_id IN ({tasks}) ORDER BY p.is_lead DESC, p.unit_id"
    ));
    bare.rows(&format!(
        "SELECT t.id AS one, s.path, (SELECT COUNT(*) FROM task_updates u JOIN attachments a ON a.owner_id = u.id \
         WHERE u.task_id = t.id AND a.owner_kind = 'task_update'), \
         (SELECT MAX(r.sent_at) FROM reminders r WHERE r.task_id = t.id) \
         FROM tasks t LEFT JOIN plan_sections s ON s.id = t.section_id WHERE t.id IN ({tasks})"
    ));
}

/// The 50 first of a list with a search.
pub fn list(bare: &mut Bare) {
    let page = format!("FROM tasks WHERE ward_id = {WARD} AND search_key LIKE '%bang_ron%' ESCAPE '\\'");
    bare.rows(ACTOR);
    let mut tasks = bare.rows(&format!("SELECT id AS one, * {page} ORDER BY due_on, id LIMIT 51"));
    assert_eq!(tasks.len(), 51, "the list is of other rows than the API's");
    tasks.truncate(50);
    bare.rows(&format!("SELECT CAST(COUNT(*) AS TEXT) AS one {page}"));
    dress(bare, &tasks);
}

/// One task.
pub fn read(bare: &mut Bare) {
    let task = bare.one.clone();
    bare.rows(ACTOR);
    bare.rows(&format!("SELECT id AS one, * FROM tasks WHERE id = '{task}'"));
    dress(bare, &[task]);
}

/// A report: the task, its part, the timeline and the audit row in one transaction.
pub fn update(bare: &mut Bare) {
    report(bare, true);
}

/// The same without the audit log.
pub fn update_unaudited(bare: &mut Bare) {
    report(bare, false);
}

fn report(bare: &mut Bare, is_audited: bool) {
    let (task, new) = (bare.one.clone(), uuid::Uuid::now_v7().hyphenated().to_string());
    let (begin, lock) =
        if matches!(bare.conn, Plain::Sqlite(_)) { ("BEGIN IMMEDIATE", "") } else { ("BEGIN", " FOR UPDATE") };
    bare.run(begin);
    bare.rows(ACTOR);
    bare.rows(&format!("SELECT id AS one FROM tasks WHERE id = '{task}'{lock}"));
    bare.rows(&format!("SELECT id AS one, * FROM tasks WHERE id = '{task}'"));
    let parts =
        format!("SELECT task_id AS one, * FROM task_parts WHERE task_id = '{task}' ORDER BY is_lead DESC, unit_id");
    bare.rows(&parts);
    let at = "'2024-06-03 01:00:00'";
    bare.run(&format!(
        "INSERT INTO task_updates (id, task_id, kind, at, progress, note) VALUES ('{new}', '{task}', 'progress', {at}, 40, 'x')"
    ));
    bare.run(&format!("UPDATE reminders SET answered_at = {at} WHERE task_id = '{task}' AND answered_at IS NULL"));
    bare.rows(&parts);
    // As the API does: every column is named, and the indexes are written with it.
    let same = TASK.split(", ").map(|column| format!("{column} = {column}")).collect::<Vec<_>>().join(", ");
    bare.run(&format!(
        "UPDATE tasks SET {same}, progress = 40, version = version + 1, updated_at = {at} WHERE id = '{task}'"
    ));
    bare.run(&format!("UPDATE task_parts SET progress = 40, reported_at = {at} WHERE task_id = '{task}'"));
    bare.rows("SELECT id AS one FROM users WHERE unit_id = (SELECT unit_id FROM users LIMIT 1) AND status = 'active'");
    bare.rows(&format!("SELECT id AS one, * FROM task_updates WHERE id = '{new}'"));
    bare.rows("SELECT u.id AS one, u.full_name, n.name FROM users u JOIN units n ON n.id = u.unit_id LIMIT 1");
    bare.rows("SELECT id AS one, kind, code, name FROM units LIMIT 1");
    bare.rows(&format!(
        "SELECT owner_id AS one FROM attachments WHERE owner_kind = 'task_update' AND owner_id = '{new}'"
    ));
    if is_audited {
        // The head of the chain is locked and written; the numbers are far from those that the API gives.
        bare.rows(&format!("SELECT sealed AS one FROM seals WHERE name = 'audit'{lock}"));
        bare.run(&format!(
            "INSERT INTO audit (seq, at, action, resource, row_id, changes, outcome, request_id, hash) \
             SELECT CASE WHEN MAX(seq) < 1000000000 THEN 1000000000 ELSE MAX(seq) + 1 END, \
             {at}, 'tasks.report', 'tasks', '{task}', '{{}}', 'done', 'bench', '{new}' FROM audit"
        ));
        bare.run("UPDATE seals SET sealed = sealed || '' WHERE name = 'audit'");
    }
    bare.run("COMMIT");
}

/// The 50 first children of a group with a name.
pub fn children(bare: &mut Bare) {
    let today = format!("'{}'", crate::now().date_naive());
    let page = format!(
        "FROM children WHERE ward_id = {WARD} AND merged_into_id IS NULL AND status = 'active' \
         AND EXISTS (SELECT 1 FROM child_circumstances g WHERE g.child_id = children.id AND g.code IN ('HC04') \
         AND g.cancelled_at IS NULL AND g.from_date <= {today} AND (g.to_date IS NULL OR g.to_date >= {today})) AND search_key LIKE '%nguyen_thi%' ESCAPE '\\'"
    );
    bare.rows(ACTOR);
    let mut ids = bare.rows(&format!("SELECT id AS one, * {page} ORDER BY sort_key, id LIMIT 51"));
    // A list that ends on its first page is not counted.
    if ids.len() > 50 {
        ids.truncate(50);
        bare.rows(&format!("SELECT CAST(COUNT(*) AS TEXT) AS one FROM (SELECT id {page} LIMIT 10001) AS bounded"));
    }
    let ids = named(&ids);
    bare.rows(&format!("SELECT child_id AS one, * FROM child_guardians WHERE child_id IN ({ids}) ORDER BY position"));
    bare.rows(&format!(
        "SELECT child_id AS one, * FROM child_circumstances WHERE child_id IN ({ids}) ORDER BY code, id"
    ));
    bare.rows(&format!(
        "SELECT child_id AS one, MAX(on_date) AS day FROM child_supports WHERE child_id IN ({ids}) \
         AND cancelled_at IS NULL GROUP BY child_id"
    ));
    bare.rows("SELECT id AS one, * FROM units WHERE kind IN ('neighborhood', 'school')");
}

/// Copies the first ward's children, with the groups that they are in, into so many new wards of the same upper level.
pub fn more_wards(place: &Place, wards: usize) {
    let mut bare = Bare::open(place, "");
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {wards})");
    // The first eight characters are the time: another time keeps the id a valid UUID, and a number makes it another's.
    let new = |id: &str| {
        format!("'0190' || SUBSTR('0000' || CAST(n.i AS TEXT), LENGTH(CAST(n.i AS TEXT)) + 1, 4) || SUBSTR({id}, 9)")
    };
    let first = WARD;
    bare.run(&format!(
        "INSERT INTO wards (id, code, name, place, superior_unit_id, settings, created_at, updated_at, version) {numbers} \
         SELECT {}, w.code || '-' || CAST(n.i AS TEXT), w.name, w.place, w.superior_unit_id, w.settings, w.created_at, \
         w.updated_at, 1 FROM n, wards w WHERE w.id = {first}",
        new("w.id")
    ));
    let same = "code, full_name, search_key, sort_key, match_key, date_of_birth, birth_year_only, sex, ethnicity, grade, \
        addresses, health_insurance_no, disability, illness, poverty, can_swim, medical_warning, notes, status, created_at, \
        updated_at, version";
    let chosen = same.split(", ").map(|column| format!("c.{}", column.trim())).collect::<Vec<_>>().join(", ");
    bare.run(&format!(
        "INSERT INTO children (id, ward_id, {same}) {numbers} SELECT {}, {}, {chosen} FROM n, children c \
         WHERE c.ward_id = {first}",
        new("c.id"),
        new("c.ward_id")
    ));
    let same = "kind, code, from_date, evidence, note, created_at, cancel_reason";
    let chosen = same.split(", ").map(|column| format!("g.{column}")).collect::<Vec<_>>().join(", ");
    bare.run(&format!(
        "INSERT INTO child_circumstances (id, child_id, {same}) {numbers} SELECT {}, {}, {chosen} \
         FROM n, child_circumstances g JOIN children c ON c.id = g.child_id WHERE c.ward_id = {first}",
        new("g.id"),
        new("g.child_id")
    ));
    bare.run("ANALYZE");
}
