use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use super::cx::{Cx, PublicCx, Trail};
use super::off_thread::Places;
use super::{Actor, Caller, Deed, Subject, Writes};
use crate::audit;
use crate::auth::limits::Limits;
use crate::auth::tokens::{Bearer, Tokens};
use crate::clock::Clock;
use crate::config::Config;
use crate::crypto::Vault;
use crate::db::Pool;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result, STORAGE_FAILED};
use crate::features::webhooks;
use crate::http::rates::Rates;
use crate::jobs::Book;

/// What a request may need besides the database.
pub struct Services {
    pub config: Config,
    pub clock: Clock,
    pub tokens: Tokens,
    pub vault: Vault,
    pub limits: Limits,
    pub rates: Rates,
    /// When this process began.
    pub started_at: Instant,
    /// What this process knows of its jobs.
    pub jobs: Book,
}

/// The door to the database. Handlers hold it, but only the types of `access` can open it.
#[derive(Clone)]
pub struct Gate {
    pub(super) pool: Pool,
    services: Arc<Services>,
    pub(super) places: Places,
}

impl Gate {
    pub fn new(pool: Pool, services: Services) -> Self {
        Self { pool, services: Arc::new(services), places: Places::default() }
    }

    pub fn services(&self) -> &Services {
        &self.services
    }

    /// For `/readyz`: the database answers at the right level, and the disk takes what is written.
    ///
    /// # Errors
    /// 503 with what is in the way.
    pub fn check_ready(&self) -> Result<()> {
        self.pool.check_ready()?;
        crate::attachments::check_disk(&self.services.config.data_dir)
    }

    /// SQLite says of a disk only that it fails: trying to write tells how.
    pub(super) fn explained(&self, error: Error) -> Error {
        let is_disk = error.code() == STORAGE_FAILED.code;
        let found = is_disk.then(|| crate::attachments::check_disk(&self.services.config.data_dir).err()).flatten();
        found.unwrap_or(error)
    }

    /// Whether it is worth while to go on waiting for the database.
    pub(crate) async fn answers(&self) -> bool {
        self.pool.answers().await
    }

    /// Whether the database was last found not to answer.
    pub(crate) fn is_away(&self) -> bool {
        self.pool.is_away()
    }

    /// For the numbers of the pool, and for what only looks: the doctor, the backup.
    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// A job's way in: everything of one ward, in one transaction that must be audited like any other.
    ///
    /// # Errors
    /// Whatever `work` answers; the transaction is rolled back.
    pub fn system<R: Subject, A: Writes, T>(
        &self,
        ward: &Id,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        let now = self.services.clock.now();
        let system = Caller::Person(Actor::system(ward, now));
        self.pool.write(|conn| {
            let mut trail = Trail { request_id: "job".to_owned(), audited: true, audit_rows: Vec::new() };
            let value = work(&mut Cx::open(conn, &system, &self.services, now, &mut trail)?)?;
            self.finish(conn, trail.audit_rows)?;
            Ok(value)
        })
    }

    /// What one of the demo's invented people does, while the demo is made.
    ///
    /// # Errors
    /// Whatever `work` answers; the transaction is rolled back.
    pub(crate) fn demo<R: Subject, A: Writes, T>(
        &self,
        username: &str,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        self.demo_at(username, self.services.clock.now(), work)
    }

    /// Like [`Gate::demo`], at a moment that is past: a demo has a history.
    ///
    /// # Errors
    /// Whatever `work` answers; the transaction is rolled back.
    pub(crate) fn demo_at<R: Subject, A: Writes, T>(
        &self,
        username: &str,
        now: Instant,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        self.pool.write(|conn| {
            let person = Caller::Person(Actor::of_demo(conn, username, now)?);
            let mut trail = Trail { request_id: "demo".to_owned(), audited: true, audit_rows: Vec::new() };
            let value = work(&mut Cx::open(conn, &person, &self.services, now, &mut trail)?)?;
            self.finish(conn, trail.audit_rows)?;
            Ok(value)
        })
    }

