//! What the source may not hold, looked for in the source: SQL in text outside of a short list, markup made of text.

use std::path::{Path, PathBuf};

/// Where SQL stands in text, and why: everything else is diesel's, whose values are bound.
const SQL_IN_TEXT: [&str; 27] = [
    // What diesel has no words for: locks, catalogues, pragmas, whole tables.
    "api/src/audit/chain.rs",
    "api/src/backup/create.rs",
    "api/src/backup/export.rs",
    "api/src/backup/load.rs",
    "api/src/backup/migrate.rs",
    "api/src/backup/tables.rs",
    "api/src/db/connection.rs",
    "api/src/db/migrations.rs",
    "api/src/db/page.rs",
    "api/src/db/pulse.rs",
    "api/src/db/replica.rs",
    "api/src/doctor/database.rs",
    "api/src/doctor/files.rs",
    "api/src/keys/rotate.rs",
    "api/src/observe/vitals.rs",
    // Sums with conditions, whose values are bound; the text is the program's own.
    "api/src/attachments/quota.rs",
    "api/src/features/children/coverage.rs",
    "api/src/features/children/query.rs",
    "api/src/features/children/write.rs",
    "api/src/features/communications/overview.rs",
    "api/src/features/concerns/overview.rs",
    "api/src/features/events/overview.rs",
    "api/src/features/obstacles/overview.rs",
    "api/src/features/obstacles/store.rs",
    "api/src/features/summer/overview.rs",
    "api/src/features/tasks/overview.rs",
    "api/src/features/tasks/store.rs",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files below a folder with one of these endings, each with its place and its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut left = vec![root().join(folder)];
    while let Some(dir) = left.pop() {
        for entry in std::fs::read_dir(&dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                left.push(path);
                continue;
            }
            let ends = path.extension().and_then(|one| one.to_str()).is_some_and(|one| endings.contains(&one));
            if ends {
                let place = path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push((place, std::fs::read_to_string(&path).expect("text")));
            }
        }
    }
    assert!(found.len() > 50, "{folder}: {} files", found.len());
    found.sort();
    found
}

/// The code of a file, without its comments and its own tests.
fn code(text: &str) -> String {
    let own = text.split("#[cfg(test)]").next().unwrap_or(text);
    own.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn sql_is_written_in_few_files() {
    let words = ["sql_query(", "batch_execute(", "sql::<", "dsl::sql", "push_sql(", "SqlLiteral"];
    let found: Vec<String> = files("api/src", &["rs"])
        .into_iter()
        .filter(|(_, text)| words.iter().any(|word| code(text).contains(word)))
        .map(|(place, _)| place)
        .collect();
    let strange: Vec<&String> = found.iter().filter(|place| !SQL_IN_TEXT.contains(&place.as_str())).collect();
    assert!(strange.is_empty(), "SQL in text: use diesel, or say in SQL_IN_TEXT why not: {strange:?}");
    let idle: Vec<&&str> = SQL_IN_TEXT.iter().filter(|place| !found.iter().any(|one| one == *place)).collect();
    assert!(idle.is_empty(), "no SQL in text any more, take them off the list: {idle:?}");
}

/// Values never reach SQL through a format string: what is put in are names of our own and numbers.
#[test]
fn features_put_no_value_into_sql() {
    for (place, text) in files("api/src/features", &["rs"]) {
        assert!(!code(&text).contains("sql_query("), "{place}");
    }
}

#[test]
fn no_text_becomes_markup() {
    let words = [
        "dangerouslySetInnerHTML",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function(",
    ];
    for (place, text) in files("web/src", &["ts", "tsx"]) {
        for word in words {
            assert!(!code(&text).contains(word), "{place} has {word}");
        }
    }
    // The style sheet of the program itself, and JSON in which `<` is escaped already.
    let ours = ["api/src/features/portal/page.rs", "api/src/features/portal/poster.rs"];
    for (place, text) in files("api/src", &["rs"]) {
        assert!(ours.contains(&place.as_str()) || !code(&text).contains("PreEscaped"), "{place} makes markup of text");
    }
}

#[test]
fn no_process_is_started() {
    for (place, text) in files("api/src", &["rs"]) {
        assert!(!code(&text).contains("process::Command"), "{place}");
    }
}
