//! How far the work has come, counted once for a whole page: by unit, by section, by week, or ward by ward. Each number
//! is the total of a list with the same filter.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, TimeDelta};
use diesel::dsl::{count_star, exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Nullable, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::model::{PartState, TaskQuery, TaskStatus};
use super::rules::is_overdue;
use super::store::{self, Condition, takes_part};
use crate::access::subject::Tasks;
use crate::access::{Cx, Read, Scope};
use crate::calendar::ward_today;
use crate::db::schema::{plan_sections, task_parts, tasks, units};
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::units::model::UnitRef;
use crate::features::units::natural_key;

/// All states but the cancelled one.
const LIVE: &str = "assigned,in_progress,submitted,returned,accepted";
const OPEN: [TaskStatus; 3] = [TaskStatus::Assigned, TaskStatus::InProgress, TaskStatus::Returned];
/// Half a year: what lies before is told as a sum.
const MOST_WEEKS: i64 = 26;

/// How some work stands. The four parts add up to the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct WorkTally {
    pub done: i64,
    /// Begun, handed in or given back, and not late.
    pub doing: i64,
    pub late: i64,
    /// Not begun, and not late.
    pub todo: i64,
    pub total: i64,
}

impl WorkTally {
    fn add(&mut self, status: TaskStatus, is_late: bool) {
        self.total += 1;
        *match status {
            TaskStatus::Accepted => &mut self.done,
            _ if is_late => &mut self.late,
            TaskStatus::Assigned => &mut self.todo,
            _ => &mut self.doing,
        } += 1;
    }
}

/// The parts that a unit does itself.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitWork {
    pub unit: UnitRef,
    #[serde(flatten)]
    pub tally: WorkTally,
    /// By how many days the oldest late one is late; 0 without any.
    pub oldest_late_days: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SectionWork {
    pub section_id: Id,
    #[schema(example = "III.1")]
    pub path: String,
    pub title: String,
    #[serde(flatten)]
    pub tally: WorkTally,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct WorkWeek {
    /// Its Monday.
    pub starts_on: NaiveDate,
    /// Tasks that are due in it.
    pub due: i64,
    /// Tasks that were accepted in it.
    pub done: i64,
}

#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct TaskOverview {
    #[serde(flatten)]
    pub tally: WorkTally,
    pub to_review: i64,
    /// Open, and due from today to `due_soon_until`.
    pub due_soon: i64,
    pub due_soon_until: NaiveDate,
    pub by_unit: Vec<UnitWork>,
    pub by_section: Vec<SectionWork>,
    /// Without gaps, up to the last week that has something; half a year at most.
    pub weeks: Vec<WorkWeek>,
    /// Due, and accepted, before the first of these weeks.
    pub due_before: i64,
    pub done_before: i64,
}

/// The list's condition behind the numbers of a unit.
pub(super) fn part_is(state: PartState, unit: &Id, today: NaiveDate) -> Condition {
    let own = || {
        let does = task_parts::is_lead.eq(false).or(tasks::each_unit.eq(false));
        takes_part(unit.clone()).filter(does)
    };
    let live = tasks::status.ne(TaskStatus::Cancelled);
    let past = tasks::due_on.lt(today);
    match state {
        PartState::Any => Box::new(live.and(exists(own()))),
        PartState::Done => Box::new(live.and(exists(own().filter(task_parts::status.eq(TaskStatus::Accepted))))),
        PartState::Late => Box::new(live.and(past).and(exists(own().filter(task_parts::status.eq_any(OPEN))))),
        PartState::Todo => {
            let waits = own().filter(task_parts::status.eq(TaskStatus::Assigned));
            Box::new(live.and(not(past)).and(exists(waits)))
        }
        PartState::Doing => {
            let handed_in = own().filter(task_parts::status.eq(TaskStatus::Submitted));
            let begun = [TaskStatus::InProgress, TaskStatus::Returned];
            let begun = own().filter(task_parts::status.eq_any(begun));
            Box::new(live.and(exists(handed_in).or(not(past).and(exists(begun)))))
        }
    }
}

struct Section {
    id: Id,
    path: String,
    title: String,
    position: i32,
}

struct Work {
    status: TaskStatus,
    due_on: NaiveDate,
    accepted_at: Option<Instant>,
    each_unit: bool,
    section: Option<Section>,
    parts: Vec<(UnitRef, bool, TaskStatus)>,
}

