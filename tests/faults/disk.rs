//! A disk that is full, or was made read-only: told with what to do, reading goes on, nothing is half there, and writing
//! works again without a restart.

use std::time::Duration;

use crate::support::shim::Disk;
use crate::support::{Bup, check_whole, count, fresh, id, json, kind, png, until};

#[test]
fn a_full_and_a_read_only_disk_are_told_and_survived() {
    for data in fresh() {
        let disk = Disk::new();
        let mut server = Bup::start(&data, &disk.options(&data));
        let (officer, doan) = (server.sign_in("chinhsach"), server.sign_in("doan"));
        let unit = doan.get("/me").expect("an answer").ok()["unit"]["id"].clone();
        let task = json!({"title": "Treo băng-rôn", "due_on": "2024-06-15", "lead_unit_id": unit});
        let first = id(&officer.post_once("/tasks", "first", &task).expect("an answer").ok());
        let photo = id(&doan.upload_once("photo", png()).expect("an answer").ok());
        let before = (count(&data, "tasks"), count(&data, "audit"), count(&data, "attachments"));
        let is_file = data.url().is_none();

        for (error, code) in [("ENOSPC", "storage_full"), ("EROFS", "storage_read_only")] {
            disk.fails_with(error);
            for turn in 0..3 {
                let key = format!("{error}-{turn}");
                let answer = officer.post_once("/tasks", &key, &task).expect("an answer");
                // PostgreSQL has a disk of its own.
                if is_file {
                    answer.refused(code)
                } else {
                    drop(answer.ok())
                }
                doan.upload_once(&format!("{key}-photo"), png()).expect("an answer").refused(code);
                let trouble = doan.get("/readyz").expect("an answer");
                trouble.refused(code);
                assert_eq!(doan.get("/healthz").expect("an answer").status, 200);
                // Reading goes on, from several threads: new connections are made, too.
                for path in
                    ["/me".to_owned(), "/tasks".to_owned(), format!("/tasks/{first}"), format!("/attachments/{photo}")]
                {
                    let answer = doan.get(&path).expect("an answer");
                    assert_eq!(answer.status, 200, "{error} {path}: {}", answer.text());
                }
            }
            let parts = parts(&data);
            assert!(parts.is_empty(), "{error} left {parts:?}");
            disk.works();
            until("it is ready again", Duration::from_secs(10), || doan.get("/readyz").is_ok_and(|one| one.is_ok()));
            // The same requests again, under the same keys: once each.
            for turn in 0..3 {
                let key = format!("{error}-{turn}");
                let row = id(&officer.post_once("/tasks", &key, &task).expect("an answer").ok());
                assert_eq!(row, id(&officer.post_once("/tasks", &key, &task).expect("an answer").ok()));
                doan.upload_once(&format!("{key}-photo"), png()).expect("an answer").ok();
            }
        }
        assert_eq!(count(&data, "tasks") - before.0, 6, "{}", kind(&data));
        assert_eq!(count(&data, "attachments") - before.2, 6);
        // Each made one row of the log; nothing else did.
        assert_eq!(count(&data, "audit WHERE action IN ('tasks.create', 'own.upload')"), 14);
        assert!(count(&data, "audit") > before.1 && server.is_running());
        drop(server);
        check_whole(&data);
        println!("{}: full and read-only disk told, read on, written again without a restart", kind(&data));
    }
}

/// Halves of files.
fn parts(data: &crate::support::Data) -> Vec<std::path::PathBuf> {
    let shelves = std::fs::read_dir(data.dir().join("attachments")).expect("a folder");
    let files = shelves.flat_map(|shelf| std::fs::read_dir(shelf.expect("a shelf").path()).expect("a shelf"));
    files.map(|file| file.expect("a file").path()).filter(|path| path.extension().is_some()).collect()
}
