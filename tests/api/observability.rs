//! What the server tells those who watch it: numbers without end of nobody's words, one id through log, problem and
//! audit row, slow statements without their values, and the administrator's page.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use bup::config::Config;
use bup::jobs::{self, checkup};
use bup_tests::log::Log;
use bup_tests::operations::operations;
use bup_tests::{App, Value, each, each_with, json};

const NAME: &str = "Vi Thị Gieo Trồng";

/// The names of an answer of `/metrics`, as they are said to be there.
fn families(page: &str) -> BTreeSet<String> {
    let types = page.lines().filter_map(|line| line.strip_prefix("# TYPE "));
    types.filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

/// Every value of a label on a page.
fn values<'a>(page: &'a str, label: &str) -> BTreeSet<&'a str> {
    let begin = format!("{label}=\"");
    let after = page
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(&begin).skip(1).collect::<Vec<_>>());
    after.filter_map(|rest| rest.split('"').next()).collect()
}

#[track_caller]
fn number(page: &str, name: &str) -> f64 {
    let line = page.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("no {name}: {page}"))
}

#[test]
fn no_word_of_a_client_becomes_a_label() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        for n in 0..20 {
            let id = format!("0190163d-8694-739b-aea5-966c26f8ad{n:02}");
            officer.get(&format!("/tasks/{id}")).refused(404, "not_found");
            officer.get(&format!("/tasks/{id}/khong-co-{n}")).refused(404, "no_route");
            app.anybody().get(&format!("/Nguyen-Van-A-{n}")).refused(404, "no_route");
            app.anybody().get(&format!("/api/v2/Nguyen-Van-A-{n}?name=Nguyen-Van-A")).refused(404, "no_route");
            officer.raw(&format!("NGUYENVAN{n}"), "/tasks", "text/plain", Vec::new());
            officer.get(&format!("/public/concerns/NGUYEN{n}"));
        }
        let page = app.anybody().get("/metrics").text();
        for planted in ["0190163d", "Nguyen", "NGUYEN", "khong-co"] {
            assert!(!page.contains(planted), "{planted} is told: {page}");
        }
        let templates: BTreeSet<String> = operations().iter().map(|one| format!("/api/v1{}", one.template)).collect();
        for route in values(&page, "route") {
            let is_ours = templates.contains(route)
                || ["other", "/api/v1/openapi.json", "/healthz", "/readyz", "/metrics"].contains(&route)
                || jobs::names().any(|job| job == route)
                || ["/api/docs", "/cong-khai", "/robots.txt", "/sitemap.xml"]
                    .iter()
                    .any(|page| route.starts_with(page));
            assert!(is_ours, "{route} is no route of ours");
        }
        for (label, words) in [
            ("method", &["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"][..]),
            ("status", &["1xx", "2xx", "3xx", "4xx", "5xx"]),
            ("pool", &["readers", "writers", "all"]),
            ("disk", &["data", "backup"]),
        ] {
            let found = values(&page, label);
            assert!(!found.is_empty() && found.iter().all(|one| words.contains(one)), "{label}: {found:?}");
        }
        let work: BTreeSet<&str> = jobs::names().collect();
        assert!(values(&page, "job").iter().all(|job| work.contains(job)), "{page}");
        let kinds: BTreeSet<&str> = page
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| {
                line.split(['{', ',']).skip(1).filter_map(|part| part.split_once("=\"")).map(|(name, _)| name)
            })
            .collect();
        let known = [
            "method", "route", "status", "pool", "job", "outcome", "who", "code", "le", "disk", "state", "version",
            "database", "reason", "kind",
        ];
        assert!(kinds.iter().all(|kind| known.contains(kind)), "another label: {kinds:?}");
    });
}

