//! The papers of a child's circumstance: sealed where they lie, as secret as the circumstance, no look without its row.

use std::path::Path;

use bup_tests::operations::ACCOUNTS;
use bup_tests::{App, Client, Value, each, json};

use crate::attachments::png;
use crate::children::child;

const NAME: &str = "Giấy xác nhận.png";

/// What `DATA_DIR/attachments` holds: each file's bytes.
fn on_disk(app: &App) -> Vec<Vec<u8>> {
    fn collect(folder: &Path, files: &mut Vec<Vec<u8>>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() { collect(&path, files) } else { files.push(std::fs::read(path).expect("a file")) }
        }
    }
    let mut files = Vec::new();
    collect(&app.gate.services().config.data_dir.join("attachments"), &mut files);
    files
}

fn uploaded(person: &Client) -> Value {
    person.upload("/attachments", NAME, png(), &[]).ok()["id"].clone()
}

/// A circumstance with one file: the child's address, the circumstance's, the file's, and the id of the file.
fn with_paper(app: &App, code: &str) -> (String, String, String, Value) {
    let officer = app.sign_in("chinhsach");
    let body = json!({"full_name": "Nguyễn Thị Hoà", "date_of_birth": "2016-05-01",
        "neighborhood_id": app.unit_of("khupho1"), "school_id": app.unit_of("truong1")});
    let row = officer.post("/children", body).ok();
    let path = format!("/children/{}", row["id"].as_str().expect("an id"));
    let file = uploaded(&officer);
    let body = json!({"code": code, "from_date": "2024-01-01", "attachment_ids": [file]});
    let with = officer.post(&format!("{path}/circumstances"), body).ok();
    let entry = &with["circumstances"][0];
    assert_eq!((&entry["attachments"][0]["id"], &entry["attachments"][0]["file_name"]), (&file, &json!(NAME)));
    let circumstance = format!("{path}/circumstances/{}", entry["id"].as_str().expect("an id"));
    let address = format!("{circumstance}/files/{}", file.as_str().expect("an id"));
    (path, circumstance, address, file)
}

/// What a role gets: the child lives in khu phố 1 and learns at school 1.
fn expected(code: &str, account: &str) -> (u16, &'static str) {
    match (code, account) {
        (_, "chinhsach") | ("HC04" | "HC11", "lanhdao") | ("HC04", "khupho1" | "truong1") => (200, ""),
        (_, "lanhdao" | "khupho1" | "truong1" | "khupho2" | "truong2" | "doan" | "yte") => (404, "not_found"),
        _ => (403, "forbidden"),
    }
}

#[test]
fn a_paper_is_as_secret_as_its_circumstance_for_every_role() {
    for code in ["HC04", "HC11", "HC05"] {
        each(|app| {
            let (_, circumstance, address, file) = with_paper(app, code);
            let id = file.as_str().expect("an id");
            let strangers = ["khupho2", "truong2"];
            for account in ACCOUNTS.map(|(_, account)| account).into_iter().chain(strangers) {
                let person = app.sign_in(account);
                let answer = person.get(&address);
                let (status, problem) = expected(code, account);
                if status == 200 {
                    assert!(answer.status == 200 && answer.bytes.starts_with(b"\x89PNG"), "{code} {account}");
                    assert!(!answer.bytes.windows(3).any(|window| window == b"GPS"), "its place was taken out");
                    assert_eq!(answer.header("cache-control"), "no-store");
                    assert!(answer.header("content-disposition").starts_with("attachment"));
                } else {
                    answer.refused(status, problem);
                    assert!(!answer.text().contains(NAME));
                }
                // Nobody reaches it by another way, not even who uploaded it.
                person.get(&format!("/attachments/{id}")).refused(404, "not_found");
                // Whoever may not know of it can neither add to it nor take from it.
                if status != 200 {
                    let body = json!({"attachment_ids": [uploaded(&person)]});
                    let added = person.post(&format!("{circumstance}/files"), body);
                    assert!(matches!(added.status, 403 | 404), "{code} {account}: {}", added.text());
                    let removed = person.delete(&address);
                    assert!(matches!(removed.status, 403 | 404), "{code} {account}: {}", removed.text());
                }
            }
            // The leader reads and does not write.
            app.sign_in("lanhdao").delete(&address).refused(403, "forbidden");
            app.anybody().get(&address).refused(401, "not_signed_in");
            assert_eq!(app.sign_in("chinhsach").get(&address).status, 200);
        });
    }
}

