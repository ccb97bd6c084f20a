//! Referrals: a service is asked for help with the smallest set of data that serves, and answers.
//!
//! A service of the ward answers in its own inbox (`/referrals`), one without an account through a link that works once.
//! Neither sees the case: only what the officer chose to send.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::clocks;
use super::content;
use super::entries::{self, EntryContent, EntryKind};
use super::model::{CaseAction, CasePart, CaseRow};
use super::store;
use crate::access::subject::{Cases, Own};
use crate::access::{Cx, Deed, Subject, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{case_referrals as table, cases};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::features::units::{self, model::UnitRef};
use crate::features::users::{self, model::UserRef};
use crate::features::wards;
use crate::input::{Checks, REQUIRED, TOO_MANY, UNKNOWN_ID};
use crate::keys::sealed::CASE_REFERRALS;
use crate::text_enum;

text_enum! {
    pub enum ReferralService {
        Health = "health",
        Psychology = "psychology",
        School = "school",
        LegalAid = "legal_aid",
        SocialWorkCentre = "social_work_centre",
        Police = "police",
        SafeShelter = "safe_shelter",
        Other = "other",
    }
}

text_enum! {
    pub enum ReferralStatus {
        Sent = "sent",
        Accepted = "accepted",
        Refused = "refused",
        Done = "done",
        Revoked = "revoked",
    }
}

text_enum! {
    pub enum ReferralAction {
        Accept = "accept",
        Refuse = "refuse",
        Complete = "complete",
        Revoke = "revoke",
    }
}

/// A piece of what is sent: a label and a value, chosen one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedField {
    #[schema(example = "Năm sinh")]
    pub label: String,
    #[serde(default)]
    pub value: String,
}

/// The sealed part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The receiver's name, where it is no unit of the ward.
    pub to: String,
    pub purpose: String,
    pub shared: Vec<SharedField>,
    pub contact: String,
    pub answer: String,
    pub result: String,
    pub answered_by: String,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = table, treat_none_as_null = true)]
pub struct ReferralRow {
    pub id: Id,
    pub ward_id: Id,
    pub case_id: Id,
    pub service: ReferralService,
    pub to_unit_id: Option<Id>,
    pub content: String,
    pub status: ReferralStatus,
    pub sent_by_id: Option<Id>,
    pub sent_at: Instant,
    pub answer_due_at: Instant,
    pub answered_at: Option<Instant>,
    pub answered_by_id: Option<Id>,
    pub done_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
    pub told_at: Option<Instant>,
    pub link_index: Option<String>,
    pub link_expires_at: Option<Instant>,
    pub version: i32,
}

