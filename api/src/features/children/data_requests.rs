//! What families ask about their children's data, with the clocks of Decree 356/2025/NĐ-CP, art. 5.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::duplicates::check_desk;
use super::moves::IN_FUTURE;
use super::store;
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Update};
use crate::audit::{self, Changes};
use crate::calendar::WorkCalendar;
use crate::db::schema::child_data_requests;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::users::{self, model::UserRef};
use crate::features::wards;
use crate::input::Checks;
use crate::text_enum;

text_enum! {
    /// What a family may ask (Law 91/2025/QH15, art. 4).
    pub enum RequestKind {
        View = "view",
        Correct = "correct",
        Provide = "provide",
        Withdraw = "withdraw",
        Restrict = "restrict",
        Delete = "delete",
    }
}

text_enum! {
    /// `received → answered → executed`, or `refused` with the reason.
    pub enum RequestStatus {
        Received = "received",
        Answered = "answered",
        Executed = "executed",
        Refused = "refused",
    }
}

/// Days from receipt until a request is carried out (Decree 356/2025/NĐ-CP, art. 5).
fn days_to_execute(kind: RequestKind) -> i64 {
    match kind {
        RequestKind::View | RequestKind::Correct | RequestKind::Provide => 10,
        RequestKind::Withdraw | RequestKind::Restrict => 15,
        RequestKind::Delete => 20,
    }
}

/// Working days until a request is answered (Decree 356/2025/NĐ-CP, art. 5).
const ANSWER_WITHIN: u32 = 2;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDataRequest {
    pub kind: RequestKind,
    pub requester_name: String,
    #[schema(example = "mẹ")]
    pub requester_relation: String,
    pub received_on: NaiveDate,
    #[serde(default)]
    pub details: String,
}

/// What was done about a request.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestAnswer {
    /// `answered`, `executed` or `refused`.
    pub status: RequestStatus,
    pub answer: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DataRequest {
    pub id: Id,
    pub child_id: Id,
    pub child_code: String,
    pub child_name: String,
    pub kind: RequestKind,
    pub requester_name: String,
    pub requester_relation: String,
    pub details: String,
    pub received_on: NaiveDate,
    /// Two working days.
    pub answer_due_on: NaiveDate,
    pub execute_due_on: NaiveDate,
    pub late: bool,
    /// On the clock that runs: working days until the answer is due, then days until it is due to be carried out;
    /// negative when late, absent when the request is done.
    pub days_left: Option<i64>,
    pub status: RequestStatus,
    pub answered_at: Option<Instant>,
    pub executed_at: Option<Instant>,
    pub answer: String,
    pub recorded_by: Option<UserRef>,
    pub version: i32,
}

#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = child_data_requests)]
struct RequestRow {
    id: Id,
    child_id: Id,
    kind: RequestKind,
    requester_name: String,
    requester_relation: String,
    details: String,
    received_on: NaiveDate,
    answer_due_on: NaiveDate,
    execute_due_on: NaiveDate,
    status: RequestStatus,
    answered_at: Option<Instant>,
    executed_at: Option<Instant>,
    answer: String,
    recorded_by_id: Option<Id>,
    version: i32,
}

/// What is left on the clock that runs; `None` when none does.
fn days_left(row: &RequestRow, calendar: &WorkCalendar, today: NaiveDate) -> Option<i64> {
    match row.status {
        RequestStatus::Received => Some(calendar.working_days_between(today, row.answer_due_on)),
        RequestStatus::Answered => Some((row.execute_due_on - today).num_days()),
        RequestStatus::Executed | RequestStatus::Refused => None,
    }
}

