//! The table of feeds, and the events that each gives.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::subject::Own;
use crate::access::{Cx, Deed, PublicCx, Resource, Role, Scope, ScopeKind, Update, matrix};
use crate::audit::{self, Changes};
use crate::crypto::{Vault, random};
use crate::db::schema::{calendar_feeds, users};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::events::model::{EventRow, EventStatus};
use crate::features::events::store;

const TOKEN: &str = "calendar_feeds.token";
/// What a calendar program is given: no more than it shows.
const ENTRIES_MAX: i64 = 1000;
/// How far back a feed reaches; what is cancelled is told of as long.
const DAYS_BACK: i64 = 62;

/// Whether my calendar program has an address, and what it is given there.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CalendarFeed {
    pub exists: bool,
    /// Only what my unit leads, joins or made.
    pub only_own: bool,
    pub created_at: Option<Instant>,
    /// When a program last read it.
    pub read_at: Option<Instant>,
}

/// A new address, shown once.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CalendarFeedMade {
    /// After the address of the installation.
    #[schema(example = "/api/v1/events.ics?token=…")]
    pub path: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCalendarFeed {
    /// Only what my unit leads, joins or made.
    #[serde(default)]
    pub only_own: bool,
}

/// # Errors
/// When the database refuses.
pub fn find<A: Deed>(cx: &mut Cx<'_, Own, A>) -> Result<CalendarFeed> {
    let me = cx.actor().user_id.clone();
    let found: Option<(bool, Instant, Option<Instant>)> = calendar_feeds::table
        .find(me)
        .select((calendar_feeds::only_own, calendar_feeds::created_at, calendar_feeds::read_at))
        .first(cx.conn())
        .optional()?;
    Ok(CalendarFeed {
        exists: found.is_some(),
        only_own: found.is_some_and(|(only_own, ..)| only_own),
        created_at: found.map(|(_, at, _)| at),
        read_at: found.and_then(|(.., at)| at),
    })
}

/// A new address; an earlier one stops working.
///
/// # Errors
/// 403 for a role that reads no ward's events.
pub fn make(cx: &mut Cx<'_, Own, Update>, input: &NewCalendarFeed) -> Result<CalendarFeedMade> {
    let (me, unit, now) = (cx.actor().user_id.clone(), cx.actor().unit_id.clone(), cx.now());
    let ward = cx.actor().ward_id.clone();
    if scope_of(cx.actor().role, ward.as_ref(), &unit, input.only_own).is_none() {
        return Err(Error::not_found());
    }
    let token = hex::encode(random::<24>());
    diesel::delete(calendar_feeds::table.find(&me)).execute(cx.conn())?;
    let index = index(&cx.services().vault, &token);
    diesel::insert_into(calendar_feeds::table)
        .values((
            calendar_feeds::user_id.eq(&me),
            calendar_feeds::token_index.eq(index),
            calendar_feeds::only_own.eq(input.only_own),
            calendar_feeds::created_at.eq(now),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "make_feed", &me, Changes::none())?;
    Ok(CalendarFeedMade { path: format!("/api/v1/events.ics?token={token}") })
}

/// Takes the address back.
///
/// # Errors
/// When the database refuses.
pub fn end(cx: &mut Cx<'_, Own, Update>) -> Result<()> {
    let me = cx.actor().user_id.clone();
    diesel::delete(calendar_feeds::table.find(&me)).execute(cx.conn())?;
    audit::record(cx, "end_feed", &me, Changes::none())
}

fn index(vault: &Vault, token: &str) -> String {
    vault.index(TOKEN, token)
}

/// What the person's role may read today; a feed outlives no right.
fn scope_of(role: Role, ward: Option<&Id>, unit: &Id, only_own: bool) -> Option<Scope> {
    let ward = ward?.clone();
    match matrix::grant(role, Resource::Events, matrix::Action::Read)? {
        ScopeKind::Ward if only_own => Some(Scope::Unit { ward, unit: unit.clone() }),
        ScopeKind::Ward => Some(Scope::Ward(ward)),
        _ => None,
    }
}

/// The events behind a token, and the ward they are of.
///
/// # Errors
/// 404 for a token that was taken back, or of somebody who left.
pub fn behind(cx: &mut PublicCx<'_>, token: &str) -> Result<(Id, Vec<EventRow>)> {
    let feed = calendar_feeds::table
        .inner_join(users::table.on(users::id.eq(calendar_feeds::user_id)))
        .filter(calendar_feeds::token_index.eq(index(&cx.services.vault, token)))
        .filter(users::status.eq("active"))
        .select((calendar_feeds::user_id, calendar_feeds::only_own, users::role, users::ward_id, users::unit_id));
    let found: Option<(Id, bool, Role, Option<Id>, Id)> = feed.first(cx.conn).optional()?;
    let (user, only_own, role, ward, unit) = found.ok_or_else(Error::not_found)?;
    let scope = scope_of(role, ward.as_ref(), &unit, only_own).ok_or_else(Error::not_found)?;
    diesel::update(calendar_feeds::table.find(user)).set(calendar_feeds::read_at.eq(cx.now)).execute(cx.conn)?;
    let from = Instant::new(cx.now.utc() - TimeDelta::days(DAYS_BACK));
    let rows = store::of_scope(cx.conn, &scope, from, ENTRIES_MAX)?;
    Ok((ward.ok_or_else(Error::not_found)?, rows))
}

/// What a ward shows to everybody: approved and meant for the public, and what of that was cancelled.
///
/// # Errors
/// When the database refuses.
pub fn public_rows(cx: &mut PublicCx<'_>, ward: &Id) -> Result<Vec<EventRow>> {
    let from = Instant::new(cx.now.utc() - TimeDelta::days(DAYS_BACK));
    let rows = store::of_scope(cx.conn, &Scope::Ward(ward.clone()), from, ENTRIES_MAX)?;
    Ok(rows.into_iter().filter(is_public).collect())
}

fn is_public(event: &EventRow) -> bool {
    let was_approved = event.approval.at.is_some();
    event.is_public && was_approved && !matches!(event.status, EventStatus::Draft | EventStatus::Proposed)
}
