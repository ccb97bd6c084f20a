//! Emergency measures, and the temporary separation of a child from its parents or carers.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::clocks::{self, Term};
use super::content;
use super::deadlines;
use super::entries::{self, EntryContent, EntryKind};
use super::model::{CaseAction, CasePart, CaseRow, DeadlineKind};
use super::store;
use crate::access::subject::Cases;
use crate::access::{Approve, Cx, Deed, Publish, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::case_measures as table;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::notifications::{self, Kind};
use crate::features::users::{self, model::UserRef};
use crate::features::wards;
use crate::input::{Checks, REQUIRED};
use crate::keys::sealed::CASE_MEASURES;
use crate::text_enum;

pub const TOO_LONG_APART: Message = Message::new(
    "separation_too_long",
    "Thời gian cách ly, kể cả gia hạn, không quá {days} ngày (Nghị định 56/2017, Điều 32).",
    "A separation, extensions included, lasts at most {days} days (Decree 56/2017, art. 32).",
);
pub const BEFORE_START: Message =
    Message::new("before_start", "Lúc kết thúc phải sau lúc bắt đầu.", "The end must lie after the beginning.");
pub const ENDED: Message =
    Message::new("measure_ended", "Biện pháp này đã kết thúc.", "This measure has ended already.");
pub const APART_ALREADY: Message = Message::new(
    "separated_already",
    "Trẻ đang được tạm thời cách ly. Hãy gia hạn, hoặc kết thúc trước khi quyết định lần mới.",
    "The child is separated already. Extend it, or end it before a new decision.",
);

text_enum! {
    /// The Law on Children, art. 50.2, and separation.
    pub enum MeasureKind {
        /// a) Chăm sóc y tế, trị liệu tâm lý.
        MedicalCare = "medical_care",
        /// b) Bố trí nơi tạm trú an toàn.
        SafePlace = "safe_place",
        /// c) Chăm sóc thay thế tạm thời.
        AlternativeCare = "alternative_care",
        /// d) Đoàn tụ, hòa nhập.
        Reunion = "reunion",
        /// đ) Tư vấn cho cha mẹ, người chăm sóc.
        Counselling = "counselling",
        /// e) Hỗ trợ pháp lý.
        LegalAid = "legal_aid",
        /// g) Hỗ trợ trẻ em và gia đình.
        FamilySupport = "family_support",
        /// h) Theo dõi sự an toàn.
        Monitoring = "monitoring",
        /// Tạm thời cách ly khỏi cha mẹ, người chăm sóc.
        Separation = "separation",
    }
}

/// The sealed part. Where a child was taken is secret (Law on Domestic Violence 13/2022, art. 9.1 c).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    pub what: String,
    pub place: String,
    pub responsible: String,
    pub number: String,
    pub reason: String,
    pub end_note: String,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = table, treat_none_as_null = true)]