    /// A way in without an actor, for sign-in, public pages, jobs over all wards and the command line.
    ///
    /// # Errors
    /// Whatever `work` answers; the transaction is rolled back.
    pub(crate) fn public<T>(&self, request_id: &str, work: impl FnOnce(&mut PublicCx<'_>) -> Result<T>) -> Result<T> {
        let now = self.services.clock.now();
        self.pool.write(|conn| {
            let (services, audit_rows) = (&*self.services, Vec::new());
            let mut cx = PublicCx { conn, services, now, request_id, audit_rows };
            let value = work(&mut cx)?;
            let audit_rows = cx.audit_rows;
            self.finish(conn, audit_rows)?;
            Ok(value)
        })
    }

    /// Like [`Gate::public`], for reading.
    ///
    /// # Errors
    /// Whatever `work` answers.
    pub(crate) fn public_read<T>(&self, work: impl FnOnce(&mut PublicCx<'_>) -> Result<T>) -> Result<T> {
        self.pool.read(|conn| work(&mut self.reader(conn)))
    }

    /// Like [`Gate::public_read`], with the database standing still as it was at the first look.
    ///
    /// # Errors
    /// Whatever `work` answers.
    pub(crate) fn public_snapshot<T>(&self, work: impl FnOnce(&mut PublicCx<'_>) -> Result<T>) -> Result<T> {
        self.pool.snapshot(|conn| work(&mut self.reader(conn)))
    }

    fn reader<'c>(&'c self, conn: &'c mut crate::db::Conn) -> PublicCx<'c> {
        let (services, now) = (&*self.services, self.services.clock.now());
        PublicCx { conn, services, now, request_id: "", audit_rows: Vec::new() }
    }

    pub(super) fn read<R: Subject, A: Deed, T>(
        &self,
        who: &Ticket,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        self.pool.read(|conn| {
            let mut trail = who.trail();
            let value = self.enter(conn, who, &mut trail, work)?;
            // What is looked at and recorded goes through `write`: a row that nobody writes would be lost in silence.
            if trail.audited { Err(Error::internal("an audit row in a reading")) } else { Ok(value) }
        })
    }

    /// Like [`Gate::read`], from the replica where there is one that is not too far behind; then with the moment of its
    /// rows. Who asks and what they may is always read from the primary: nobody who was locked out comes in by a lag.
    pub(super) fn read_lagging<R: Subject, A: Deed, T>(
        &self,
        who: &Ticket,
        work: impl Fn(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<(T, Option<Instant>)> {
        if let Some(replica) = self.pool.replica() {
            let now = self.services.clock.now();
            let caller = self.pool.read(|conn| self.caller(conn, who, now))?;
            let age = |age: Duration| chrono::TimeDelta::from_std(age).unwrap_or_default();
            let answer = replica.read(|conn, old| {
                // The work counts from the moment of its rows: a feed's cursor must not run ahead of them.
                let (as_of, mut trail) = (now.plus(-age(old)), who.trail());
                let value = work(&mut Cx::open(conn, &caller, &self.services, as_of, &mut trail)?)?;
                if trail.audited { Err(Error::internal("an audit row in a reading")) } else { Ok((value, as_of)) }
            });
            if let Some((value, as_of)) = answer {
                return Ok((value, Some(as_of)));
            }
        }
        Ok((self.read(who, work)?, None))
    }

    /// In one transaction, which must hold its audit row: for changes, and for looks that are themselves recorded.
    pub(super) fn write<R: Subject, A: Deed, T>(
        &self,
        who: &Ticket,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        self.pool.write(|conn| {
            let mut trail = who.trail();
            let value = self.enter(conn, who, &mut trail, work)?;
            if !trail.audited {
                return Err(Error::internal("a change without its audit row"));
            }
            self.finish(conn, trail.audit_rows)?;
            Ok(value)
        })
    }

    /// The end of a transaction: nothing is locked after the head of the audit log.
    fn finish(&self, conn: &mut crate::db::Conn, audit_rows: Vec<audit::Row>) -> Result<()> {
        webhooks::put_out(conn, &audit_rows)?;
        audit::chain::append(conn, &self.services.vault, audit_rows)
    }

    fn caller(&self, conn: &mut crate::db::Conn, who: &Ticket, now: Instant) -> Result<Caller> {
        let today = crate::calendar::ward_today(now.utc());
        Caller::load(conn, &who.bearer, who.address, &self.services.config, now, today)
    }

    fn enter<R: Subject, A: Deed, T>(
        &self,
        conn: &mut crate::db::Conn,
        who: &Ticket,
        trail: &mut Trail,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        let now = self.services.clock.now();
        let caller = self.caller(conn, who, now)?;
        work(&mut Cx::open(conn, &caller, &self.services, now, trail)?)
    }
}

/// What a request showed at the door: a token that is in order.
#[derive(Clone)]
pub(super) struct Ticket {
    pub(super) bearer: Bearer,
    pub(super) address: IpAddr,
    pub(super) request_id: String,
}

impl Ticket {
    fn trail(&self) -> Trail {
        Trail { request_id: self.request_id.clone(), audited: false, audit_rows: Vec::new() }
    }
}
