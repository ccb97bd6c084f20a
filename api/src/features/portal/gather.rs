//! Reads what everybody may read. Nothing here touches a child's row but one count.

use chrono::NaiveDate;
use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use super::content::{PublicEvent, PublicFigure, PublicPage, PublicPlan, PublicText, PublicWard};
use super::hotlines;
use super::model::PublicNoteKind;
use crate::access::PublicCx;
use crate::db::schema::{child_supports, children, plans, public_notes, tasks, wards};
use crate::db::types::{Id, Instant, Json};
use crate::error::Result;
use crate::features::events::model::{EventRow, EventStatus};
use crate::features::{events, units};
use crate::setup::WardSettings;

/// How many of each a page shows: it is read on a phone, and must stay light.
const EVENTS_TO_COME: usize = 12;
const EVENTS_HELD: usize = 6;
const SMALL: i64 = 5;

/// The wards of the installation, by name.
///
/// # Errors
/// When the database refuses.
pub fn all_wards(cx: &mut PublicCx<'_>) -> Result<Vec<(Id, PublicWard)>> {
    let rows: Vec<(Id, String, String)> =
        wards::table.order((wards::name, wards::id)).select((wards::id, wards::code, wards::name)).load(cx.conn)?;
    Ok(rows.into_iter().map(|(id, code, name)| (id, PublicWard { code, name })).collect())
}

/// Everything on a ward's page.
///
/// # Errors
/// When the database refuses.
pub fn page(cx: &mut PublicCx<'_>, id: &Id, ward: PublicWard) -> Result<PublicPage> {
    let settings: Json<WardSettings> = wards::table.find(id).select(wards::settings).first(cx.conn)?;
    let found = plan(cx, id)?;
    let of_plan = found.as_ref().map(|(_, hotlines, _)| hotlines.clone()).unwrap_or_default();
    let figures = match &found {
        Some((plan, _, shown)) => figures(cx, id, plan, shown)?,
        None => Vec::new(),
    };
    let shown = found.map(|(_, _, shown)| shown);
    Ok(PublicPage {
        hotlines: hotlines::all(&of_plan, &settings.hotlines),
        events: in_order(public_events(cx, id)?, cx.now),
        notices: notes(cx, id, PublicNoteKind::Notice, 4)?,
        advice: notes(cx, id, PublicNoteKind::Advice, 12)?,
        voices: notes(cx, id, PublicNoteKind::Voice, 6)?,
        givers: notes(cx, id, PublicNoteKind::Giver, 30)?,
        figures,
        plan: shown,
        ward,
        emergency_hours: settings.cases.emergency_hours,
        plan_working_days: settings.cases.plan_working_days,
    })
}

/// The plan that is being carried out, or the last one that was: its results stay. With its id and its hotlines.
fn plan(cx: &mut PublicCx<'_>, ward: &Id) -> Result<Option<(Id, Vec<String>, PublicPlan)>> {
    type Row = (Id, i32, String, NaiveDate, NaiveDate, Json<Vec<String>>, Json<Vec<String>>);
    let row: Option<Row> = plans::table
        .filter(plans::ward_id.eq(ward))
        .filter(plans::status.eq_any(["published", "closed"]))
        // "published" stands behind "closed" in the alphabet.
        .order((plans::year.desc(), plans::status.desc(), plans::starts_on.desc(), plans::id.desc()))
        .select((
            plans::id,
            plans::year,
            plans::theme,
            plans::starts_on,
            plans::ends_on,
            plans::slogans,
            plans::hotlines,
        ))
        .first(cx.conn)
        .optional()?;
    Ok(row.map(|(id, year, theme, starts_on, ends_on, slogans, hotlines)| {
        let slogans = slogans.into_inner();
        (id, hotlines.into_inner(), PublicPlan { year, theme, starts_on, ends_on, slogans })
    }))
}

