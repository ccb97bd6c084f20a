//! What other features ask of a ward: its settings, and its calendar of working days.

use diesel::prelude::*;

use crate::access::subject::Wards;
use crate::access::{Cx, Deed, PublicCx, Read, Subject};
use crate::calendar::WorkCalendar;
use crate::db::schema::{holidays, units, wards};
use crate::db::types::{Id, Json};
use crate::error::Result;
use crate::setup::WardSettings;

/// The settings of a ward that a row within somebody's scope belongs to.
///
/// # Errors
/// When the database refuses.
pub fn settings<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<WardSettings> {
    let settings: Json<WardSettings> = wards::table.find(ward).select(wards::settings).first(cx.conn())?;
    Ok(settings.into_inner())
}

/// How a ward stands at the head of a paper.
#[derive(Clone, Debug, Queryable)]
pub struct Letterhead {
    /// "Phường Ba Đình".
    pub name: String,
    /// Where its papers are dated.
    pub place: String,
}

/// The name and place of a ward that a row within somebody's scope belongs to.
///
/// # Errors
/// When the database refuses.
pub fn letterhead<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<Letterhead> {
    Ok(wards::table.find(ward).select((wards::name, wards::place)).first(cx.conn())?)
}

/// The name of the unit above a ward that a row within somebody's scope belongs to.
///
/// # Errors
/// When the database refuses.
pub fn above<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<Option<String>> {
    let above: Option<Id> = wards::table.find(ward).select(wards::superior_unit_id).first(cx.conn())?;
    match above {
        Some(unit) => Ok(Some(units::table.find(unit).select(units::name).first(cx.conn())?)),
        None => Ok(None),
    }
}

/// The wards within the scope by name.
///
/// # Errors
/// When the database refuses.
pub fn names(cx: &mut Cx<'_, Wards, Read>) -> Result<Vec<(Id, String)>> {
    let rows = wards::table.filter(wards::id.eq_any(cx.scope().wards())).order((wards::name, wards::id));
    Ok(rows.select((wards::id, wards::name)).load(cx.conn())?)
}

/// The name of a ward: public.
///
/// # Errors
/// 404.
pub fn name_of(cx: &mut PublicCx<'_>, ward: &Id) -> Result<String> {
    Ok(wards::table.find(ward).select(wards::name).first(cx.conn)?)
}

/// The names of the other wards of the installation: public, and all that one ward learns of another.
///
/// # Errors
/// When the database refuses.
pub fn others<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>) -> Result<Vec<(Id, String)>> {
    let mine = cx.caller().wards();
    let others = wards::table.filter(wards::id.ne_all(mine)).order((wards::name, wards::id));
    Ok(others.select((wards::id, wards::name)).load(cx.conn())?)
}

/// Every ward of the installation with its settings, for jobs.
///
/// # Errors
/// When the database refuses.
pub fn all(cx: &mut PublicCx<'_>) -> Result<Vec<(Id, WardSettings)>> {
    let rows: Vec<(Id, Json<WardSettings>)> =
        wards::table.order(wards::id).select((wards::id, wards::settings)).load(cx.conn)?;
    Ok(rows.into_iter().map(|(ward, settings)| (ward, settings.into_inner())).collect())
}

/// Working days as the ward counts them: days off and days worked instead, its own and those of the whole country.
///
/// # Errors
/// When the database refuses.
pub fn calendar<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<WorkCalendar> {
    let days: Vec<(chrono::NaiveDate, bool)> = holidays::table
        .filter(holidays::ward_id.eq(ward).or(holidays::ward_id.is_null()))
        .select((holidays::day, holidays::is_workday))
        .load(cx.conn())?;
    let (worked, off): (Vec<_>, Vec<_>) = days.into_iter().partition(|(_, is_workday)| *is_workday);
    Ok(WorkCalendar {
        days_off: off.into_iter().map(|(day, _)| day).collect(),
        extra_workdays: worked.into_iter().map(|(day, _)| day).collect(),
    })
}
