//! The forms of a case: saved as they are written, completed by a step, kept as they were.

use diesel::prelude::*;

use super::content;
use super::forms_model::{CaseForm, CaseFormLine, FormContent, FormKind, FormRow};
use super::forms_rules;
use super::model::{CaseRow, FilePart};
use super::signers::Signed;
use super::{rules, store, views};
use crate::access::subject::Cases;
use crate::access::{Cx, Deed, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::case_forms;
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::users;
use crate::http::IfMatch;
use crate::input::Checks;
use crate::keys::sealed::CASE_FORMS;

pub const CASE_ENDED: Message = Message::new(
    "case_ended",
    "Hồ sơ đã kết thúc. Hãy mở lại hồ sơ trước khi sửa.",
    "The case has ended. Reopen it before you change it.",
);

/// The newest form of a kind, of this round or an earlier one.
fn newest<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id, kind: FormKind) -> Result<Option<FormRow>> {
    let rows = case_forms::table.filter(case_forms::case_id.eq(case)).filter(case_forms::kind.eq(kind));
    let rows = rows.order((case_forms::created_at.desc(), case_forms::id.desc()));
    Ok(rows.select(FormRow::as_select()).first(cx.conn()).optional()?)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &CaseRow, kind: FormKind, row: Option<FormRow>) -> Result<CaseForm> {
    let Some(row) = row else {
        return Ok(CaseForm {
            id: None,
            kind,
            round: case.round,
            content: FormContent { catalogue: super::catalogue::newest().version.clone(), ..FormContent::default() },
            completed_at: None,
            completed_by: None,
            updated_by: None,
            updated_at: None,
            version: 0,
            case_id: case.id.clone(),
        });
    };
    let content = content::open(&cx.services().vault, &CASE_FORMS, &row.id, &row.content)?;
    let people = users::references(cx, [&row.completed_by_id, &row.updated_by_id].into_iter().flatten())?;
    let person = |id: &Option<Id>| id.as_ref().and_then(|id| people.get(id)).cloned();
    Ok(CaseForm {
        content,
        completed_by: person(&row.completed_by_id),
        updated_by: person(&row.updated_by_id),
        id: Some(row.id),
        kind: row.kind,
        round: row.round,
        completed_at: row.completed_at,
        updated_at: Some(row.updated_at),
        version: row.version,
        case_id: row.case_id,
    })
}

/// The form that is being written, or the last that was completed. A plan is shown to the units that carry it out
/// with their own lines only.
///
/// # Errors
/// 404, also for a form that is not this reader's.
pub fn find<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id, kind: FormKind) -> Result<CaseForm> {
    let case = store::find_part(cx, case, kind.part())?;
    let row = newest(cx, &case.id, kind)?;
    let mut form = dress(cx, &case, kind, row)?;
    let is_desk = views::sees(cx.actor().role, super::model::CasePart::Log);
    if !is_desk {
        let unit = &cx.actor().unit_id;
        form.content.activities.retain(|one| one.unit_id.as_ref() == Some(unit));
        form.content.needs.clear();
    }
    Ok(form)
}

