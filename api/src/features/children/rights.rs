//! The rights of children and families over what is kept of them: consent for what needs it, requests with their
//! clocks. The registry itself needs no consent: it is the work of a state body under the law (Law 91/2025/QH15,
//! art. 19.1.c); photos, lists of names, media and activities outside of school do.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::circumstances::{Cancellation, open};
use super::model::ViewName;
use super::rules;
use super::store;
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Read, Update};
use crate::audit::{self, Changes};
use crate::db::schema::{child_consents, child_data_requests};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::users::{self, model::UserRef};
use crate::features::wards;
use crate::input::Checks;
use crate::text_enum;

text_enum! {
    /// What consent is asked for, one by one; silence is none.
    pub enum Purpose {
        /// Pictures in the media, on the portal, on social networks.
        Photos = "photos",
        /// Name in a list that others see: gifts, scholarships, honours.
        NamedList = "named_list",
        /// Sharing with a sponsor.
        Sponsor = "sponsor",
        /// An activity outside of family and school (Circular 27/2022).
        Activity = "activity",
    }
}

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

/// The age from which a child is asked too (Law 91/2025/QH15, art. 24.2).
pub const ASKED_FROM: i32 = 7;

pub const CHILD_UNASKED: Message = Message::new(
    "child_unasked",
    "Trẻ từ đủ 7 tuổi phải được hỏi ý kiến: hãy ghi trẻ đồng ý hay không.",
    "A child of seven and more is asked too: write down what it said.",
);

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
pub struct NewConsent {
    pub purpose: Purpose,
    pub given_on: NaiveDate,
    /// For a child of seven and more.
    pub child_agrees: Option<bool>,
    pub representative_name: String,
    #[schema(example = "mẹ")]
    pub representative_relation: String,
    pub representative_agrees: bool,
    /// How it was asked: form, telephone, meeting.
    #[serde(default)]
    pub method: String,
    pub expires_on: Option<NaiveDate>,
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Consent {
    pub id: Id,
    pub purpose: Purpose,
    /// The child's age on that day.
    pub age: i32,
    pub child_agrees: Option<bool>,
    pub representative_name: String,
    pub representative_relation: String,
    pub representative_agrees: bool,
    pub method: String,
    pub note: String,
    pub given_on: NaiveDate,
    pub expires_on: Option<NaiveDate>,
    pub withdrawn_at: Option<Instant>,
    /// In force today: both agree, it was not withdrawn, it has not ended, and the child was asked since turning seven.
    pub valid: bool,
}

/// Whether a consent counts today.
fn is_valid(consent: &Consent, age_today: i32, today: NaiveDate) -> bool {
    let child = age_today < ASKED_FROM || consent.child_agrees == Some(true);
    let in_time = consent.expires_on.is_none_or(|last| last >= today);
    consent.representative_agrees && child && in_time && consent.withdrawn_at.is_none()
}

/// The consents of a child within the scope, newest first.
///
/// # Errors
/// 403 for a view without it, 404.
pub fn consents<A: Deed>(cx: &mut Cx<'_, Children, A>, child: &Id) -> Result<Vec<Consent>> {
    let row = store::find_row(cx, child)?;
    if View::of(cx.actor()).name != ViewName::Full {
        return Err(Error::forbidden(rules::NOT_YOUR_FIELD));
    }
    type Row = (
        (Id, Purpose, i32, Option<bool>, String, String, bool),
        (String, String, NaiveDate, Option<NaiveDate>, Option<Instant>),
    );
    let rows: Vec<Row> = child_consents::table
        .filter(child_consents::child_id.eq(child))
        .order(child_consents::id.desc())
        .select((
            (
                child_consents::id,
                child_consents::purpose,
                child_consents::age,
                child_consents::child_agrees,
                child_consents::representative_name,
                child_consents::representative_relation,
                child_consents::representative_agrees,
            ),
            (
                child_consents::method,
                child_consents::note,
                child_consents::given_on,
                child_consents::expires_on,
                child_consents::withdrawn_at,
            ),
        ))
        .load(cx.conn())?;
    let today = cx.today();
    let age_today = rules::age(row.date_of_birth, today);
    let shape = |(
        (id, purpose, age, child_agrees, name, relation, agrees),
        (method, note, given_on, expires_on, withdrawn_at),
    ): Row| {
        let mut consent = Consent {
            id,
            purpose,
            age,
            child_agrees,
            representative_name: name,
            representative_relation: relation,
            representative_agrees: agrees,
            method,
            note,
            given_on,
            expires_on,
            withdrawn_at,
            valid: false,
        };
        consent.valid = is_valid(&consent, age_today, today);
        consent
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Writes down what was asked and answered.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn add_consent(cx: &mut Cx<'_, Children, Update>, child: &Id, input: &NewConsent) -> Result<()> {
    let row = open(cx, child)?;
    let mut checks = Checks::new();
    checks.day("given_on", input.given_on);
    if input.given_on > cx.today() {
        checks.fail("given_on", super::moves::IN_FUTURE);
    }
    if let Some(last) = input.expires_on {
        checks.day("expires_on", last);
        checks.period("expires_on", input.given_on, last);
    }
    let age = rules::age(row.date_of_birth, input.given_on);
    if age >= ASKED_FROM && input.child_agrees.is_none() {
        checks.fail("child_agrees", CHILD_UNASKED);
    }
    let name = checks.line("representative_name", &input.representative_name, 100);
    let relation = checks.line("representative_relation", &input.representative_relation, 60);
    let method = checks.optional_line("method", Some(&input.method), 200).unwrap_or_default();
    let note = checks.lines("note", &input.note, 2000);
    checks.finish()?;
    let (id, at, by) = (cx.new_id(), cx.now(), cx.actor().person());
    diesel::insert_into(child_consents::table)
        .values((
            (
                child_consents::id.eq(&id),
                child_consents::child_id.eq(child),
                child_consents::purpose.eq(input.purpose),
                child_consents::age.eq(age),
                child_consents::child_agrees.eq(input.child_agrees.filter(|_| age >= ASKED_FROM)),
                child_consents::representative_name.eq(name),
                child_consents::representative_relation.eq(relation),
                child_consents::representative_agrees.eq(input.representative_agrees),
            ),
            (
                child_consents::method.eq(method),
                child_consents::note.eq(note),
                child_consents::given_on.eq(input.given_on),
                child_consents::expires_on.eq(input.expires_on),
                child_consents::withdraw_reason.eq(""),
                child_consents::recorded_by_id.eq(by),
                child_consents::created_at.eq(at),
            ),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "add_consent", child, Changes::none().field("purpose", (), input.purpose))
}

/// A consent is taken back; processing for its purpose ends (Law 91/2025/QH15, art. 24.3).
///
/// # Errors
/// 403, 404, 409, 422.
pub fn withdraw(cx: &mut Cx<'_, Children, Update>, child: &Id, id: &Id, input: &Cancellation) -> Result<()> {
    open(cx, child)?;
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 1000);
    checks.finish()?;
    let now = cx.now();
    let own = child_consents::table
        .find(id)
        .filter(child_consents::child_id.eq(child))
        .filter(child_consents::withdrawn_at.is_null());
    let withdrawn = diesel::update(own)
        .set((child_consents::withdrawn_at.eq(now), child_consents::withdraw_reason.eq(reason)))
        .execute(cx.conn())?;
    if withdrawn == 0 {
        return Err(Error::not_found());
    }
    audit::record(cx, "withdraw_consent", child, Changes::none())
}

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
    pub kind: RequestKind,
    pub requester_name: String,
    pub requester_relation: String,
    pub details: String,
    pub received_on: NaiveDate,
    /// Two working days.
    pub answer_due_on: NaiveDate,
    pub execute_due_on: NaiveDate,
    pub late: bool,
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

/// Requests are the ward's to answer.
///
/// # Errors
/// 403 for whoever does not see the whole ward.
fn check_ward<A: Deed>(cx: &Cx<'_, Children, A>) -> Result<()> {
    super::duplicates::check_desk(cx)
}

/// The requests of the ward, those that wait longest first; or those about one child.
///
/// # Errors
/// 403, 404.
pub fn requests<A: Deed>(cx: &mut Cx<'_, Children, A>, child: Option<&Id>) -> Result<Vec<DataRequest>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    if let Some(child) = child {
        store::find_row(cx, child)?;
    }
    check_ward(cx)?;
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
    let codes = store::codes(cx, &ids)?;
    let today = cx.today();
    let shape = |row: RequestRow| DataRequest {
        child_code: codes.get(&row.child_id).cloned().unwrap_or_default(),
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
pub fn add_request(cx: &mut Cx<'_, Children, Update>, child: &Id, input: &NewDataRequest) -> Result<()> {
    let row = store::find_row(cx, child)?;
    check_ward(cx)?;
    let mut checks = Checks::new();
    let name = checks.line("requester_name", &input.requester_name, 100);
    let relation = checks.line("requester_relation", &input.requester_relation, 60);
    let details = checks.lines("details", &input.details, 4000);
    checks.day("received_on", input.received_on);
    if input.received_on > cx.today() {
        checks.fail("received_on", super::moves::IN_FUTURE);
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
    check_ward(cx)?;
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

/// For readers of the whole ward alone.
///
/// # Errors
/// 403.
pub fn of_ward(cx: &mut Cx<'_, Children, Read>) -> Result<Vec<DataRequest>> {
    requests(cx, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn consent(child_agrees: Option<bool>, agrees: bool, expires_on: Option<&str>) -> Consent {
        let now = Instant::parse("2024-06-03T01:00:00Z").unwrap();
        Consent {
            id: Id::new(now),
            purpose: Purpose::Photos,
            age: 8,
            child_agrees,
            representative_name: "A".to_owned(),
            representative_relation: "mẹ".to_owned(),
            representative_agrees: agrees,
            method: String::new(),
            note: String::new(),
            given_on: day("2024-01-01"),
            expires_on: expires_on.map(day),
            withdrawn_at: None,
            valid: false,
        }
    }

    #[test]
    fn both_must_agree_from_seven_on() {
        let today = day("2024-06-03");
        assert!(is_valid(&consent(Some(true), true, None), 8, today));
        assert!(!is_valid(&consent(Some(false), true, None), 8, today));
        assert!(!is_valid(&consent(Some(true), false, None), 8, today));
        assert!(is_valid(&consent(None, true, None), 6, today));
        // Asked when six, turned seven since: to be asked anew.
        assert!(!is_valid(&consent(None, true, None), 7, today));
        assert!(!is_valid(&consent(Some(true), true, Some("2024-06-02")), 8, today));
    }
}
