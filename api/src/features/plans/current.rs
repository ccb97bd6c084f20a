//! What other features ask of plans: whether one may be seen, and which one is being carried out.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::model::PlanStatus;
use super::store::visible;
use crate::access::subject::Plans;
use crate::access::{Cx, Deed, Read, Subject};
use crate::db::schema::{plan_sections, plans, wards};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::setup::WardSettings;

/// The plan of the month, in short.
#[derive(Clone, Debug, Serialize, ToSchema, Queryable)]
pub struct PlanRef {
    pub id: Id,
    pub year: i32,
    pub title: String,
    pub theme: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

/// # Errors
/// 404 for a plan outside the scope.
pub fn check_visible(cx: &mut Cx<'_, Plans, Read>, plan: &Id) -> Result<()> {
    let wards = cx.scope().wards();
    let found: i64 = plans::table.find(plan).filter(plans::ward_id.eq_any(wards)).count().get_result(cx.conn())?;
    if found == 0 { Err(Error::not_found()) } else { Ok(()) }
}

/// Whether a section is one of the plans within the scope.
///
/// # Errors
/// When the database refuses.
pub fn has_section(cx: &mut Cx<'_, Plans, Read>, section: &Id) -> Result<bool> {
    let plan: Option<Id> =
        plan_sections::table.find(section).select(plan_sections::plan_id).first(cx.conn()).optional()?;
    Ok(plan.is_some_and(|plan| check_visible(cx, &plan).is_ok()))
}

/// The newest plan that is published; nobody's for the upper level, which has many wards.
///
/// # Errors
/// When the database refuses.
pub fn current(cx: &mut Cx<'_, Plans, Read>) -> Result<Option<PlanRef>> {
    let Some(ward) = cx.scope().ward().cloned() else { return Ok(None) };
    Ok(plans::table
        .filter(plans::ward_id.eq(ward))
        .filter(plans::status.eq("published"))
        .order((plans::year.desc(), plans::starts_on.desc(), plans::id.desc()))
        .select((plans::id, plans::year, plans::title, plans::theme, plans::starts_on, plans::ends_on))
        .first(cx.conn())
        .optional()?)
}

/// A plan within the scope, in short.
///
/// # Errors
/// 404.
pub fn reference(cx: &mut Cx<'_, Plans, Read>, plan: &Id) -> Result<PlanRef> {
    let row = plans::table.filter(visible(cx.scope(), cx.caller())).filter(plans::id.eq(plan));
    let columns = (plans::id, plans::year, plans::title, plans::theme, plans::starts_on, plans::ends_on);
    Ok(row.select(columns).first(cx.conn())?)
}

/// A plan as papers quote it.
#[derive(Clone, Debug, Queryable)]
pub struct PlanPaper {
    /// "45/KH-UBND".
    pub number: Option<String>,
    pub issued_on: Option<NaiveDate>,
    pub theme: String,
    pub legal_bases: Json<Vec<String>>,
    pub status: PlanStatus,
}

/// The plan that a row within somebody's scope is of, as its papers quote it.
///
/// # Errors
/// 404.
pub fn paper<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, plan: &Id) -> Result<PlanPaper> {
    let row = plans::table.find(plan);
    let columns = (plans::number, plans::issued_on, plans::theme, plans::legal_bases, plans::status);
    Ok(row.select(columns).first(cx.conn())?)
}

/// What an overview of a ward stands on.
#[derive(Default)]
pub struct Frame {
    pub settings: WardSettings,
    /// The newest plan that is being carried out.
    pub current: Option<PlanRef>,
    /// The plans that were made known; the one being carried out first.
    pub plans: Vec<PlanRef>,
}

/// The settings of the ward and its plans, in one statement; empty for the upper level, which has many wards.
///
/// # Errors
/// When the database refuses.
pub fn frame(cx: &mut Cx<'_, Plans, Read>) -> Result<Frame> {
    let Some(ward) = cx.scope().ward().cloned() else { return Ok(Frame::default()) };
    let known = plans::ward_id.eq(wards::id).and(plans::status.eq_any(["published", "closed"]));
    let rows: Vec<(Json<WardSettings>, Option<PlanRef>, Option<PlanStatus>)> = wards::table
        .left_join(plans::table.on(known))
        .filter(wards::id.eq(ward))
        // "published" stands before "closed".
        .order((plans::status.desc(), plans::year.desc(), plans::starts_on.desc(), plans::id.desc()))
        .select((
            wards::settings,
            (plans::id, plans::year, plans::title, plans::theme, plans::starts_on, plans::ends_on).nullable(),
            plans::status.nullable(),
        ))
        .load(cx.conn())?;
    let settings = rows.first().map(|(settings, ..)| (**settings).clone()).unwrap_or_default();
    let published = rows.iter().find(|(.., status)| *status == Some(PlanStatus::Published));
    let current = published.and_then(|(_, plan, _)| plan.clone());
    Ok(Frame { settings, current, plans: rows.into_iter().filter_map(|(_, plan, _)| plan).collect() })
}
