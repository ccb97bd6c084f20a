//! Where numbers come from: one list of rows for each source, read once for a whole report, under the reader's right.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::catalogue::Indicator;
use crate::access::subject::{
    CaseNumbers, Children, Commendations, Communications, Events, Injuries, Inspections, Obstacles, Plans,
    Recommendations, Reports, Summer,
};
use crate::access::{Cx, Deed, Read};
use crate::counted::{Counted, Period};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::events::counted::Held;
use crate::features::{
    cases, children, commendations, communications, concerns, events, injuries, inspections, obstacles, summer, tasks,
};
use crate::text_enum;

text_enum! {
    /// The rows that indicators count. Its own name in the API's document: a child's history has a source too.
    pub enum IndicatorSource {
        /// Tasks of the plan.
        Tasks = "tasks",
        /// What each unit has to do of them.
        TaskParts = "task_parts",
        Obstacles = "obstacles",
        /// The ward's children at the end of the period.
        Children = "children",
        /// Visits, gifts, cards, classes.
        Supports = "supports",
        /// The children they were for, each once.
        SupportedChildren = "supported_children",
        Injuries = "injuries",
        Concerns = "concerns",
        Cases = "cases",
        Events = "events",
        /// What units reported of communications.
        Communications = "communications",
        /// Lines of the lists that schools handed over.
        HandedOver = "handed_over",
        SummerSessions = "summer_sessions",
        /// Inspections that were done.
        Inspections = "inspections",
        /// What they asked for.
        Recommendations = "recommendations",
        Commendations = "commendations",
    }
}

impl IndicatorSource {
    /// The page that shows a row of it, as in the API's addresses.
    pub fn resource(self) -> &'static str {
        match self {
            Self::Tasks | Self::TaskParts => "tasks",
            Self::Obstacles => "obstacles",
            Self::Children | Self::Supports | Self::SupportedChildren | Self::HandedOver => "children",
            Self::Injuries => "injuries",
            Self::Concerns => "concerns",
            Self::Cases => "cases",
            Self::Events => "events",
            Self::Communications => "communications",
            Self::SummerSessions => "summer/sessions",
            Self::Inspections => "inspections",
            Self::Recommendations => "recommendations",
            Self::Commendations => "commendations",
        }
    }
}

/// All the rows that a report counts.
#[derive(Default)]
pub struct Rows {
    lists: HashMap<IndicatorSource, Vec<Counted>>,
    pub events: Vec<Held>,
    /// Titles of obstacles and of tasks, by id.
    obstacles: BTreeMap<Id, String>,
    tasks: BTreeMap<Id, String>,
}

impl Rows {
    /// The rows that an indicator counts; none of what is counted by hand.
    pub fn of<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = &'a Counted> {
        let list = indicator.source.and_then(|source| self.lists.get(&source));
        list.into_iter().flatten().filter(|row| meets(indicator, row))
    }

    #[cfg(test)]
    pub fn with(source: IndicatorSource, list: Vec<Counted>) -> Self {
        Self { lists: HashMap::from([(source, list)]), ..Self::default() }
    }

    /// The titles of a unit's own work, with how far it has come.
    pub fn own_tasks(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.list(IndicatorSource::TaskParts).iter().filter_map(|row| {
            let state = match row {
                row if row.has("done", "yes") => "đã hoàn thành",
                row if row.has("submitted", "yes") => "đã trình, chờ duyệt",
                row if row.has("late", "yes") => "quá hạn, đang thực hiện",
                _ => "đang thực hiện",
            };
            Some((self.tasks.get(&row.id)?.as_str(), state))
        })
    }

    /// The titles of what nobody has answered.
    pub fn open_obstacles(&self) -> impl Iterator<Item = &str> {
        self.obstacles_that("open")
    }

    /// The titles of what was passed up.
    pub fn escalated_obstacles(&self) -> impl Iterator<Item = &str> {
        self.obstacles_that("escalated")
    }

    fn obstacles_that(&self, dimension: &'static str) -> impl Iterator<Item = &str> {
        let rows = self.list(IndicatorSource::Obstacles).iter().filter(move |row| row.has(dimension, "yes"));
        rows.filter_map(|row| self.obstacles.get(&row.id).map(String::as_str))
    }

    pub fn list(&self, source: IndicatorSource) -> &[Counted] {
        self.lists.get(&source).map(Vec::as_slice).unwrap_or_default()
    }
}

fn meets(indicator: &Indicator, row: &Counted) -> bool {
    indicator.conditions.iter().all(|(dimension, words)| words.iter().any(|word| row.has(dimension, word)))
}