/// A referral as the desk and its receiver see it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Referral {
    pub id: Id,
    /// For the desk alone.
    pub case_id: Option<Id>,
    pub service: ReferralService,
    pub to_unit: Option<UnitRef>,
    pub to: String,
    pub purpose: String,
    pub shared: Vec<SharedField>,
    /// Whom to call.
    pub contact: String,
    pub status: ReferralStatus,
    pub sent_by: Option<UserRef>,
    pub sent_at: Instant,
    pub answer_due_at: Instant,
    pub answer_late: bool,
    pub answered_at: Option<Instant>,
    pub answered_by: String,
    pub answer: String,
    pub result: String,
    pub done_at: Option<Instant>,
    /// For the desk alone: a link waits to be used until then.
    pub link_expires_at: Option<Instant>,
    pub version: i32,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReferral {
    pub service: ReferralService,
    /// A unit of the ward; else `to` names somebody outside.
    pub to_unit_id: Option<Id>,
    #[serde(default)]
    pub to: String,
    pub purpose: String,
    /// The smallest set that serves.
    #[serde(default)]
    pub shared: Vec<SharedField>,
    pub contact: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralNote {
    #[serde(default)]
    pub note: String,
}

/// Where an action leads.
///
/// # Errors
/// 409 with what is possible now.
pub(super) fn next(status: ReferralStatus, action: ReferralAction) -> Result<ReferralStatus> {
    use ReferralAction::{Accept, Complete, Refuse, Revoke};
    match (status, action) {
        (ReferralStatus::Sent, Accept) => Ok(ReferralStatus::Accepted),
        (ReferralStatus::Sent, Refuse) => Ok(ReferralStatus::Refused),
        (ReferralStatus::Accepted, Complete) => Ok(ReferralStatus::Done),
        (ReferralStatus::Sent | ReferralStatus::Accepted, Revoke) => Ok(ReferralStatus::Revoked),
        (ReferralStatus::Sent, _) => Err(Error::wrong_state(&[Accept, Refuse, Revoke])),
        (ReferralStatus::Accepted, _) => Err(Error::wrong_state(&[Complete, Revoke])),
        _ => Err(Error::wrong_state::<ReferralAction>(&[])),
    }
}

/// Sends a referral.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn send(cx: &mut Cx<'_, Cases, Update>, id: &Id, input: &NewReferral) -> Result<Id> {
    let case = store::open_for(cx, id, CaseAction::Refer)?;
    let mut checks = Checks::new();
    let said = Said {
        to: checks.optional_line("to", Some(&input.to), 300).unwrap_or_default(),
        purpose: checks.required_lines("purpose", &input.purpose, 4_000),
        shared: check_shared(&mut checks, &input.shared),
        contact: checks.line("contact", &input.contact, 300),
        ..Said::default()
    };
    match &input.to_unit_id {
        Some(unit) if !units::in_use(cx, [unit])?.contains_key(unit) => checks.fail("to_unit_id", UNKNOWN_ID),
        None if said.to.is_empty() => checks.fail("to", REQUIRED),
        _ => {}
    }
    checks.finish()?;
    let days = wards::settings(cx, &case.ward_id)?.cases.referral_working_days;
    let calendar = wards::calendar(cx, &case.ward_id)?;
    let (referral, now) = (cx.new_id(), cx.now());
    let row = ReferralRow {
        content: content::seal(&cx.services().vault, &CASE_REFERRALS, &referral, &said)?,
        id: referral,
        ward_id: case.ward_id.clone(),
        case_id: case.id.clone(),
        service: input.service,
        to_unit_id: input.to_unit_id.clone(),
        status: ReferralStatus::Sent,
        sent_by_id: cx.actor().person().cloned(),
        sent_at: now,
        answer_due_at: clocks::working(&calendar, now, days).due_at,
        answered_at: None,
        answered_by_id: None,
        done_at: None,
        revoked_at: None,
        told_at: None,
        link_index: None,
        link_expires_at: None,
        version: 1,
    };
    diesel::insert_into(table::table).values(&row).execute(cx.conn())?;
    store::save(cx, &case, case.clone())?;
    let text = EntryContent { step: Some(CaseAction::Refer), text: said.purpose };
    entries::record(cx, id, EntryKind::Referral, CasePart::Referrals, &text)?;
    notifications::send_to_units(cx, row.to_unit_id.as_slice(), Kind::ReferralAsked, &row.id)?;
    audit::record(cx, "refer", id, Changes::none())?;
    Ok(row.id)
}

fn check_shared(checks: &mut Checks, fields: &[SharedField]) -> Vec<SharedField> {
    if fields.len() > 30 {
        checks.fail_with("shared", TOO_MANY, vec![("max", "30".to_owned())]);
    }
    let clean = |(at, field): (usize, &SharedField)| SharedField {
        label: checks.line(&format!("shared[{at}].label"), &field.label, 120),
        value: checks.lines(&format!("shared[{at}].value"), &field.value, 2_000),
    };
    fields.iter().take(30).enumerate().map(clean).collect()
}

/// The referrals of a case, newest first.
///
/// # Errors
/// 404.
pub fn list<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<Vec<Referral>> {
    store::find_part(cx, case, CasePart::Referrals)?;
    let rows = table::table.filter(table::case_id.eq(case)).order((table::sent_at.desc(), table::id.desc()));
    let rows: Vec<ReferralRow> = rows.select(ReferralRow::as_select()).load(cx.conn())?;
    dress(cx, rows, true)
}

