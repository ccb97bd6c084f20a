//! Reading cases.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::clocks;
use super::content::{self, Content};
use super::deadlines;
use super::forms;
use super::glass;
use super::model::{
    AssigneeRow, Case, CaseAction, CaseLine, CasePart, CaseQuery, CaseRow, CaseSearch, CaseStatus, ClosingProposal,
};
use super::{rules, views};
use crate::access::subject::{Cases, Children};
use crate::access::{Action, Cx, Deed, Read, Scope, Subject, Writes, matrix};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{case_assignees, case_deadlines, cases};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Message, Result};
use crate::features::changes::{Changed, Since};
use crate::features::children::roster;
use crate::features::{users, wards};
use crate::{keyset, text};

type Condition = Box<dyn BoxableExpression<cases::table, MultiBackend, SqlType = Bool>>;
type Filtered = cases::BoxedQuery<'static, MultiBackend>;

/// How many cases a search opens: all that a ward ever had.
const SEARCHED: i64 = 5_000;

pub const NOT_YOUR_STEP: Message = Message::new(
    "not_your_step",
    "Bước này do người khác thực hiện: công chức lập hồ sơ, Chủ tịch UBND quyết định.",
    "This step is somebody else's: the officer keeps the file, the chairperson decides.",
);

/// The cases within a scope: the ward's for the two ward roles, and for everybody else those that name them or whose
/// glass they broke less than an hour ago.
pub fn visible<A: Deed>(cx: &mut Cx<'_, Cases, A>) -> Result<Condition> {
    Ok(match cx.scope().clone() {
        Scope::Ward(ward) => Box::new(cases::ward_id.eq(ward)),
        Scope::User { user, ward: Some(ward) } => {
            let mut ids = assigned_to(cx, &user)?;
            ids.extend(glass::open_for(cx, &user)?.into_iter().map(|(case, _)| case));
            Box::new(cases::ward_id.eq(ward).and(cases::id.eq_any(ids)))
        }
        Scope::User { ward: None, .. } | Scope::Unit { .. } | Scope::Below(_) => Box::new(cases::id.eq(String::new())),
    })
}

fn assigned_to<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, user: &Id) -> Result<Vec<Id>> {
    let named = case_assignees::table
        .filter(case_assignees::user_id.eq(user))
        .filter(case_assignees::removed_at.is_null())
        .select(case_assignees::case_id);
    Ok(named.load(cx.conn())?)
}

fn parse_states(words: Option<&str>) -> Result<Option<Vec<CaseStatus>>> {
    let Some(words) = words else { return Ok(None) };
    let parse = |word: &str| CaseStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
    words.split(',').map(parse).collect::<Result<Vec<_>>>().map(Some)
}

fn filtered<A: Deed>(cx: &mut Cx<'_, Cases, A>, query: &CaseQuery) -> Result<Filtered> {
    let mut rows = cases::table.filter(visible(cx)?).into_boxed();
    if let Some(states) = parse_states(query.status.as_deref())? {
        rows = rows.filter(cases::status.eq_any(states));
    }
    if let Some(level) = query.danger_level {
        rows = rows.filter(cases::danger_level.eq(level));
    }
    if query.mine == Some(true) {
        let me = cx.actor().user_id.clone();
        rows = rows.filter(cases::id.eq_any(assigned_to(cx, &me)?));
    }
    if query.late == Some(true) {
        let late = case_deadlines::table
            .filter(case_deadlines::due_at.lt(cx.now()))
            .filter(case_deadlines::met_at.is_null())
            .filter(case_deadlines::cancelled_at.is_null())
            .select(case_deadlines::case_id);
        let late: Vec<Id> = late.distinct().load(cx.conn())?;
        rows = rows.filter(cases::id.eq_any(late));
    }
    Ok(rows)
}