impl Work {
    /// The parts of those who do the work themselves: see `rules::doing`.
    fn doing(&self) -> impl Iterator<Item = &(UnitRef, bool, TaskStatus)> {
        self.parts.iter().filter(|(_, is_lead, _)| !(self.each_unit && *is_lead))
    }

    /// Late as its reader sees it: for a unit, its own part is still open (`store::filtered` asks the same).
    fn is_late(&self, scope: &Scope, today: NaiveDate) -> bool {
        let is_late = is_overdue(self.status, self.due_on, today);
        match scope {
            Scope::Unit { unit, .. } => {
                is_late && self.parts.iter().any(|(own, _, status)| own.id == *unit && status.is_open())
            }
            _ => is_late,
        }
    }
}

/// The work of one plan, or without one all that is within the scope.
///
/// # Errors
/// When the database refuses.
pub fn overview(cx: &mut Cx<'_, Tasks, Read>, plan: Option<&Id>, due_soon_days: i64) -> Result<TaskOverview> {
    let (scope, today) = (cx.scope().clone(), cx.today());
    let due_soon_until = today.checked_add_signed(TimeDelta::days(due_soon_days)).unwrap_or(today);
    let mut overview = TaskOverview { due_soon_until, ..TaskOverview::default() };
    let mut units: HashMap<Id, UnitWork> = HashMap::new();
    let mut sections: BTreeMap<(i32, Id), SectionWork> = BTreeMap::new();
    let mut weeks: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
    let own_unit = cx.actor().unit_id.clone();
    for work in load(cx, plan)?.into_values() {
        let is_late = work.is_late(&scope, today);
        overview.tally.add(work.status, is_late);
        let waits = work.parts.iter().any(|(_, _, status)| *status == TaskStatus::Submitted);
        overview.to_review += i64::from(work.status == TaskStatus::Submitted || work.each_unit && waits);
        overview.due_soon += i64::from(work.status.is_open() && (today..=due_soon_until).contains(&work.due_on));
        weeks.entry(monday(work.due_on)).or_default().0 += 1;
        if let Some(at) = work.accepted_at.filter(|_| work.status == TaskStatus::Accepted) {
            weeks.entry(monday(ward_today(at.utc()))).or_default().1 += 1;
        }
        for (unit, _, status) in work.doing() {
            // A unit is shown its own work alone.
            if matches!(scope, Scope::Unit { .. }) && unit.id != own_unit {
                continue;
            }
            let is_late = is_overdue(*status, work.due_on, today);
            let empty = || UnitWork { unit: unit.clone(), tally: WorkTally::default(), oldest_late_days: 0 };
            let entry = units.entry(unit.id.clone()).or_insert_with(empty);
            entry.tally.add(*status, is_late);
            if is_late {
                entry.oldest_late_days = entry.oldest_late_days.max((today - work.due_on).num_days());
            }
        }
        if let Some(Section { id, path, title, position }) = work.section {
            let empty = || SectionWork { section_id: id.clone(), path, title, tally: WorkTally::default() };
            sections.entry((position, id.clone())).or_insert_with(empty).tally.add(work.status, is_late);
        }
    }
    overview.by_unit = units.into_values().collect();
    overview.by_unit.sort_by_cached_key(|one| (one.unit.kind, natural_key(&one.unit.name)));
    overview.by_section = sections.into_values().collect();
    overview.weeks = without_gaps(&weeks);
    if let Some(first) = overview.weeks.first() {
        let before = weeks.range(..first.starts_on).map(|(_, counts)| counts);
        (overview.due_before, overview.done_before) = before.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    }
    Ok(overview)
}