/// What is read.
pub struct Wanted<'a> {
    pub plan: &'a Id,
    pub period: Period,
    pub sources: HashSet<IndicatorSource>,
    /// The unit whose own rows are meant; none: the whole ward.
    pub unit: Option<&'a Id>,
}

/// Reads the rows of every source that is wanted.
///
/// # Errors
/// 403 for a source that the reader has no right to.
pub fn read<A: Deed>(cx: &mut Cx<'_, Reports, A>, wanted: &Wanted<'_>) -> Result<Rows> {
    let mut rows = Rows::default();
    let today = cx.today();
    let period = wanted.period;
    // What is still to come cannot be counted yet.
    let end = period.to.min(today);
    let asks = |source: IndicatorSource| wanted.sources.contains(&source);
    if asks(IndicatorSource::Tasks) || asks(IndicatorSource::TaskParts) {
        let all = tasks::of_plan::all(&mut cx.also::<Plans, Read>()?, wanted.plan)?;
        rows.tasks = all.iter().map(|one| (one.task.id.clone(), one.task.title.clone())).collect();
        rows.lists.insert(IndicatorSource::Tasks, tasks::counted::of_plan(&all, end));
        rows.lists.insert(IndicatorSource::TaskParts, tasks::counted::parts(&all, end));
    }
    if asks(IndicatorSource::Obstacles) {
        let found = obstacles::counted::counted(&mut cx.also::<Obstacles, Read>()?, period)?;
        rows.obstacles = found.iter().map(|(row, title)| (row.id.clone(), title.clone())).collect();
        rows.lists.insert(IndicatorSource::Obstacles, found.into_iter().map(|(row, _)| row).collect());
    }
    if asks(IndicatorSource::Children) || asks(IndicatorSource::Supports) || asks(IndicatorSource::SupportedChildren) {
        let mut cx = cx.also::<Children, Read>()?;
        let list = children::counted::counted(&mut cx, end)?;
        let supports = children::counted::supports_counted(&mut cx, period)?;
        let supported = children::counted::by_child(&supports);
        rows.lists.insert(IndicatorSource::Children, list);
        rows.lists.insert(IndicatorSource::Supports, supports);
        rows.lists.insert(IndicatorSource::SupportedChildren, supported);
    }
    if asks(IndicatorSource::Injuries) {
        let list = injuries::counted::counted(&mut cx.also::<Injuries, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Injuries, list);
    }
    if asks(IndicatorSource::Concerns) {
        let list = concerns::counted::counted(&mut cx.also::<CaseNumbers, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Concerns, list);
    }
    if asks(IndicatorSource::Cases) {
        let list = cases::counted::counted(&mut cx.also::<CaseNumbers, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Cases, list);
    }
    if asks(IndicatorSource::Events) {
        rows.events = events::counted::held(&mut cx.also::<Events, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Events, rows.events.iter().map(|held| held.row.clone()).collect());
    }
    if asks(IndicatorSource::Communications) {
        let list = communications::counted::counted(&mut cx.also::<Communications, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Communications, list);
    }
    if asks(IndicatorSource::HandedOver) {
        let list = summer::counted::handed_over(&mut cx.also::<Summer, Read>()?, end)?;
        rows.lists.insert(IndicatorSource::HandedOver, list);
    }
    if asks(IndicatorSource::SummerSessions) {
        let list = summer::counted::sessions_held(&mut cx.also::<Summer, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::SummerSessions, list);
    }
    if asks(IndicatorSource::Inspections) {
        let list = inspections::counted::held(&mut cx.also::<Inspections, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Inspections, list);
    }
    if asks(IndicatorSource::Recommendations) {
        let list = inspections::counted::recommended(&mut cx.also::<Recommendations, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Recommendations, list);
    }
    if asks(IndicatorSource::Commendations) {
        let list = commendations::counted::decided(&mut cx.also::<Commendations, Read>()?, period)?;
        rows.lists.insert(IndicatorSource::Commendations, list);
    }
    if let Some(unit) = wanted.unit {
        rows.keep_of(unit);
    }
    Ok(rows)
}

impl Rows {
    fn keep_of(&mut self, unit: &Id) {
        for list in self.lists.values_mut() {
            list.retain(|row| row.has("unit", unit.as_str()));
        }
        self.events.retain(|held| held.row.has("unit", unit.as_str()));
        let own: HashSet<&Id> =
            self.lists.get(&IndicatorSource::Obstacles).into_iter().flatten().map(|row| &row.id).collect();
        self.obstacles.retain(|id, _| own.contains(id));
    }
}
