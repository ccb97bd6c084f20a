//! Opening a case, and everything about it that is no step of the law: who works on it, who the child is.

use chrono::Datelike;
use diesel::dsl::max;
use diesel::prelude::*;

use super::content::{self, Content};
use super::entries::{self, EntryContent, EntryKind};
use super::model::{
    AssigneeRow, CaseAction, CaseAssignment, CaseChanges, CaseChild, CasePart, CaseRow, CaseStatus, DangerLevel,
    NewCase, ProtectionLevel,
};
use super::{deadlines, store};
use crate::access::subject::{Cases, Children, Concerns};
use crate::access::{Action, Create, Cx, Deed, Read, Resource, Role, Update, Writes, matrix};
use crate::audit::{self, Changes};
use crate::db::schema::{case_assignees, cases, users};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::changes::{self, Whose};
use crate::features::children::roster::{self, Pupil};
use crate::features::notifications::{self, Kind};
use crate::features::{concerns, wards};
use crate::http::IfMatch;
use crate::input::{Checks, TOO_MANY, UNKNOWN_ID};

pub const CASE_STANDS: Message = Message::new(
    "case_stands_already",
    "Trẻ đang có hồ sơ mở (mã {code}). Hãy nhập tin này vào hồ sơ đó.",
    "The child has an open case ({code}). Join this to it.",
);
pub const CHILD_UNKNOWN: Message = Message::new(
    "child_unknown",
    "Trẻ này không có trong danh sách của phường. Hãy tìm lại, hoặc ghi những gì đã biết.",
    "This child is not on the ward's list. Search again, or write down what is known.",
);
pub const NO_ACCESS: Message = Message::new(
    "person_has_no_access",
    "Người này có vai trò không được xem hồ sơ; hãy dùng phiếu chuyển gửi.",
    "This person's role may not see cases; send a referral instead.",
);

/// What a case begins with.
struct Beginning {
    concern_id: Option<Id>,
    child_id: Option<Id>,
    child: CaseChild,
    received_at: Instant,
    known_at: Instant,
    danger_level: DangerLevel,
    protection_level: ProtectionLevel,
}

/// Opens a case for a concern, which the caller marks.
///
/// # Errors
/// 404, 409 where the child has an open case, 422.
pub fn open_from_concern(cx: &mut Cx<'_, Cases, Create>, concern: &Id, child: Option<&Id>) -> Result<Id> {
    let input = NewCase { concern_id: Some(concern.clone()), child_id: child.cloned(), ..NewCase::default() };
    open(cx, &input)
}

