use std::marker::PhantomData;

use chrono::NaiveDate;

use super::gate::Services;
use super::{Actor, Admitted, Caller, Deed, Scope, Subject, Writes};
use crate::audit;
use crate::db::Conn;
use crate::db::types::{Id, Instant};
use crate::error::Result;

/// A connection in the hands of somebody who may do `A` with `R`, and how far: what every store function takes.
pub struct Cx<'c, R: Subject, A> {
    conn: &'c mut Conn,
    caller: &'c Caller,
    admitted: &'c R::Admits,
    scope: Scope,
    services: &'c Services,
    now: Instant,
    trail: &'c mut Trail,
    right: PhantomData<(R, A)>,
}

/// What a transaction must show before it is committed.
pub(super) struct Trail {
    pub(super) request_id: String,
    pub(super) audited: bool,
    /// Written where the transaction ends: `audit::chain`.
    pub(super) audit_rows: Vec<audit::Row>,
}

impl<'c, R: Subject, A: Deed> Cx<'c, R, A> {
    pub(super) fn open(
        conn: &'c mut Conn,
        caller: &'c Caller,
        services: &'c Services,
        now: Instant,
        trail: &'c mut Trail,
    ) -> Result<Self> {
        let admitted = R::Admits::of::<R, A>(caller)?;
        let scope = caller.scope::<R, A>()?;
        Ok(Self { conn, caller, admitted, scope, services, now, trail, right: PhantomData })
    }

    /// The same connection and transaction under another right of the same caller.
    ///
    /// # Errors
    /// 403 when they do not have it.
    pub fn also<R2: Subject, A2: Deed>(&mut self) -> Result<Cx<'_, R2, A2>> {
        Cx::open(self.conn, self.caller, self.services, self.now, self.trail)
    }

    /// Something handed over to another ward, written there as that ward's own, in the same transaction. Nothing of
    /// the other ward comes back but what `work` answers.
    ///
    /// # Errors
    /// Whatever `work` answers.
    pub fn hand_over<R2: Subject, A2: Writes, T>(
        &mut self,
        ward: &Id,
        work: impl FnOnce(&mut Cx<'_, R2, A2>) -> Result<T>,
    ) -> Result<T> {
        let system = Caller::Person(Actor::system(ward, self.now));
        work(&mut Cx::open(self.conn, &system, self.services, self.now, self.trail)?)
    }

    /// The database, for diesel.
    pub fn conn(&mut self) -> &mut Conn {
        self.conn
    }

    pub fn caller(&self) -> &'c Caller {
        self.caller
    }

    /// The person who asks, where machines come too but not as far as this.
    ///
    /// # Errors
    /// 403 for a machine.
    pub fn person(&self) -> Result<&'c Actor> {
        Actor::of::<R, A>(self.caller)
    }

    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    pub fn services(&self) -> &'c Services {
        self.services
    }

    /// The moment this request is counted at.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// The day it is in the ward.
    pub fn today(&self) -> NaiveDate {
        crate::calendar::ward_today(self.now.utc())
    }

    /// An id for a new row.
    pub fn new_id(&self) -> Id {
        Id::new(self.now)
    }

    pub fn request_id(&self) -> &str {
        &self.trail.request_id
    }

    /// Takes an audit row of this transaction; called by `audit::record` alone.
    pub(crate) fn keep_audit_row(&mut self, row: audit::Row) {
        self.trail.audit_rows.push(row);
        self.trail.audited = true;
    }

    /// Tells that this transaction needs no audit row of its own; called by `audit::once` alone.
    pub(crate) fn mark_audited(&mut self) {
        self.trail.audited = true;
    }
}

impl<'c, R: Subject<Admits = Actor>, A: Deed> Cx<'c, R, A> {
    /// The person who asks: nobody else comes to such a subject.
    pub fn actor(&self) -> &'c Actor {
        self.admitted
    }
}

/// A connection for those who have not signed in: sign-in itself and the public pages.
pub struct PublicCx<'c> {
    pub conn: &'c mut Conn,
    pub services: &'c Services,
    pub now: Instant,
    pub request_id: &'c str,
    /// Written where the transaction ends.
    pub audit_rows: Vec<audit::Row>,
}

impl PublicCx<'_> {
    pub fn today(&self) -> NaiveDate {
        crate::calendar::ward_today(self.now.utc())
    }
}
