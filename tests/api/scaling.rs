//! Past one machine: several processes behind a proxy, a standby for figures, a pooler before PostgreSQL.

use std::time::{Duration, Instant};

use bup::audit::verify::{Verdict, verify};
use bup::config::Config;
use bup_tests::cluster::{Pooler, Server};
use bup_tests::fleet::{Process, proxy, shared};
use bup_tests::{Answer, App, Client, Value, json, operations};
use diesel::connection::SimpleConnection;

/// Asks again until it is so.
fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "{what}: not within 20 seconds");
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn task(app: &Client, title: &str) -> Value {
    let unit = app.get("/me").ok()["unit"]["id"].clone();
    json!({"title": title, "lead_unit_id": unit, "due_on": "2024-06-13"})
}

fn address(row: &Value, list: &str) -> String {
    format!("/{list}/{}", row["id"].as_str().expect("an id"))
}

/// No test: the process that those below start. Run with them, and without what they give it, it ends at once.
#[test]
fn a_process() {
    bup_tests::fleet::serve();
}

#[test]
fn two_processes_behind_a_proxy_are_one() {
    for data in shared() {
        let start = || Process::start("scaling::a_process", &data, data.dir());
        let (a, b) = (start(), start());
        let front = proxy(&[&a.base, &b.base]);
        let (at_a, at_b) = (Client::new(&a.base), Client::new(&b.base));

        // Signed in at one, renewed at the other; a token used twice, once at each, ends the session at both.
        let login = json!({"username": "doan", "password": bup::demo::PASSWORD, "client": "mobile"});
        let first = at_a.post("/auth/login", login).ok();
        let renew = |at: &Client, token: &Value| at.post("/auth/refresh", json!({"refresh_token": token}));
        let second = renew(&at_b, &first["refresh_token"]).ok();
        let token = |grant: &Value| grant["access_token"].as_str().unwrap_or("").to_owned();
        at_a.clone().with_token(&token(&second)).get("/me").ok();
        renew(&at_a, &first["refresh_token"]).refused(401, "refresh_reused");
        at_b.clone().with_token(&token(&second)).get("/me").refused(401, "not_signed_in");

        // A browser whose every request goes to another process, cookie and all.
        let officer = Client::spread(&front).sign_in("chinhsach");
        for _ in 0..6 {
            officer.get("/me").ok();
        }
        officer.post("/auth/refresh", json!({})).ok();
        officer.post("/auth/refresh", json!({})).ok();

        // The same key, at both at once and again later, is one task.
        let body = task(&officer, "Phát quà");
        let post = |base: &str| {
            let client = Client::new(base).with_token(officer.token()).with("Idempotency-Key", "chung-mot-khoa");
            client.post("/tasks", body.clone())
        };
        let (one, two) = std::thread::scope(|scope| {
            let other = scope.spawn(|| post(&b.base));
            (post(&a.base), other.join().expect("an answer"))
        });
        let made = one.ok();
        assert_eq!((one.status, two.ok()["id"].clone()), (two.status, made["id"].clone()));
        assert_eq!(post(&a.base).ok()["id"], post(&b.base).ok()["id"]);
        assert_eq!(officer.get("/tasks").ok()["total"], 1);

        // A version read at one counts at the other, and is stale there once it was changed here.
        let (path, a_officer) = (address(&made, "tasks"), Client::new(&a.base).with_token(officer.token()));
        let b_officer = Client::new(&b.base).with_token(officer.token());
        let read = a_officer.get(&path);
        assert_eq!(read.header("etag"), b_officer.get(&path).header("etag"));
        let version = read.ok()["version"].clone();
        b_officer.patch(&path, &version, json!({"title": "Phát quà Tết"})).ok();
        let stale = a_officer.patch(&path, &version, json!({"title": "Khác"})).refused(412, "stale");
        assert_eq!(stale["current"]["title"], "Phát quà Tết");

        // A file that one took is given out by the other: they share the folder.
        let file = a_officer.upload("/attachments", "anh.png", crate::attachments::png(), &[]).ok();
        let given = b_officer.get(&address(&file, "attachments"));
        assert_eq!((given.status, given.bytes.starts_with(b"\x89PNG")), (200, true));

        // Ten failures, spread over both, lock the account at both, and nobody else.
        let wrong = |at: &Client| at.post("/auth/login", json!({"username": "congan", "password": "x"}));
        for _ in 0..5 {
            wrong(&at_a).refused(401, "invalid_credentials");
            wrong(&at_b).refused(401, "invalid_credentials");
        }
        wrong(&at_a).refused(429, "rate_limited");
        wrong(&at_b).refused(429, "rate_limited");
        Client::spread(&front).sign_in("yte").get("/me").ok();

        // One goes; the other answers for both, and the log of both is one chain.
        drop(a);
        for _ in 0..4 {
            officer.get("/me").ok();
        }
        drop(b);
        let app =
            App::at(Config { data_dir: data.dir().to_owned(), database_url: data.url(), ..bup_tests::cheap_config() });
        assert!(matches!(verify(&app.gate).expect("an answer"), Verdict::Whole { .. }));
    }
}

