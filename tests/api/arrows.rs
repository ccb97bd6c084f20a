//! Arrows point one way: routes → rules and store → db; a feature calls another by what its `mod.rs` offers.

use std::path::{Path, PathBuf};

/// The source files of features and of sign-in.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/src");
    let mut files = Vec::new();
    for folder in ["features", "auth", "attachments"] {
        collect(&root.join(folder), &mut files);
    }
    assert!(files.len() > 50, "the sources are elsewhere");
    files.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).expect("a source file"))).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// The code lines of a file that use one of some crates or modules.
fn uses<'a>(text: &'a str, words: &[&str]) -> Vec<&'a str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.filter(|line| words.iter().any(|word| line.contains(word))).collect()
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or("")
}

#[test]
fn each_layer_knows_only_those_below_it() {
    for (path, text) in sources() {
        let forbidden: &[&str] = match name(&path) {
            "rules.rs" => &["diesel", "actix", "db::schema", "db::Conn", ".conn()"],
            "store.rs" => &["actix"],
            file if file.ends_with("routes.rs") => &["diesel", "db::schema", "db::Conn", ".conn()"],
            _ => &[],
        };
        assert_eq!(uses(&text, forbidden), Vec::<&str>::new(), "{}", path.display());
    }
}

#[test]
fn features_meet_at_their_doors() {
    for (path, text) in sources() {
        let inner = ["store", "routes", "write"];
        let behind = |line: &&str| {
            let calls = line.split("features::").skip(1).filter_map(|rest| rest.split_once("::"));
            calls.into_iter().any(|(_, rest)| inner.iter().any(|module| rest.starts_with(&format!("{module}::"))))
        };
        let lines: Vec<&str> = uses(&text, &["features::"]).into_iter().filter(behind).collect();
        assert_eq!(lines, Vec::<&str>::new(), "{}", path.display());
    }
}

/// In the OpenAPI document a type stands under its name alone: a second one of that name would hide the first.
#[test]
fn no_two_bodies_share_a_name() {
    let mut seen = std::collections::BTreeMap::new();
    for (path, text) in sources() {
        let mut is_body = false;
        for line in text.lines().map(str::trim) {
            is_body |= line.contains("ToSchema") && line.starts_with("#[derive") || line.starts_with("text_enum!");
            let name = line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum "));
            if let Some(name) = name.filter(|_| is_body) {
                let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_owned();
                let other = seen.insert(name.clone(), path.clone());
                assert_eq!(other, None, "{name} in {}", path.display());
            }
            is_body &= !line.is_empty() && !line.starts_with("pub ");
        }
    }
    assert!(seen.len() > 100, "the sources are written otherwise: {}", seen.len());
}
