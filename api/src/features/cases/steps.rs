//! The steps of the law, each with what it completes, which clock it stops and who is told.

use super::content::Content;
use super::deadlines;
use super::entries::{self, EntryContent, EntryKind};
use super::forms;
use super::forms_model::{AssessmentStage, CaseDecision, FormContent, FormKind, ReviewOutcome};
use super::model::{
    CaseAction, CaseClosing, CasePart, CaseRow, CaseTransfer, ClosingKind, DangerLevel, DeadlineKind, FilePart,
    PoliceNotice,
};
use super::rules::{self, CLOSING_SAME_PERSON};
use super::store;
use crate::access::subject::{Cases, Concerns};
use crate::access::{Approve, Create, Cx, Publish, Role, Update, Writes};
use crate::audit::{self, Changes};
use crate::calendar::end_of_ward_day;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::concerns;
use crate::features::notifications::{self, Kind};
use crate::features::wards;
use crate::http::IfMatch;
use crate::input::{Checks, UNKNOWN_ID};

/// A case in which this step may be taken now, by the version that the person saw.
fn enter<A: Writes>(cx: &mut Cx<'_, Cases, A>, id: &Id, if_match: IfMatch, action: CaseAction) -> Result<CaseRow> {
    let row = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(row.version, || store::find(cx, id))?;
    store::open_for(cx, &row.id, action)
}

/// Moves a case on, with its line in the timeline and its row in the audit log.
fn advance<A: Writes>(
    cx: &mut Cx<'_, Cases, A>,
    before: &CaseRow,
    action: CaseAction,
    change: impl FnOnce(&mut CaseRow),
    part: CasePart,
    text: &str,
) -> Result<()> {
    let mut after = CaseRow { status: rules::after(before.status, action), ..before.clone() };
    change(&mut after);
    store::save(cx, before, after)?;
    entries::step(cx, &before.id, part, action, text)?;
    audit::record(cx, action.as_str(), &before.id, Changes::none())
}

fn tell_people<A: Writes>(cx: &mut Cx<'_, Cases, A>, case: &Id, kind: Kind) -> Result<()> {
    let people = store::people_of(cx, case)?;
    notifications::send_to_users(cx, &people, kind, case)
}

fn tell_leaders<A: Writes>(cx: &mut Cx<'_, Cases, A>, case: &CaseRow) -> Result<()> {
    notifications::send_to_roles(cx, &case.ward_id, &[Role::Leader], Kind::CaseToDecide, &case.id)
}

/// Mẫu 02 or 03.
///
/// # Errors
/// 403, 404, 409, 412, 422 with what is missing.
pub fn assess(
    cx: &mut Cx<'_, Cases, Update>,
    id: &Id,
    if_match: IfMatch,
    stage: AssessmentStage,
    given: Option<&FormContent>,
) -> Result<()> {
    match stage {
        AssessmentStage::Initial => assess_initial(cx, id, if_match, given),
        AssessmentStage::Detailed => {
            let before = enter(cx, id, if_match, CaseAction::AssessDetailed)?;
            forms::complete(cx, &before, FormKind::DetailedAssessment, given)?;
            advance(cx, &before, CaseAction::AssessDetailed, |_| {}, CasePart::DetailedAssessment, "")
        }
    }
}

fn assess_initial(
    cx: &mut Cx<'_, Cases, Update>,
    id: &Id,
    if_match: IfMatch,
    given: Option<&FormContent>,
) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::AssessInitial)?;
    let form = forms::complete(cx, &before, FormKind::InitialAssessment, given)?;
    // Where nothing must be done at once, the twelve hours have been kept by finding that out; where something must,
    // they run until it is done (Decree 56/2017, art. 26.3).
    if form.is_emergency == Some(false) {
        deadlines::meet(cx, id, DeadlineKind::Emergency12h)?;
    } else {
        tell_leaders(cx, &before)?;
    }
    let level = form.danger_level.unwrap_or(DangerLevel::Unknown);
    advance(cx, &before, CaseAction::AssessInitial, |row| row.danger_level = level, CasePart::InitialAssessment, "")
}

/// The minutes of the meeting about needs (art. 27.2).
///
/// # Errors
/// As [`assess`].
pub fn meet(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, given: Option<&FormContent>) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Meet)?;
    forms::complete(cx, &before, FormKind::NeedsMeeting, given)?;
    advance(cx, &before, CaseAction::Meet, |_| {}, CasePart::Meeting, "")
}

/// Submits the plan (Mẫu 04) with its file to the chairperson.
///
/// # Errors
/// As [`assess`]; 409 where the file is not whole.
pub fn plan(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, given: Option<&FormContent>) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Plan)?;
    let missing = forms::missing(cx, &before)?;
    let earlier: Vec<FilePart> = missing.into_iter().filter(|part| *part != FilePart::Plan).collect();
    rules::check_file(&earlier)?;
    forms::complete(cx, &before, FormKind::SupportPlan, given)?;
    deadlines::meet(cx, id, DeadlineKind::Plan5wd)?;
    tell_leaders(cx, &before)?;
    advance(cx, &before, CaseAction::Plan, |_| {}, CasePart::Plan, "")
}