#[test]
fn every_look_at_a_paper_is_told_to_the_ward() {
    each(|app| {
        let (path, _, address, _) = with_paper(app, "HC04");
        let officer = app.sign_in("chinhsach");
        let looks = || {
            let told = officer.get(&format!("{path}/views")).ok();
            let all = told["items"].as_array().expect("items").clone();
            all.into_iter().filter(|one| one["action"] == "children.read_circumstance_file").collect::<Vec<_>>()
        };
        assert!(looks().is_empty());
        assert_eq!(app.sign_in("khupho1").get(&address).status, 200);
        let told = looks();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0]["outcome"], "done");
        assert!(told[0]["by"]["full_name"].is_string());
        let log = app.sign_in("lanhdao").get("/audit?resource=children").ok().to_string();
        assert!(log.contains("children.read_circumstance_file") && !log.contains("xác nhận"));
    });
}

#[test]
fn what_lies_on_the_disk_is_sealed_and_bound_to_its_place() {
    each(|app| {
        let (_, _, address, _) = with_paper(app, "HC04");
        let officer = app.sign_in("chinhsach");
        let files = on_disk(app);
        assert_eq!(files.len(), 1);
        for plain in [&b"PNG"[..], b"IHDR", b"IDAT"] {
            assert!(!files[0].windows(plain.len()).any(|window| window == plain), "{plain:?}");
        }
        // Another file's bytes in its place are told from its own.
        let other = uploaded(&officer);
        let place = |id: &str| app.gate.services().config.data_dir.join("attachments").join(&id[34..]).join(id);
        let id = address.rsplit('/').next().expect("an id");
        std::fs::copy(place(other.as_str().expect("an id")), place(id)).expect("copied");
        officer.get(&address).refused(500, "internal");
        // One that was never sealed is served only as it was uploaded.
        std::fs::write(place(id), b"\x89PNG of somebody else").expect("written");
        officer.get(&address).refused(500, "internal");
    });
}

#[test]
fn papers_are_added_later_and_taken_away_with_their_bytes() {
    each(|app| {
        let (_, circumstance, address, first) = with_paper(app, "HC04");
        let (officer, head) = (app.sign_in("chinhsach"), app.sign_in("khupho1"));
        let files = format!("{circumstance}/files");
        officer.post(&files, json!({"attachment_ids": []})).refused(422, "invalid");
        officer.post(&files, json!({"attachment_ids": [first]})).refused(422, "invalid");
        // Somebody else's upload is not mine to give.
        officer.post(&files, json!({"attachment_ids": [uploaded(&head)]})).refused(422, "invalid");
        let second = uploaded(&head);
        let with = head.post(&files, json!({"attachment_ids": [second]})).ok();
        let named = |child: &Value| child["circumstances"][0]["attachments"].as_array().expect("files").len();
        assert_eq!(named(&with), 2);

        let left = officer.delete(&address).ok();
        assert_eq!((named(&left), &left["circumstances"][0]["attachments"][0]["id"]), (1, &second));
        officer.get(&address).refused(404, "not_found");
        officer.delete(&address).refused(404, "not_found");
        // Another circumstance's address does not open it.
        let other = of_another_child(app, &officer);
        let second = second.as_str().expect("an id");
        officer.get(&format!("{other}/files/{second}")).refused(404, "not_found");
        officer.delete(&format!("{other}/files/{second}")).refused(404, "not_found");

        let before = on_disk(app).len();
        assert_eq!(bup::attachments::sweep(&app.gate).expect("swept"), 1);
        assert_eq!(on_disk(app).len(), before - 1);

        // What was written down by mistake takes its papers with it.
        officer.post(&format!("{circumstance}/cancel"), json!({"reason": "Nhầm trẻ"})).ok();
        officer.get(&format!("{files}/{second}")).refused(404, "not_found");
        assert_eq!(bup::attachments::sweep(&app.gate).expect("swept"), 1);
    });
}

/// The address of the same circumstance of another child, without a paper.
fn of_another_child(app: &App, officer: &Client) -> String {
    let row = child(officer, app, "Lê Thị Mai", "2015-02-03", "khupho1");
    let path = format!("/children/{}", row["id"].as_str().expect("an id"));
    let with = officer.post(&format!("{path}/circumstances"), json!({"code": "HC04", "from_date": "2024-01-01"})).ok();
    format!("{path}/circumstances/{}", with["circumstances"][0]["id"].as_str().expect("an id"))
}

#[test]
fn an_ended_circumstance_keeps_its_papers_and_an_erased_child_none() {
    each(|app| {
        let (path, circumstance, address, _) = with_paper(app, "HC04");
        let officer = app.sign_in("chinhsach");
        officer.post(&format!("{circumstance}/end"), json!({"to_date": "2024-02-01"})).ok();
        let all = app.sign_in("khupho1").get(&format!("{path}/circumstances")).ok();
        assert_eq!(all["items"][0]["attachments"].as_array().expect("files").len(), 1);
        assert_eq!(app.sign_in("khupho1").get(&address).status, 200);
        assert_eq!(on_disk(app).len(), 1);
        bup::features::children::erase(&app.gate, "TE-000001").expect("erased");
        officer.get(&address).refused(404, "not_found");
        assert!(on_disk(app).is_empty());
    });
}