#[test]
fn times_are_counted_in_buckets_and_the_rest_is_measured_when_asked() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        officer.get("/tasks").ok();
        let export = officer.get("/tasks/export.xlsx");
        assert_eq!(export.status, 200);
        let page = app.anybody().get("/metrics").text();
        for line in [
            "bup_request_seconds_bucket{method=\"GET\",route=\"/api/v1/tasks\",le=\"0.05\"}",
            "bup_request_statements_bucket{method=\"GET\",route=\"/api/v1/tasks\",le=\"8\"}",
            "bup_export_bytes_count{route=\"/api/v1/tasks/export.xlsx\"}",
            "bup_pool_wait_seconds_bucket{",
            "# HELP bup_request_seconds ",
            "bup_sign_ins_total{who=\"person\",outcome=\"done\"}",
        ] {
            assert!(page.contains(line), "{line}: {page}");
        }
        assert!(!page.contains("quantile="), "a summary cannot be added up");
        let kind = if app.gate.services().config.database_url.is_some() { "postgres" } else { "sqlite" };
        let about = format!("bup_build_info{{version=\"{}\",database=\"{kind}\"}}", env!("CARGO_PKG_VERSION"));
        assert!((number(&page, &about) - 1.0).abs() < f64::EPSILON);
        assert!(number(&page, "bup_requests_in_flight") >= 1.0, "this request itself");
        assert!((number(&page, "bup_database_up") - 1.0).abs() < f64::EPSILON);
        assert!(number(&page, "bup_database_bytes") > 10_000.0);
        assert!(number(&page, "bup_disk_free_bytes{disk=\"data\"}") > 0.0);
        assert!((number(&page, "bup_time_seconds") - 1_717_376_400.0).abs() < 1.0, "the clock of the test");
        if cfg!(target_os = "linux") {
            assert!(number(&page, "process_resident_memory_bytes") > 1e6 && number(&page, "process_open_fds") > 3.0);
        }
        if app.cut_off(true) {
            let page = app.anybody().get("/metrics");
            assert_eq!(page.status, 200, "the numbers are there when they are needed most");
            assert!(number(&page.text(), "bup_database_up").abs() < f64::EPSILON);
            app.cut_off(false);
        }
    });
}