/// The chairperson approves the plan (Mẫu 05), or sends it back with a reason.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn decide(cx: &mut Cx<'_, Cases, Approve>, id: &Id, if_match: IfMatch, input: &CaseDecision) -> Result<()> {
    let action = if input.approve { CaseAction::Decide } else { CaseAction::Return };
    let before = enter(cx, id, if_match, action)?;
    let mut checks = Checks::new();
    let number = checks.optional_line("number", Some(&input.number), 60).unwrap_or_default();
    let note = match input.approve {
        true => checks.lines("note", &input.note, 4_000),
        false => checks.required_lines("note", &input.note, 4_000),
    };
    checks.finish()?;
    if input.approve {
        let today = cx.today();
        let decision = FormContent { on: Some(today), number, implementers: note.clone(), ..FormContent::default() };
        forms::complete(cx, &before, FormKind::Decision, Some(&decision))?;
        deadlines::meet(cx, id, DeadlineKind::Decision7wd)?;
        start_review(cx, &before)?;
    } else {
        forms::reopen(cx, &before, FormKind::SupportPlan)?;
    }
    tell_people(cx, id, Kind::CaseDecided)?;
    advance(cx, &before, action, |_| {}, CasePart::Decision, &note)
}

/// The plan says when it is reviewed.
fn start_review(cx: &mut Cx<'_, Cases, Approve>, case: &CaseRow) -> Result<()> {
    let plan = forms::last_completed(cx, &case.id, FormKind::SupportPlan)?;
    let Some(day) = plan.and_then(|plan| plan.review_on) else { return Ok(()) };
    let term = super::clocks::Term { due_at: Instant::new(end_of_ward_day(day)), working_days: None };
    let now = cx.now();
    deadlines::start(cx, case, DeadlineKind::Review, now, term)
}

/// The plan is being carried out.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn implement(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, note: &str) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Implement)?;
    let mut checks = Checks::new();
    let note = checks.lines("note", note, 4_000);
    checks.finish()?;
    advance(cx, &before, CaseAction::Implement, |_| {}, CasePart::Plan, &note)
}

/// Mẫu 06; one that ends with "close" proposes it at once.
///
/// # Errors
/// As [`assess`].
pub fn review(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, given: Option<&FormContent>) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Review)?;
    let form = forms::complete(cx, &before, FormKind::Review, given)?;
    deadlines::meet(cx, id, DeadlineKind::Review)?;
    let mut proposed = before.clone();
    if form.outcome == Some(ReviewOutcome::Close) {
        put_proposal(cx, &mut proposed, ClosingKind::Done, &form.conclusion)?;
        tell_leaders(cx, &before)?;
    }
    let change = |row: &mut CaseRow| {
        row.content = proposed.content;
        row.closing_kind = proposed.closing_kind;
        row.closing_by_id = proposed.closing_by_id;
        row.closing_at = proposed.closing_at;
    };
    advance(cx, &before, CaseAction::Review, change, CasePart::Review, "")
}

fn put_proposal(cx: &mut Cx<'_, Cases, Update>, row: &mut CaseRow, kind: ClosingKind, reason: &str) -> Result<()> {
    let vault = &cx.services().vault;
    let said = Content { closing_reason: reason.to_owned(), ..Content::of(vault, row)? };
    said.fill(vault, row)?;
    row.closing_kind = Some(kind);
    row.closing_by_id = cx.actor().person().cloned();
    row.closing_at = Some(cx.now());
    Ok(())
}

fn without_proposal(row: &mut CaseRow) {
    row.closing_kind = None;
    row.closing_by_id = None;
    row.closing_at = None;
}

/// A new plan after a review (art. 30.1 c): the five working days run again.
///
/// # Errors
/// 403, 404, 409, 412.
pub fn go_on(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Continue)?;
    let round = before.round + 1;
    let now = cx.now();
    deadlines::start_file(cx, &CaseRow { round, ..before.clone() }, now, false)?;
    let change = |row: &mut CaseRow| {
        row.round = round;
        without_proposal(row);
    };
    advance(cx, &before, CaseAction::Continue, change, CasePart::Plan, "")
}

/// Proposes to close; another person decides.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn propose_closing(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, input: &CaseClosing) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::ProposeClosing)?;
    rules::check_closing(before.status, input.kind)?;
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 4_000);
    checks.finish()?;
    let mut proposed = before.clone();
    put_proposal(cx, &mut proposed, input.kind, &reason)?;
    tell_leaders(cx, &before)?;
    advance(cx, &before, CaseAction::ProposeClosing, |row| *row = proposed, CasePart::Review, &reason)
}

fn check_second<A: Writes>(cx: &Cx<'_, Cases, A>, row: &CaseRow) -> Result<()> {
    if row.closing_by_id.as_ref() == Some(&cx.actor().user_id) {
        return Err(Error::conflict(CLOSING_SAME_PERSON));
    }
    Ok(())
}

