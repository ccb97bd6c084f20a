//! Events in numbers: the period, this week, what waits, what lacks its safety plan, money and places.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, TimeDelta, Weekday};
use diesel::dsl::{count_star, sql};
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use serde::Serialize;
use utoipa::ToSchema;

use super::model::{BudgetLine, BudgetSource, EventStatus, MapPoint};
use super::store;
use crate::access::subject::Events;
use crate::access::{Cx, Read};
use crate::calendar::{end_of_ward_day, start_of_ward_day};
use crate::db::schema::events;
use crate::db::types::{Id, Instant, Json};
use crate::error::Result;

/// Money in đồng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct MoneyTally {
    pub source: BudgetSource,
    pub planned: i64,
    pub spent: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventCount {
    pub status: EventStatus,
    pub count: i64,
}

/// An event with a point on the map.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventPlace {
    pub id: Id,
    pub title: String,
    pub place: String,
    pub starts_at: Instant,
    pub point: MapPoint,
}

#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct EventOverview {
    /// In the period, but for the cancelled ones; so are the numbers by state.
    pub total: i64,
    pub by_status: Vec<EventCount>,
    /// From this Monday to Sunday.
    pub this_week: i64,
    pub week_from: NaiveDate,
    pub week_to: NaiveDate,
    /// Proposed, whenever they are held.
    pub waiting: i64,
    /// Still to come, must have a safety plan, and have none that is approved.
    pub without_safety_plan: i64,
    /// Children expected, registered, marked as present, and reported afterwards, in the period.
    pub children_expected: i64,
    pub children_registered: i64,
    pub children_marked: i64,
    pub children_reported: i64,
    pub money: Vec<MoneyTally>,
    pub places: Vec<EventPlace>,
}

/// The condition of the list and of the number; a series has one plan, with its first session.
pub(super) fn lacks_plan() -> SqlLiteral<Bool> {
    sql("(events.safety_plan_required AND NOT EXISTS (SELECT 1 FROM safety_plans p WHERE p.status = 'approved' AND \
         p.event_id = COALESCE(events.series_id, events.id)))")
}

const LIVE: [EventStatus; 3] = [EventStatus::Draft, EventStatus::Proposed, EventStatus::Approved];

/// An event with what is counted beside it, in one statement.
struct Line {
    id: Id,
    title: String,
    place: String,
    status: EventStatus,
    starts_at: Instant,
    ends_at: Instant,
    point: Json<Option<MapPoint>>,
    budget: Json<Vec<BudgetLine>>,
    expected: i32,
    reported: Option<i32>,
    lacks_plan: bool,
    registered: i64,
    marked: i64,
}

