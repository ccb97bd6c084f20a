//! Consent for what needs it. The registry itself needs none: it is the work of a state body under the law (Law
//! 91/2025/QH15, art. 19.1.c); photos, lists of names, media and activities outside of school do.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::circumstances::{Cancellation, open};
use super::model::ViewName;
use super::rules;
use super::store;
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Update};
use crate::audit::{self, Changes};
use crate::db::schema::child_consents;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::users::{self, model::UserRef};
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
    /// What a consent is worth today, and why.
    pub enum ConsentState {
        Valid = "valid",
        /// The representative did not agree.
        Refused = "refused",
        /// The representative agreed; the child of seven and more did not.
        ChildRefused = "child_refused",
        /// It was given for a child under seven, who has turned seven since and is asked now.
        AskAgain = "ask_again",
        Expired = "expired",
        Withdrawn = "withdrawn",
    }
}

/// The age from which a child is asked too (Law 91/2025/QH15, art. 24.2).
pub const ASKED_FROM: i32 = 7;

pub const CHILD_UNASKED: Message = Message::new(
    "child_unasked",
    "Trẻ từ đủ 7 tuổi phải được hỏi ý kiến: hãy ghi trẻ đồng ý hay không.",
    "A child of seven and more is asked too: write down what it said.",
);

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
    /// Which text was shown to them, as the ward names its forms.
    #[serde(default)]
    #[schema(example = "Phiếu đồng ý mẫu 02, bản 01/2026")]
    pub text_version: String,
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
    pub text_version: String,
    pub note: String,
    pub given_on: NaiveDate,
    pub expires_on: Option<NaiveDate>,
    pub withdrawn_at: Option<Instant>,
    pub withdraw_reason: String,
    pub recorded_by: Option<UserRef>,
    pub state: ConsentState,
    /// In force today.
    pub valid: bool,
    /// The seventh birthday of a child that was younger then: it is asked from that day on.
    pub ask_again_on: Option<NaiveDate>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = child_consents)]
struct ConsentRow {
    id: Id,
    purpose: Purpose,
    age: i32,
    child_agrees: Option<bool>,
    representative_name: String,
    representative_relation: String,
    representative_agrees: bool,
    method: String,
    text_version: String,
    note: String,
    given_on: NaiveDate,
    expires_on: Option<NaiveDate>,
    withdrawn_at: Option<Instant>,
    withdraw_reason: String,
    recorded_by_id: Option<Id>,
}

/// What a consent is worth on a day; what ends it for good comes before what can be mended by asking.
fn state_of(row: &ConsentRow, age_today: i32, today: NaiveDate) -> ConsentState {
    if row.withdrawn_at.is_some() {
        return ConsentState::Withdrawn;
    }
    if !row.representative_agrees {
        return ConsentState::Refused;
    }
    if row.child_agrees == Some(false) {
        return ConsentState::ChildRefused;
    }
    if row.expires_on.is_some_and(|last| last < today) {
        return ConsentState::Expired;
    }
    if age_today >= ASKED_FROM && row.child_agrees.is_none() {
        return ConsentState::AskAgain;
    }
    ConsentState::Valid
}

/// The consents of a child within the scope, newest first.
///
/// # Errors
/// 403 for a view without it, 404.
pub fn list<A: Deed>(cx: &mut Cx<'_, Children, A>, child: &Id) -> Result<Vec<Consent>> {
    let born = store::find_row(cx, child)?.date_of_birth;
    if View::of(cx.actor()).name != ViewName::Full {
        return Err(Error::forbidden(rules::NOT_YOUR_FIELD));
    }
    let rows: Vec<ConsentRow> = child_consents::table
        .filter(child_consents::child_id.eq(child))
        .order(child_consents::id.desc())
        .select(ConsentRow::as_select())
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.recorded_by_id.as_ref()))?;
    let today = cx.today();
    let (age_today, turns_seven) = (rules::age(born, today), rules::birthday(born, ASKED_FROM));
    let shape = |row: ConsentRow| {
        let state = state_of(&row, age_today, today);
        Consent {
            state,
            valid: state == ConsentState::Valid,
            ask_again_on: (row.age < ASKED_FROM).then_some(turns_seven),
            recorded_by: row.recorded_by_id.and_then(|id| people.get(&id).cloned()),
            id: row.id,
            purpose: row.purpose,
            age: row.age,
            child_agrees: row.child_agrees,
            representative_name: row.representative_name,
            representative_relation: row.representative_relation,
            representative_agrees: row.representative_agrees,
            method: row.method,
            text_version: row.text_version,
            note: row.note,
            given_on: row.given_on,
            expires_on: row.expires_on,
            withdrawn_at: row.withdrawn_at,
            withdraw_reason: row.withdraw_reason,
        }
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Writes down what was asked and answered.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn add(cx: &mut Cx<'_, Children, Update>, child: &Id, input: &NewConsent) -> Result<()> {
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
    let text_version = checks.optional_line("text_version", Some(&input.text_version), 200).unwrap_or_default();
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
                child_consents::text_version.eq(text_version),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn row(age: i32, child_agrees: Option<bool>, agrees: bool, expires_on: Option<&str>) -> ConsentRow {
        ConsentRow {
            id: Id::new(Instant::parse("2024-06-03T01:00:00Z").unwrap()),
            purpose: Purpose::Photos,
            age,
            child_agrees,
            representative_name: "A".to_owned(),
            representative_relation: "mẹ".to_owned(),
            representative_agrees: agrees,
            method: String::new(),
            text_version: String::new(),
            note: String::new(),
            given_on: day("2024-01-01"),
            expires_on: expires_on.map(day),
            withdrawn_at: None,
            withdraw_reason: String::new(),
            recorded_by_id: None,
        }
    }

    #[test]
    fn both_must_agree_from_seven_on() {
        let state = |row: &ConsentRow, age_today| state_of(row, age_today, day("2024-06-03"));
        assert_eq!(state(&row(8, Some(true), true, None), 8), ConsentState::Valid);
        assert_eq!(state(&row(8, Some(false), true, None), 8), ConsentState::ChildRefused);
        assert_eq!(state(&row(8, Some(true), false, None), 8), ConsentState::Refused);
        assert_eq!(state(&row(6, None, true, None), 6), ConsentState::Valid);
        // Asked when six, turned seven since: to be asked anew.
        assert_eq!(state(&row(6, None, true, None), 7), ConsentState::AskAgain);
    }

    #[test]
    fn it_ends_after_its_last_day_or_when_it_is_taken_back() {
        let state = |row: &ConsentRow| state_of(row, 8, day("2024-06-03"));
        assert_eq!(state(&row(8, Some(true), true, Some("2024-06-03"))), ConsentState::Valid);
        assert_eq!(state(&row(8, Some(true), true, Some("2024-06-02"))), ConsentState::Expired);
        // Nothing is left of it that the child could be asked about.
        assert_eq!(state(&row(6, None, true, Some("2024-06-02"))), ConsentState::Expired);
        let back = ConsentRow { withdrawn_at: Instant::parse("2024-06-01T01:00:00Z"), ..row(8, None, true, None) };
        assert_eq!(state(&back), ConsentState::Withdrawn);
    }
}
