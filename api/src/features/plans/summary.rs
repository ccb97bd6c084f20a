//! How far a plan has come: by unit and by section.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::model::{Counts, PlanSummary, SectionCounts, UnitCounts};
use super::store;
use crate::access::subject::Plans;
use crate::access::{Cx, Read};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::tasks::model::TaskStatus;
use crate::features::tasks::of_plan;
use crate::features::tasks::rules::is_overdue;
use crate::features::{units, wards};

/// Counts the tasks of a plan. A unit counts the parts it has to do; a section those below it too.
///
/// # Errors
/// 404 outside the scope.
pub fn summary(cx: &mut Cx<'_, Plans, Read>, id: &Id) -> Result<PlanSummary> {
    let plan = store::find_row(cx, id)?;
    let sections = store::sections_of(cx, id)?;
    let tasks = of_plan::all(cx, id)?;
    let days = wards::settings(cx, &plan.ward_id)?.due_soon_days;
    let today = cx.today();
    let mut totals = Tally::new(today, days);
    let mut by_unit: BTreeMap<Id, Tally> = BTreeMap::new();
    let mut by_path: BTreeMap<&str, Tally> = BTreeMap::new();
    let path_of = |section: Option<&Id>| {
        sections.iter().find(|known| Some(&known.id) == section).map(|known| known.path.as_str())
    };
    for of_plan in &tasks {
        let task = &of_plan.task;
        totals.add(task.status, task.due_on, task.progress);
        for part in of_plan.doing() {
            let status = if task.status == TaskStatus::Cancelled { task.status } else { part.status };
            let tally = by_unit.entry(part.unit_id.clone()).or_insert_with(|| Tally::new(today, days));
            tally.add(status, task.due_on, part.progress);
        }
        let path = path_of(task.section_id.as_ref()).unwrap_or_default();
        for section in sections.iter().filter(|section| is_within(path, &section.path)) {
            let tally = by_path.entry(&section.path).or_insert_with(|| Tally::new(today, days));
            tally.add(task.status, task.due_on, task.progress);
        }
    }
    let names = units::references(cx, by_unit.keys())?;
    let unit = |(id, tally): (Id, Tally)| Some(UnitCounts { unit: names.get(&id)?.clone(), counts: tally.finish() });
    let by_unit = by_unit.into_iter().filter_map(unit).collect();
    let section = |section: &super::model::Section| {
        let counts = by_path.get(section.path.as_str())?.clone().finish();
        Some(SectionCounts {
            section_id: section.id.clone(),
            path: section.path.clone(),
            title: section.title.clone(),
            counts,
        })
    };
    let by_section = sections.iter().filter_map(section).collect();
    Ok(PlanSummary { plan_id: id.clone(), totals: totals.finish(), by_unit, by_section, generated_at: cx.now() })
}

fn is_within(path: &str, section: &str) -> bool {
    path == section || path.strip_prefix(section).is_some_and(|rest| rest.starts_with('.'))
}

#[derive(Clone)]
struct Tally {
    counts: Counts,
    progress: i64,
    today: NaiveDate,
    soon: NaiveDate,
}

impl Tally {
    fn new(today: NaiveDate, due_soon_days: i64) -> Self {
        let soon = today.checked_add_signed(chrono::TimeDelta::days(due_soon_days)).unwrap_or(today);
        Self { counts: Counts::default(), progress: 0, today, soon }
    }

    fn add(&mut self, status: TaskStatus, due_on: NaiveDate, progress: i32) {
        let counts = &mut self.counts;
        counts.total += 1;
        *match status {
            TaskStatus::Assigned => &mut counts.assigned,
            TaskStatus::InProgress => &mut counts.in_progress,
            TaskStatus::Submitted => &mut counts.submitted,
            TaskStatus::Accepted => &mut counts.accepted,
            TaskStatus::Returned => &mut counts.returned,
            TaskStatus::Cancelled => &mut counts.cancelled,
        } += 1;
        counts.overdue += i64::from(is_overdue(status, due_on, self.today));
        counts.due_soon += i64::from(status.is_open() && (self.today..=self.soon).contains(&due_on));
        if status != TaskStatus::Cancelled {
            self.progress += i64::from(progress);
        }
    }

    fn finish(self) -> Counts {
        let counted = (self.counts.total - self.counts.cancelled).max(1);
        Counts { progress: self.progress / counted, ..self.counts }
    }
}