/// What may come from a standby; everything else is the primary's.
const LAGGING: [&str; 10] = [
    "GET /children/coverage",
    "GET /communications/counts",
    "GET /communications/counts.xlsx",
    "GET /communications/export.xlsx",
    "GET /dashboard/overview",
    "GET /indicators/values",
    "GET /obstacles/export.xlsx",
    "GET /reports/feed",
    "GET /reports/overview",
    "GET /tasks/export.xlsx",
];

fn is_behind(answer: &Answer) -> bool {
    !answer.header("x-data-as-of").is_empty()
}

#[test]
fn figures_come_from_the_standby_and_from_the_primary_where_it_is_behind_or_away() {
    let Some(primary) = Server::primary() else { return };
    primary.run("postgres", "CREATE DATABASE bup");
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config {
        data_dir: folder.path().to_owned(),
        database_url: Some(primary.url("bup")),
        replica_max_lag_seconds: 8,
        ..bup_tests::cheap_config()
    };
    {
        let gate =
            bup::server::open(config.clone(), bup::clock::Clock::fixed(bup_tests::start_of_day())).expect("open");
        bup::demo::basic(&gate).expect("the demo ward");
    }
    let standby = primary.standby();
    let app = App::at(Config { database_read_url: Some(standby.url("bup")), ..config.clone() });
    let officer = app.sign_in("chinhsach");
    let overview = || officer.get("/dashboard/overview");
    let from_standby = || until("the standby", || Some(overview()).filter(is_behind));
    from_standby();

    // Which routes may be behind is a list, and no longer one than this.
    for operation in operations::operations() {
        if operation.method != "GET" || operation.names_a_row() || operation.permissions.is_empty() {
            continue;
        }
        let answer = app.sign_in(operation.account()).get(&operation.path(""));
        if is_behind(&answer) {
            assert_eq!(answer.status, 200, "{}", operation.name());
            assert!(LAGGING.contains(&operation.name().as_str()), "{} may be behind", operation.name());
        }
    }
    let superior = app.sign_in("captren");
    for name in LAGGING {
        let path = name.trim_start_matches("GET ");
        let ask = || {
            let answers = [&officer, &superior].map(|person| person.get(path));
            answers.into_iter().find(is_behind)
        };
        until(name, ask);
    }
    // A list is the primary's, the same list as a file is not.
    assert!(!is_behind(&officer.get("/tasks")));
    until("a file", || Some(officer.with("Accept", "text/csv").get("/tasks")).filter(is_behind));

    // The standby stands still: who writes sees it at once in the list, the figures are those of before, and say so.
    let figures = |answer: &Answer| {
        let mut body = answer.ok();
        body["generated_at"] = Value::Null;
        body
    };
    let before = figures(&from_standby());
    standby.run("postgres", "SELECT pg_wal_replay_pause()");
    let leaving = app.sign_in("doan");
    officer.post("/tasks", task(&officer, "Treo băng-rôn")).ok();
    assert_eq!(officer.get("/tasks").ok()["total"], 1);
    let during = overview();
    assert_eq!((is_behind(&during), figures(&during)), (true, before.clone()));
    // Rights do not lag: a session that ended is over, whatever the standby still believes.
    leaving.post("/auth/logout", json!({})).ok();
    leaving.get("/dashboard/overview").refused(401, "not_signed_in");
    // Further behind than the setting, the primary answers.
    let fresh = until("the primary", || Some(overview()).filter(|answer| !is_behind(answer)));
    assert_ne!(figures(&fresh), before);
    standby.run("postgres", "SELECT pg_wal_replay_resume()");
    assert_eq!(figures(&from_standby()), figures(&fresh));

    // It goes and comes back; nobody notices but the numbers of the server.
    standby.stop();
    for _ in 0..3 {
        assert_eq!((overview().status, is_behind(&overview())), (200, false));
    }
    standby.start();
    from_standby();
    let numbers = app.anybody().get("/metrics").text();
    for by in ["replica", "primary"] {
        assert!(numbers.contains(&format!("bup_replica_reads_total{{by=\"{by}\"}}")), "{by}");
    }

    // The primary dies, the standby takes its place: a process that knows both goes on without a restart.
    let both = App::at(Config { database_url: Some(primary.url_with(&standby, "bup")), ..config });
    let colleague = both.sign_in("chinhsach");
    // What was acknowledged a moment ago is on its way: streaming does not wait.
    std::thread::sleep(Duration::from_millis(1500));
    primary.stop();
    standby.promote();
    until("the new primary", || Some(colleague.get("/tasks")).filter(|answer| answer.status == 200));
    assert_eq!(colleague.get("/tasks").ok()["total"], 1);
    colleague.post("/tasks", task(&colleague, "Sau sự cố")).ok();
    assert!(matches!(verify(&both.gate).expect("an answer"), Verdict::Whole { .. }));
}