/// Opens a case.
///
/// # Errors
/// As [`open_from_concern`].
pub fn open(cx: &mut Cx<'_, Cases, Create>, input: &NewCase) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let note = checks.lines("note", &input.note, 8_000);
    let begin = begin(cx, &mut checks, input)?;
    checks.finish()?;
    wards::take_turns(cx)?;
    if let Some(child) = &begin.child_id {
        refuse_second(cx, child)?;
    }
    let (year, number) = next_number(cx, &ward)?;
    let now = cx.now();
    let mut row = CaseRow {
        id: cx.new_id(),
        ward_id: ward,
        code: format!("HS-{year}-{number:04}"),
        year,
        number,
        concern_id: begin.concern_id,
        child_index: None,
        content: String::new(),
        received_at: begin.received_at,
        known_at: begin.known_at,
        opened_at: now,
        opened_by_id: cx.actor().person().cloned(),
        danger_level: begin.danger_level,
        protection_level: begin.protection_level,
        status: CaseStatus::Open,
        round: 1,
        file_round: 1,
        police_passed_at: None,
        closing_kind: None,
        closing_by_id: None,
        closing_at: None,
        closed_at: None,
        closed_by_id: None,
        closed_for_id: None,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let said = Content { child_id: begin.child_id, child: begin.child, ..Content::default() };
    said.fill(&cx.services().vault, &mut row)?;
    diesel::insert_into(cases::table).values(&row).execute(cx.conn())?;
    deadlines::start_file(cx, &row, row.known_at, true)?;
    entries::record(cx, &row.id, EntryKind::Opened, CasePart::Concern, &EntryContent { step: None, text: note })?;
    // Whoever opens it keeps it, until somebody else does.
    if let Some(me) = cx.actor().person().cloned() {
        name(cx, &row.id, &me)?;
    }
    notifications::send_to_roles(cx, &row.ward_id, &[Role::Leader], Kind::CaseOpened, &row.id)?;
    audit::record(cx, "create", &row.id, Changes::none())?;
    Ok(row.id)
}

fn begin(cx: &mut Cx<'_, Cases, Create>, checks: &mut Checks, input: &NewCase) -> Result<Beginning> {
    let now = cx.now();
    let concern = match &input.concern_id {
        Some(id) => Some(concerns::open_for_case(&mut cx.also::<Concerns, Read>()?, id)?),
        None => None,
    };
    let told = concern.as_ref().map(|concern| &concern.content.child);
    let known = told.map(|child| CaseChild {
        full_name: child.full_name.clone(),
        date_of_birth: child.date_of_birth,
        estimated_age: child.estimated_age,
        sex: child.sex,
        address: child.address.clone(),
    });
    let mut child = check_child(checks, input.child.clone().or(known).unwrap_or_default());
    if let Some(id) = &input.child_id {
        match pupil(cx, id)? {
            Some(pupil) => child = of_registry(&pupil),
            None => checks.fail("child_id", CHILD_UNKNOWN),
        }
    }
    let received_at = input.received_at.map_or(now, |at| at.min(now));
    let row = concern.as_ref().map(|concern| &concern.row);
    Ok(Beginning {
        concern_id: input.concern_id.clone(),
        child_id: input.child_id.clone(),
        child,
        received_at: row.map_or(received_at, |row| row.received_at),
        known_at: row.map_or(received_at, |row| row.known_at),
        danger_level: input.danger_level.or(row.map(|row| row.danger_level)).unwrap_or(DangerLevel::Unknown),
        protection_level: input.protection_level.unwrap_or(ProtectionLevel::Intervention),
    })
}

fn pupil<A: Deed>(cx: &mut Cx<'_, Cases, A>, id: &Id) -> Result<Option<Pupil>> {
    Ok(roster::chosen(&mut cx.also::<Children, Read>()?, std::slice::from_ref(id))?.remove(id))
}

fn of_registry(pupil: &Pupil) -> CaseChild {
    CaseChild {
        full_name: pupil.full_name.clone(),
        date_of_birth: Some(pupil.date_of_birth),
        estimated_age: None,
        sex: Some(pupil.sex),
        address: pupil.address.clone(),
    }
}

fn check_child(checks: &mut Checks, child: CaseChild) -> CaseChild {
    if let Some(age) = child.estimated_age {
        checks.range("child.estimated_age", age, 0, 17);
    }
    if let Some(day) = child.date_of_birth {
        checks.day("child.date_of_birth", day);
    }
    CaseChild {
        full_name: checks.optional_line("child.full_name", Some(&child.full_name), 120).unwrap_or_default(),
        address: checks.optional_line("child.address", Some(&child.address), 300).unwrap_or_default(),
        ..child
    }
}

/// One child, one open case: two files of one child would each know half.
fn refuse_second<A: Deed>(cx: &mut Cx<'_, Cases, A>, child: &Id) -> Result<()> {
    let indexes = content::child_indexes(cx, child)?;
    let open = cases::table
        .filter(cases::child_index.eq_any(indexes))
        .filter(cases::status.ne_all([CaseStatus::Closed, CaseStatus::Transferred]))
        .select((cases::id, cases::code));
    let found: Option<(Id, String)> = open.first(cx.conn()).optional()?;
    match found {
        Some((id, code)) => Err(Error::conflict(CASE_STANDS).with("code", code).extra("case_id", id)),
        None => Ok(()),
    }
}

/// The next number of the year; the caller has the ward's turn.
fn next_number(cx: &mut Cx<'_, Cases, Create>, ward: &Id) -> Result<(i32, i32)> {
    let year = cx.today().year();
    let of_year = cases::table.filter(cases::ward_id.eq(ward)).filter(cases::year.eq(year));
    let last: Option<i32> = of_year.select(max(cases::number)).first(cx.conn())?;
    Ok((year, last.unwrap_or(0) + 1))
}

/// Adds a further concern that says the same.
///
/// # Errors
/// 403, 404, 409.
pub fn add_concern(cx: &mut Cx<'_, Cases, Update>, case: &Id, concern: &Id) -> Result<()> {
    let before = store::open_for(cx, case, CaseAction::Identify)?;
    let vault = &cx.services().vault;
    let mut said = Content::of(vault, &before)?;
    if !said.concern_ids.contains(concern) && before.concern_id.as_ref() != Some(concern) {
        said.concern_ids.push(concern.clone());
    }
    let mut after = before.clone();
    said.fill(vault, &mut after)?;
    store::save(cx, &before, after)?;
    entries::record(cx, case, EntryKind::Joined, CasePart::Concern, &EntryContent::default())?;
    let people = store::people_of(cx, case)?;
    notifications::send_to_users(cx, &people, Kind::CaseNews, case)?;
    audit::record(cx, "join", case, Changes::none())
}

/// Says who the child is, or how great the danger.
///
/// # Errors
/// 403, 404, 409, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, changes: &CaseChanges) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    let before = store::open_for(cx, &before.id, CaseAction::Identify)?;
    let mut checks = Checks::new();
    let mut said = Content::of(&cx.services().vault, &before)?;
    if let Some(child) = &changes.child {
        said.child = check_child(&mut checks, child.clone());
    }
    if let Some(child) = &changes.child_id {
        match pupil(cx, child)? {
            Some(pupil) => said.child = of_registry(&pupil),
            None => checks.fail("child_id", CHILD_UNKNOWN),
        }
    }
    checks.finish()?;
    if let Some(child) = &changes.child_id
        && said.child_id.as_ref() != Some(child)
    {
        refuse_second(cx, child)?;
        said.child_id = Some(child.clone());
    }
    let mut after = CaseRow {
        danger_level: changes.danger_level.unwrap_or(before.danger_level),
        protection_level: changes.protection_level.unwrap_or(before.protection_level),
        ..before.clone()
    };
    said.fill(&cx.services().vault, &mut after)?;
    store::save(cx, &before, after)?;
    entries::step(cx, id, CasePart::Child, CaseAction::Identify, "")?;
    audit::record(cx, "update", id, Changes::none())
}

