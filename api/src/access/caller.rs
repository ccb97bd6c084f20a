//! Who asks: a person with a role, or a machine with scopes.
//!
//! Most subjects are people's alone, and say so in their type: [`super::Subject::Admits`] is [`Actor`] there, and a
//! machine is turned away before the work begins. Where machines may come too it is [`Caller`], and the compiler asks
//! every use of a role or a user id what it means for a machine.

use std::net::IpAddr;

use chrono::NaiveDate;
use diesel::OptionalExtension;
use diesel::prelude::*;

use super::actor::{forbidden, granted, wards_below};
use super::matrix::{self, Action, Resource, ScopeKind};
use super::scope::Scope;
use super::scopes::{self, MachineScope};
use super::{Actor, Deed, Subject};
use crate::auth::tokens::Bearer;
use crate::config::Config;
use crate::db::Conn;
use crate::db::schema::service_accounts as accounts;
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Result};
use crate::http::network::Network;

/// Whoever holds a token, as the database knows them at this moment.
#[derive(Clone, Debug)]
pub enum Caller {
    Person(Actor),
    Machine(Machine),
}

/// The system of another office, by its service account.
#[derive(Clone, Debug)]
pub struct Machine {
    pub account_id: Id,
    pub unit_id: Id,
    pub ward_id: Option<Id>,
    /// What both the token and the account allow.
    scopes: Vec<MachineScope>,
    below: Vec<Id>,
}

/// Who may come to a subject at all.
pub trait Admitted {
    /// # Errors
    /// 403 for a machine where only people come.
    fn of<R: Subject, A: Deed>(caller: &Caller) -> Result<&Self>;
}

impl Admitted for Caller {
    fn of<R: Subject, A: Deed>(caller: &Caller) -> Result<&Self> {
        Ok(caller)
    }
}

impl Admitted for Actor {
    fn of<R: Subject, A: Deed>(caller: &Caller) -> Result<&Self> {
        match caller {
            Caller::Person(actor) => Ok(actor),
            Caller::Machine(_) => Err(forbidden(R::RESOURCE, A::ACTION)),
        }
    }
}

/// Unit, ward, scopes, addresses.
type Account = (Id, Option<Id>, Json<Vec<MachineScope>>, Json<Vec<String>>);

impl Machine {
    /// Loads the account of a token, if it may still be used, and from there.
    ///
    /// # Errors
    /// 401 when it was revoked, has ended, or the request comes from an address that it may not be used from.
    pub fn load(
        conn: &mut Conn,
        account: &Id,
        token: &[MachineScope],
        address: IpAddr,
        today: NaiveDate,
    ) -> Result<Self> {
        let found: Option<Account> = accounts::table
            .find(account)
            .filter(accounts::revoked_at.is_null())
            .filter(accounts::expires_on.ge(today))
            .select((accounts::unit_id, accounts::ward_id, accounts::scopes, accounts::addresses))
            .first(conn)
            .optional()?;
        let (unit_id, ward_id, allowed, addresses) = found.ok_or_else(Error::not_signed_in)?;
        if !Network::any_holds(&addresses, address) {
            return Err(Error::not_signed_in());
        }
        let below = if ward_id.is_none() { wards_below(conn, &unit_id)? } else { Vec::new() };
        // Scopes that were taken away since the token was made are gone at once.
        let scopes = token.iter().copied().filter(|scope| allowed.contains(scope)).collect();
        Ok(Self { account_id: account.clone(), unit_id, ward_id, scopes, below })
    }

    fn grant(&self, resource: Resource, action: Action) -> Option<ScopeKind> {
        let kind = if self.ward_id.is_some() { ScopeKind::Ward } else { ScopeKind::Below };
        scopes::allow(&self.scopes, resource, action).then_some(kind)
    }
}

impl Caller {
    /// Whoever a token was made for.
    ///
    /// # Errors
    /// 401 when they may not come in any more.
    pub(super) fn load(
        conn: &mut Conn,
        bearer: &Bearer,
        address: IpAddr,
        config: &Config,
        now: Instant,
        today: NaiveDate,
    ) -> Result<Self> {
        match bearer {
            Bearer::Person { session_id, role, .. } => {
                Actor::load(conn, session_id, *role, config, now, today).map(Self::Person)
            }
            Bearer::Machine { account_id, scopes } => {
                Machine::load(conn, account_id, scopes, address, today).map(Self::Machine)
            }
        }
    }

    /// The scope of a right, or `None` without it.
    pub fn grant(&self, resource: Resource, action: Action) -> Option<ScopeKind> {
        match self {
            Self::Person(actor) => matrix::grant(actor.role, resource, action),
            Self::Machine(machine) => machine.grant(resource, action),
        }
    }

    /// The scope that the caller has for a deed, by its action or the other one that opens the same door.
    pub fn granted<R: Subject, A: Deed>(&self) -> Option<ScopeKind> {
        match self {
            Self::Person(actor) => granted::<R, A>(actor.role),
            Self::Machine(machine) => {
                machine.grant(R::RESOURCE, A::ACTION).or_else(|| machine.grant(R::RESOURCE, A::OR?))
            }
        }
    }

    /// The rows that the caller may touch so.
    ///
    /// # Errors
    /// 403 without the right.
    pub fn scope<R: Subject, A: Deed>(&self) -> Result<Scope> {
        match self {
            Self::Person(actor) => actor.scope::<R, A>(),
            Self::Machine(machine) => {
                self.granted::<R, A>().ok_or_else(|| forbidden(R::RESOURCE, A::ACTION))?;
                Ok(match &machine.ward_id {
                    Some(ward) => Scope::Ward(ward.clone()),
                    None => Scope::Below(machine.below.clone()),
                })
            }
        }
    }

    /// The user to write down in a column of users; nobody for a job or a machine.
    pub fn person(&self) -> Option<&Id> {
        match self {
            Self::Person(actor) => actor.person(),
            Self::Machine(_) => None,
        }
    }

    /// Whom the audit log names: a user or a service account; nobody for a job.
    pub fn doer(&self) -> Option<&Id> {
        match self {
            Self::Person(actor) => actor.person(),
            Self::Machine(machine) => Some(&machine.account_id),
        }
    }

    /// Whose things are kept apart (`Idempotency-Key`): ids are never the same for two callers.
    pub fn id(&self) -> &Id {
        match self {
            Self::Person(actor) => &actor.user_id,
            Self::Machine(machine) => &machine.account_id,
        }
    }

    /// The unit to write down beside the doer.
    pub fn unit(&self) -> Option<&Id> {
        match self {
            Self::Person(actor) => actor.unit(),
            Self::Machine(machine) => Some(&machine.unit_id),
        }
    }

    pub fn ward_id(&self) -> Option<&Id> {
        match self {
            Self::Person(actor) => actor.ward_id.as_ref(),
            Self::Machine(machine) => machine.ward_id.as_ref(),
        }
    }

    /// For a deputy who signs for the head today.
    pub fn acting_for(&self) -> Option<&Id> {
        match self {
            Self::Person(actor) => actor.acting_for.as_ref(),
            Self::Machine(_) => None,
        }
    }

    /// The wards whose rows the caller may see at all.
    pub fn wards(&self) -> Vec<Id> {
        match self {
            Self::Person(actor) => actor.wards(),
            Self::Machine(machine) => machine.ward_id.iter().chain(&machine.below).cloned().collect(),
        }
    }

    pub fn is_machine(&self) -> bool {
        matches!(self, Self::Machine(_))
    }
}
