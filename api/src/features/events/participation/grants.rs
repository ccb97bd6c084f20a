//! The right of a helper without an account to check children in at one event: given by those who organise it and may
//! read children themselves, ended by the clock, by the event or by a word, and every use written down.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::attendance::{self, Marker};
use super::attendance_model::{EventMarks, EventMarksTaken, Headcount, NewHeadcount};
use super::book::Book;
use super::headcounts;
use super::helper_model::{
    DutyRow, EventGrant, EventGrantRef, GrantRow, GrantedEvent, HelperRow, NewEventGrant, Vetting,
};
use super::helpers::vetting;
use super::model::RegistrationStatus;
use super::rules;
use crate::access::subject::{Children, Events};
use crate::access::{Cx, Deed, Read, Update};
use crate::audit::{self, Changes};
use crate::crypto::{Vault, random};
use crate::db::Conn;
use crate::db::schema::{event_duties as duties, event_grants as grants, event_helpers as helpers};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::events::model::{EventRow, EventStatus};
use crate::features::events::store;
use crate::features::wards;
use crate::input::{Checks, UNKNOWN_ID};

const TOKEN: &str = "event_grants.token";
/// Children are fetched, and the last marks sent.
const AFTER_EVENT: TimeDelta = TimeDelta::hours(2);
/// A list is looked at the evening before, not weeks before.
const BEFORE_EVENT: TimeDelta = TimeDelta::hours(24);

pub const GRANT_ENDED: Message = Message::new(
    "grant_ended",
    "Đường dẫn này đã hết hạn, bị thu hồi hoặc không đúng. Hãy hỏi đơn vị tổ chức.",
    "This link has ended, was revoked or is not right. Ask whoever organises the event.",
);
pub const GRANT_NOT_YET: Message = Message::new(
    "grant_not_yet",
    "Danh sách chỉ mở từ 24 giờ trước sự kiện. Hãy mở lại sau.",
    "The list opens 24 hours before the event. Come back then.",
);
pub const NOT_VETTED: Message = Message::new(
    "not_vetted",
    "Người hỗ trợ chưa được xác minh, hoặc xác minh hết hạn vào ngày sự kiện. Hãy xác minh trước khi giao quyền điểm danh.",
    "The helper is not vetted, or the vetting ends before the event. Vet them first.",
);
pub const BAD_UNTIL: Message = Message::new(
    "bad_until",
    "Hạn dùng phải ở tương lai và không quá 2 giờ sau khi sự kiện kết thúc.",
    "The end must lie in the future, two hours after the event at the latest.",
);

fn index(vault: &Vault, token: &str) -> String {
    vault.index(TOKEN, token)
}

/// Gives a helper the right to check children in; an earlier one stops working. The token is shown once.
///
/// # Errors
/// 403 for somebody who may not read children, 404, 409 for an event that is over, 422 for a helper who is not
/// assigned or not vetted.
pub(super) fn create(cx: &mut Cx<'_, Events, Update>, id: &Id, input: &NewEventGrant) -> Result<EventGrant> {
    let event = store::find_to_write(cx, id)?;
    // Whoever sees no child cannot let others see them.
    cx.also::<Children, Read>()?;
    rules::check_open(&event, cx.now())?;
    let mut checks = Checks::new();
    match assigned(cx, id, &input.helper_id)? {
        None => checks.fail("helper_id", UNKNOWN_ID),
        Some((_, helper)) if vetting(&helper, rules::day_of(&event)) != Vetting::Valid => {
            checks.fail("helper_id", NOT_VETTED);
        }
        Some(_) => {}
    }
    let latest = event.ends_at.plus(AFTER_EVENT);
    let until = input.until.unwrap_or(latest);
    if until > latest || until <= cx.now() {
        checks.fail("until", BAD_UNTIL);
    }
    checks.finish()?;
    end_all(cx, id, &input.helper_id)?;
    let token = hex::encode(random::<24>());
    let row = GrantRow {
        id: cx.new_id(),
        ward_id: event.ward_id.clone(),
        event_id: id.clone(),
        helper_id: input.helper_id.clone(),
        token_index: index(&cx.services().vault, &token),
        until_at: until,
        uses: 0,
        last_used_at: None,
        created_by_id: cx.caller().person().cloned(),
        created_at: cx.now(),
        revoked_at: None,
        revoked_by_id: None,
    };
    diesel::insert_into(grants::table).values(&row).execute(cx.conn())?;
    let changes = Changes::none().field("grant", (), &row.id).field("helper_id", (), &row.helper_id);
    audit::record(cx, "give_grant", id, changes)?;
    Ok(EventGrant { id: row.id, token, until })
}

fn assigned<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &Id, helper: &Id) -> Result<Option<(DutyRow, HelperRow)>> {
    let row = duties::table
        .inner_join(helpers::table.on(helpers::id.eq(duties::helper_id)))
        .filter(duties::event_id.eq(event))
        .filter(duties::helper_id.eq(helper));
    Ok(row.select((DutyRow::as_select(), HelperRow::as_select())).first(cx.conn()).optional()?)
}

/// # Errors
/// 404 for a grant that is none of the event's, or has ended.
pub(super) fn revoke(cx: &mut Cx<'_, Events, Update>, event: &Id, id: &Id) -> Result<()> {
    store::find_to_write(cx, event)?;
    let (now, person) = (cx.now(), cx.caller().person().cloned());
    let row = grants::table.find(id).filter(grants::event_id.eq(event)).filter(grants::revoked_at.is_null());
    let ended = (grants::revoked_at.eq(now), grants::revoked_by_id.eq(person));
    if diesel::update(row).set(ended).execute(cx.conn())? == 0 {
        return Err(Error::not_found());
    }
    audit::record(cx, "revoke_grant", event, Changes::none().field("grant", id, ()))
}