/// The chairperson does not agree to close.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn reject_closing(cx: &mut Cx<'_, Cases, Approve>, id: &Id, if_match: IfMatch, reason: &str) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::RejectClosing)?;
    check_second(cx, &before)?;
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", reason, 4_000);
    checks.finish()?;
    tell_people(cx, id, Kind::CaseDecided)?;
    advance(cx, &before, CaseAction::RejectClosing, without_proposal, CasePart::Review, &reason)
}

/// The chairperson closes a case that somebody else proposed to close (art. 30.1 b).
///
/// # Errors
/// 403, 404, 409, 412.
pub fn close(cx: &mut Cx<'_, Cases, Approve>, id: &Id, if_match: IfMatch, note: &str) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Close)?;
    check_second(cx, &before)?;
    let mut checks = Checks::new();
    let note = checks.lines("note", note, 4_000);
    checks.finish()?;
    deadlines::cancel_all(cx, id)?;
    tell_people(cx, id, Kind::CaseDecided)?;
    let (now, me, acting_for) = (cx.now(), cx.actor().person().cloned(), cx.actor().acting_for.clone());
    let change = |row: &mut CaseRow| {
        row.closed_at = Some(now);
        row.closed_by_id = me;
        row.closed_for_id = acting_for;
    };
    advance(cx, &before, CaseAction::Close, change, CasePart::Review, &note)
}

/// A case begins again; its clocks too.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn reopen(cx: &mut Cx<'_, Cases, Publish>, id: &Id, if_match: IfMatch, reason: &str) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Reopen)?;
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", reason, 4_000);
    checks.finish()?;
    let round = before.round + 1;
    let now = cx.now();
    deadlines::start_file(cx, &CaseRow { round, ..before.clone() }, now, true)?;
    tell_people(cx, id, Kind::CaseNews)?;
    let change = |row: &mut CaseRow| {
        row.round = round;
        row.file_round = round;
        row.closed_at = None;
        row.closed_by_id = None;
        row.closed_for_id = None;
        without_proposal(row);
    };
    advance(cx, &before, CaseAction::Reopen, change, CasePart::Concern, &reason)
}

/// Hands a case over to the commune where the child lives now. A ward of this installation gets a concern.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn transfer(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, input: &CaseTransfer) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::Transfer)?;
    let mut checks = Checks::new();
    let to = checks.line("to", &input.to, 300);
    let reason = checks.required_lines("reason", &input.reason, 4_000);
    let summary = checks.required_lines("summary", &input.summary, 8_000);
    if let Some(ward) = &input.to_ward_id
        && !wards::others(cx)?.iter().any(|(other, _)| other == ward)
    {
        checks.fail("to_ward_id", UNKNOWN_ID);
    }
    checks.finish()?;
    let vault = &cx.services().vault;
    let said = Content { transferred_to: to.clone(), ..Content::of(vault, &before)? };
    let mut filled = before.clone();
    said.fill(vault, &mut filled)?;
    if let Some(ward) = &input.to_ward_id {
        let told = concerns::Content {
            narrative: summary.clone(),
            child: concerns::model::ConcernChild {
                full_name: said.child.full_name,
                date_of_birth: said.child.date_of_birth,
                estimated_age: said.child.estimated_age,
                sex: said.child.sex,
                address: said.child.address,
            },
            ..concerns::Content::default()
        };
        let level = before.danger_level;
        cx.hand_over::<Concerns, Create, _>(ward, |cx| concerns::receive_transferred(cx, &told, level))?;
    }
    deadlines::cancel_all(cx, id)?;
    let change = |row: &mut CaseRow| {
        row.content = filled.content;
        without_proposal(row);
    };
    let text = format!("{to}\n\n{reason}\n\n{summary}");
    advance(cx, &before, CaseAction::Transfer, change, CasePart::Log, &text)
}

/// Passes what looks like a crime to the police (art. 25.3): beside the support, which goes on.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn pass_to_police(cx: &mut Cx<'_, Cases, Update>, id: &Id, if_match: IfMatch, input: &PoliceNotice) -> Result<()> {
    let before = enter(cx, id, if_match, CaseAction::PassToPolice)?;
    let mut checks = Checks::new();
    let to = checks.line("to", &input.to, 300);
    let note = checks.lines("note", &input.note, 4_000);
    checks.finish()?;
    let now = cx.now();
    let after = CaseRow { police_passed_at: before.police_passed_at.or(Some(now)), ..before.clone() };
    store::save(cx, &before, after)?;
    let text = if note.is_empty() { to } else { format!("{to}\n\n{note}") };
    let said = EntryContent { step: Some(CaseAction::PassToPolice), text };
    entries::record(cx, id, EntryKind::Police, CasePart::Police, &said)?;
    tell_people(cx, id, Kind::CaseNews)?;
    audit::record(cx, "pass_to_police", id, Changes::none())
}