fn dress<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, rows: Vec<ReferralRow>, is_desk: bool) -> Result<Vec<Referral>> {
    let units = units::references(cx, rows.iter().filter_map(|row| row.to_unit_id.as_ref()))?;
    let named = rows.iter().flat_map(|row| [&row.sent_by_id, &row.answered_by_id]).flatten();
    let people = users::references(cx, named)?;
    let now = cx.now();
    let mut referrals = Vec::with_capacity(rows.len());
    for row in rows {
        let said: Said = content::open(&cx.services().vault, &CASE_REFERRALS, &row.id, &row.content)?;
        // What was taken back is no longer its receiver's, down to the reason: it says as much of the child.
        let said = match row.status {
            ReferralStatus::Revoked if !is_desk => Said { answered_by: said.answered_by, ..Said::default() },
            _ => said,
        };
        let person = row.answered_by_id.as_ref().and_then(|id| people.get(id));
        referrals.push(Referral {
            answer_late: row.status == ReferralStatus::Sent && now > row.answer_due_at,
            case_id: Some(row.case_id).filter(|_| is_desk),
            to_unit: row.to_unit_id.as_ref().and_then(|id| units.get(id)).cloned(),
            sent_by: row.sent_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            answered_by: person.map_or(said.answered_by, |person| person.full_name.clone()),
            link_expires_at: row.link_expires_at.filter(|_| is_desk && row.link_index.is_some()),
            id: row.id,
            service: row.service,
            to: said.to,
            purpose: said.purpose,
            shared: said.shared,
            contact: said.contact,
            status: row.status,
            sent_at: row.sent_at,
            answer_due_at: row.answer_due_at,
            answered_at: row.answered_at,
            answer: said.answer,
            result: said.result,
            done_at: row.done_at,
            version: row.version,
        });
    }
    Ok(referrals)
}

/// A referral of this very case.
pub(super) fn find_of_case<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id, id: &Id) -> Result<(CaseRow, ReferralRow)> {
    let case = store::find_part(cx, case, CasePart::Referrals)?;
    let found = table::table.find(id).filter(table::case_id.eq(&case.id)).select(ReferralRow::as_select());
    let row = found.first(cx.conn())?;
    Ok((case, row))
}

/// Takes a referral back: the receiver sees no more of it than that.
///
/// # Errors
/// 403, 404, 409.
pub fn revoke(cx: &mut Cx<'_, Cases, Update>, case: &Id, id: &Id) -> Result<()> {
    store::open_for(cx, case, CaseAction::Refer)?;
    let (_, before) = find_of_case(cx, case, id)?;
    let status = next(before.status, ReferralAction::Revoke)?;
    let revoked_at = Some(cx.now());
    save(cx, &before, ReferralRow { status, revoked_at, link_index: None, ..before.clone() })?;
    entries::record(cx, case, EntryKind::Referral, CasePart::Referrals, &EntryContent::default())?;
    audit::record(cx, "revoke_referral", case, Changes::none())
}

pub(super) fn save<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, before: &ReferralRow, row: ReferralRow) -> Result<()> {
    let row = ReferralRow { version: before.version + 1, ..row };
    let unchanged = table::table.find(&before.id).filter(table::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::wrong_state::<ReferralAction>(&[]));
    }
    Ok(())
}

/// The inbox of the actor's unit.
///
/// # Errors
/// When the database refuses.
pub fn inbox<A: Deed>(cx: &mut Cx<'_, Own, A>) -> Result<Vec<Referral>> {
    let unit = cx.actor().unit_id.clone();
    let rows =
        table::table.filter(table::to_unit_id.eq(unit)).order((table::sent_at.desc(), table::id.desc())).limit(200);
    let rows: Vec<ReferralRow> = rows.select(ReferralRow::as_select()).load(cx.conn())?;
    dress(cx, rows, false)
}

fn find_own<A: Deed>(cx: &mut Cx<'_, Own, A>, id: &Id) -> Result<ReferralRow> {
    let unit = cx.actor().unit_id.clone();
    let found = table::table.find(id).filter(table::to_unit_id.eq(unit)).select(ReferralRow::as_select());
    Ok(found.first(cx.conn())?)
}

/// A referral to the actor's unit.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Own, A>, id: &Id) -> Result<Referral> {
    let row = find_own(cx, id)?;
    dress(cx, vec![row], false)?.pop().ok_or_else(Error::not_found)
}