/// The requests of the ward, those that wait longest first; or those about one child.
///
/// # Errors
/// 403, 404.
pub fn list<A: Deed>(cx: &mut Cx<'_, Children, A>, child: Option<&Id>) -> Result<Vec<DataRequest>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    if let Some(child) = child {
        store::find_row(cx, child)?;
    }
    check_desk(cx)?;
    let calendar = wards::calendar(cx, &ward)?;
    let mut rows = child_data_requests::table.filter(child_data_requests::ward_id.eq(ward)).into_boxed();
    if let Some(child) = child {
        rows = rows.filter(child_data_requests::child_id.eq(child.clone()));
    }
    let rows: Vec<RequestRow> = rows
        .order((
            child_data_requests::executed_at.is_not_null(),
            child_data_requests::answer_due_on,
            child_data_requests::id,
        ))
        .limit(500)
        .select(RequestRow::as_select())
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.recorded_by_id.as_ref()))?;
    let ids: Vec<Id> = rows.iter().map(|row| row.child_id.clone()).collect();
    let children = store::names(cx, &ids)?;
    let today = cx.today();
    let named = |id: &Id| children.get(id).cloned().unwrap_or_default();
    let shape = |row: RequestRow| DataRequest {
        child_code: named(&row.child_id).0,
        child_name: named(&row.child_id).1,
        days_left: days_left(&row, &calendar, today),
        late: match row.status {
            RequestStatus::Received => today > row.answer_due_on,
            RequestStatus::Answered => today > row.execute_due_on,
            _ => false,
        },
        recorded_by: row.recorded_by_id.and_then(|id| people.get(&id).cloned()),
        id: row.id,
        child_id: row.child_id,
        kind: row.kind,
        requester_name: row.requester_name,
        requester_relation: row.requester_relation,
        details: row.details,
        received_on: row.received_on,
        answer_due_on: row.answer_due_on,
        execute_due_on: row.execute_due_on,
        status: row.status,
        answered_at: row.answered_at,
        executed_at: row.executed_at,
        answer: row.answer,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Writes down a request; its clocks begin.
///
/// # Errors
/// 403, 404, 422.
pub fn add(cx: &mut Cx<'_, Children, Update>, child: &Id, input: &NewDataRequest) -> Result<()> {
    let row = store::find_row(cx, child)?;
    check_desk(cx)?;
    let mut checks = Checks::new();
    let name = checks.line("requester_name", &input.requester_name, 100);
    let relation = checks.line("requester_relation", &input.requester_relation, 60);
    let details = checks.lines("details", &input.details, 4000);
    checks.day("received_on", input.received_on);
    if input.received_on > cx.today() {
        checks.fail("received_on", IN_FUTURE);
    }
    checks.finish()?;
    let calendar = wards::calendar(cx, &row.ward_id)?;
    let execute_due_on = input.received_on + TimeDelta::days(days_to_execute(input.kind));
    let (id, at, by) = (cx.new_id(), cx.now(), cx.actor().person());
    diesel::insert_into(child_data_requests::table)
        .values((
            (
                child_data_requests::id.eq(&id),
                child_data_requests::ward_id.eq(&row.ward_id),
                child_data_requests::child_id.eq(child),
                child_data_requests::kind.eq(input.kind),
                child_data_requests::requester_name.eq(name),
                child_data_requests::requester_relation.eq(relation),
                child_data_requests::details.eq(details),
                child_data_requests::received_on.eq(input.received_on),
            ),
            (
                child_data_requests::answer_due_on.eq(calendar.add_working_days(input.received_on, ANSWER_WITHIN)),
                child_data_requests::execute_due_on.eq(execute_due_on),
                child_data_requests::status.eq(RequestStatus::Received),
                child_data_requests::answer.eq(""),
                child_data_requests::recorded_by_id.eq(by),
                child_data_requests::created_at.eq(at),
                child_data_requests::updated_at.eq(at),
                child_data_requests::version.eq(1),
            ),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "add_data_request", child, Changes::none().field("kind", (), input.kind))
}

/// Answers a request, carries it out or refuses it with the reason.
///
/// # Errors
/// 403, 404, 409 for a request that is done, 422.
pub fn answer(cx: &mut Cx<'_, Children, Update>, child: &Id, id: &Id, input: &RequestAnswer) -> Result<()> {
    store::find_row(cx, child)?;
    check_desk(cx)?;
    let mut checks = Checks::new();
    let answer = checks.required_lines("answer", &input.answer, 4000);
    checks.finish()?;
    let row: RequestRow = child_data_requests::table
        .find(id)
        .filter(child_data_requests::child_id.eq(child))
        .select(RequestRow::as_select())
        .first(cx.conn())?;
    let possible: &[RequestStatus] = match row.status {
        RequestStatus::Received => &[RequestStatus::Answered, RequestStatus::Executed, RequestStatus::Refused],
        RequestStatus::Answered => &[RequestStatus::Executed, RequestStatus::Refused],
        RequestStatus::Executed | RequestStatus::Refused => &[],
    };
    if !possible.contains(&input.status) {
        return Err(Error::wrong_state(possible));
    }
    let now = cx.now();
    let executed_at = (input.status != RequestStatus::Answered).then_some(now);
    diesel::update(child_data_requests::table.find(id).filter(child_data_requests::version.eq(row.version)))
        .set((
            child_data_requests::status.eq(input.status),
            child_data_requests::answer.eq(answer),
            child_data_requests::answered_at.eq(row.answered_at.unwrap_or(now)),
            child_data_requests::executed_at.eq(executed_at),
            child_data_requests::updated_at.eq(now),
            child_data_requests::version.eq(row.version + 1),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "answer_data_request", child, Changes::none().field("status", row.status, input.status))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_answer_has_working_days_and_the_rest_has_days() {
        let at = Instant::parse("2024-05-31T01:00:00Z").unwrap();
        let row = |status| RequestRow {
            id: Id::new(at),
            child_id: Id::new(at),
            kind: RequestKind::Correct,
            requester_name: "A".to_owned(),
            requester_relation: "mẹ".to_owned(),
            details: String::new(),
            received_on: day("2024-05-31"),
            answer_due_on: day("2024-06-04"),
            execute_due_on: day("2024-06-10"),
            status,
            answered_at: None,
            executed_at: None,
            answer: String::new(),
            recorded_by_id: None,
            version: 1,
        };
        let left = |status, today| days_left(&row(status), &WorkCalendar::default(), day(today));
        // Friday: the weekend does not count.
        assert_eq!(left(RequestStatus::Received, "2024-05-31"), Some(2));
        assert_eq!(left(RequestStatus::Received, "2024-06-04"), Some(0));
        assert_eq!(left(RequestStatus::Received, "2024-06-10"), Some(-4));
        assert_eq!(left(RequestStatus::Answered, "2024-06-04"), Some(6));
        assert_eq!(left(RequestStatus::Answered, "2024-06-11"), Some(-1));
        assert_eq!(left(RequestStatus::Executed, "2024-06-11"), None);
    }
}
