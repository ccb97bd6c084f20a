//! Reading concerns.

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::content::{self, Content, Screening};
use super::model::{Concern, ConcernLine, ConcernQuery, ConcernRow, ConcernSearch, ConcernStatus};
use super::rules;
use crate::access::subject::Concerns;
use crate::access::{Cx, Deed, Read, Role, Scope, Writes};
use crate::calendar;
use crate::db::page::{List, PageRequest};
use crate::db::schema::concerns;
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::{units, users, wards};
use crate::keys::sealed::{CONCERN_REPORTERS, CONCERN_SCREENINGS, CONCERNS};
use crate::{keyset, text};

type Condition = Box<dyn BoxableExpression<concerns::table, MultiBackend, SqlType = Nullable<Bool>>>;
type Filtered = concerns::BoxedQuery<'static, MultiBackend>;

/// How many concerns a search opens: years of a ward's.
const SEARCHED: i64 = 5_000;

/// The concerns within a scope: the desk sees its ward's, everybody else their own, and the police what was passed to
/// them.
pub(super) fn visible<A: Deed>(cx: &Cx<'_, Concerns, A>) -> Condition {
    match cx.scope() {
        Scope::Ward(ward) => Box::new(concerns::ward_id.eq(ward.clone()).nullable()),
        Scope::User { user, .. } if cx.actor().role == Role::Police => Box::new(
            concerns::created_by_id.eq(user.clone()).or(concerns::referred_unit_id.eq(cx.actor().unit_id.clone())),
        ),
        Scope::User { user, .. } => Box::new(concerns::created_by_id.eq(user.clone())),
        Scope::Unit { .. } | Scope::Below(_) => Box::new(concerns::id.eq(String::new()).nullable()),
    }
}

fn parse_states(words: Option<&str>) -> Result<Option<Vec<ConcernStatus>>> {
    let Some(words) = words else { return Ok(None) };
    let parse = |word: &str| ConcernStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
    words.split(',').map(parse).collect::<Result<Vec<_>>>().map(Some)
}

fn filtered<A: Deed>(cx: &Cx<'_, Concerns, A>, query: &ConcernQuery) -> Result<Filtered> {
    let mut rows = concerns::table.filter(visible(cx)).into_boxed();
    if let Some(states) = parse_states(query.status.as_deref())? {
        rows = rows.filter(concerns::status.eq_any(states));
    }
    if let Some(level) = query.danger_level {
        rows = rows.filter(concerns::danger_level.eq(level));
    }
    if let Some(via) = query.received_via {
        rows = rows.filter(concerns::received_via.eq(via));
    }
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(concerns::neighborhood_id.eq(unit.clone()));
    }
    if let Some(day) = query.from {
        rows = rows.filter(concerns::received_at.ge(Instant::new(calendar::start_of_ward_day(day))));
    }
    if let Some(day) = query.to {
        rows = rows.filter(concerns::received_at.le(Instant::new(calendar::end_of_ward_day(day))));
    }
    Ok(rows)
}

