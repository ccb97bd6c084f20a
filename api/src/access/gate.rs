use std::sync::Arc;

use super::cx::{Cx, PublicCx, Trail};
use super::{Actor, Deed, Subject, Writes};
use crate::auth::limits::Limits;
use crate::auth::tokens::Tokens;
use crate::clock::Clock;
use crate::config::Config;
use crate::crypto::Vault;
use crate::db::Pool;
use crate::db::types::Id;
use crate::error::{Error, Result};

/// What a request may need besides the database.
pub struct Services {
    pub config: Config,
    pub clock: Clock,
    pub tokens: Tokens,
    pub vault: Vault,
    pub limits: Limits,
}

/// The door to the database. Handlers hold it, but only the types of `access` can open it.
#[derive(Clone)]
pub struct Gate {
    pool: Pool,
    services: Arc<Services>,
}

impl Gate {
    pub fn new(pool: Pool, services: Services) -> Self {
        Self { pool, services: Arc::new(services) }
    }

    pub fn services(&self) -> &Services {
        &self.services
    }

    /// For `/readyz`.
    pub fn is_ready(&self) -> bool {
        self.pool.is_ready()
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
        let actor = Actor::system(ward, now);
        self.pool.write(|conn| {
            let mut trail = Trail { request_id: "job".to_owned(), audited: true };
            work(&mut Cx::open(conn, &actor, &self.services, now, &mut trail)?)
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
        let now = self.services.clock.now();
        self.pool.write(|conn| {
            let actor = Actor::of_demo(conn, username, now)?;
            let mut trail = Trail { request_id: "demo".to_owned(), audited: true };
            work(&mut Cx::open(conn, &actor, &self.services, now, &mut trail)?)
        })
    }

    /// A way in without an actor, for sign-in, public pages, jobs over all wards and the command line.
    ///
    /// # Errors
    /// Whatever `work` answers; the transaction is rolled back.
    pub(crate) fn public<T>(&self, request_id: &str, work: impl FnOnce(&mut PublicCx<'_>) -> Result<T>) -> Result<T> {
        let now = self.services.clock.now();
        self.pool.write(|conn| work(&mut PublicCx { conn, services: &self.services, now, request_id }))
    }

    /// Like [`Gate::public`], for reading.
    ///
    /// # Errors
    /// Whatever `work` answers.
    pub(crate) fn public_read<T>(&self, work: impl FnOnce(&mut PublicCx<'_>) -> Result<T>) -> Result<T> {
        let now = self.services.clock.now();
        self.pool.read(|conn| work(&mut PublicCx { conn, services: &self.services, now, request_id: "" }))
    }

    pub(super) fn read<R: Subject, A: Deed, T>(
        &self,
        who: &Ticket,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        self.pool.read(|conn| self.enter(conn, who, &mut who.trail(), work))
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
            if trail.audited { Ok(value) } else { Err(Error::internal("a change without its audit row")) }
        })
    }

    fn enter<R: Subject, A: Deed, T>(
        &self,
        conn: &mut crate::db::Conn,
        who: &Ticket,
        trail: &mut Trail,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
    ) -> Result<T> {
        let now = self.services.clock.now();
        let today = crate::calendar::ward_today(now.utc());
        let actor = Actor::load(conn, &who.session_id, who.role, now, today)?;
        work(&mut Cx::open(conn, &actor, &self.services, now, trail)?)
    }
}

/// What a request showed at the door: a token that is in order.
#[derive(Clone)]
pub(super) struct Ticket {
    pub(super) session_id: Id,
    pub(super) role: super::Role,
    pub(super) request_id: String,
}

impl Ticket {
    fn trail(&self) -> Trail {
        Trail { request_id: self.request_id.clone(), audited: false }
    }
}
