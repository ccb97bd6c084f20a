//! What one person may ask for: generous for people, an end for programs that empty the registry or fill the disk.

use bup::config::Config;
use bup_tests::{App, Client, Value, each_with, json};
use chrono::TimeDelta;

use crate::attachments::png;

/// The limits of a real installation.
fn as_installed(config: &mut Config) {
    let real = Config::default();
    config.reads_per_minute = real.reads_per_minute;
    config.searches_per_minute = real.searches_per_minute;
    config.files_per_minute = real.files_per_minute;
    config.writes_per_minute = real.writes_per_minute;
    config.uploads_per_minute = real.uploads_per_minute;
}

#[track_caller]
fn limited(answer: &bup_tests::Answer) -> u64 {
    answer.refused(429, "rate_limited");
    answer.header("retry-after").parse().expect("seconds")
}

#[test]
fn exports_and_documents_have_an_end_and_come_again() {
    each_with(as_installed, |app| {
        let leader = app.sign_in("lanhdao");
        for number in 0..30 {
            let answer = match number % 3 {
                0 => leader.get("/tasks/export.xlsx"),
                1 => leader.with("Accept", "text/csv").get("/tasks"),
                _ => leader.get("/users/export.xlsx"),
            };
            assert_eq!(answer.status, 200, "{number}: {}", answer.text());
        }
        let answer = leader.get("/tasks/export.xlsx");
        assert_eq!(limited(&answer), 2);
        assert!(answer.json()["detail"].as_str().is_some_and(|text| text.contains("tải về quá nhiều tệp")));
        let english = leader.with("Accept-Language", "en").get("/tasks/export.xlsx");
        assert!(english.json()["detail"].as_str().is_some_and(|text| text.contains("Too many files")));
        // Another sign-in of the same person is the same person; somebody else is not; screens go on.
        limited(&app.sign_in("lanhdao").get("/users/export.xlsx"));
        assert_eq!(app.sign_in("chinhsach").get("/tasks/export.xlsx").status, 200);
        leader.get("/tasks").ok();
        app.wait(TimeDelta::seconds(2));
        assert_eq!(leader.get("/tasks/export.xlsx").status, 200);
        limited(&leader.get("/tasks/export.xlsx"));
        let numbers = app.anybody().get("/metrics").text();
        assert!(numbers.contains("bup_limited_total{kind=\"file\"}"), "{numbers}");
    });
}

#[test]
fn searches_and_readings_have_an_end() {
    let few = |config: &mut Config| {
        config.searches_per_minute = 5;
        config.reads_per_minute = 10;
    };
    each_with(few, |app| {
        let officer = app.sign_in("chinhsach");
        for _ in 0..5 {
            officer.post("/children/search", json!({"q": "hoa"})).ok();
        }
        limited(&officer.post("/children/search", json!({"q": "hoa"})));
        limited(&officer.post("/cases/search", json!({"q": "hoa"})));
        for _ in 0..10 {
            officer.get("/children?limit=200").ok();
        }
        limited(&officer.get("/children?limit=200"));
        // What a file, a change or signing out needs is counted by itself.
        officer.post("/notifications/read-all", json!({})).ok();
        assert_eq!(officer.post("/auth/logout", json!({})).status, 204);
        // Whoever has no token costs nobody's bucket.
        app.anybody().get("/children").refused(401, "not_signed_in");
    });
}

/// A phone that was offline for a day sends what waited, and reads its lists anew.
#[test]
fn a_phone_that_comes_back_is_not_held_up() {
    each_with(as_installed, |app| {
        let officer = app.sign_in("chinhsach");
        let task = json!({"title": "Rà soát", "due_on": "2024-06-28", "lead_unit_id": app.unit_of("khupho1")});
        let task = officer.post("/tasks", task).ok()["id"].as_str().expect("an id").to_owned();
        let phone = app.sign_in("khupho1");
        for number in 0..40 {
            let keyed = phone.with("Idempotency-Key", format!("phone-{number}"));
            let files: Vec<Value> = if number % 4 == 0 {
                vec![phone.upload("/attachments", "a.png", png(), &[]).ok()["id"].clone()]
            } else {
                Vec::new()
            };
            let report = json!({"note": format!("Lượt {number}"), "progress": number, "attachment_ids": files});
            keyed.post(&format!("/tasks/{task}/updates"), report).ok();
        }
        for _ in 0..100 {
            phone.get("/tasks").ok();
        }
    });
}

fn upload(person: &Client) -> bup_tests::Answer {
    person.upload("/attachments", "a.png", png(), &[])
}

#[test]
fn a_day_of_uploads_has_an_end() {
    each_with(
        |config| config.uploads_per_day = 3,
        |app| {
            let doan = app.sign_in("doan");
            for _ in 0..3 {
                upload(&doan).ok();
            }
            let answer = upload(&doan);
            let problem = answer.refused(429, "upload_limit");
            assert!(problem["detail"].as_str().is_some_and(|text| text.contains("3 tệp")), "{problem}");
            // Until midnight in the ward: it is eight in the morning.
            assert_eq!(answer.header("retry-after"), (16 * 3600).to_string());
            upload(&app.sign_in("khupho1")).ok();
            app.wait(TimeDelta::hours(16));
            upload(&app.sign_in("doan")).ok();
        },
    );
    each_with(
        |config| config.upload_mb_per_day = 1,
        |app| {
            let doan = app.sign_in("doan");
            doan.upload("/attachments", "a.mp3", large(700 * 1024), &[]).ok();
            doan.upload("/attachments", "b.mp3", large(700 * 1024), &[]).refused(429, "upload_limit");
            upload(&doan).ok();
        },
    );
}

/// A file of that size which looks like music.
fn large(bytes: usize) -> Vec<u8> {
    let mut file = b"ID3\x04\0\0\0\0\0\0".to_vec();
    file.resize(bytes, 0);
    file
}

fn files_on_disk(app: &App) -> usize {
    let mut left = vec![app.gate.services().config.data_dir.join("attachments")];
    let mut count = 0;
    while let Some(dir) = left.pop() {
        for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
            if entry.path().is_dir() { left.push(entry.path()) } else { count += 1 }
        }
    }
    count
}

#[test]
fn a_wards_files_have_a_quota() {
    each_with(
        |config| config.attachments_mb_per_ward = 1,
        |app| {
            app.sign_in("doan").upload("/attachments", "a.mp3", large(700 * 1024), &[]).ok();
            let full = app.sign_in("khupho1").upload("/attachments", "b.mp3", large(700 * 1024), &[]);
            let problem = full.refused(507, "no_room");
            assert!(problem["detail"].as_str().is_some_and(|text| text.contains("1 MB")), "{problem}");
            assert_eq!(files_on_disk(app), 1, "what was refused lies nowhere");
            upload(&app.sign_in("khupho1")).ok();
        },
    );
}