/// Everything that the file holds and this reader sees, newest first.
///
/// # Errors
/// 404.
pub fn list<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<Vec<CaseFormLine>> {
    store::find_row(cx, case)?;
    let rows: Vec<FormRow> = case_forms::table
        .filter(case_forms::case_id.eq(case))
        .order((case_forms::created_at.desc(), case_forms::id.desc()))
        .select(FormRow::as_select())
        .load(cx.conn())?;
    let role = cx.actor().role;
    let rows: Vec<FormRow> = rows.into_iter().filter(|row| views::sees(role, row.kind.part())).collect();
    let people = users::references(cx, rows.iter().filter_map(|row| row.completed_by_id.as_ref()))?;
    let shape = |row: FormRow| CaseFormLine {
        completed_by: row.completed_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
        id: row.id,
        kind: row.kind,
        round: row.round,
        completed_at: row.completed_at,
        updated_at: row.updated_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Saves a draft. After a form was completed, this begins its next version.
///
/// # Errors
/// 403, 404, 409 for a case that has ended, 412, 422, 428.
pub fn save(
    cx: &mut Cx<'_, Cases, Update>,
    case: &Id,
    kind: FormKind,
    if_match: IfMatch,
    input: &FormContent,
) -> Result<()> {
    let case = store::find_to_write(cx, case)?;
    if kind == FormKind::Decision || !views::may(cx.actor().role, super::model::CaseAction::Plan) {
        return Err(Error::forbidden(store::NOT_YOUR_STEP));
    }
    if !rules::is_open(case.status) {
        return Err(Error::conflict(CASE_ENDED));
    }
    let row = newest(cx, &case.id, kind)?;
    let version = row.as_ref().map_or(0, |row| row.version);
    if_match.check_version(version, || find(cx, &case.id, kind))?;
    let mut checks = Checks::new();
    let content = forms_rules::clean(&mut checks, kind, input);
    checks.finish()?;
    write(cx, &case, kind, row, &content, false)?;
    audit::record(cx, "save_form", &case.id, Changes::none().field("form", (), kind))
}

fn write<A: Writes>(
    cx: &mut Cx<'_, Cases, A>,
    case: &CaseRow,
    kind: FormKind,
    row: Option<FormRow>,
    content: &FormContent,
    is_complete: bool,
) -> Result<Id> {
    let (now, me, acting_for) = (cx.now(), cx.actor().person().cloned(), cx.actor().acting_for.clone());
    let completed = |row: FormRow| FormRow {
        completed_at: is_complete.then_some(now),
        completed_by_id: me.clone().filter(|_| is_complete),
        completed_for_id: acting_for.clone().filter(|_| is_complete),
        updated_by_id: me.clone(),
        updated_at: now,
        ..row
    };
    let draft = row.as_ref().filter(|row| row.completed_at.is_none() && row.round == case.round);
    if let Some(draft) = draft {
        let sealed = content::seal(&cx.services().vault, &CASE_FORMS, &draft.id, content)?;
        let after = completed(FormRow { content: sealed, version: draft.version + 1, ..draft.clone() });
        let unchanged = case_forms::table.find(&draft.id).filter(case_forms::version.eq(draft.version));
        if diesel::update(unchanged).set(&after).execute(cx.conn())? == 0 {
            return Err(Error::stale(find(cx, &case.id, kind)?));
        }
        return Ok(after.id);
    }
    let id = cx.new_id();
    let sealed = content::seal(&cx.services().vault, &CASE_FORMS, &id, content)?;
    let after = completed(FormRow {
        id,
        case_id: case.id.clone(),
        round: case.round,
        kind,
        content: sealed,
        completed_at: None,
        completed_by_id: None,
        completed_for_id: None,
        updated_by_id: None,
        created_at: now,
        updated_at: now,
        version: row.map_or(0, |row| row.version) + 1,
    });
    diesel::insert_into(case_forms::table).values(&after).execute(cx.conn())?;
    Ok(after.id)
}

/// Completes a form: with what is given, or with its draft.
///
/// # Errors
/// 422 with what is still missing.
pub fn complete<A: Writes>(
    cx: &mut Cx<'_, Cases, A>,
    case: &CaseRow,
    kind: FormKind,
    given: Option<&FormContent>,
) -> Result<FormContent> {
    let row = newest(cx, &case.id, kind)?;
    let content = match (given, &row) {
        (Some(content), _) => content.clone(),
        (None, Some(row)) => content::open(&cx.services().vault, &CASE_FORMS, &row.id, &row.content)?,
        (None, None) => FormContent::default(),
    };
    let mut checks = Checks::new();
    let content = forms_rules::clean(&mut checks, kind, &content);
    forms_rules::check(&mut checks, kind, &content, cx.today());
    checks.finish()?;
    write(cx, case, kind, row, &content, true)?;
    Ok(content)
}

/// Opens a completed form again: the chairperson sent it back.
///
/// # Errors
/// When the database refuses.
pub fn reopen<A: Writes>(cx: &mut Cx<'_, Cases, A>, case: &CaseRow, kind: FormKind) -> Result<()> {
    let Some(row) = newest(cx, &case.id, kind)? else { return Ok(()) };
    let changed = (
        case_forms::completed_at.eq(None::<crate::db::types::Instant>),
        case_forms::completed_by_id.eq(None::<Id>),
        case_forms::completed_for_id.eq(None::<Id>),
        case_forms::version.eq(row.version + 1),
    );
    diesel::update(case_forms::table.find(&row.id)).set(changed).execute(cx.conn())?;
    Ok(())
}

/// The content of the last completed form of a kind, for papers and steps.
///
/// # Errors
/// When a sealed text does not open.
pub fn last_completed<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id, kind: FormKind) -> Result<Option<FormContent>> {
    let row = last_completed_row(cx, case, kind)?;
    row.map(|row| content::open(&cx.services().vault, &CASE_FORMS, &row.id, &row.content)).transpose()
}

fn last_completed_row<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id, kind: FormKind) -> Result<Option<FormRow>> {
    let rows = case_forms::table
        .filter(case_forms::case_id.eq(case))
        .filter(case_forms::kind.eq(kind))
        .filter(case_forms::completed_at.is_not_null());
    let rows = rows.order((case_forms::created_at.desc(), case_forms::id.desc()));
    Ok(rows.select(FormRow::as_select()).first(cx.conn()).optional()?)
}

/// Who completed the last form of a kind, and for whom.
///
/// # Errors
/// When the database refuses.
pub fn signed<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id, kind: FormKind) -> Result<Signed> {
    let row = last_completed_row(cx, case, kind)?;
    Ok(row.map(|row| Signed { by: row.completed_by_id, acting_for: row.completed_for_id }).unwrap_or_default())
}

/// What the file for the chairperson still lacks (Decree 56/2017, art. 28.2): both assessments and the minutes of the
/// meeting since the case was opened, and the plan of this round.
///
/// # Errors
/// When the database refuses.
pub fn missing<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &CaseRow) -> Result<Vec<FilePart>> {
    let done: Vec<(FormKind, i32)> = case_forms::table
        .filter(case_forms::case_id.eq(&case.id))
        .filter(case_forms::completed_at.is_not_null())
        .select((case_forms::kind, case_forms::round))
        .load(cx.conn())?;
    let has = |kind, since| done.iter().any(|(other, round)| *other == kind && *round >= since);
    let parts = [
        (FilePart::InitialAssessment, has(FormKind::InitialAssessment, case.file_round)),
        (FilePart::DetailedAssessment, has(FormKind::DetailedAssessment, case.file_round)),
        (FilePart::Meeting, has(FormKind::NeedsMeeting, case.file_round)),
        (FilePart::Plan, has(FormKind::SupportPlan, case.round)),
    ];
    Ok(parts.into_iter().filter(|(_, is_there)| !is_there).map(|(part, _)| part).collect())
}
