//! One sealed file with everything, made beside a server that is being written to, and back again; from one database
//! into the other; what is damaged, foreign or in the way changes nothing.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use bup::backup::{self, Chain, Made, Secret, Source, schedule};
use bup::config::Config;
use bup::jobs;
use bup_tests::{App, Client, Value, connect, each, each_with, empty, json, rows};
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use tempfile::TempDir;

const NUMBER: &str = "038216001234";

fn secret() -> Secret {
    Secret::cheap("Trẻ em như búp trên cành")
}

fn config(app: &App) -> Config {
    app.gate.services().config.clone()
}

/// A child of its own for every number: another name and another birthday, so that nobody takes it for a duplicate.
fn add_child(app: &App, officer: &Client, number: &str) -> Value {
    let words = ["An", "Bảo", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh", "Nga"];
    let digits: Vec<usize> = number.bytes().skip(7).map(|digit| usize::from(digit - b'0')).collect();
    let name: Vec<&str> = digits.iter().map(|digit| words[*digit]).collect();
    let days = digits.iter().fold(0, |sum, digit| (sum * 10 + *digit as i64) % 3000);
    let born = chrono::NaiveDate::from_ymd_opt(2010, 1, 1).expect("a day") + TimeDelta::days(days);
    let mut body = json!({"full_name": format!("Ung {}", name.join(" ")), "date_of_birth": born.to_string(),
        "sex": "male", "neighborhood_id": app.unit_of("khupho1"), "personal_id": number, "not_duplicate_of": []});
    let post = |body: &Value| officer.with("Idempotency-Key", number).post("/children", body.clone());
    let answer = post(&body);
    if answer.status != 409 {
        return answer.ok();
    }
    let candidates = answer.json()["candidates"].as_array().expect("candidates").clone();
    body["not_duplicate_of"] = candidates.iter().map(|one| one["child"]["id"].clone()).collect();
    post(&body).ok()
}

/// A child with a sealed number, a task, an uploaded file.
struct Filled {
    child: String,
    file: String,
}

fn fill(app: &App) -> Filled {
    let officer = app.sign_in("chinhsach");
    let child = add_child(app, &officer, NUMBER);
    let task = json!({"title": "Phát quà", "description": "Quà \u{1F33F} \"có\" \\ và\nxuống dòng '", "lead_unit_id": app.unit_of("khupho1"), "due_on": "2024-06-13"});
    officer.post("/tasks", task).ok();
    let file = app.sign_in("doan").upload("/attachments", "anh.png", crate::attachments::png(), &[]).ok();
    let path = |row: &Value, list: &str| format!("/{list}/{}", row["id"].as_str().expect("an id"));
    Filled { child: path(&child, "children"), file: path(&file, "attachments") }
}

fn make(app: &App, folder: &TempDir, name: &str) -> (PathBuf, Made) {
    let file = folder.path().join(name);
    let source = Source::open(&config(app)).expect("the source");
    let made = backup::create(&source, &app.clock, &secret(), &file, false).expect("a backup");
    (file, made)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_is_restored_is_what_was_there_and_works_on_either_database() {
    each(|app| {
        let filled = fill(app);
        let before = app.sign_in("doan").get(&filled.file).bytes;
        let place = folder();
        let (file, made) = make(app, &place, "a.backup");
        let tables = rows::all(&mut app.database());
        let count: usize = tables.values().map(Vec::len).sum();
        assert_eq!(
            (made.contents.tables, made.contents.rows),
            (tables.len() as u64, count as u64),
            "a table is forgotten"
        );
        assert_eq!((made.contents.files, made.contents.keys, made.contents.missing.len()), (1, 3, 0));
        let hidden = std::fs::read(&file).expect("the file");
        assert!(!hidden.windows(8).any(|some| some == b"children" || some == b"chinhsac"), "something lies in clear");

        for (target, _data) in empty() {
            let done = backup::restore(&target, &file, &secret()).expect("restored");
            assert_eq!((done.contents, done.steps), (made.contents.clone(), 0));
            assert!(matches!(done.chain, Chain::Whole { rows } if rows > 5), "{:?}", done.chain);
            assert_eq!(rows::differences(&mut app.database(), &mut connect(&target), &[]), Vec::<String>::new());
            assert!(!target.data_dir.join(".restoring").exists());
            let other = App::at(target);
            let officer = other.sign_in("chinhsach");
            assert_eq!(officer.get(&filled.child).ok()["personal_id"], NUMBER);
            assert_eq!(officer.post("/children/search", json!({"q": NUMBER})).ok()["total"], 1);
            let photo = other.sign_in("doan").get(&filled.file);
            assert_eq!((photo.status, &photo.bytes), (200, &before));
            // Its log goes on where it was.
            add_child(&other, &officer, "038216009999");
            let verdict = bup::audit::verify::verify(&other.gate).expect("an answer");
            assert!(matches!(verdict, bup::audit::verify::Verdict::Whole { .. }), "{verdict:?}");
            // And back: a backup of the copy, in the other database's hands, restores to the same again.
            let (again, _) = make(&other, &place, "again.backup");
            for (third, _data) in empty() {
                backup::restore(&third, &again, &secret()).expect("restored");
                assert_eq!(rows::differences(&mut other.database(), &mut connect(&third), &[]), Vec::<String>::new());
            }
            std::fs::remove_file(again).expect("done with it");
        }
    });
}

#[test]
fn a_backup_beside_writers_is_one_moment() {
    each(|app| {
        fill(app);
        let (place, is_over) = (folder(), AtomicBool::new(false));
        std::thread::scope(|scope| {
            let _over = Over(&is_over);
            for writer in 0..3 {
                let (app, is_over) = (&app, &is_over);
                scope.spawn(move || {
                    let officer = app.sign_in("chinhsach");
                    let doan = app.sign_in("doan");
                    for round in 0.. {
                        if is_over.load(Ordering::SeqCst) {
                            return;
                        }
                        add_child(app, &officer, &format!("0382160{writer}{round:04}"));
                        doan.upload("/attachments", "anh.png", crate::attachments::png(), &[]).ok();
                    }
                });
            }
            for at in 0..3 {
                let (file, made) = make(app, &place, &format!("{at}.backup"));
                assert_eq!(made.contents.missing, Vec::<String>::new());
                let (target, _data) = empty().swap_remove(0);
                let done = backup::restore(&target, &file, &secret()).expect("restored");
                // Every row with its log, the head of the log with its last row, every file with its row.
                assert!(matches!(done.chain, Chain::Whole { .. }), "{:?}", done.chain);
                let all = rows::all(&mut connect(&target));
                let logged = all["audit"].iter().filter(|row| row.contains("\"children.create\"")).count();
                assert_eq!(all["children"].len(), logged);
                assert_eq!(all["attachments"].len() as u64, done.contents.files);
                assert!(all["children"].iter().any(|row| row.contains("Ung ")));
            }
        });
    });
}

/// Ends the writers, also where the test stops at a surprise.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[test]
fn what_is_damaged_or_foreign_changes_nothing() {
    each(|app| {
        fill(app);
        let place = folder();
        let (file, _) = make(app, &place, "a.backup");
        let whole = std::fs::read(&file).expect("the file");
        let bad = place.path().join("bad.backup");
        let refused = |bytes: &[u8], told: &str| {
            std::fs::write(&bad, bytes).expect("a file");
            let error = backup::check(&bad, &secret()).expect_err(told);
            assert!(!format!("{error:#}").is_empty());
            format!("{error:#}")
        };
        let last = whole.len() - 1;
        let step = (whole.len() / 40).max(1);
        for at in (0..whole.len()).step_by(step).chain([10, 12, 16, 40, last]) {
            let mut other = whole.clone();
            other[at] ^= 4;
            refused(&other, &format!("byte {at} of {}", whole.len()));
        }
        for length in [0, 5, 14, 100, whole.len() / 2, last] {
            refused(&whole[..length], &format!("{length} bytes"));
        }
        refused(&[whole.as_slice(), b"!"].concat(), "something behind the end");
        assert!(refused(b"SQLite format 3\0 and so on, for a while", "a database").contains("not a backup"));

        for (target, _data) in empty() {
            let restore = |file: &Path, secret: &Secret| {
                format!("{:#}", backup::restore(&target, file, secret).expect_err("a refusal"))
            };
            let wrong = Secret::cheap("một câu khác mà ai cũng biết");
            assert!(restore(&file, &wrong).contains("passphrase"));
            for damage in [whole.len() / 3, whole.len() - 200, last] {
                let mut other = whole.clone();
                other[damage] ^= 1;
                std::fs::write(&bad, &other).expect("a file");
                assert!(restore(&bad, &secret()).contains("damaged"), "byte {damage}");
            }
            std::fs::write(&bad, &whole[..whole.len() - 30]).expect("a file");
            restore(&bad, &secret());
            assert_eq!(files_in(&target.data_dir), Vec::<String>::new(), "something is left behind");
            if target.database_url.is_some() {
                assert_eq!(rows::tables(&mut connect(&target)), Vec::<String>::new());
            }
            backup::restore(&target, &file, &secret()).expect("nothing is in the way");
            let again = restore(&file, &secret());
            assert!(again.contains("not empty") && again.contains("Nothing was changed"), "{again}");
            // An empty folder beside a database that is not.
            if target.database_url.is_some() {
                let other = folder();
                let beside = Config { data_dir: other.path().to_owned(), ..target.clone() };
                let error = backup::restore(&beside, &file, &secret()).expect_err("a refusal");
                assert!(error.to_string().contains("not empty"), "{error}");
                assert_eq!(files_in(other.path()), Vec::<String>::new());
            }
        }
    });
}

#[test]
fn a_backup_of_a_newer_version_is_refused() {
    each(|app| {
        let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('9999')";
        match app.database() {
            bup::db::Conn::Sqlite(mut conn) => conn.batch_execute(newer),
            bup::db::Conn::Pg(mut conn) => conn.batch_execute(newer),
        }
        .expect("a step of the future");
        let place = folder();
        let (file, made) = make(app, &place, "a.backup");
        assert_eq!(made.header.level(), "9999");
        for (target, _data) in empty() {
            let error = backup::restore(&target, &file, &secret()).expect_err("a refusal").to_string();
            assert!(error.contains("9999") && error.contains("newer"), "{error}");
            assert_eq!(files_in(&target.data_dir), Vec::<String>::new());
        }
    });
}

#[test]
fn a_file_that_is_there_is_not_overwritten_unasked() {
    each(|app| {
        let place = folder();
        let (file, _) = make(app, &place, "a.backup");
        let source = Source::open(&config(app)).expect("the source");
        let again = |force| backup::create(&source, &app.clock, &secret(), &file, force);
        let first = std::fs::read(&file).expect("the file");
        assert!(again(false).expect_err("a refusal").to_string().contains("--force"));
        assert_eq!(std::fs::read(&file).expect("the file"), first);
        again(true).expect("another backup");
        assert_ne!(std::fs::read(&file).expect("the file"), first);
        assert_eq!(files_in(place.path()), ["a.backup"]);
        // A file that rows speak of and that is not there is told, and no reason for no backup.
        let filled = fill(app);
        let id = filled.file.rsplit('/').next().expect("an id").to_owned();
        let shelf = config(app).data_dir.join("attachments").join(&id[34..]).join(&id);
        let owned = format!("UPDATE attachments SET owner_kind = 'event' WHERE id = '{id}'");
        match app.database() {
            bup::db::Conn::Sqlite(mut conn) => conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; {owned}")),
            bup::db::Conn::Pg(mut conn) => conn.batch_execute(&owned),
        }
        .expect("an owner");
        std::fs::remove_file(shelf).expect("the file goes");
        assert_eq!(again(true).expect("a backup").contents.missing, [id]);
    });
}

#[test]
fn everything_moves_to_the_other_database_and_back() {
    each(|app| {
        let filled = fill(app);
        let source = Source::open(&config(app)).expect("the source");
        for (target, _data) in empty() {
            let file = target.data_dir.join("other.db");
            let url = target.database_url.clone().unwrap_or_else(|| format!("sqlite:{}", file.display()));
            let moved = backup::migrate_to(&source, &url).expect("moved");
            let there = Config { database_url: Some(url.clone()), data_dir: config(app).data_dir, ..target.clone() };
            // Every table that the database itself names, none of a list of ours, and every row of each is the same.
            let told = rows::all(&mut app.database());
            assert_eq!(
                (moved.tables, moved.rows),
                (told.len() as u64, told.values().map(Vec::len).sum::<usize>() as u64)
            );
            let mut copy = match &target.database_url {
                Some(_) => connect(&target),
                None => bup::db::Conn::Sqlite(SqliteConnection::establish(&file.to_string_lossy()).expect("the copy")),
            };
            assert_eq!(rows::differences(&mut app.database(), &mut copy, &[]), Vec::<String>::new());
            drop(copy);
            let again = backup::migrate_to(&source, &url).expect_err("it is not empty").to_string();
            assert!(again.contains("Nothing was changed"), "{again}");
            // The same keys and files, another database.
            let other = App::at(there);
            assert_eq!(other.sign_in("chinhsach").get(&filled.child).ok()["personal_id"], NUMBER);
            assert_eq!(other.sign_in("doan").get(&filled.file).status, 200);
            assert!(bup::backup::migrate_to(&source, "mysql://x").is_err());
        }
        assert_eq!(files_in(&config(app).data_dir).iter().filter(|name| name.contains("restoring")).count(), 0);
    });
}

#[test]
fn a_backup_is_made_every_day_and_old_ones_go() {
    let place = folder();
    let settings = |config: &mut Config| {
        let name = if config.database_url.is_some() { "postgres" } else { "sqlite" };
        config.backup_dir = Some(place.path().join(name));
        config.backup_passphrase = Some("Trẻ em như búp trên cành".to_owned().into());
        (config.backup_keep_days, config.backup_keep_weeks, config.backup_keep_months) = (2, 0, 0);
    };
    each_with(settings, |app| {
        let config = config(app);
        let dir = config.backup_dir.as_deref().expect("a folder");
        let run = || jobs::run_due(&app.gate).into_iter().find(|ran| ran.job == "backup").map(|ran| ran.result.is_ok());
        let told = || {
            let all = app.sign_in("quantri").get("/notifications?limit=50").ok();
            let all = all["items"].as_array().expect("a list").clone();
            all.iter().filter(|one| one["kind"] == "backup_missing").count()
        };
        assert_eq!(run(), Some(true));
        assert_eq!(files_in(dir), ["bup-2024-06-03-080000.backup"]);
        std::fs::write(dir.join("bup-2024-01-01-020000.backup"), "not ours").expect("a file");
        std::fs::write(dir.join("bup-2024-06-02-020000.backup.part"), "cut off").expect("a file");
        // Not again on the same day, then at its hour.
        app.wait(TimeDelta::hours(17));
        assert_eq!(run(), Some(true));
        assert_eq!(files_in(dir).len(), 3);
        app.wait(TimeDelta::hours(1) + TimeDelta::minutes(5));
        assert_eq!(run(), Some(true));
        assert_eq!(
            files_in(dir),
            ["bup-2024-01-01-020000.backup", "bup-2024-06-03-080000.backup", "bup-2024-06-04-020500.backup"]
        );
        app.wait(TimeDelta::hours(24));
        assert_eq!(run(), Some(true));
        assert_eq!(
            files_in(dir),
            ["bup-2024-01-01-020000.backup", "bup-2024-06-04-020500.backup", "bup-2024-06-05-020500.backup"],
            "what is not ours stays, the third day goes"
        );
        assert!(app.anybody().get("/metrics").text().contains("bup_backup_last_success_timestamp_seconds"));
        assert_eq!(told(), 0);

        // The folder becomes one that cannot be written to.
        let aside = dir.with_extension("aside");
        std::fs::rename(dir, &aside).expect("the folder goes");
        std::fs::write(dir, "in the way").expect("a file");
        app.wait(TimeDelta::hours(24));
        assert_eq!(run(), Some(false));
        assert_eq!(told(), 1);
        app.wait(TimeDelta::minutes(20));
        assert_eq!((run(), told()), (Some(false), 1), "told once a day");
        assert_eq!(app.anybody().get("/readyz").status, 200);
        std::fs::remove_file(dir).expect("the way is free");
        std::fs::rename(&aside, dir).expect("the folder is back");
        app.wait(TimeDelta::minutes(20));
        assert_eq!(run(), Some(true));
        let newest = schedule::list(dir).expect("the list").remove(0).path;
        let real = Secret::passphrase("Trẻ em như búp trên cành").expect("a passphrase");
        let (header, contents) = backup::check(&newest, &real).expect("it is whole");
        assert!(header.created_at.starts_with("2024-06-05T19:45") && contents.rows > 20, "{header:?}");
    });
}
