//! Everything in one sealed file, and back again; and from one database into the other.
//!
//! There is one mechanism: [`tables`] asks the database what it holds, [`export`] gives every row in a form that both
//! databases share, [`load`] writes such rows into empty tables of the same level. `bup backup` packs the rows
//! ([`archive`]) and seals them ([`seal`]) with the attachments and the keys; `bup restore` turns that round, steps
//! forward to this program's level included; `bup migrate-to` joins export and load without a file between.

mod archive;
mod create;
mod export;
mod load;
mod migrate;
mod restore;
pub mod schedule;
mod seal;
mod secret;
mod tables;
mod target;

use std::path::PathBuf;

use anyhow::{Result, bail};

pub use archive::Contents;
pub use create::{Made, check, create, header};
pub use migrate::{Moved, migrate_to};
pub use restore::{Chain, Restored, restore};
pub use seal::Header;
pub use secret::{Secret, SecretKind};

use crate::config::Config;
use crate::db::types::Instant;
use crate::db::{Conn, DatabaseUrl, Pool};

/// Where everything is that a backup holds. Opening it changes nothing: no step is taken, no key is made, so that a
/// backup can be made by a newer program before it takes over.
pub struct Source {
    pub(crate) pool: Pool,
    pub(crate) data_dir: PathBuf,
}

impl Source {
    /// # Errors
    /// When there is no database at that place.
    pub fn open(config: &Config) -> Result<Self> {
        let url = DatabaseUrl::parse(config.database_url.as_deref(), &config.data_dir).map_err(anyhow::Error::msg)?;
        if let DatabaseUrl::Sqlite(path) = &url
            && !path.exists()
        {
            bail!("there is no database at {}", path.display());
        }
        let pool =
            Pool::reaching(url, config.reach()).map_err(|_| anyhow::anyhow!("the database pool cannot be made"))?;
        Ok(Self { pool, data_dir: config.data_dir.clone() })
    }
}

impl Source {
    /// Writes down that a backup was made, for `bup doctor`; a database that does not take it keeps its backup.
    pub fn mark_backup(&self, made: &Made) {
        let Some(at) = Instant::parse(&made.header.created_at) else { return };
        let marked = self.pool.write(|conn| crate::jobs::mark_backup(conn, at));
        if let Err(error) = marked {
            tracing::warn!(error = %told(error), "it could not be written down that a backup was made");
        }
    }
}

/// Runs `work` on one state of a database, with errors as the command line tells them.
pub(crate) fn snapshot<T>(pool: &Pool, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    pool.snapshot(|conn| Ok(work(conn))).map_err(told)?
}

pub(crate) fn told(error: crate::error::Error) -> anyhow::Error {
    match error.cause() {
        Some(cause) => anyhow::anyhow!("{cause}"),
        None if error.code() == "unavailable" => anyhow::anyhow!("the database does not answer"),
        None => anyhow::anyhow!("{}", error.code()),
    }
}