pub struct MeasureRow {
    pub id: Id,
    pub case_id: Id,
    pub round: i32,
    pub kind: MeasureKind,
    pub starts_at: Instant,
    pub ends_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub content: String,
    pub decided_by_id: Option<Id>,
    pub decided_for_id: Option<Id>,
    pub created_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseMeasure {
    pub id: Id,
    pub kind: MeasureKind,
    pub starts_at: Instant,
    /// When it is to end; required of a separation.
    pub ends_at: Option<Instant>,
    /// When it did.
    pub ended_at: Option<Instant>,
    /// A separation under way may be extended until then.
    pub latest_end_at: Option<Instant>,
    pub what: String,
    /// Nothing for those who need not know where the child is.
    pub place: Option<String>,
    pub responsible: String,
    pub number: String,
    pub reason: String,
    pub end_note: String,
    pub decided_by: Option<UserRef>,
    pub version: i32,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMeasure {
    pub kind: MeasureKind,
    pub what: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub responsible: String,
    /// Now when left out; it may have begun before it was written down.
    pub starts_at: Option<Instant>,
    pub ends_at: Option<Instant>,
}

/// The chairperson's decision to separate a child.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSeparation {
    pub starts_at: Option<Instant>,
    pub ends_at: Instant,
    pub reason: String,
    #[serde(default)]
    pub place: String,
    /// Who looks after the child there.
    pub responsible: String,
    #[serde(default)]
    pub number: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeparationExtension {
    pub ends_at: Instant,
    pub reason: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureEnd {
    #[serde(default)]
    pub note: String,
}

/// The measures of a case, newest first.
///
/// # Errors
/// 404.
pub fn list<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<Vec<CaseMeasure>> {
    let ward = store::find_part(cx, case, CasePart::Measures)?.ward_id;
    let terms = wards::settings(cx, &ward)?.cases;
    let rows = table::table.filter(table::case_id.eq(case)).order((table::starts_at.desc(), table::id.desc()));
    let rows: Vec<MeasureRow> = rows.select(MeasureRow::as_select()).load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.decided_by_id.as_ref()))?;
    // The health station treats the child wherever it is told to; the place is the desk's and the police's.
    let sees_place = super::views::sees(cx.actor().role, CasePart::Concern);
    let mut measures = Vec::with_capacity(rows.len());
    for row in rows {
        let said: Said = content::open(&cx.services().vault, &CASE_MEASURES, &row.id, &row.content)?;
        measures.push(CaseMeasure {
            decided_by: row.decided_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            place: Some(said.place).filter(|_| sees_place),
            what: said.what,
            responsible: said.responsible,
            number: said.number,
            reason: if sees_place { said.reason } else { String::new() },
            end_note: said.end_note,
            latest_end_at: (row.kind == MeasureKind::Separation && row.ended_at.is_none())
                .then(|| clocks::separation_limit(&terms, row.starts_at)),
            id: row.id,
            kind: row.kind,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            ended_at: row.ended_at,
            version: row.version,
        });
    }
    Ok(measures)
}

/// Writes down an emergency measure: the twelve hours are kept.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn add(cx: &mut Cx<'_, Cases, Update>, id: &Id, input: &NewMeasure) -> Result<()> {
    let case = store::open_for(cx, id, CaseAction::Measure)?;
    let mut checks = Checks::new();
    if input.kind == MeasureKind::Separation {
        checks.fail("kind", store::NOT_YOUR_STEP);
    }
    let said = Said {
        what: checks.required_lines("what", &input.what, 4_000),
        place: checks.optional_line("place", Some(&input.place), 300).unwrap_or_default(),
        responsible: checks.optional_line("responsible", Some(&input.responsible), 300).unwrap_or_default(),
        ..Said::default()
    };
    let starts_at = input.starts_at.map_or(cx.now(), |at| at.min(cx.now()));
    if input.ends_at.is_some_and(|end| end <= starts_at) {
        checks.fail("ends_at", BEFORE_START);
    }
    checks.finish()?;
    insert(cx, &case, input.kind, starts_at, input.ends_at, &said)?;
    deadlines::meet(cx, id, DeadlineKind::Emergency12h)?;
    store::save(cx, &case, case.clone())?;
    let text = EntryContent { step: Some(CaseAction::Measure), text: said.what };
    entries::record(cx, id, EntryKind::Measure, CasePart::Measures, &text)?;
    notify(cx, id)?;
    audit::record(cx, "measure", id, Changes::none())
}

/// The chairperson separates the child for a time (art. 32).
///
/// # Errors
/// 403, 404, 409 where the child is separated already, 422.
pub fn separate(cx: &mut Cx<'_, Cases, Approve>, id: &Id, input: &NewSeparation) -> Result<()> {
    let case = store::open_for(cx, id, CaseAction::Separate)?;
    if running_separation(cx, id)?.is_some() {
        return Err(Error::conflict(APART_ALREADY));
    }
    let mut checks = Checks::new();
    let said = Said {
        reason: checks.required_lines("reason", &input.reason, 4_000),
        place: checks.optional_line("place", Some(&input.place), 300).unwrap_or_default(),
        responsible: checks.line("responsible", &input.responsible, 300),
        number: checks.optional_line("number", Some(&input.number), 60).unwrap_or_default(),
        ..Said::default()
    };
    let starts_at = input.starts_at.map_or(cx.now(), |at| at.min(cx.now()));
    check_end(cx, &mut checks, &case, starts_at, starts_at, input.ends_at)?;
    checks.finish()?;
    insert(cx, &case, MeasureKind::Separation, starts_at, Some(input.ends_at), &said)?;
    deadlines::meet(cx, id, DeadlineKind::Emergency12h)?;
    let term = Term { due_at: input.ends_at, working_days: None };
    deadlines::start(cx, &case, DeadlineKind::Separation15d, starts_at, term)?;
    store::save(cx, &case, case.clone())?;
    let text = EntryContent { step: Some(CaseAction::Separate), text: said.reason };
    entries::record(cx, id, EntryKind::Separation, CasePart::Measures, &text)?;
    notify(cx, id)?;
    audit::record(cx, "separate", id, Changes::none())
}

fn running_separation<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<Option<MeasureRow>> {
    let running = table::table
        .filter(table::case_id.eq(case))
        .filter(table::kind.eq(MeasureKind::Separation))
        .filter(table::ended_at.is_null());
    Ok(running.select(MeasureRow::as_select()).first(cx.conn()).optional()?)
}

/// Within the law's days from when the separation first began.
fn check_end<A: Deed>(
    cx: &mut Cx<'_, Cases, A>,
    checks: &mut Checks,
    case: &CaseRow,
    first: Instant,
    after: Instant,
    ends_at: Instant,
) -> Result<()> {
    let terms = wards::settings(cx, &case.ward_id)?.cases;
    if ends_at <= after {
        checks.fail("ends_at", BEFORE_START);
    }
    if ends_at > clocks::separation_limit(&terms, first) {
        checks.fail_with("ends_at", TOO_LONG_APART, vec![("days", terms.separation_days.to_string())]);
    }
    Ok(())
}