/// Ends what a helper was granted for an event.
///
/// # Errors
/// When the database refuses.
pub(super) fn end_all(cx: &mut Cx<'_, Events, Update>, event: &Id, helper: &Id) -> Result<()> {
    let (now, person) = (cx.now(), cx.caller().person().cloned());
    let rows = grants::table
        .filter(grants::event_id.eq(event))
        .filter(grants::helper_id.eq(helper))
        .filter(grants::revoked_at.is_null());
    let ended = (grants::revoked_at.eq(now), grants::revoked_by_id.eq(person));
    diesel::update(rows).set(ended).execute(cx.conn())?;
    Ok(())
}

/// The grants of an event that have not ended, by helper.
///
/// # Errors
/// When the database refuses.
pub(super) fn working<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow) -> Result<HashMap<Id, EventGrantRef>> {
    let now = cx.now();
    let rows: Vec<GrantRow> = grants::table
        .filter(grants::event_id.eq(&event.id))
        .filter(grants::revoked_at.is_null())
        .filter(grants::until_at.gt(now))
        .select(GrantRow::as_select())
        .load(cx.conn())?;
    let latest = event.ends_at.plus(AFTER_EVENT);
    let shape = |row: GrantRow| {
        let until = row.until_at.min(latest);
        (row.helper_id, EventGrantRef { id: row.id, until, uses: row.uses, last_used_at: row.last_used_at })
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// The grant behind a token, before its event is looked at.
///
/// # Errors
/// 404 `grant_ended`.
pub(super) fn behind(conn: &mut Conn, vault: &Vault, token: &str, now: Instant) -> Result<GrantRow> {
    let found = grants::table
        .filter(grants::token_index.eq(index(vault, token)))
        .filter(grants::revoked_at.is_null())
        .filter(grants::until_at.gt(now));
    found.select(GrantRow::as_select()).first(conn).optional()?.ok_or_else(ended)
}

fn ended() -> Error {
    Error::new(StatusCode::NOT_FOUND, GRANT_ENDED)
}

/// A grant that works now, with its event, and this use of it counted.
struct Open {
    grant: GrantRow,
    event: EventRow,
    duty: DutyRow,
    helper: HelperRow,
    until: Instant,
}

/// The event may have moved, ended or been cancelled since the grant was given, the helper taken off it.
fn open(cx: &mut Cx<'_, Events, Update>, token: &str) -> Result<Open> {
    let (vault, now) = (&cx.services().vault, cx.now());
    let grant = behind(cx.conn(), vault, token, now)?;
    let event = store::find_to_write(cx, &grant.event_id)?;
    let (duty, helper) = assigned(cx, &event.id, &grant.helper_id)?.ok_or_else(ended)?;
    let until = grant.until_at.min(event.ends_at.plus(AFTER_EVENT));
    let is_vetted = vetting(&helper, rules::day_of(&event)) == Vetting::Valid;
    if now >= until || !is_vetted || !matches!(event.status, EventStatus::Approved | EventStatus::Held) {
        return Err(ended());
    }
    if now < event.starts_at.plus(-BEFORE_EVENT) {
        return Err(Error::conflict(GRANT_NOT_YET));
    }
    diesel::update(grants::table.find(&grant.id))
        .set((grants::uses.eq(grants::uses + 1), grants::last_used_at.eq(now)))
        .execute(cx.conn())?;
    Ok(Open { grant, event, duty, helper, until })
}

/// What a grant shows: the registered children of its event, nothing else.
///
/// # Errors
/// 404 `grant_ended`, 409 before the day.
pub(super) fn show(cx: &mut Cx<'_, Events, Update>, token: &str) -> Result<GrantedEvent> {
    let Open { grant, event, duty, helper, until } = open(cx, token)?;
    let (id, ward) = (event.id.clone(), event.ward_id.clone());
    let book = Book::open(cx, event)?;
    let seen = registered(&book).collect();
    let attendance = attendance::show(cx, &book, &seen, true)?;
    let changes = Changes::none().field("grant", (), &grant.id).field("names", (), attendance.items.len());
    audit::record(cx, "use_grant", &id, changes)?;
    let ward_name = wards::letterhead(cx, &ward)?.name;
    Ok(GrantedEvent { ward_name, helper_name: helper.full_name, duty: duty.duty, until, attendance })
}

fn registered(book: &Book) -> impl Iterator<Item = Id> {
    book.with_status(RegistrationStatus::Registered).map(|row| row.child_id.clone())
}

/// Marks by a grant: registered children only.
///
/// # Errors
/// 404 `grant_ended`, 409, 422.
pub(super) fn take(cx: &mut Cx<'_, Events, Update>, token: &str, input: &EventMarks) -> Result<EventMarksTaken> {
    let Open { grant, event, .. } = open(cx, token)?;
    let book = Book::open(cx, event)?;
    let allowed = registered(&book).collect();
    let marker = Marker { person: None, grant: Some(grant.id) };
    attendance::keep_all(cx, book, &allowed, input, &marker)
}

/// A headcount by a grant.
///
/// # Errors
/// 404 `grant_ended`, 409, 422.
pub(super) fn count(cx: &mut Cx<'_, Events, Update>, token: &str, input: &NewHeadcount) -> Result<Headcount> {
    let Open { grant, event, .. } = open(cx, token)?;
    headcounts::count(cx, &event.id, input, Marker { person: None, grant: Some(grant.id) })
}