#[test]
fn a_pooler_that_changes_servers_between_transactions_breaks_nothing() {
    for data in shared() {
        let url = data.url().expect("PostgreSQL");
        let Some(pooler) = Pooler::before(&url) else {
            eprintln!("PgBouncer is not installed: scripts/install-test-tools");
            return;
        };
        let config = || Config {
            data_dir: data.dir().to_owned(),
            database_url: Some(pooler.through(&url)),
            database_pooler: true,
            ..bup_tests::cheap_config()
        };
        // Both start at once: their migrations take turns through the pooler too.
        let (one, two) = std::thread::scope(|scope| {
            let other = scope.spawn(|| App::at(config()));
            (App::at(config()), other.join().expect("a server"))
        });
        let work = |app: &App, name: &str| {
            let officer = app.sign_in("chinhsach");
            for round in 0..6 {
                let title = format!("Việc {name} {round}");
                let made = officer
                    .with("Idempotency-Key", format!("viec-{name}-{round}"))
                    .post("/tasks", task(&officer, &title))
                    .ok();
                let path = address(&made, "tasks");
                officer.patch(&path, &made["version"], json!({"title": format!("{title} sửa")})).ok();
                officer.get("/tasks?limit=5").ok();
                officer.get("/dashboard/overview").ok();
                officer.get("/dashboard").ok();
            }
        };
        std::thread::scope(|scope| {
            for at in 0..6 {
                let app = if at % 2 == 0 { &one } else { &two };
                scope.spawn(move || work(app, &at.to_string()));
            }
        });
        assert_eq!(one.sign_in("chinhsach").get("/tasks").ok()["total"], 36);
        bup::jobs::run_due(&one.gate).iter().for_each(|ran| assert!(ran.result.is_ok(), "{ran:?}"));
        assert!(matches!(verify(&two.gate).expect("an answer"), Verdict::Whole { .. }));
        assert_eq!(one.anybody().get("/readyz").status, 200);
        let mut conn = bup_tests::connect(&config());
        conn.batch_execute("SELECT 1").expect("the pooler answers");
    }
}
