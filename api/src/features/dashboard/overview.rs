//! `/dashboard/overview`.

use actix_web::{get, web};
use chrono::{Datelike, NaiveDate};

use super::overview_model::{DashboardOverview, OverviewQuery, WardProgress};
use crate::access::subject::{
    CaseNumbers, Children, Communications, Concerns, Events, Obstacles, Own, Plans, Summer, Tasks, Wards,
};
use crate::access::{Access, Cx, Deed, Read, Scope, Subject, matrix};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::children::coverage;
use crate::features::plans::{self, Frame, PlanRef};
use crate::features::{cases, communications, concerns, events, obstacles, summer, tasks, wards};
use crate::http::Parameters;

/// How far the ward has come: work, children reached, cases by their clocks, events, communications; for the upper
/// level each of its wards
///
/// In numbers, each of which is the total of a list with the same filter. A part that the reader may not read is left
/// out.
#[utoipa::path(tag = "dashboard", security(("bearer" = ["own:read"])), params(OverviewQuery),
    responses((status = 200, body = DashboardOverview)))]
#[get("/dashboard/overview")]
pub async fn read_overview(
    access: Access<Own, Read>,
    query: Parameters<OverviewQuery>,
) -> Result<web::Json<DashboardOverview>> {
    Ok(web::Json(access.read_lagging(move |cx| build(cx, &query.0)).await?))
}

/// The rows of a right that the reader has, or nothing.
fn may<'a, R: Subject>(cx: &'a mut Cx<'_, Own, Read>) -> Result<Option<Cx<'a, R, Read>>> {
    match matrix::grant(cx.actor().role, R::RESOURCE, Read::ACTION) {
        Some(_) => cx.also::<R, Read>().map(Some),
        None => Ok(None),
    }
}

fn build(cx: &mut Cx<'_, Own, Read>, query: &OverviewQuery) -> Result<DashboardOverview> {
    let (today, is_above) = (cx.today(), matches!(cx.also::<Wards, Read>()?.scope(), Scope::Below(_)));
    let Frame { settings, plans, .. } = plans::frame(&mut cx.also::<Plans, Read>()?)?;
    let plan = chosen(&plans, query)?;
    let (from, to) = period(query, plan.as_ref(), today)?;
    let mut overview = DashboardOverview {
        generated_at: cx.now(),
        today,
        plan,
        plans,
        from,
        to,
        tasks: None,
        obstacles: None,
        children: None,
        cases: None,
        concerns: None,
        events: None,
        communications: None,
        summer: None,
        wards: None,
    };
    if is_above {
        overview.wards = Some(of_wards(cx, from, to)?);
        return Ok(overview);
    }
    if let Some(mut rows) = may::<Tasks>(cx)? {
        let plan = overview.plan.as_ref().map(|plan| &plan.id);
        overview.tasks = Some(tasks::overview::overview(&mut rows, plan, settings.due_soon_days)?);
    }
    if let Some(mut rows) = may::<Obstacles>(cx)? {
        overview.obstacles = Some(the_one(obstacles::overview::by_ward(&mut rows)?));
    }
    if let Some(mut rows) = may::<Children>(cx)? {
        overview.children = Some(coverage::reach(&mut rows, to.year())?);
    }
    if let Some(mut rows) = may::<CaseNumbers>(cx)? {
        overview.cases = Some(the_one(cases::overview::by_ward(&mut rows)?));
    }
    // Who only tells concerns has no desk to clear.
    if let Some(mut rows) = may::<Concerns>(cx)?.filter(|rows| matches!(rows.scope(), Scope::Ward(_))) {
        overview.concerns = Some(concerns::overview::tally(&mut rows, from, to)?);
    }
    if let Some(mut rows) = may::<Events>(cx)? {
        overview.events = Some(events::overview::overview(&mut rows, from, to)?);
    }
    if let Some(mut rows) = may::<Communications>(cx)? {
        overview.communications = Some(communications::overview::overview(&mut rows, from, to)?);
    }
    if let Some(mut rows) = may::<Summer>(cx)? {
        overview.summer = Some(summer::overview::overview(&mut rows, to.year())?);
    }
    Ok(overview)
}

/// Of a reader of one ward.
fn the_one<T: Default>(by_ward: std::collections::HashMap<Id, T>) -> T {
    by_ward.into_values().next().unwrap_or_default()
}

fn chosen(plans: &[PlanRef], query: &OverviewQuery) -> Result<Option<PlanRef>> {
    if let Some(id) = &query.plan_id {
        let known = plans.iter().find(|plan| plan.id == *id);
        return known.cloned().map(Some).ok_or_else(Error::not_found);
    }
    Ok(plans.first().filter(|_| query.all_tasks != Some(true)).cloned())
}