/// Sets who works on a case; who is new is told, who is gone sees it no more.
///
/// # Errors
/// 403, 404, 409, 412, 422 for somebody whose role may not see cases.
pub fn assign(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, input: &CaseAssignment) -> Result<()> {
    let row = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(row.version, || store::find(cx, id))?;
    let row = store::open_for(cx, &row.id, CaseAction::Assign)?;
    let wanted = check_people(cx, &row.ward_id, &input.user_ids)?;
    let now_on = store::people_of(cx, id)?;
    let (at, gone) = (cx.now(), now_on.iter().filter(|user| !wanted.contains(user)).cloned().collect::<Vec<Id>>());
    let on_case = case_assignees::table.filter(case_assignees::case_id.eq(id));
    let leaving = on_case.filter(case_assignees::user_id.eq_any(&gone)).filter(case_assignees::removed_at.is_null());
    diesel::update(leaving).set(case_assignees::removed_at.eq(at)).execute(cx.conn())?;
    for user in &gone {
        changes::depart(cx, &row.ward_id, Whose::Person(user), id)?;
    }
    let new: Vec<Id> = wanted.into_iter().filter(|user| !now_on.contains(user)).collect();
    for user in &new {
        name(cx, id, user)?;
    }
    store::save(cx, &row, row.clone())?;
    entries::step(cx, id, CasePart::People, CaseAction::Assign, "")?;
    notifications::send_to_users(cx, &new, Kind::CaseAssigned, id)?;
    audit::record(cx, "assign", id, Changes::none())
}

fn check_people(cx: &mut Cx<'_, Cases, Update>, ward: &Id, ids: &[Id]) -> Result<Vec<Id>> {
    let mut checks = Checks::new();
    if ids.len() > 20 {
        checks.fail_with("user_ids", TOO_MANY, vec![("max", "20".to_owned())]);
    }
    let mut wanted: Vec<Id> = Vec::new();
    for (at, id) in ids.iter().take(20).enumerate() {
        let found = users::table.find(id).filter(users::ward_id.eq(ward)).filter(users::status.eq("active"));
        let role: Option<Role> = found.select(users::role).first(cx.conn()).optional()?;
        match role {
            None => checks.fail(format!("user_ids[{at}]"), UNKNOWN_ID),
            Some(role) if matrix::grant(role, Resource::Cases, Action::Read).is_none() => {
                checks.fail(format!("user_ids[{at}]"), NO_ACCESS);
            }
            Some(_) if wanted.contains(id) => {}
            Some(_) => wanted.push(id.clone()),
        }
    }
    checks.finish()?;
    Ok(wanted)
}

fn name<A: Writes>(cx: &mut Cx<'_, Cases, A>, case: &Id, user: &Id) -> Result<()> {
    let row = AssigneeRow {
        id: cx.new_id(),
        case_id: case.clone(),
        user_id: user.clone(),
        added_by_id: cx.actor().person().cloned(),
        added_at: cx.now(),
        removed_at: None,
    };
    diesel::insert_into(case_assignees::table).values(&row).execute(cx.conn())?;
    Ok(())
}
