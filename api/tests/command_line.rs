//! `bup audit verify` and `bup keys rotate` as an administrator types them: sentences and exit codes.
#![expect(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::path::Path;
use std::process::Command;

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};

/// The exit code, and what was printed on both ways.
fn bup(data_dir: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bup"));
    // Settings of the developer's machine must not reach the test.
    for (name, _) in std::env::vars().filter(|(name, _)| name == "DATABASE_URL" || name.starts_with("BUP_")) {
        command.env_remove(name);
    }
    let output = command
        .current_dir(data_dir)
        .args(arguments)
        .arg("--data-dir")
        .arg(data_dir.join("data"))
        .output()
        .expect("bup runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn an_administrator_verifies_rotates_and_is_told_what_is_missing() {
    let dir = tempfile::tempdir().expect("a folder");
    let bup = |arguments: &[&str]| bup(dir.path(), arguments);
    let keys = dir.path().join("data/keys");

    // A first start on nothing makes the keys.
    assert_eq!(bup(&["demo"]).0, 0);
    assert!(["vault.json", "index.json", "tokens.json"].iter().all(|name| keys.join(name).is_file()));
    let (code, said) = bup(&["audit", "verify"]);
    assert!(code == 0 && said.contains("rows of the audit log fit"), "{code}: {said}");

    let (code, said) = bup(&["keys", "rotate"]);
    assert!(code == 0 && said.contains("Old keys that are still needed: k"), "{code}: {said}");
    let (code, said) = bup(&["keys", "rotate", "--reseal"]);
    assert!(code == 0 && said.contains("dropped: k") && said.contains("still needed: none"), "{code}: {said}");
    assert_eq!(bup(&["audit", "verify"]).0, 0);

    let database = dir.path().join("data/bup.db");
    let mut conn = SqliteConnection::establish(&database.to_string_lossy()).expect("the database");
    let tamper = "DROP TRIGGER audit_rows_keep_their_words; UPDATE audit SET request_id = 'x' WHERE seq = 2";
    conn.batch_execute(tamper).expect("the row is changed");
    let (code, said) = bup(&["audit", "verify"]);
    assert!(code == 1 && said.contains("after 1 rows of the audit log that fit: row 2 does not fit"), "{code}: {said}");

    std::fs::rename(keys.join("vault.json"), keys.join("aside")).expect("the file goes");
    let (code, said) = bup(&["migrate"]);
    assert!(code == 1 && said.contains("vault.json is missing") && said.contains("backup"), "{code}: {said}");
    assert!(!keys.join("vault.json").exists());
}
