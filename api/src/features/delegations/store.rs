//! The table of delegations.

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{Delegation, DelegationRow, NewDelegation};
use super::rules;
use crate::access::subject::Accounts;
use crate::access::{Approve, Cx, Deed, Read, Role, Scope};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::{self, List, PageRequest};
use crate::db::schema::{delegations, users};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::users as people;
use crate::keyset;

type Condition = Box<dyn BoxableExpression<delegations::table, MultiBackend, SqlType = Bool>>;

/// The delegations within a scope: the one place where scopes become SQL for this table.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(delegations::ward_id.eq(ward.clone())),
        other => Box::new(delegations::ward_id.eq_any(other.wards())),
    }
}

/// A page of delegations, the latest days first.
pub fn list(cx: &mut Cx<'_, Accounts, Read>, page: &PageRequest) -> Result<List<Delegation>> {
    let all = || delegations::table.filter(visible(cx.scope())).into_boxed();
    let (rows, counted) = (all(), all());
    let rows: Vec<DelegationRow> = keyset!(rows, page, desc delegations::starts_on, delegations::id, page::day)
        .select(DelegationRow::as_select())
        .load(cx.conn())?;
    let total = counted.select(count_star()).first(cx.conn())?;
    let List { items, next_cursor, total, .. } =
        List::from_rows(rows, page, total, |row| (row.starts_on.to_string(), row.id.clone()));
    Ok(List { items: dress(cx, items)?, next_cursor, total, total_is_at_least: false })
}

/// A delegation within the scope; 404 outside of it.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Accounts, A>, id: &Id) -> Result<DelegationRow> {
    let found = delegations::table.filter(visible(cx.scope())).filter(delegations::id.eq(id));
    Ok(found.select(DelegationRow::as_select()).first(cx.conn())?)
}

/// A delegation as its reader sees it.
pub fn shape<A: Deed>(cx: &mut Cx<'_, Accounts, A>, row: DelegationRow) -> Result<Delegation> {
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Accounts, A>, rows: Vec<DelegationRow>) -> Result<Vec<Delegation>> {
    let named = rows.iter().flat_map(|row| [&row.from_user_id, &row.to_user_id, &row.created_by_id]);
    let people = people::references(cx, named)?;
    let today = cx.today();
    let shape = |row: DelegationRow| {
        Some(Delegation {
            status: rules::status(&row, today),
            from_user: people.get(&row.from_user_id)?.clone(),
            to_user: people.get(&row.to_user_id)?.clone(),
            created_by: people.get(&row.created_by_id)?.clone(),
            id: row.id,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            reason: row.reason,
            revoked_at: row.revoked_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// Those of the people who are active leaders of the ward.
pub fn active_leaders(cx: &mut Cx<'_, Accounts, Approve>, people: [&Id; 2]) -> Result<Vec<Id>> {
    let leaders = users::table
        .filter(users::id.eq_any(people))
        .filter(users::ward_id.eq_any(cx.scope().wards()))
        .filter(users::role.eq(Role::Leader))
        .filter(users::status.eq("active"));
    Ok(leaders.select(users::id).load(cx.conn())?)
}

/// The days of a delegation of the same person that meets these days.
pub fn in_the_way(
    cx: &mut Cx<'_, Accounts, Approve>,
    from: &Id,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
) -> Result<Option<(NaiveDate, NaiveDate)>> {
    let meeting = delegations::table
        .filter(delegations::from_user_id.eq(from))
        .filter(delegations::revoked_at.is_null())
        .filter(delegations::starts_on.le(ends_on))
        .filter(delegations::ends_on.ge(starts_on));
    let days = (delegations::starts_on, delegations::ends_on);
    Ok(meeting.order(delegations::starts_on).select(days).first(cx.conn()).optional()?)
}

/// Writes a delegation that has been checked.
pub fn create(cx: &mut Cx<'_, Accounts, Approve>, from: &Id, new: &NewDelegation) -> Result<DelegationRow> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (id, now) = (cx.new_id(), cx.now());
    diesel::insert_into(delegations::table)
        .values((
            delegations::id.eq(&id),
            delegations::ward_id.eq(ward),
            delegations::from_user_id.eq(from),
            delegations::to_user_id.eq(&new.to_user_id),
            delegations::starts_on.eq(new.starts_on),
            delegations::ends_on.eq(new.ends_on),
            delegations::reason.eq(&new.reason),
            delegations::created_by_id.eq(&cx.actor().user_id),
            delegations::created_at.eq(now),
            delegations::updated_at.eq(now),
            delegations::version.eq(1),
        ))
        .execute(cx.conn())?;
    let changes = Changes::none()
        .field("from_user_id", (), from)
        .field("to_user_id", (), &new.to_user_id)
        .field("starts_on", (), new.starts_on)
        .field("ends_on", (), new.ends_on);
    audit::record(cx, "delegate", &id, changes)?;
    find_row(cx, &id)
}

pub fn revoke(cx: &mut Cx<'_, Accounts, Approve>, id: &Id) -> Result<DelegationRow> {
    let now = cx.now();
    diesel::update(delegations::table.find(id))
        .set((
            delegations::revoked_at.eq(now),
            delegations::updated_at.eq(now),
            delegations::version.eq(delegations::version + 1),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "revoke_delegation", id, Changes::none().field("revoked_at", (), now))?;
    find_row(cx, id)
}