/// One statement: tasks with their parts, the units' names and the sections' titles.
fn load(cx: &mut Cx<'_, Tasks, Read>, plan: Option<&Id>) -> Result<BTreeMap<Id, Work>> {
    let query = TaskQuery { plan_id: plan.cloned(), status: Some(LIVE.to_owned()), ..TaskQuery::default() };
    let accepted = "(SELECT MAX(u.at) FROM task_updates u WHERE u.task_id = tasks.id AND u.status = 'accepted')";
    type Title = (Id, String, String, i32);
    type Row = (Id, TaskStatus, NaiveDate, bool, Option<Instant>, bool, TaskStatus, UnitRef, Option<Title>);
    let rows: Vec<Row> = store::filtered(cx.scope(), &cx.actor().unit_id, &query, cx.today())?
        .inner_join(task_parts::table.on(task_parts::task_id.eq(tasks::id)))
        .inner_join(units::table.on(units::id.eq(task_parts::unit_id)))
        .left_join(plan_sections::table.on(tasks::section_id.eq(plan_sections::id.nullable())))
        .select((
            tasks::id,
            tasks::status,
            tasks::due_on,
            tasks::each_unit,
            sql::<Nullable<Timestamp>>(accepted),
            task_parts::is_lead,
            task_parts::status,
            UnitRef::as_select(),
            (plan_sections::id, plan_sections::path, plan_sections::title, plan_sections::position).nullable(),
        ))
        .load(cx.conn())?;
    let mut works: BTreeMap<Id, Work> = BTreeMap::new();
    for (id, status, due_on, each_unit, accepted_at, is_lead, part, unit, section) in rows {
        let section = section.map(|(id, path, title, position)| Section { id, path, title, position });
        let empty = || Work { status, due_on, accepted_at, each_unit, section, parts: Vec::new() };
        works.entry(id).or_insert_with(empty).parts.push((unit, is_lead, part));
    }
    Ok(works)
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.week(chrono::Weekday::Mon).checked_first_day().unwrap_or(day)
}

fn without_gaps(weeks: &BTreeMap<NaiveDate, (i64, i64)>) -> Vec<WorkWeek> {
    let (Some((first, _)), Some((last, _))) = (weeks.first_key_value(), weeks.last_key_value()) else {
        return Vec::new();
    };
    let count = (*last - *first).num_weeks().min(MOST_WEEKS);
    let week = |number: i64| {
        let starts_on = last.checked_sub_signed(TimeDelta::weeks(count - number))?;
        let (due, done) = weeks.get(&starts_on).copied().unwrap_or_default();
        Some(WorkWeek { starts_on, due, done })
    };
    (0..=count).filter_map(week).collect()
}

/// The work of each ward within the scope, for those who look over several: added up by the database.
///
/// # Errors
/// When the database refuses.
pub fn by_ward(cx: &mut Cx<'_, Tasks, Read>) -> Result<HashMap<Id, WorkTally>> {
    let today = cx.today();
    type Row = (Id, i64, i64, i64, i64);
    let rows: Vec<Row> = tasks::table
        .filter(store::visible(cx.scope()))
        .filter(tasks::is_published.eq(true))
        .filter(tasks::status.ne(TaskStatus::Cancelled))
        .group_by(tasks::ward_id)
        .select((
            tasks::ward_id,
            count_star(),
            sql::<BigInt>("COUNT(CASE WHEN tasks.status = 'accepted' THEN 1 END)"),
            sql::<BigInt>(
                "COUNT(CASE WHEN tasks.status IN ('assigned', 'in_progress', 'returned') AND tasks.due_on < ",
            )
            .bind::<Date, _>(today)
            .sql(" THEN 1 END)"),
            sql::<BigInt>("COUNT(CASE WHEN tasks.status = 'assigned' AND tasks.due_on >= ")
                .bind::<Date, _>(today)
                .sql(" THEN 1 END)"),
        ))
        .load(cx.conn())?;
    let tally = |(ward, total, done, late, todo): Row| {
        (ward, WorkTally { done, doing: total - done - late - todo, late, todo, total })
    };
    Ok(rows.into_iter().map(tally).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_begin_on_monday_and_leave_no_gap() {
        let weeks = BTreeMap::from([(monday(day("2024-06-09")), (2, 0)), (monday(day("2024-06-17")), (1, 3))]);
        let shown: Vec<(String, i64, i64)> =
            without_gaps(&weeks).into_iter().map(|week| (week.starts_on.to_string(), week.due, week.done)).collect();
        let wanted = [("2024-06-03", 2, 0), ("2024-06-10", 0, 0), ("2024-06-17", 1, 3)];
        assert_eq!(shown, wanted.map(|(day, due, done)| (day.to_owned(), due, done)));
    }

    #[test]
    fn a_date_typed_wrong_does_not_draw_a_thousand_weeks() {
        let weeks = BTreeMap::from([(monday(day("1024-06-03")), (1, 0)), (monday(day("2024-06-03")), (1, 0))]);
        assert_eq!(without_gaps(&weeks).len(), 27);
    }

    #[test]
    fn the_parts_of_a_tally_add_up() {
        let mut tally = WorkTally::default();
        for status in TaskStatus::ALL {
            tally.add(*status, *status == TaskStatus::Returned);
        }
        assert_eq!(tally.total, tally.done + tally.doing + tally.late + tally.todo);
        assert_eq!((tally.done, tally.late, tally.todo), (1, 1, 1));
    }
}