/// The events that everybody may know of: approved, held or reported, and marked as public.
///
/// # Errors
/// When the database refuses.
fn public_events(cx: &mut PublicCx<'_>, ward: &Id) -> Result<Vec<PublicEvent>> {
    let mut rows = events::public_rows(cx, ward)?;
    rows.retain(|row| row.status != EventStatus::Cancelled);
    let leads = units::names(cx, rows.iter().map(|row| &row.lead_unit_id))?;
    let shape = |row: EventRow| PublicEvent {
        lead_unit_name: leads.get(&row.lead_unit_id).cloned().unwrap_or_default(),
        kind_label: events::kind_word(row.kind).to_owned(),
        for_whom: row.details.into_inner().audience,
        status: row.status.to_string(),
        ends_at: Some(row.ends_at),
        id: row.id,
        title: row.title,
        starts_at: row.starts_at,
        place: row.place,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Those to come, the nearest first; then those that were held, the latest first.
pub fn in_order(events: Vec<PublicEvent>, now: Instant) -> Vec<PublicEvent> {
    let (mut over, mut to_come): (Vec<_>, Vec<_>) = events.into_iter().partition(|event| event.is_over(now));
    to_come.sort_by(|a, b| (a.starts_at, &a.id).cmp(&(b.starts_at, &b.id)));
    over.sort_by(|a, b| (b.starts_at, &b.id).cmp(&(a.starts_at, &a.id)));
    to_come.truncate(EVENTS_TO_COME);
    over.truncate(EVENTS_HELD);
    to_come.into_iter().chain(over).collect()
}

/// The notes of a kind that are shown today. Consent is asked for here again: this is the last door.
fn notes(cx: &mut PublicCx<'_>, ward: &Id, kind: PublicNoteKind, at_most: i64) -> Result<Vec<PublicText>> {
    let today = cx.today();
    let mut rows = public_notes::table
        .filter(public_notes::ward_id.eq(ward))
        .filter(public_notes::kind.eq(kind))
        .filter(public_notes::is_shown.eq(true))
        .filter(public_notes::starts_on.is_null().or(public_notes::starts_on.le(today)))
        .filter(public_notes::ends_on.is_null().or(public_notes::ends_on.ge(today)))
        .into_boxed();
    if kind == PublicNoteKind::Giver {
        rows = rows.filter(public_notes::consent_given.eq(true)).filter(public_notes::consent_how.ne(""));
    }
    let rows = rows.order((public_notes::position, public_notes::id)).limit(at_most);
    let rows: Vec<(String, String, String)> =
        rows.select((public_notes::title, public_notes::body, public_notes::reply)).load(cx.conn)?;
    Ok(rows.into_iter().map(|(title, body, reply)| PublicText { title, body, reply }).collect())
}

fn figures(cx: &mut PublicCx<'_>, ward: &Id, plan: &Id, shown: &PublicPlan) -> Result<Vec<PublicFigure>> {
    let of_plan = || tasks::table.filter(tasks::plan_id.eq(plan)).filter(tasks::status.ne("cancelled"));
    let total: i64 = of_plan().select(count_star()).first(cx.conn)?;
    let done: i64 = of_plan().filter(tasks::status.eq("accepted")).select(count_star()).first(cx.conn)?;
    let reached: i64 = child_supports::table
        .filter(child_supports::cancelled_at.is_null())
        .filter(child_supports::on_date.between(shown.starts_on, shown.ends_on))
        .filter(
            child_supports::child_id.eq_any(children::table.filter(children::ward_id.eq(ward)).select(children::id)),
        )
        .select(count(child_supports::child_id).aggregate_distinct())
        .first(cx.conn)?;
    let figure =
        |key: &str, value: String, label: &str| PublicFigure { key: key.to_owned(), value, label: label.to_owned() };
    let mut figures = Vec::new();
    if total > 0 {
        figures.push(figure("tasks_done", format!("{done}/{total}"), "việc trong kế hoạch đã hoàn thành"));
    }
    if reached > 0 {
        figures.push(figure("children_reached", hide_small(reached), "trẻ em được thăm, tặng quà hoặc hỗ trợ"));
    }
    Ok(figures)
}

/// A number of people that is too small to be told tells who they are (law.md 5: counts under 5 on public boards).
fn hide_small(count: i64) -> String {
    if count < SMALL { format!("dưới {SMALL}") } else { count.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_of_children_are_not_told() {
        assert_eq!((hide_small(1), hide_small(4), hide_small(5)), ("dưới 5".into(), "dưới 5".into(), "5".into()));
    }

    #[test]
    fn what_comes_stands_first() {
        let at = |text: &str| Instant::parse(text).unwrap();
        let event = |title: &str, starts: &str, status: &str| PublicEvent {
            id: Id::new(at(starts)),
            title: title.to_owned(),
            kind_label: String::new(),
            starts_at: at(starts),
            ends_at: None,
            place: String::new(),
            for_whom: String::new(),
            lead_unit_name: String::new(),
            status: status.to_owned(),
        };
        let events = vec![
            event("over", "2024-06-01T01:00:00Z", "held"),
            event("later", "2024-06-20T01:00:00Z", "approved"),
            event("latest over", "2024-06-02T01:00:00Z", "approved"),
            event("soon", "2024-06-05T01:00:00Z", "approved"),
        ];
        let order = in_order(events, at("2024-06-03T01:00:00Z"));
        let titles: Vec<_> = order.iter().map(|event| event.title.as_str()).collect();
        assert_eq!(titles, ["soon", "later", "latest over", "over"]);
    }
}
