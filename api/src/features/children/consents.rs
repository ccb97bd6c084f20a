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
pub fn list<A: Deed>(cx: &mut Cx<'_, Children, A>, child: &Id) -> Result<Vec<Consent>> {
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