/// The days that are counted: what was asked for, else the plan's, else this year's. The plan of another year is over,
/// and the work goes on.
fn period(query: &OverviewQuery, plan: Option<&PlanRef>, today: NaiveDate) -> Result<(NaiveDate, NaiveDate)> {
    let day = |month, day| NaiveDate::from_ymd_opt(today.year(), month, day).unwrap_or(today);
    let (first, last) = match plan {
        Some(plan) if plan.year == today.year() || query.plan_id.is_some() => (plan.starts_on, plan.ends_on),
        _ => (day(1, 1), day(12, 31)),
    };
    let (from, to) = (query.from.unwrap_or(first), query.to.unwrap_or(last));
    let (from, to) = match (query.from, query.to) {
        // One end alone: the other moves with it rather than stand before it.
        (Some(_), None) => (from, to.max(from)),
        (None, Some(_)) => (from.min(to), to),
        _ => (from, to),
    };
    if from > to {
        return Err(Error::bad_parameter("to"));
    }
    // The coverage of children knows the years of the registry alone.
    if !(2000..=2100).contains(&to.year()) {
        return Err(Error::bad_parameter("to"));
    }
    Ok((from, to))
}

/// A fixed number of statements for any number of wards.
fn of_wards(cx: &mut Cx<'_, Own, Read>, from: NaiveDate, to: NaiveDate) -> Result<Vec<WardProgress>> {
    let names = wards::names(&mut cx.also::<Wards, Read>()?)?;
    let tasks = tasks::overview::by_ward(&mut cx.also::<Tasks, Read>()?)?;
    let obstacles = obstacles::overview::by_ward(&mut cx.also::<Obstacles, Read>()?)?;
    let events = events::overview::by_ward(&mut cx.also::<Events, Read>()?, from, to)?;
    let communications = communications::overview::by_ward(&mut cx.also::<Communications, Read>()?, from, to)?;
    let cases = cases::overview::sums_by_ward(&mut cx.also::<CaseNumbers, Read>()?)?;
    let row = |(ward_id, ward_name): (Id, String)| WardProgress {
        ward_name,
        tasks: tasks.get(&ward_id).copied().unwrap_or_default(),
        obstacles: obstacles.get(&ward_id).copied().unwrap_or_default(),
        events: events.get(&ward_id).copied().unwrap_or_default(),
        communications: communications.get(&ward_id).copied().unwrap_or_default(),
        cases: cases.get(&ward_id).copied().unwrap_or_default(),
        ward_id,
    };
    Ok(names.into_iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn of(from: Option<&str>, to: Option<&str>) -> Option<(NaiveDate, NaiveDate)> {
        let query = OverviewQuery { from: from.map(day), to: to.map(day), ..OverviewQuery::default() };
        period(&query, None, day("2024-06-03")).ok()
    }

    #[test]
    fn the_plan_of_another_year_is_over_unless_it_is_asked_for() {
        let id = Id::new(crate::db::types::Instant::new(chrono::DateTime::UNIX_EPOCH));
        let (title, theme) = (String::new(), String::new());
        let (starts_on, ends_on) = (day("2024-06-01"), day("2024-06-30"));
        let plan = PlanRef { id: id.clone(), year: 2024, title, theme, starts_on, ends_on };
        let of = |query: &OverviewQuery, today: &str| period(query, Some(&plan), day(today)).ok();
        let asked = OverviewQuery { plan_id: Some(id), ..OverviewQuery::default() };
        assert_eq!(of(&OverviewQuery::default(), "2024-11-03"), Some((starts_on, ends_on)));
        let year = Some((day("2026-01-01"), day("2026-12-31")));
        assert_eq!(of(&OverviewQuery::default(), "2026-11-03"), year);
        assert_eq!(of(&asked, "2026-11-03"), Some((starts_on, ends_on)));
    }

    #[test]
    fn a_period_never_ends_before_it_begins() {
        assert_eq!(of(None, None), Some((day("2024-01-01"), day("2024-12-31"))));
        assert_eq!(of(Some("2025-07-10"), None), Some((day("2025-07-10"), day("2025-07-10"))));
        assert_eq!(of(None, Some("2023-05-01")), Some((day("2023-05-01"), day("2023-05-01"))));
        assert_eq!(of(Some("2024-06-10"), Some("2024-06-09")), None);
        assert_eq!(of(None, Some("1999-05-01")), None);
    }
}
