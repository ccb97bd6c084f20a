//! An empty database that is being filled: whole when it is kept, and as it was when it is not.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::create::sync_folder;
use super::tables;
use crate::db::{self, Conn, DatabaseUrl};

pub(super) struct Target {
    conn: Option<Conn>,
    /// A new file of SQLite is filled beside its place and then put there.
    staged: Option<(PathBuf, PathBuf)>,
}

impl Target {
    /// Opens an empty database and begins its transaction. A file of SQLite is staged in `folder`, or beside its place.
    ///
    /// # Errors
    /// When it does not answer or is not empty.
    pub fn open(url: &DatabaseUrl, folder: Option<&Path>) -> Result<Self> {
        let mut target = Self { conn: None, staged: None };
        let url = match url {
            DatabaseUrl::Postgres(_) => url.clone(),
            DatabaseUrl::Sqlite(path) => {
                if path.exists() {
                    bail!("{} is there already: only an empty place is filled. Nothing was changed", path.display());
                }
                let name = path.file_name().context("the database needs a file name")?;
                let beside = path.with_file_name(format!("{}.restoring", name.to_string_lossy()));
                let staged = folder.map_or(beside, |folder| folder.join("bup.db"));
                ensure!(!staged.exists(), "{} is there: an earlier attempt was cut off; remove it", staged.display());
                if let Some(folder) = staged.parent() {
                    fs::create_dir_all(folder)?;
                }
                target.staged = Some((staged.clone(), path.clone()));
                DatabaseUrl::Sqlite(staged)
            }
        };
        let mut conn = url.connect().context("the database cannot be opened")?;
        if !tables::all(&mut conn)?.is_empty() {
            bail!("this database is not empty: only an empty one is filled. Nothing was changed");
        }
        db::begin(&mut conn)?;
        target.conn = Some(conn);
        Ok(target)
    }

    pub fn conn(&mut self) -> Result<&mut Conn> {
        self.conn.as_mut().context("the database is closed")
    }

    /// After the rows are in: the steps of a file that nobody sees yet are taken one by one, as on any file.
    pub fn rows_are_in(&mut self) -> Result<()> {
        match self.conn()? {
            conn @ Conn::Sqlite(_) => Ok(db::commit(conn)?),
            Conn::Pg(_) => Ok(()),
        }
    }

    /// From here on the database is there.
    ///
    /// # Errors
    /// When it cannot be; it is not there then.
    pub fn keep(mut self) -> Result<()> {
        let mut conn = self.conn.take().context("the database is closed")?;
        let Some((staged, path)) = self.staged.clone() else {
            return Ok(db::commit(&mut conn)?);
        };
        // The last connection brings everything into the file itself.
        drop(conn);
        ensure!(!beside(&staged, "-wal").exists(), "the new database could not be closed");
        fs::File::open(&staged).and_then(|file| file.sync_all())?;
        fs::rename(&staged, &path).with_context(|| format!("cannot write {}", path.display()))?;
        self.staged = None;
        sync_folder(&path)
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

impl Drop for Target {
    fn drop(&mut self) {
        // What was not committed goes with the connection.
        drop(self.conn.take());
        if let Some((staged, _)) = &self.staged {
            for end in ["", "-wal", "-shm"] {
                // Not there, or not removable: the next attempt says so.
                let _ = fs::remove_file(beside(staged, end));
            }
        }
    }
}
