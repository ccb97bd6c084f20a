//! A backup into an empty place: all of it, checked, or nothing.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::archive::{Contents, FileHead, FileKind, TableHead, Taker, unpack};
use super::create::{open, sync_folder};
use super::load::Loader;
use super::seal::{Header, Opening};
use super::target::Target;
use super::{Secret, told};
use crate::audit::verify::{self, Verdict};
use crate::config::Config;
use crate::db::types::Id;
use crate::db::{Conn, DatabaseUrl, migrations};
use crate::keys;

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    pub header: Header,
    pub contents: Contents,
    /// How many steps the tables were taken forward.
    pub steps: usize,
    pub chain: Chain,
}

/// The audit log of the restored database. One that was broken before is restored all the same: it is what there is.
#[derive(Debug)]
pub enum Chain {
    Whole {
        rows: u64,
    },
    Broken(String),
    /// The backup is of a level that did not chain yet; the next start begins the chain.
    NotYet,
}

/// Fills an empty data folder and an empty database.
///
/// # Errors
/// With a sentence; folder and database are as they were then.
pub fn restore(config: &Config, file: &Path, secret: &Secret) -> Result<Restored> {
    let url = DatabaseUrl::parse(config.database_url.as_deref(), &config.data_dir).map_err(anyhow::Error::msg)?;
    let (header, opening) = Opening::begin(open(file)?, secret)?;
    let known = migrations::known();
    if let Some(step) = header.steps.iter().find(|step| !known.contains(step)) {
        bail!(
            "this backup was made by version {} and has the step {step}, which this program does not know. Restore it \
             with that version or a newer one",
            header.version
        );
    }
    let stage = Stage::begin(&config.data_dir, file)?;
    let own_file = matches!(&url, DatabaseUrl::Sqlite(path) if path.parent() == Some(config.data_dir.as_path()));
    let mut target = Target::open(&url, own_file.then_some(stage.folder.as_path()))?;
    migrations::apply(target.conn()?, |step| header.steps.iter().any(|one| one == step))?;
    let contents = {
        let loader = Some(Loader::begin(target.conn()?)?);
        unpack(opening, &mut Taking { loader, folder: &stage.folder, out: None })?
    };
    target.rows_are_in()?;
    let steps = migrations::apply(target.conn()?, |_| true)?;
    let chain = chain(target.conn()?, &stage.folder.join("keys"))?;
    target.keep()?;
    stage.keep()?;
    Ok(Restored { header, contents, steps, chain })
}

fn chain(conn: &mut Conn, folder: &Path) -> Result<Chain> {
    let vault = keys::look(conn, folder).context("the keys of the backup do not open its rows")?;
    if !verify::is_begun(conn).map_err(told)? {
        return Ok(Chain::NotYet);
    }
    Ok(match verify::walk(conn, &vault).map_err(told)? {
        Verdict::Whole { rows, .. } => Chain::Whole { rows },
        Verdict::Broken { fault, .. } => Chain::Broken(fault.to_string()),
    })
}

/// Where everything waits until it is whole: a folder in the data folder, on the same disk whatever is mounted there.
struct Stage {
    data_dir: PathBuf,
    made_data_dir: bool,
    folder: PathBuf,
    is_kept: bool,
}

/// What an empty data folder may hold.
const NOT_DATA: [&str; 2] = ["lost+found", "bup.toml"];

impl Stage {
    fn begin(data_dir: &Path, backup: &Path) -> Result<Self> {
        let folder = data_dir.join(".restoring");
        ensure!(
            !folder.exists(),
            "{} is there: an earlier restore was cut off. Empty the data folder and the database, then restore again",
            folder.display()
        );
        let made_data_dir = !data_dir.exists();
        if !made_data_dir {
            let backup = backup.canonicalize().ok();
            for entry in fs::read_dir(data_dir).with_context(|| format!("cannot read {}", data_dir.display()))? {
                let entry = entry?;
                let is_data = NOT_DATA.iter().all(|name| entry.file_name() != *name);
                if is_data && entry.path().canonicalize().ok() != backup {
                    bail!(
                        "{} is not empty: a backup is restored into an empty data folder only. Nothing was changed",
                        data_dir.display()
                    );
                }
            }
        }
        crate::server::make_private_folder(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { data_dir: data_dir.to_owned(), made_data_dir, folder, is_kept: false })
    }

    /// The keys last: until they are there no start takes what lies there for an installation.
    fn keep(mut self) -> Result<()> {
        for part in ["attachments", "keys"] {
            let staged = self.folder.join(part);
            if staged.exists() {
                let place = self.data_dir.join(part);
                fs::rename(&staged, &place).with_context(|| format!("cannot write {}", place.display()))?;
            }
        }
        self.is_kept = true;
        sync_folder(&self.data_dir.join("keys"))?;
        fs::remove_dir_all(&self.folder).with_context(|| format!("cannot remove {}", self.folder.display()))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if self.is_kept {
            return;
        }
        // What cannot be removed is named by the next attempt.
        let _ = fs::remove_dir_all(&self.folder);
        if self.made_data_dir {
            let _ = fs::remove_dir(&self.data_dir);
        }
    }
}

/// Takes rows into the database and files into the stage.
struct Taking<'c> {
    loader: Option<Loader<'c>>,
    folder: &'c Path,
    out: Option<File>,
}

impl<'c> Taking<'c> {
    fn loader(&mut self) -> Result<&mut Loader<'c>> {
        self.loader.as_mut().context("a table behind the files")
    }
}

impl Taker for Taking<'_> {
    fn table(&mut self, head: &TableHead) -> Result<()> {
        self.loader()?.table(&head.name, &head.columns)
    }

    fn row(&mut self, line: &str) -> Result<()> {
        self.loader()?.row(line)
    }

    fn table_end(&mut self) -> Result<()> {
        self.loader()?.end_table().map(drop)
    }

    fn tables_end(&mut self) -> Result<()> {
        self.loader.take().context("the tables end twice")?.finish().map(drop)
    }

    fn file(&mut self, head: &FileHead) -> Result<()> {
        // Names become paths: nothing but an id, or one of the three names, does.
        let path = match head.kind {
            FileKind::Attachment => {
                let id = Id::parse(&head.name).context("an attachment without an id")?;
                crate::attachments::path(self.folder, &id)
            }
            FileKind::Key => {
                let known = [keys::VAULT, keys::INDEX, keys::TOKENS].into_iter().find(|name| *name == head.name);
                self.folder.join("keys").join(known.context("a key file of another name")?)
            }
        };
        if let Some(folder) = path.parent() {
            crate::server::make_private_folder(folder)?;
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        self.out = Some(options.open(&path).with_context(|| format!("cannot write {}", path.display()))?);
        Ok(())
    }

    fn data(&mut self, bytes: &[u8]) -> Result<()> {
        Ok(self.out.as_mut().context("bytes of no file")?.write_all(bytes)?)
    }

    fn file_end(&mut self) -> Result<()> {
        Ok(self.out.take().context("the end of no file")?.sync_all()?)
    }
}
