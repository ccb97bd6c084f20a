//! What a child was given: visits, gifts, cards, classes. By it the ward knows whom nobody has reached.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::circumstances::{Cancellation, open};
use super::moves::IN_FUTURE;
use super::store;
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Cx, Read, Update};
use crate::audit::{self, Changes};
use crate::db::schema::child_supports;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::users::{self, model::UserRef};
use crate::input::Checks;
use crate::text_enum;

text_enum! {
    pub enum SupportKind {
        Visit = "visit",
        Gift = "gift",
        Scholarship = "scholarship",
        Cash = "cash",
        InsuranceCard = "insurance_card",
        SwimmingClass = "swimming_class",
        HealthCheck = "health_check",
        Other = "other",
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSupport {
    pub kind: SupportKind,
    pub on_date: NaiveDate,
    #[serde(default)]
    #[schema(example = "Tháng hành động vì trẻ em 2024")]
    pub programme: String,
    /// Đồng.
    pub value: Option<i64>,
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Support {
    pub id: Id,
    pub kind: SupportKind,
    pub on_date: NaiveDate,
    pub programme: String,
    /// Đồng.
    pub value: Option<i64>,
    pub note: String,
    pub recorded_by: Option<UserRef>,
}

/// What a child within the scope was given, newest first.
///
/// # Errors
/// 403 for a view without it, 404.
pub fn list(cx: &mut Cx<'_, Children, Read>, child: &Id) -> Result<Vec<Support>> {
    store::find_row(cx, child)?;
    if !View::of(cx.actor()).shows("last_supported_on") {
        return Err(Error::forbidden(super::rules::NOT_YOUR_FIELD));
    }
    type Row = (Id, SupportKind, NaiveDate, String, Option<i64>, String, Option<Id>);
    let rows: Vec<Row> = child_supports::table
        .filter(child_supports::child_id.eq(child))
        .filter(child_supports::cancelled_at.is_null())
        .order((child_supports::on_date.desc(), child_supports::id.desc()))
        .select((
            child_supports::id,
            child_supports::kind,
            child_supports::on_date,
            child_supports::programme,
            child_supports::value,
            child_supports::note,
            child_supports::recorded_by_id,
        ))
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.6.as_ref()))?;
    let shape = |(id, kind, on_date, programme, value, note, by): Row| Support {
        id,
        kind,
        on_date,
        programme,
        value,
        note,
        recorded_by: by.and_then(|id| people.get(&id).cloned()),
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Writes down what a child was given.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn add(cx: &mut Cx<'_, Children, Update>, child: &Id, input: &NewSupport) -> Result<()> {
    open(cx, child)?;
    let mut checks = Checks::new();
    checks.day("on_date", input.on_date);
    if input.on_date > cx.today() {
        checks.fail("on_date", IN_FUTURE);
    }
    let programme = checks.optional_line("programme", Some(&input.programme), 200).unwrap_or_default();
    let note = checks.lines("note", &input.note, 2000);
    if let Some(value) = input.value {
        checks.range("value", value, 0, 1_000_000_000_000);
    }
    checks.finish()?;
    let (id, at, by) = (cx.new_id(), cx.now(), cx.actor().person());
    diesel::insert_into(child_supports::table)
        .values((
            child_supports::id.eq(&id),
            child_supports::child_id.eq(child),
            child_supports::kind.eq(input.kind),
            child_supports::on_date.eq(input.on_date),
            child_supports::programme.eq(programme),
            child_supports::value.eq(input.value),
            child_supports::note.eq(note),
            child_supports::recorded_by_id.eq(by),
            child_supports::created_at.eq(at),
            child_supports::cancel_reason.eq(""),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "add_support", child, Changes::none().field("kind", (), input.kind))
}

/// Takes back what was written down by mistake; the reason is kept.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn cancel(cx: &mut Cx<'_, Children, Update>, child: &Id, id: &Id, input: &Cancellation) -> Result<()> {
    open(cx, child)?;
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 1000);
    checks.finish()?;
    let now = cx.now();
    let own = child_supports::table
        .find(id)
        .filter(child_supports::child_id.eq(child))
        .filter(child_supports::cancelled_at.is_null());
    let cancelled = diesel::update(own)
        .set((child_supports::cancelled_at.eq(now), child_supports::cancel_reason.eq(reason)))
        .execute(cx.conn())?;
    if cancelled == 0 {
        return Err(Error::not_found());
    }
    audit::record(cx, "cancel_support", child, Changes::none())
}
