//! The key files: what they seal, how they rotate, and what happens when one is missing or is another one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bup::clock::Clock;
use bup::db::Conn;
use bup::keys::sealed;
use bup_tests::{App, Client, Value, each, json};
use diesel::connection::SimpleConnection;
use diesel::sql_types::{Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

const NUMBER: &str = "038216001234";

fn key_file(app: &App, name: &str) -> PathBuf {
    app.gate.services().config.data_dir.join("keys").join(name)
}

/// The sentence with which a start is refused, or nothing.
fn start(app: &App) -> Option<String> {
    let config = app.gate.services().config.clone();
    bup::server::open(config, Clock::fixed(bup_tests::start_of_day())).err().map(|error| format!("{error:#}"))
}

/// Adds a child with a number of identity; a repetition gets the kept answer.
fn add_child(app: &App, officer: &Client, number: &str) -> Value {
    let body = json!({"full_name": "Ung Gia An", "date_of_birth": "2016-03-27", "sex": "male",
        "neighborhood_id": app.unit_of("khupho1"), "personal_id": number, "not_duplicate_of": []});
    officer.with("Idempotency-Key", number).post("/children", body).ok()
}

/// A child with a number of identity, changed once, an accident, and a list that was read and not taken yet.
fn fill(app: &App) -> (Client, Value) {
    let officer = app.sign_in("chinhsach");
    let child = add_child(app, &officer, NUMBER);
    officer.patch(&path(&child), &child["version"], json!({"grade": "2A"})).ok();
    let accident = json!({"child_id": child["id"], "happened_on": "2024-06-01", "kind": "fall", "place_kind": "home",
        "outcome": "recovered", "description": "Ngã cầu thang"});
    officer.post("/injuries", accident).ok();
    let list = "Họ và tên;Ngày sinh;Giới tính;Khu phố\nPhí Gia Bảo;30/02/2016;Nam;Khu phố 1\n";
    officer.upload("/children/import", "danh-sach.csv", list.as_bytes().to_vec(), &[]).ok();
    (officer, child)
}

fn path(child: &Value) -> String {
    format!("/children/{}", child["id"].as_str().expect("an id"))
}

/// The texts of a column that look sealed, by the id of their key.
#[derive(QueryableByName)]
struct Sealed {
    #[diesel(sql_type = Nullable<Text>)]
    value: Option<String>,
}

fn values(app: &App, table: &str, column: &str) -> Vec<String> {
    let query = format!("SELECT {column} AS value FROM {table}");
    let rows: Vec<Sealed> = match app.database() {
        Conn::Sqlite(mut conn) => sql_query(query).load(&mut conn),
        Conn::Pg(mut conn) => sql_query(query).load(&mut conn),
    }
    .expect("the values");
    rows.into_iter().filter_map(|row| row.value).collect()
}

/// The id of the key of a text that looks sealed: `k`, eight digits, a nonce of 32 letters, a ciphertext.
fn key_of(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('.').collect();
    let [id, nonce, _] = parts.as_slice() else { return None };
    let is_id = id.len() == 9 && id.starts_with('k') && id[1..].chars().all(|letter| letter.is_ascii_hexdigit());
    (is_id && nonce.len() == 32).then(|| (*id).to_owned())
}

/// The text columns of the code, as `table` and `column`.
fn text_columns() -> Vec<(String, String)> {
    let (mut table, mut columns) = ("", Vec::new());
    for line in include_str!("../../api/src/db/schema.rs").lines().map(str::trim) {
        if let Some(name) = line.strip_suffix(") {").and_then(|line| line.split_once(" (")) {
            table = name.0;
        }
        if let Some((name, kind)) = line.strip_suffix(',').and_then(|line| line.split_once(" -> "))
            && kind.contains("Text")
        {
            columns.push((table.to_owned(), name.to_owned()));
        }
    }
    columns
}

/// The keys with which the listed columns are sealed.
fn keys_in_use(app: &App) -> BTreeSet<String> {
    let of = |column: &sealed::Column| values(app, column.table, column.column);
    sealed::ALL.iter().flat_map(of).filter_map(|text| key_of(&text)).collect()
}

#[test]
fn every_sealed_column_is_on_the_list() {
    each(|app| {
        fill(app);
        let listed: BTreeSet<_> = sealed::ALL.iter().map(|one| (one.table.to_owned(), one.column.to_owned())).collect();
        assert_eq!(listed.len(), sealed::ALL.len());
        let columns = text_columns();
        assert!(columns.len() > 100 && listed.iter().all(|one| columns.contains(one)), "{listed:?}");
        let looks_sealed =
            |(table, column): &(String, String)| values(app, table, column).iter().any(|text| key_of(text).is_some());
        let found: BTreeSet<_> = columns.into_iter().filter(looks_sealed).collect();
        assert_eq!(found.difference(&listed).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
        assert!(found.len() >= 5, "{found:?}");
    });
}

#[test]
fn new_keys_seal_and_old_ones_still_open() {
    each(|app| {
        let (officer, child) = fill(app);
        let old = keys_in_use(app);
        assert_eq!(old.len(), 1);
        let rotated = bup::keys::rotate(&app.gate).expect("new keys");
        assert_eq!(rotated.kept, old.iter().cloned().collect::<Vec<_>>());
        // The server that was running takes the new key up, and the token of before still holds.
        assert_eq!(officer.get(&path(&child)).ok()["personal_id"], NUMBER);
        app.sign_in("doan");
        let both = old.into_iter().chain([rotated.current]).collect();
        assert_eq!(keys_in_use(app), both);
        assert_eq!(start(app), None);
    });
}

#[test]
fn everything_is_sealed_anew_and_the_old_keys_go() {
    each(|app| {
        let (officer, child) = fill(app);
        let old = keys_in_use(app).into_iter().next().expect("a key");
        let first = bup::keys::rotate(&app.gate).expect("a new key");
        let done = bup::keys::reseal(&app.gate).expect("all anew");
        // The rotation of before is brought to its end: no third key.
        assert_eq!((&done.current, &done.dropped, done.kept.len()), (&first.current, &vec![old.clone()], 0));
        assert!(done.resealed >= 5, "{done:?}");
        assert_eq!(keys_in_use(app), BTreeSet::from([done.current.clone()]));
        let ring = std::fs::read_to_string(key_file(app, "vault.json")).expect("the ring");
        assert!(ring.contains(&done.current) && !ring.contains(&old), "the old key is still in the file");

        let read = officer.get(&path(&child)).ok();
        assert_eq!((&read["personal_id"], &read["grade"]), (&json!(NUMBER), &json!("2A")));
        let import = officer.get("/children/import").ok()["items"][0]["id"].clone();
        let rows = officer.get(&format!("/children/import/{}/rows", import.as_str().expect("an id"))).ok();
        assert_eq!(rows["items"][0]["child"]["full_name"], "Phí Gia Bảo");
        // Found by its number: the index did not rotate.
        let found = officer.post("/children/search", json!({"q": NUMBER})).ok();
        assert_eq!(found["total"], 1);
        assert_eq!(add_child(app, &officer, NUMBER)["id"], child["id"], "the kept answer");
        assert_eq!(officer.get(&format!("{}/history", path(&child))).ok()["items"].as_array().map(Vec::len), Some(2));
        assert!(matches!(
            bup::audit::verify::verify(&app.gate).expect("an answer"),
            bup::audit::verify::Verdict::Whole { .. }
        ));
        assert_eq!(start(app), None);

        // Alone it makes the new key itself; and a second time there is nothing that was forgotten.
        let next = bup::keys::reseal(&app.gate).expect("all anew");
        assert_eq!(next.dropped, [done.current]);
        assert_eq!(keys_in_use(app), BTreeSet::from([next.current]));
    });
}

#[test]
fn what_does_not_open_keeps_every_key() {
    each(|app| {
        let (_, child) = fill(app);
        let old = keys_in_use(app).into_iter().next().expect("a key");
        let set = |value: &str| {
            let id = child["id"].as_str().expect("an id");
            let statement = format!("UPDATE children SET personal_id = {value} WHERE id = '{id}'");
            match app.database() {
                Conn::Sqlite(mut conn) => conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; {statement}")),
                Conn::Pg(mut conn) => conn.batch_execute(&statement),
            }
            .expect("another value");
        };
        set(&format!("'{old}.{}.AAAA'", "A".repeat(32)));
        let refusal = bup::keys::reseal(&app.gate).expect_err("it does not open");
        assert!(format!("{refusal:#}").starts_with("children.personal_id"), "{refusal:#}");
        assert!(std::fs::read_to_string(key_file(app, "vault.json")).expect("the ring").contains(&old));
        // Once that is mended it goes on where it stopped: no third key.
        let begun = keys_in_use(app);
        set("NULL");
        let done = bup::keys::reseal(&app.gate).expect("the rest");
        assert_eq!((&done.dropped, begun.contains(&done.current)), (&vec![old], true));
    });
}

#[test]
fn files_are_sealed_anew_too() {
    each(|app| {
        let doan = app.sign_in("doan");
        let photo = crate::attachments::png();
        let file = doan.upload("/attachments", "anh.png", photo.clone(), &[]).ok();
        let download = format!("/attachments/{}", file["id"].as_str().expect("an id"));
        let before = doan.get(&download).bytes;
        let done = bup::keys::reseal(&app.gate).expect("all anew");
        assert_eq!((done.kept.len(), done.dropped.len()), (0, 1), "{done:?}");
        let after = doan.get(&download);
        assert_eq!((after.status, &after.bytes), (200, &before));
        assert!(after.header("content-disposition").contains("anh.png"));
    });
}

#[test]
fn the_key_of_a_sealed_file_stays() {
    each(|app| {
        fill(app);
        let old = keys_in_use(app).into_iter().next().expect("a key");
        let shelf = app.gate.services().config.data_dir.join("attachments/ab");
        std::fs::create_dir_all(&shelf).expect("a folder");
        std::fs::write(shelf.join("file"), format!("bup-sealed-1.{old}.…")).expect("a file");
        let done = bup::keys::reseal(&app.gate).expect("all anew");
        assert_eq!((done.dropped.len(), &done.kept), (0, &vec![old]));
        assert_eq!(start(app), None);
    });
}

#[test]
fn a_missing_key_file_is_a_refusal_and_never_a_new_key() {
    each(|app| {
        fill(app);
        for name in ["vault.json", "index.json"] {
            let (file, aside) = (key_file(app, name), key_file(app, "aside"));
            std::fs::rename(&file, &aside).expect("the file goes");
            let refusal = start(app).expect("a refusal");
            assert!(refusal.contains(&file.display().to_string()) && refusal.contains("backup"), "{refusal}");
            assert!(!file.exists(), "{name} was made anew");
            std::fs::rename(&aside, &file).expect("the file comes back");
            assert_eq!(start(app), None);
        }
        // Tokens live for a quarter of an hour: nothing is lost with their keys.
        std::fs::remove_file(key_file(app, "tokens.json")).expect("the file goes");
        assert_eq!(start(app), None);
        assert!(key_file(app, "tokens.json").exists());
    });
}

#[test]
fn another_key_file_is_refused() {
    each(|app| {
        fill(app);
        for name in ["vault.json", "index.json"] {
            let file = key_file(app, name);
            let right = std::fs::read(&file).expect("the file");
            std::fs::remove_file(&file).expect("the file goes");
            bup::crypto::KeyRing::generate().create(&file).expect("another ring");
            let refusal = start(app).expect("a refusal");
            assert!(refusal.contains(name) && refusal.contains("not the key file"), "{refusal}");
            std::fs::write(&file, right).expect("the right one comes back");
            assert_eq!(start(app), None);
        }
    });
}

#[test]
fn a_database_of_a_version_without_the_check_is_asked_itself() {
    each(|app| {
        fill(app);
        let forget = "DELETE FROM seals WHERE name = 'keys'";
        match app.database() {
            Conn::Sqlite(mut conn) => conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; {forget}")),
            Conn::Pg(mut conn) => conn.batch_execute(forget),
        }
        .expect("no check value");
        let file = key_file(app, "vault.json");
        let right = std::fs::read(&file).expect("the file");
        std::fs::remove_file(&file).expect("the file goes");
        assert!(start(app).expect("a refusal").contains("is missing"));
        bup::crypto::KeyRing::generate().create(&file).expect("another ring");
        assert!(start(app).expect("a refusal").contains("not the key file"));
        std::fs::write(&file, right).expect("the right one comes back");
        assert_eq!(start(app), None);
    });
}

/// Every column of the list in one database: what names a row is one column, two or three.
#[test]
fn the_whole_demo_is_sealed_anew_and_opens() {
    for (config, _data) in bup_tests::empty() {
        let clock = Clock::system();
        let gate = bup::server::open(config.clone(), clock.clone()).expect("it opens");
        bup::demo::fill(&gate, bup::demo::COUNT).expect("the demo");
        bup::keys::rotate(&gate).expect("new keys");
        let done = bup::keys::reseal(&gate).expect("sealed anew");
        assert!(!done.dropped.is_empty() && done.kept.is_empty(), "nothing needs the old key any more");
        let report = bup::doctor::examine(&config, &clock);
        let keys = report.findings.iter().find(|finding| finding.check == "keys").expect("a finding");
        assert_eq!(keys.state, bup::doctor::State::Ok, "{}", keys.message);
    }
}