/// # Errors
/// When the database refuses.
pub fn overview(cx: &mut Cx<'_, Events, Read>, from: NaiveDate, to: NaiveDate) -> Result<EventOverview> {
    let today = cx.today();
    let week_from = today.week(Weekday::Mon).checked_first_day().unwrap_or(today);
    let week_to = week_from.checked_add_signed(TimeDelta::days(6)).unwrap_or(week_from);
    // Whatever waits is counted however old it is; the rest of other years is not even read.
    let first = Instant::new(start_of_ward_day(from.min(week_from)));
    let lines: Vec<Line> = events::table
        .filter(store::visible(cx.scope()))
        .filter(events::status.ne(EventStatus::Cancelled))
        .filter(events::ends_at.gt(first).or(events::status.eq(EventStatus::Proposed)))
        .order((events::starts_at, events::id))
        .select((
            (events::id, events::title, events::place, events::status, events::starts_at, events::ends_at),
            (events::point, events::budget, events::expected_children, events::actual_children),
            lacks_plan(),
            sql::<BigInt>(
                "(SELECT COUNT(*) FROM event_registrations r WHERE r.event_id = events.id AND r.status = 'registered')",
            ),
            sql::<BigInt>(
                "(SELECT COUNT(*) FROM event_marks m WHERE m.event_id = events.id AND m.is_current AND \
                 m.kind IN ('in', 'out'))",
            ),
        ))
        .load::<Row>(cx.conn())?
        .into_iter()
        .map(Line::from)
        .collect();
    let within = |line: &Line, from: NaiveDate, to: NaiveDate| {
        line.ends_at > Instant::new(start_of_ward_day(from)) && line.starts_at <= Instant::new(end_of_ward_day(to))
    };
    let mut overview = EventOverview { week_from, week_to, ..EventOverview::default() };
    let mut by_status: BTreeMap<EventStatus, i64> = BTreeMap::new();
    let mut money: BTreeMap<BudgetSource, (i64, i64)> = BTreeMap::new();
    let now_on = Instant::new(start_of_ward_day(today));
    for line in lines {
        overview.this_week += i64::from(within(&line, week_from, week_to));
        overview.waiting += i64::from(line.status == EventStatus::Proposed);
        let is_unsafe = line.lacks_plan && LIVE.contains(&line.status) && line.ends_at > now_on;
        overview.without_safety_plan += i64::from(is_unsafe);
        if !within(&line, from, to) {
            continue;
        }
        overview.total += 1;
        *by_status.entry(line.status).or_default() += 1;
        overview.children_expected += i64::from(line.expected);
        overview.children_registered += line.registered;
        overview.children_marked += line.marked;
        overview.children_reported += i64::from(line.reported.unwrap_or(0));
        for budget in line.budget.iter() {
            let sum = money.entry(budget.source).or_default();
            (sum.0, sum.1) = (sum.0.saturating_add(budget.planned), sum.1.saturating_add(budget.spent));
        }
        if let Some(point) = line.point.into_inner() {
            let Line { id, title, place, starts_at, .. } = line;
            overview.places.push(EventPlace { id, title, place, starts_at, point });
        }
    }
    overview.by_status = by_status.into_iter().map(|(status, count)| EventCount { status, count }).collect();
    let tally = |(source, (planned, spent))| MoneyTally { source, planned, spent };
    overview.money = money.into_iter().map(tally).collect();
    Ok(overview)
}

type Told = (Id, String, String, EventStatus, Instant, Instant);
type Kept = (Json<Option<MapPoint>>, Json<Vec<BudgetLine>>, i32, Option<i32>);
type Row = (Told, Kept, bool, i64, i64);

impl From<Row> for Line {
    fn from((told, kept, lacks_plan, registered, marked): Row) -> Self {
        let (id, title, place, status, starts_at, ends_at) = told;
        let (point, budget, expected, reported) = kept;
        Self {
            id,
            title,
            place,
            status,
            starts_at,
            ends_at,
            point,
            budget,
            expected,
            reported,
            lacks_plan,
            registered,
            marked,
        }
    }
}

/// The events of one ward in a period, for those who look over several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventSums {
    pub total: i64,
    /// Held, reported or not.
    pub held: i64,
    /// Children who came, as reported.
    pub children: i64,
}

/// The events of each ward within the scope: added up by the database.
///
/// # Errors
/// When the database refuses.
pub fn by_ward(cx: &mut Cx<'_, Events, Read>, from: NaiveDate, to: NaiveDate) -> Result<HashMap<Id, EventSums>> {
    let rows: Vec<(Id, i64, i64, i64)> = events::table
        .filter(store::visible(cx.scope()))
        .filter(events::status.ne(EventStatus::Cancelled))
        .filter(events::ends_at.gt(Instant::new(start_of_ward_day(from))))
        .filter(events::starts_at.le(Instant::new(end_of_ward_day(to))))
        .group_by(events::ward_id)
        .select((
            events::ward_id,
            count_star(),
            sql::<BigInt>("COUNT(CASE WHEN events.status IN ('held', 'reported') THEN 1 END)"),
            // PostgreSQL adds integers up to a bigint, SQLite to an integer: the same here.
            sql::<BigInt>("COALESCE(SUM(events.actual_children), 0)"),
        ))
        .load(cx.conn())?;
    let sums = |(ward, total, held, children)| (ward, EventSums { total, held, children });
    Ok(rows.into_iter().map(sums).collect())
}