/// The case that a look at a referral is written down under.
///
/// # Errors
/// 404.
pub fn case_of<A: Deed>(cx: &mut Cx<'_, Own, A>, id: &Id) -> Result<Id> {
    Ok(find_own(cx, id)?.case_id)
}

/// The receiver accepts, refuses or has done it.
///
/// # Errors
/// 404, 409, 422 for a refusal or a result without words.
pub fn answer(cx: &mut Cx<'_, Own, Update>, id: &Id, action: ReferralAction, note: &str) -> Result<()> {
    let before = find_own(cx, id)?;
    let status = next(before.status, action)?;
    let mut checks = Checks::new();
    let note = match action {
        ReferralAction::Accept => checks.lines("note", note, 4_000),
        _ => checks.required_lines("note", note, 4_000),
    };
    checks.finish()?;
    let me = cx.actor().person().cloned();
    write_answer(cx, &before, status, &note, None, me)?;
    audit::record(cx, &format!("{action}_referral"), &before.case_id, Changes::none())
}

pub(super) fn write_answer<R: Subject, A: Writes>(
    cx: &mut Cx<'_, R, A>,
    before: &ReferralRow,
    status: ReferralStatus,
    note: &str,
    name: Option<&str>,
    by: Option<Id>,
) -> Result<()> {
    let vault = &cx.services().vault;
    let mut said: Said = content::open(vault, &CASE_REFERRALS, &before.id, &before.content)?;
    let is_done = status == ReferralStatus::Done;
    match is_done {
        true => said.result = note.to_owned(),
        false => said.answer = note.to_owned(),
    }
    if let Some(name) = name {
        name.clone_into(&mut said.answered_by);
    }
    let content = content::seal(vault, &CASE_REFERRALS, &before.id, &said)?;
    let now = cx.now();
    let after = ReferralRow {
        content,
        status,
        answered_at: before.answered_at.or(Some(now)),
        answered_by_id: by,
        done_at: is_done.then_some(now),
        link_index: None,
        ..before.clone()
    };
    save(cx, before, after)?;
    let text = EntryContent { step: Some(CaseAction::Refer), text: note.to_owned() };
    entries::record(cx, &before.case_id, EntryKind::Referral, CasePart::Referrals, &text)?;
    touch(cx, &before.case_id)?;
    let mut people = store::people_of(cx, &before.case_id)?;
    people.extend(before.sent_by_id.clone());
    people.sort();
    people.dedup();
    notifications::send_to_users(cx, &people, Kind::CaseNews, &before.case_id)
}

/// The case has news for whoever follows it.
fn touch<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, case: &Id) -> Result<()> {
    let now = cx.now();
    let changed = (cases::updated_at.eq(now), cases::version.eq(cases::version + 1));
    diesel::update(cases::table.find(case)).set(changed).execute(cx.conn())?;
    Ok(())
}

/// Referrals of a ward that nobody answered in time and nobody was told of; marks them as told.
///
/// # Errors
/// When the database refuses.
pub fn take_unanswered<A: Writes>(cx: &mut Cx<'_, Cases, A>, ward: &Id) -> Result<Vec<(Id, Option<Id>)>> {
    let now = cx.now();
    let late = table::table
        .filter(table::ward_id.eq(ward))
        .filter(table::status.eq(ReferralStatus::Sent))
        .filter(table::answer_due_at.lt(now))
        .filter(table::told_at.is_null());
    let rows: Vec<ReferralRow> = late.select(ReferralRow::as_select()).load(cx.conn())?;
    for row in &rows {
        diesel::update(table::table.find(&row.id)).set(table::told_at.eq(now)).execute(cx.conn())?;
    }
    Ok(rows.into_iter().map(|row| (row.case_id, row.sent_by_id)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_given_once() {
        use ReferralAction::{Accept, Complete, Refuse, Revoke};
        assert_eq!(next(ReferralStatus::Sent, Accept).unwrap(), ReferralStatus::Accepted);
        assert!(next(ReferralStatus::Accepted, Accept).is_err());
        assert!(next(ReferralStatus::Sent, Complete).is_err());
        for ended in [ReferralStatus::Refused, ReferralStatus::Done, ReferralStatus::Revoked] {
            for action in [Accept, Refuse, Complete, Revoke] {
                assert!(next(ended, action).is_err());
            }
        }
    }
}
