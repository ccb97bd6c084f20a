//! An empty database of every kind, and the folder that belongs to it.

use std::path::Path;
use std::process::Command;

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};
use tempfile::TempDir;

use crate::server::program;

/// Where one server keeps its data; both are removed when it is dropped.
pub struct Place {
    dir: TempDir,
    /// The server's address and the database's name.
    postgres: Option<(String, String)>,
}

impl Place {
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    pub fn database(&self) -> &'static str {
        if self.postgres.is_some() { "PostgreSQL" } else { "SQLite" }
    }

    pub fn url(&self) -> Option<String> {
        let (server, name) = self.postgres.as_ref()?;
        Some(format!("{}/{name}", server.rsplit_once('/').map_or(server.as_str(), |(host, _)| host)))
    }

    /// `bup` in this place, as it is run in a shell.
    pub fn bup(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).arg("--data-dir").arg(self.dir()).env_remove("DATABASE_URL");
        if let Some(url) = self.url() {
            command.env("DATABASE_URL", url);
        }
        command
    }

    /// The demo ward with so many children.
    pub fn fill(&self, children: usize) {
        let output = self.bup(&["demo", "--children", &children.to_string()]).output().expect("bup runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres {
            run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// SQLite, and PostgreSQL where `TEST_DATABASE_URL` names a server.
pub fn empty() -> Vec<Place> {
    let dir = || tempfile::tempdir().expect("a temporary folder");
    let mut all = vec![Place { dir: dir(), postgres: None }];
    if let Ok(server) = std::env::var("TEST_DATABASE_URL") {
        let name = format!("bup_bench_{}", uuid::Uuid::now_v7().simple());
        run(&server, &format!("CREATE DATABASE {name}"));
        all.push(Place { dir: dir(), postgres: Some((server, name)) });
    }
    all
}

fn run(server: &str, statement: &str) {
    let mut conn = PgConnection::establish(server).expect("TEST_DATABASE_URL names a server");
    sql_query(statement).execute(&mut conn).unwrap_or_else(|error| panic!("{statement}: {error}"));
}