#[test]
fn one_id_leads_from_the_problem_to_the_log_and_the_audit_row() {
    const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
    let log = Log::listen();
    each(|app| {
        let kind = if app.gate.services().config.database_url.is_some() { "pg" } else { "file" };
        let admin = app.sign_in("quantri");
        let in_audit = |id: &str| {
            let rows = admin.get("/audit?limit=200").ok();
            let rows = rows["items"].as_array().expect("rows").clone();
            rows.into_iter().find(|row| row["request_id"] == id)
        };
        let lines = |id: &str| {
            let all = log.text();
            all.lines().filter(|line| line.contains(id)).map(str::to_owned).collect::<Vec<_>>()
        };

        // What was refused: its row is written behind the answer.
        let refused = format!("tu-choi-{kind}-4711");
        let traced = app.sign_in("khupho1").with("X-Request-Id", &refused);
        let traced = traced.with("traceparent", format!("00-{TRACE}-00f067aa0ba902b7-01"));
        let problem = traced.post("/users", json!({})).refused(403, "forbidden");
        assert_eq!(problem["request_id"], json!(refused));
        let told = lines(&refused);
        assert!(told.iter().any(|line| line.contains("/api/v1/users") && line.contains(TRACE)), "{told:?}");
        let since = Instant::now();
        let row = loop {
            match in_audit(&refused) {
                Some(row) => break row,
                None if since.elapsed() > Duration::from_secs(10) => panic!("no row of the refusal"),
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        assert_eq!(row["outcome"], "denied");

        // What was done, under an id of our own: the first was not well-formed.
        let officer = app.sign_in("chinhsach").with("X-Request-Id", "<script>4711</script>");
        let task = json!({"title": NAME, "lead_unit_id": app.unit_of("chinhsach"), "due_on": "2024-06-10"});
        let answer = officer
            .with("traceparent", format!("00-{NAME}-{NAME}-01").replace(char::is_whitespace, "-"))
            .post("/tasks", task);
        let id = answer.header("x-request-id").to_owned();
        answer.ok();
        assert_eq!(id.len(), 32, "one of ours: {id}");
        assert!(lines(&id).iter().any(|line| line.contains("request") && line.contains("/api/v1/tasks")), "{id}");
        assert_eq!(in_audit(&id).expect("its row")["outcome"], "done");
        let all = log.text();
        assert!(!all.contains("<script>4711") && !all.contains("Gieo-Tr"), "what was not well-formed is not told");
    });
}

#[test]
fn slow_statements_are_logged_with_their_request_and_without_their_values() {
    let log = Log::listen();
    let all_are_slow = |config: &mut Config| config.slow_statement_ms = 0;
    each_with(all_are_slow, |app| {
        let kind = if app.gate.services().config.database_url.is_some() { "pg" } else { "file" };
        let id = format!("cham-{kind}-4711");
        let officer = app.sign_in("chinhsach").with("X-Request-Id", &id);
        let child =
            json!({"full_name": NAME, "date_of_birth": "2016-05-01", "neighborhood_id": app.unit_of("khupho1")});
        let child = officer.post("/children", child).ok();
        officer.post("/children/search", json!({"q": NAME})).ok();
        officer.get("/tasks?q=Gieo%20Tr%E1%BB%93ng").ok();
        jobs::run_due(&app.gate);
        let all = log.text();
        let slow: Vec<&str> = all.lines().filter(|line| line.contains("slow statement")).collect();
        let own: Vec<&&str> = slow.iter().filter(|line| line.contains(&id)).collect();
        for (route, words) in
            [("/api/v1/children", "INSERT INTO"), ("/api/v1/children/search", "SELECT"), ("/api/v1/tasks", "SELECT")]
        {
            let line = own.iter().find(|line| line.contains(&format!("route=\"{route}\"")) && line.contains(words));
            assert!(line.is_some_and(|line| line.contains("WARN") && line.contains("millis=")), "{route}: {own:?}");
        }
        assert!(slow.iter().any(|line| line.contains("route=\"deadlines\"")), "a job's too: {slow:?}");
        let planted = [NAME, "Gieo", "gieo", "trong", "2016-05-01", child["id"].as_str().expect("an id"), "binds"];
        for word in planted {
            assert!(slow.iter().all(|line| !line.contains(word)), "{word} is told");
        }
        assert!(app.anybody().get("/metrics").text().contains("bup_slow_statements_total{route=\"/api/v1/children\"}"));
    });
}

#[test]
fn what_is_quick_is_not_logged_as_slow() {
    let log = Log::listen();
    let none_is_slow = |config: &mut Config| config.slow_statement_ms = 3_600_000;
    each_with(none_is_slow, |app| {
        let officer = app.sign_in("chinhsach").with("X-Request-Id", "nhanh-nhu-gio-4711");
        officer.get("/tasks").ok();
        let all = log.text();
        assert!(all.lines().any(|line| line.contains("nhanh-nhu-gio-4711")));
        assert!(!all.lines().any(|line| line.contains("nhanh-nhu-gio-4711") && line.contains("slow")));
    });
}

/// The names of numbers in a text: of ours and of the process.
fn named(text: &str) -> BTreeSet<String> {
    let words = text.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_'));
    words.filter(|word| word.starts_with("bup_") || word.starts_with("process_")).map(str::to_owned).collect()
}

#[test]
fn dashboard_and_alerts_ask_for_numbers_that_are_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy/observability");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect(name);
    let dashboard = read("grafana-dashboard.json");
    let asked: BTreeSet<String> = named(&dashboard).into_iter().chain(named(&read("bup-alerts.yml"))).collect();
    assert!(asked.len() > 30, "{asked:?}");
    let panels: Value = serde_json::from_str(&dashboard).expect("JSON");
    let panels = panels["panels"].as_array().expect("panels");
    let ids: BTreeSet<u64> = panels.iter().filter_map(|panel| panel["id"].as_u64()).collect();
    assert!(ids.len() == panels.len() && panels.len() > 30);

    let place = tempfile::tempdir().expect("a folder");
    let settings = |config: &mut Config| {
        config.backup_dir = Some(place.path().join(if config.database_url.is_some() { "pg" } else { "file" }));
        config.backup_passphrase = Some("Trẻ em như búp trên cành".to_owned().into());
    };
    // What only one of the two databases has counts too.
    let printed = RefCell::new(BTreeSet::new());
    each_with(settings, |app| {
        let officer = app.sign_in("chinhsach");
        officer.get("/tasks/export.xlsx");
        jobs::run_due(&app.gate);
        checkup::visit(&app.gate).expect("it is kept");
        printed.borrow_mut().extend(families(&app.anybody().get("/metrics").text()));
    });
    let printed = printed.into_inner();
    let is_there = |name: &str| {
        let parts = ["_bucket", "_sum", "_count"];
        printed.contains(name)
            || parts.iter().any(|part| name.strip_suffix(part).is_some_and(|of| printed.contains(of)))
    };
    // The exporter leaves the name of a dashboard variable alone.
    let missing: Vec<&String> = asked.iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "nobody prints {missing:?}; there are {printed:?}");
}

