//! The doctor: says what is wrong, and changes nothing.

use bup::clock::Clock;
use bup::config::Config;
use bup::db::Conn;
use bup::doctor::{Report, State, examine};
use bup_tests::{App, each, empty, json};
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;

fn look(app: &App) -> Report {
    examine(&app.gate.services().config, &app.clock)
}

fn state(report: &Report, check: &str) -> State {
    report.findings.iter().filter(|one| one.check == check).map(|one| one.state).max().unwrap_or_else(|| {
        panic!("no look at {check}: {report:?}");
    })
}

fn change(app: &App, statement: &str) {
    match app.database() {
        Conn::Sqlite(mut conn) => {
            conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = OFF; {statement}"))
        }
        Conn::Pg(mut conn) => conn.batch_execute(statement),
    }
    .unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// The data folder of an installation is its owner's alone; that of a test is what the machine makes it.
fn close(app: &App) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let data_dir = &app.gate.services().config.data_dir;
        for folder in [data_dir.clone(), data_dir.join("keys")] {
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).expect("a private folder");
        }
        for entry in std::fs::read_dir(data_dir.join("keys")).expect("the keys") {
            let path = entry.expect("an entry").path();
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("a private file");
        }
    }
}

#[test]
fn a_healthy_server_has_nothing_that_fails() {
    each(|app| {
        let upload = || app.sign_in("doan").upload("/attachments", "anh.png", crate::attachments::png(), &[]).ok();
        upload();
        close(app);
        let (before, report) = (app.stored(), look(app));
        assert!(report.state < State::Fail, "{report:#?}");
        for check in ["settings", "folder", "integrity", "level", "keys", "audit", "clock", "attachments", "backup"] {
            let expected = if ["settings", "backup"].contains(&check) { State::Warn } else { State::Ok };
            assert_eq!(state(&report, check), expected, "{check}: {report:#?}");
        }
        assert_eq!(app.stored(), before, "the doctor wrote something");
        let json = serde_json::to_value(&report).expect("JSON");
        assert_eq!((&json["state"], &json["findings"][0]["check"]), (&json!("warn"), &json!("settings")));
    });
}

#[test]
fn what_is_wrong_is_named() {
    each(|app| {
        let file = |name: &str| {
            let row = app.sign_in("doan").upload("/attachments", name, crate::attachments::png(), &[]).ok();
            let id = row["id"].as_str().expect("an id").to_owned();
            let path = app.gate.services().config.data_dir.join("attachments").join(&id[34..]).join(&id);
            (id, path)
        };
        let (_, gone) = file("a.png");
        let (_, changed) = file("b.png");
        std::fs::remove_file(gone).expect("one goes");
        std::fs::write(changed, "something else").expect("one is another");
        let shelf = app.gate.services().config.data_dir.join("attachments/ab");
        std::fs::create_dir_all(&shelf).expect("a folder");
        std::fs::write(shelf.join("orphan"), "nobody's").expect("a file");
        let told: Vec<String> =
            look(app).findings.into_iter().filter(|one| one.check == "attachments").map(|one| one.message).collect();
        assert!(told.iter().any(|one| one.contains("missing")), "{told:?}");
        assert!(told.iter().any(|one| one.contains("not what was uploaded")), "{told:?}");
        assert!(told.iter().any(|one| one.contains("orphan")), "{told:?}");

        // A clock that was set back, and a log that was changed.
        app.wait(TimeDelta::hours(-5));
        assert_eq!(state(&look(app), "clock"), State::Fail);
        app.wait(TimeDelta::hours(5));
        assert_eq!(state(&look(app), "clock"), State::Ok);
        let drop = match app.database() {
            Conn::Sqlite(_) => "DROP TRIGGER audit_rows_keep_their_words",
            Conn::Pg(_) => "DROP TRIGGER audit_rows_keep_their_words ON audit",
        };
        change(app, &format!("{drop}; UPDATE audit SET outcome = 'denied' WHERE seq = 2"));
        assert_eq!(state(&look(app), "audit"), State::Fail);

        // A row that points at nothing: PostgreSQL lets nobody make one.
        if let Conn::Sqlite(_) = app.database() {
            change(app, "UPDATE users SET unit_id = 'nowhere' WHERE username = 'doan'");
            assert_eq!(state(&look(app), "integrity"), State::Fail);
        }

        // Keys that others can read, another key, no key.
        let keys = app.gate.services().config.data_dir.join("keys");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            close(app);
            let open = |mode| std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(keys.join("vault.json"), open(0o644)).expect("others read");
            assert_eq!(state(&look(app), "folder"), State::Warn);
            std::fs::set_permissions(&app.gate.services().config.data_dir, open(0o755)).expect("others enter");
            assert_eq!(state(&look(app), "folder"), State::Fail);
        }
        std::fs::remove_file(keys.join("vault.json")).expect("the file goes");
        assert_eq!(state(&look(app), "keys"), State::Fail);
        bup::crypto::KeyRing::generate().create(&keys.join("vault.json")).expect("another ring");
        let report = look(app);
        assert_eq!((state(&report, "keys"), report.state), (State::Fail, State::Fail));
    });
}

#[test]
fn a_level_that_is_not_ours_is_told_and_left_alone() {
    for (config, _data) in empty() {
        let clock = Clock::fixed(bup_tests::start_of_day());
        let report = examine(&config, &clock);
        assert_eq!(report.state, State::Fail, "nothing is there");
        assert!(!config.data_dir.join("bup.db").exists() && !config.data_dir.join("keys").exists());
        bup::server::open(config.clone(), clock.clone()).expect("an installation");
        let report = examine(&Config { password_memory_kib: 19_456, password_rounds: 2, ..config.clone() }, &clock);
        assert_eq!(state(&report, "level"), State::Ok, "{report:#?}");
    }
}