/// A page of concerns, without a word about a child.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Concerns, A>,
    query: &ConcernQuery,
    page: &PageRequest,
) -> Result<List<ConcernLine>> {
    let rows = filtered(cx, query)?;
    let columns = ConcernRow::as_select();
    let rows: Vec<ConcernRow> = match page.sort.as_str() {
        "-received_at" => keyset!(rows, page, desc concerns::received_at, concerns::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        "received_at" => keyset!(rows, page, asc concerns::received_at, concerns::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query)?.select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.received_at.rfc3339(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: lines(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// The concerns within the scope that say the words, newest first: each is opened and looked through, since nothing of
/// what they say lies in the clear.
///
/// # Errors
/// 400 for an unknown state or limit.
pub fn search<A: Deed>(cx: &mut Cx<'_, Concerns, A>, search: &ConcernSearch) -> Result<List<ConcernLine>> {
    let limit = PageRequest::new(search.limit, None, "-received_at")?.limit;
    let words = text::search_key(&search.q);
    let mut rows = concerns::table.filter(visible(cx)).into_boxed();
    if let Some(states) = parse_states(search.status.as_deref())? {
        rows = rows.filter(concerns::status.eq_any(states));
    }
    let rows = rows.order((concerns::received_at.desc(), concerns::id.desc())).limit(SEARCHED);
    let rows: Vec<ConcernRow> = rows.select(ConcernRow::as_select()).load(cx.conn())?;
    let mut found = Vec::new();
    for row in rows {
        let content = shown_content(cx, &row)?;
        let told = [&row.code, &content.child.full_name, &content.place, &content.narrative, &content.child.address];
        if told.iter().any(|part| text::search_key(part).contains(&words)) {
            found.push(row);
        }
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    found.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(List { items: lines(cx, found)?, next_cursor: None, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Concerns, A>, id: &Id) -> Result<ConcernRow> {
    let row = concerns::table.filter(visible(cx)).filter(concerns::id.eq(id));
    Ok(row.select(ConcernRow::as_select()).first(cx.conn())?)
}

/// On PostgreSQL whoever comes second waits here; who may not know of the row does not, since the wait would tell that
/// it is there.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Concerns, A>, id: &Id) -> Result<ConcernRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    concerns::table.find(id).select(concerns::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

fn emergency_hours<A: Deed>(cx: &mut Cx<'_, Concerns, A>, ward: Option<&Id>) -> Result<i64> {
    Ok(match ward {
        Some(ward) => wards::settings(cx, ward)?.cases.emergency_hours,
        None => 0,
    })
}

fn lines<A: Deed>(cx: &mut Cx<'_, Concerns, A>, rows: Vec<ConcernRow>) -> Result<Vec<ConcernLine>> {
    let units = units::references(cx, rows.iter().filter_map(|row| row.neighborhood_id.as_ref()))?;
    let hours = emergency_hours(cx, rows.first().map(|row| &row.ward_id))?;
    let is_desk = rules::is_desk(cx.actor().role);
    let shape = |row: ConcernRow| ConcernLine {
        emergency_due_at: rules::emergency_due(&row, hours),
        neighborhood: row.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned(),
        status: if is_desk { row.status } else { shown_to_author(row.status) },
        id: row.id,
        code: row.code,
        received_at: row.received_at,
        received_via: row.received_via,
        subject_kind: row.subject_kind,
        danger_level: row.danger_level,
        is_suspect: row.is_suspect,
        updated_at: row.updated_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What a reader is shown of what stands in it: the desk, and the police of what was passed to them, all of it; an author
/// what they told. What the desk has found out since may be where the child is now.
///
/// # Errors
/// When a sealed text does not open.
pub(super) fn shown_content<A: Deed>(cx: &Cx<'_, Concerns, A>, row: &ConcernRow) -> Result<Content> {
    let content: Content = content::open(&cx.services().vault, &CONCERNS, &row.id, &row.content)?;
    let actor = cx.actor();
    let is_passed_on = actor.role == Role::Police && row.referred_unit_id.as_ref() == Some(&actor.unit_id);
    let sees_all = rules::is_desk(actor.role) || is_passed_on;
    Ok(match content.as_told {
        Some(told) if !sees_all => *told,
        as_told => Content { as_told, ..content },
    })
}

/// An author learns that it was dealt with, not what became of the child.
fn shown_to_author(status: ConcernStatus) -> ConcernStatus {
    match status {
        ConcernStatus::Received => ConcernStatus::Received,
        _ => ConcernStatus::Screened,
    }
}

/// A concern with what it says.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Concerns, A>, id: &Id) -> Result<Concern> {
    let row = find_row(cx, id)?;
    dress(cx, row)
}

pub fn dress<A: Deed>(cx: &mut Cx<'_, Concerns, A>, row: ConcernRow) -> Result<Concern> {
    let hours = emergency_hours(cx, Some(&row.ward_id))?;
    let vault = &cx.services().vault;
    let content = shown_content(cx, &row)?;
    let screening: Screening = content::open(vault, &CONCERN_SCREENINGS, &row.id, &row.screening)?;
    let role = cx.actor().role;
    let is_desk = rules::is_desk(role);
    let has_reporter = !row.reporter.is_empty();
    let reporter = match has_reporter && rules::shows_reporter(role) {
        true => Some(content::open(vault, &CONCERN_REPORTERS, &row.id, &row.reporter)?),
        false => None,
    };
    let units = units::references(cx, [&row.neighborhood_id, &row.referred_unit_id].into_iter().flatten())?;
    let people = [&row.created_by_id, &row.screened_by_id, &row.confirmed_by_id];
    let people = users::references(cx, people.into_iter().flatten())?;
    let unit = |id: &Option<Id>| id.as_ref().and_then(|id| units.get(id)).cloned();
    let person = |id: &Option<Id>| id.as_ref().and_then(|id| people.get(id)).cloned();
    Ok(Concern {
        emergency_due_at: rules::emergency_due(&row, hours),
        allowed_actions: rules::allowed_actions(cx.actor(), &row),
        neighborhood: unit(&row.neighborhood_id),
        created_by: person(&row.created_by_id),
        status: if is_desk { row.status } else { shown_to_author(row.status) },
        decision: row.decision.filter(|_| is_desk),
        screening_reason: Some(screening.reason).filter(|text| is_desk && !text.is_empty()),
        screening_answer: Some(screening.answer).filter(|text| is_desk && !text.is_empty()),
        screened_by: person(&row.screened_by_id).filter(|_| is_desk),
        screened_at: row.screened_at.filter(|_| is_desk),
        confirmed_by: person(&row.confirmed_by_id).filter(|_| is_desk),
        confirmed_at: row.confirmed_at.filter(|_| is_desk),
        duplicate_of_id: row.duplicate_of_id.filter(|_| is_desk),
        referred_to: unit(&row.referred_unit_id).filter(|_| is_desk),
        case_id: row.case_id.filter(|_| is_desk),
        reporter,
        has_reporter: has_reporter && is_desk,
        id: row.id,
        code: row.code,
        received_at: row.received_at,
        told_at: row.told_at,
        received_via: row.received_via,
        subject_kind: row.subject_kind,
        danger_level: row.danger_level,
        narrative: content.narrative,
        child: content.child,
        place: content.place,
        condition: content.condition,
        consequences: content.consequences,
        father: content.father,
        mother: content.mother,
        family: content.family,
        carer: content.carer,
        actions_taken: content.actions_taken,
        is_public: row.is_public,
        is_suspect: row.is_suspect && is_desk,
        updated_at: row.updated_at,
        version: row.version,
    })
}

/// What a case takes over from its concern.
pub struct Opened {
    pub row: ConcernRow,
    pub content: Content,
}

/// A concern within the ward, opened for the case that it leads to.
///
/// # Errors
/// 404.
pub fn open_for_case<A: Deed>(cx: &mut Cx<'_, Concerns, A>, id: &Id) -> Result<Opened> {
    let row = find_row(cx, id)?;
    let content = content::open(&cx.services().vault, &CONCERNS, &row.id, &row.content)?;
    Ok(Opened { row, content })
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Concerns, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let rows = concerns::table.filter(visible(cx)).filter(
        concerns::updated_at
            .gt(since.at)
            .or(concerns::updated_at.eq(since.at).and(concerns::id.gt(since.after.clone()))),
    );
    let rows = rows.order((concerns::updated_at, concerns::id)).limit(limit);
    Ok(rows.select((concerns::id, concerns::version, concerns::updated_at)).load(cx.conn())?)
}