/// The chairperson extends a separation, within the fifteen days.
///
/// # Errors
/// 403, 404, 409 for one that has ended, 422.
pub fn extend(cx: &mut Cx<'_, Cases, Approve>, id: &Id, measure: &Id, input: &SeparationExtension) -> Result<()> {
    let case = store::open_for(cx, id, CaseAction::Separate)?;
    let row = find(cx, id, measure)?;
    if row.kind != MeasureKind::Separation {
        return Err(Error::not_found());
    }
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 4_000);
    check_end(cx, &mut checks, &case, row.starts_at, row.ends_at.unwrap_or(row.starts_at), input.ends_at)?;
    checks.finish()?;
    update(cx, &row, MeasureRow { ends_at: Some(input.ends_at), ..row.clone() })?;
    deadlines::move_end(cx, id, DeadlineKind::Separation15d, input.ends_at)?;
    store::save(cx, &case, case.clone())?;
    let text = EntryContent { step: Some(CaseAction::Separate), text: reason };
    entries::record(cx, id, EntryKind::Separation, CasePart::Measures, &text)?;
    audit::record(cx, "extend_separation", id, Changes::none())
}

/// A measure ends; a separation by the chairperson alone.
///
/// # Errors
/// 403, 404, 409 for one that has ended, 422.
pub fn end(cx: &mut Cx<'_, Cases, Publish>, id: &Id, measure: &Id, input: &MeasureEnd) -> Result<()> {
    let case = store::find_to_write(cx, id)?;
    let row = find(cx, id, measure)?;
    let is_separation = row.kind == MeasureKind::Separation;
    let action = if is_separation { CaseAction::Separate } else { CaseAction::Measure };
    if !super::views::may(cx.actor().role, action) {
        return Err(Error::forbidden(store::NOT_YOUR_STEP));
    }
    let mut checks = Checks::new();
    let end_note = checks.lines("note", &input.note, 4_000);
    if is_separation && end_note.is_empty() {
        checks.fail("note", REQUIRED);
    }
    checks.finish()?;
    let vault = &cx.services().vault;
    let said: Said = content::open(vault, &CASE_MEASURES, &row.id, &row.content)?;
    let content = content::seal(vault, &CASE_MEASURES, &row.id, &Said { end_note: end_note.clone(), ..said })?;
    let ended_at = Some(cx.now());
    update(cx, &row, MeasureRow { ended_at, content, ..row.clone() })?;
    if is_separation {
        deadlines::meet(cx, id, DeadlineKind::Separation15d)?;
    }
    store::save(cx, &case, case.clone())?;
    let kind = if is_separation { EntryKind::Separation } else { EntryKind::Measure };
    entries::record(cx, id, kind, CasePart::Measures, &EntryContent { step: None, text: end_note })?;
    audit::record(cx, "end_measure", id, Changes::none())
}

/// A measure of this very case that has not ended.
fn find<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id, id: &Id) -> Result<MeasureRow> {
    let found = table::table.find(id).filter(table::case_id.eq(case)).select(MeasureRow::as_select());
    let row: MeasureRow = found.first(cx.conn())?;
    if row.ended_at.is_some() { Err(Error::conflict(ENDED)) } else { Ok(row) }
}

fn update<A: Writes>(cx: &mut Cx<'_, Cases, A>, before: &MeasureRow, row: MeasureRow) -> Result<()> {
    let row = MeasureRow { version: before.version + 1, ..row };
    diesel::update(table::table.find(&before.id)).set(&row).execute(cx.conn())?;
    Ok(())
}

fn insert<A: Writes>(
    cx: &mut Cx<'_, Cases, A>,
    case: &CaseRow,
    kind: MeasureKind,
    starts_at: Instant,
    ends_at: Option<Instant>,
    said: &Said,
) -> Result<()> {
    let id = cx.new_id();
    let row = MeasureRow {
        content: content::seal(&cx.services().vault, &CASE_MEASURES, &id, said)?,
        id,
        case_id: case.id.clone(),
        round: case.round,
        kind,
        starts_at,
        ends_at,
        ended_at: None,
        decided_by_id: cx.actor().person().cloned(),
        decided_for_id: cx.actor().acting_for.clone(),
        created_at: cx.now(),
        version: 1,
    };
    diesel::insert_into(table::table).values(&row).execute(cx.conn())?;
    Ok(())
}

fn notify<A: Writes>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<()> {
    let people = store::people_of(cx, case)?;
    notifications::send_to_users(cx, &people, Kind::CaseNews, case)
}

/// The separation that a paper is about: the newest.
///
/// # Errors
/// 404 where there was none.
pub fn newest_separation<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<(MeasureRow, Said)> {
    let rows = table::table.filter(table::case_id.eq(case)).filter(table::kind.eq(MeasureKind::Separation));
    let rows = rows.order((table::starts_at.desc(), table::id.desc())).select(MeasureRow::as_select());
    let row: MeasureRow = rows.first(cx.conn())?;
    let said = content::open(&cx.services().vault, &CASE_MEASURES, &row.id, &row.content)?;
    Ok((row, said))
}