fn state_of(app: &App) -> Value {
    app.sign_in("quantri").get("/system").ok()
}

fn finding<'a>(system: &'a Value, check: &str) -> &'a Value {
    let all = system["findings"].as_array().expect("findings");
    all.iter().find(|one| one["check"] == check).unwrap_or_else(|| panic!("no {check}: {system:#}"))
}

#[test]
fn the_administrator_sees_how_the_installation_is() {
    let place = tempfile::tempdir().expect("a folder");
    let settings = |config: &mut Config| {
        config.backup_dir = Some(place.path().join(if config.database_url.is_some() { "pg" } else { "file" }));
        config.backup_passphrase = Some("Trẻ em như búp trên cành".to_owned().into());
    };
    each_with(settings, |app| {
        for account in ["lanhdao", "chinhsach", "captren"] {
            app.sign_in(account).get("/system").refused(403, "forbidden");
        }
        let before = state_of(app);
        assert_eq!((&before["backup"]["is_too_old"], &before["backup"]["newest_at"]), (&json!(true), &Value::Null));
        assert_eq!((&before["state"], &before["checked_at"]), (&json!("fail"), &Value::Null));
        assert_eq!(finding(&before, "backup")["state"], "fail");
        let jobs_known = before["jobs"].as_array().expect("jobs");
        assert!(jobs_known.iter().any(|job| job["name"] == "backup" && job["last_run_at"].is_null()));

        jobs::run_due(&app.gate);
        let after = state_of(app);
        assert_eq!(after["backup"]["newest_at"], "2024-06-03T01:00:00.000Z");
        assert!(after["backup"]["bytes"].as_i64().is_some_and(|bytes| bytes > 100));
        assert_eq!(finding(&after, "backup")["state"], "ok");
        let late = |system: &Value| {
            let jobs = system["jobs"].as_array().expect("jobs").clone();
            jobs.iter().filter(|job| job["is_late"] == true).count()
        };
        assert_eq!(late(&after), 0);
        assert_eq!(
            after["database"]["kind"],
            if app.gate.services().config.database_url.is_some() { "postgres" } else { "sqlite" }
        );
        assert!(after["database"]["bytes"].as_i64().is_some_and(|bytes| bytes > 10_000));
        assert_eq!((&after["mail"]["is_set_up"], &after["mail"]["queued"]), (&json!(false), &json!(0)));
        assert!(after["disks"].as_array().is_some_and(|disks| disks.iter().any(|disk| disk["name"] == "data")));

        // The night comes, and the doctor with it.
        app.wait(chrono::TimeDelta::hours(18));
        assert!(late(&state_of(app)) > 0, "nobody had a turn for eighteen hours");
        jobs::run_due(&app.gate);
        let night = state_of(app);
        assert_eq!(night["checked_at"], "2024-06-03T19:00:00.000Z");
        for check in ["integrity", "keys", "audit", "clock", "attachments"] {
            assert_eq!(finding(&night, check)["state"], "ok", "{check}");
        }
        let page = app.anybody().get("/metrics").text();
        assert!((number(&page, "bup_audit_whole") - 1.0).abs() < f64::EPSILON);
        let folder = app.gate.services().config.backup_dir.clone().expect("a folder");
        // The disk of the backups is taken away: the job fails, and the page says so.
        std::fs::rename(&folder, folder.with_extension("aside")).expect("the folder goes");
        std::fs::write(&folder, "in the way").expect("a file");
        app.wait(chrono::TimeDelta::hours(24));
        jobs::run_due(&app.gate);
        let failing = state_of(app);
        let jobs = failing["jobs"].as_array().expect("jobs");
        let backup = jobs.iter().find(|job| job["name"] == "backup").expect("the job");
        assert_eq!((&backup["failure"], &backup["failing_since"]), (&json!("internal"), &failing["now"]));
        assert_eq!((&failing["state"], &failing["backup"]["is_too_old"]), (&json!("fail"), &json!(true)));
    });
}