/// A page of cases: clocks and steps, and a sign for the child.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(cx: &mut Cx<'_, Cases, A>, query: &CaseQuery, page: &PageRequest) -> Result<List<CaseLine>> {
    let rows = filtered(cx, query)?;
    let columns = CaseRow::as_select();
    let rows: Vec<CaseRow> = match page.sort.as_str() {
        "-opened_at" => {
            keyset!(rows, page, desc cases::opened_at, cases::id, Instant::parse).select(columns).load(cx.conn())?
        }
        "opened_at" => {
            keyset!(rows, page, asc cases::opened_at, cases::id, Instant::parse).select(columns).load(cx.conn())?
        }
        "-updated_at" => {
            keyset!(rows, page, desc cases::updated_at, cases::id, Instant::parse).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query)?.select(count_star()).first(cx.conn())?;
    let is_by_update = page.sort == "-updated_at";
    let value = |row: &CaseRow| if is_by_update { row.updated_at.rfc3339() } else { row.opened_at.rfc3339() };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: lines(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// The cases within the scope by a name or a code, newest first: each is opened, since no name lies in the clear.
///
/// # Errors
/// 400 for an unknown state or limit.
pub fn search<A: Deed>(cx: &mut Cx<'_, Cases, A>, search: &CaseSearch) -> Result<List<CaseLine>> {
    let limit = PageRequest::new(search.limit, None, "-opened_at")?.limit;
    let words = text::search_key(&search.q);
    let mut rows = cases::table.filter(visible(cx)?).into_boxed();
    if let Some(states) = parse_states(search.status.as_deref())? {
        rows = rows.filter(cases::status.eq_any(states));
    }
    if let Some(child) = &search.child_id {
        rows = rows.filter(cases::child_index.eq_any(content::child_indexes(cx, child)?));
    }
    let rows = rows.order((cases::opened_at.desc(), cases::id.desc())).limit(SEARCHED);
    let rows: Vec<CaseRow> = rows.select(CaseRow::as_select()).load(cx.conn())?;
    let vault = &cx.services().vault;
    let mut found = Vec::new();
    for row in rows {
        let said = Content::of(vault, &row)?;
        if [&row.code, &said.child.full_name].iter().any(|part| text::search_key(part).contains(&words)) {
            found.push(row);
        }
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    found.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(List { items: lines(cx, found)?, next_cursor: None, total, total_is_at_least: false })
}

fn lines<A: Deed>(cx: &mut Cx<'_, Cases, A>, rows: Vec<CaseRow>) -> Result<Vec<CaseLine>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut clocks = deadlines::of(cx, &ids)?;
    let mut people = assignees(cx, &ids)?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let said = Content::of(&cx.services().vault, &row)?;
        lines.push(CaseLine {
            child_sign: content::sign(&said.child),
            deadlines: clocks.remove(&row.id).unwrap_or_default(),
            assigned_user_ids: people.remove(&row.id).unwrap_or_default(),
            is_closing_proposed: row.closing_kind.is_some(),
            id: row.id,
            code: row.code,
            received_at: row.received_at,
            opened_at: row.opened_at,
            danger_level: row.danger_level,
            status: row.status,
            round: row.round,
            updated_at: row.updated_at,
            version: row.version,
        });
    }
    Ok(lines)
}

/// Who works on cases now.
///
/// # Errors
/// When the database refuses.
pub fn assignees<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ids: &[Id]) -> Result<HashMap<Id, Vec<Id>>> {
    let rows: Vec<AssigneeRow> = case_assignees::table
        .filter(case_assignees::case_id.eq_any(ids.to_vec()))
        .filter(case_assignees::removed_at.is_null())
        .order((case_assignees::added_at, case_assignees::id))
        .select(AssigneeRow::as_select())
        .load(cx.conn())?;
    let mut people: HashMap<Id, Vec<Id>> = HashMap::new();
    for row in rows {
        people.entry(row.case_id).or_default().push(row.user_id);
    }
    Ok(people)
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Cases, A>, id: &Id) -> Result<CaseRow> {
    let row = cases::table.filter(visible(cx)?).filter(cases::id.eq(id));
    Ok(row.select(CaseRow::as_select()).first(cx.conn())?)
}

/// On PostgreSQL whoever comes second waits here; who may not know of the row does not, since the wait would tell that
/// it is there.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Cases, A>, id: &Id) -> Result<CaseRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    cases::table.find(id).select(cases::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// A case within the scope in which this person may take this step now.
///
/// # Errors
/// 403 for another's step, 404, 409 with what is possible now.
pub fn open_for<A: Writes>(cx: &mut Cx<'_, Cases, A>, id: &Id, action: CaseAction) -> Result<CaseRow> {
    let row = find_to_write(cx, id)?;
    if !views::may(cx.actor().role, action) {
        return Err(Error::forbidden(NOT_YOUR_STEP));
    }
    rules::check(row.status, row.closing_kind.is_some(), action)?;
    Ok(row)
}

/// A case within the scope of which this reader sees a part.
///
/// # Errors
/// 404, also where the part is not theirs: that it is there would say something.
pub fn find_part<A: Deed>(cx: &mut Cx<'_, Cases, A>, id: &Id, part: CasePart) -> Result<CaseRow> {
    let row = find_row(cx, id)?;
    if views::sees(cx.actor().role, part) { Ok(row) } else { Err(Error::not_found()) }
}

/// A case as its reader sees it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Cases, A>, id: &Id) -> Result<Case> {
    let row = find_row(cx, id)?;
    let said = Content::of(&cx.services().vault, &row)?;
    let ids = [row.id.clone()];
    let clocks = deadlines::of(cx, &ids)?.remove(&row.id).unwrap_or_default();
    let assigned = assignees(cx, &ids)?.remove(&row.id).unwrap_or_default();
    let missing = forms::missing(cx, &row)?;
    let named = assigned.iter().chain(&row.opened_by_id).chain(&row.closing_by_id);
    let people = users::references(cx, named)?;
    let (role, me) = (cx.actor().role, cx.actor().user_id.clone());
    let glass = glass::open_for(cx, &me)?.into_iter().find(|(case, _)| *case == row.id);
    // A row of the registry that was merged since is shown as the one that stayed.
    let kept = roster::named(cx, said.child_id.as_ref())?;
    let child_id = said.child_id.as_ref().and_then(|id| kept.get(id)).map(|pupil| pupil.id.clone());
    let sees_registry = matrix::grant(role, Children::RESOURCE, Action::Read).is_some();
    let is_desk = views::sees(role, CasePart::Log);
    let is_proposed = row.closing_kind.is_some();
    let is_proposer = row.closing_by_id.as_ref() == Some(&me);
    let may = |action: &CaseAction| {
        views::may(role, *action) && !(is_proposer && matches!(action, CaseAction::Close | CaseAction::RejectClosing))
    };
    let closing = row.closing_kind.zip(row.closing_at).filter(|_| is_desk);
    let allowed_actions: Vec<CaseAction> = rules::possible(row.status, is_proposed).into_iter().filter(may).collect();
    let separation_until = match allowed_actions.contains(&CaseAction::Separate) {
        true => Some(clocks::separation_limit(&wards::settings(cx, &row.ward_id)?.cases, cx.now())),
        false => None,
    };
    Ok(Case {
        child_id: child_id.filter(|_| sees_registry),
        child: said.child,
        concern_ids: if is_desk {
            row.concern_id.iter().cloned().chain(said.concern_ids).collect()
        } else {
            Vec::new()
        },
        next_step: rules::next_step(row.status, &missing, is_proposed),
        missing: if is_desk && rules::is_open(row.status) { missing } else { Vec::new() },
        allowed_actions,
        separation_until,
        parts: views::parts(role).to_vec(),
        deadlines: clocks,
        assigned: assigned.iter().filter_map(|id| people.get(id)).cloned().collect(),
        assigned_user_ids: assigned,
        opened_by: row.opened_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
        closing: closing.map(|(kind, at)| ClosingProposal {
            kind,
            at,
            by: row.closing_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            reason: said.closing_reason,
        }),
        police_passed_at: row.police_passed_at.filter(|_| views::sees(role, CasePart::Police)),
        glass_until: glass.map(|(_, until)| until),
        id: row.id,
        code: row.code,
        received_at: row.received_at,
        opened_at: row.opened_at,
        danger_level: row.danger_level,
        protection_level: row.protection_level,
        status: row.status,
        round: row.round,
        closed_at: row.closed_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

/// Writes a row that nobody changed since it was read.
///
/// # Errors
/// 412.
pub fn save<A: Writes>(cx: &mut Cx<'_, Cases, A>, before: &CaseRow, mut row: CaseRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = cases::table.find(&before.id).filter(cases::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, &before.id)?));
    }
    Ok(())
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Cases, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let rows = cases::table.filter(visible(cx)?).filter(
        cases::updated_at.gt(since.at).or(cases::updated_at.eq(since.at).and(cases::id.gt(since.after.clone()))),
    );
    let rows = rows.order((cases::updated_at, cases::id)).limit(limit);
    Ok(rows.select((cases::id, cases::version, cases::updated_at)).load(cx.conn())?)
}

/// Whether a case is within the scope.
///
/// # Errors
/// When the database refuses.
pub fn is_visible(cx: &mut Cx<'_, Cases, Read>, id: &Id) -> Result<bool> {
    let rows: i64 = cases::table.filter(visible(cx)?).filter(cases::id.eq(id)).count().get_result(cx.conn())?;
    Ok(rows > 0)
}

/// Who works on a case now.
///
/// # Errors
/// When the database refuses.
pub fn people_of<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, case: &Id) -> Result<Vec<Id>> {
    Ok(assignees(cx, std::slice::from_ref(case))?.remove(case).unwrap_or_default())
}
