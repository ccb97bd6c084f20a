//! One transaction makes the ward.

use diesel::prelude::*;

use super::rules::{self, Plan};
use crate::access::{PublicCx, UnitKind};
use crate::audit::{self, Changes};
use crate::auth::passwords;
use crate::config::Config;
use crate::db::hold_wards;
use crate::db::schema::{users, wards};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::setup::{self, NewUser};

/// Whether there is no ward yet.
///
/// # Errors
/// When the database refuses.
pub fn is_needed(cx: &mut PublicCx<'_>) -> Result<bool> {
    let first: Option<Id> = wards::table.select(wards::id).first(cx.conn).optional()?;
    Ok(first.is_none())
}

/// The hashes for the people of a plan, and the passwords that were made for them. Takes tens of milliseconds for each:
/// never within the transaction.
///
/// # Errors
/// When the settings of argon2 are impossible.
pub fn hash_passwords(plan: &Plan, config: &Config) -> Result<(Vec<String>, Vec<Option<String>>)> {
    let mut hashes = Vec::new();
    let mut shown = Vec::new();
    for person in &plan.people {
        let made = person.password.is_none().then(passwords::generate);
        let password = made.as_deref().or(person.password.as_deref()).unwrap_or_default();
        hashes.push(passwords::hash(password, config)?);
        shown.push(made);
    }
    Ok((hashes, shown))
}

/// Makes ward, units and accounts, with an audit row for each, in the name of the first administrator.
///
/// # Errors
/// 409 when a ward is there already: of two browsers one wins.
pub fn set_up(cx: &mut PublicCx<'_>, plan: &Plan, hashes: &[String]) -> Result<Id> {
    hold_wards(cx.conn)?;
    rules::check_needed(is_needed(cx)?)?;
    let superior = match &plan.ward.superior {
        Some(name) => Some(setup::unit(cx, None, UnitKind::Superior, "cap-tren", name)?),
        None => None,
    };
    let ward = setup::ward(cx, &plan.ward.code, &plan.ward.name, &plan.ward.place, superior.as_ref())?;
    let settings = Json::new(plan.ward.settings.clone());
    diesel::update(wards::table.find(&ward)).set(wards::settings.eq(settings)).execute(cx.conn)?;
    let mut units = Vec::new();
    for (kind, code, name) in &plan.units {
        units.push(setup::unit(cx, Some(&ward), *kind, code, name)?);
    }
    let mut people = Vec::new();
    for (person, hash) in plan.people.iter().zip(hashes) {
        let unit = units.get(person.unit).ok_or_else(|| Error::internal("a person without a unit"))?;
        let new = NewUser {
            ward: Some(&ward),
            unit,
            username: &person.username,
            full_name: &person.full_name,
            position: &person.position,
            role: person.role,
            password_hash: hash,
            must_change_password: person.password.is_none(),
        };
        let id = setup::user(cx, &new)?;
        if person.phone.is_some() || person.email.is_some() {
            diesel::update(users::table.find(&id))
                .set((users::phone.eq(&person.phone), users::email.eq(&person.email)))
                .execute(cx.conn)?;
        }
        people.push(id);
    }
    record(cx, plan, &ward, &units, &people)?;
    Ok(ward)
}

fn record(cx: &mut PublicCx<'_>, plan: &Plan, ward: &Id, units: &[Id], people: &[Id]) -> Result<()> {
    let admin = people.first().ok_or_else(|| Error::internal("nobody was made"))?;
    let named = |name: &str, value: &str| Changes::none().field(name, (), value);
    audit::record_first(cx, "wards.set_up", ward, admin, ward, named("name", &plan.ward.name));
    for (id, (kind, code, name)) in units.iter().zip(&plan.units) {
        let changes = named("name", name).field("code", (), code).field("kind", (), kind);
        audit::record_first(cx, "accounts.create", ward, admin, id, changes);
    }
    for (id, person) in people.iter().zip(&plan.people) {
        let changes = named("username", &person.username).field("role", (), person.role);
        audit::record_first(cx, "accounts.create", ward, admin, id, changes);
    }
    Ok(())
}
