//! What a writer of a proposal chooses from, and which units have done what they were to do.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::model::{CandidateQuery, CommendationCandidate, CommendationChoices};
use super::{rules, store};
use crate::access::subject::{Commendations, Plans, Tasks};
use crate::access::{Cx, Read};
use crate::db::page::List;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::{plans, tasks, units};

/// # Errors
/// When the database refuses.
pub fn choices(cx: &mut Cx<'_, Commendations, Read>) -> Result<CommendationChoices> {
    let mut forms: Vec<String> = rules::FORMS.iter().map(|form| (*form).to_owned()).collect();
    for form in store::used_forms(cx)? {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let mut choices = CommendationChoices { units: Vec::new(), forms, plan_id: None, plan_title: None };
    let Some(ward) = cx.scope().ward().cloned() else { return Ok(choices) };
    let ids: Vec<Id> = units::active(cx, &ward)?.into_iter().map(|unit| unit.id).collect();
    choices.units = units::references(cx, &ids)?.into_values().collect();
    choices.units.sort_by_cached_key(|unit| (unit.kind, units::natural_key(&unit.name)));
    if let Some(plan) = plans::current(&mut cx.also::<Plans, Read>()?)? {
        (choices.plan_id, choices.plan_title) = (Some(plan.id), Some(plan.title));
    }
    Ok(choices)
}

/// The units whose tasks were accepted, reported in time and with evidence; a unit's reader sees its own.
///
/// # Errors
/// When the database refuses.
pub fn list(cx: &mut Cx<'_, Commendations, Read>, query: &CandidateQuery) -> Result<List<CommendationCandidate>> {
    let plan = plans::current(&mut cx.also::<Plans, Read>()?)?;
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let from = query.from.or(plan.as_ref().map(|plan| plan.starts_on)).unwrap_or_else(|| day(2000));
    let to = query.to.or(plan.as_ref().map(|plan| plan.ends_on)).unwrap_or_else(|| day(2101));
    let done = tasks::merits::accepted(&mut cx.also::<Tasks, Read>()?, from, to)?;
    let proposed: HashSet<Id> = store::proposed_units(cx)?.into_iter().collect();
    let names = units::references(cx, done.iter().map(|one| &one.unit_id))?;
    let mut candidates: BTreeMap<Id, CommendationCandidate> = BTreeMap::new();
    for one in done {
        let Some(unit) = names.get(&one.unit_id) else { continue };
        let candidate = candidates.entry(one.unit_id.clone()).or_insert_with(|| CommendationCandidate {
            unit: unit.clone(),
            accepted: 0,
            on_time: 0,
            with_evidence: 0,
            tasks: Vec::new(),
            is_proposed: proposed.contains(&one.unit_id),
        });
        candidate.accepted += 1;
        candidate.on_time += i64::from(one.is_on_time);
        candidate.with_evidence += i64::from(one.files > 0);
        if one.is_on_time && one.files > 0 {
            candidate.tasks.push(one.task);
        }
    }
    let mut candidates: Vec<CommendationCandidate> =
        candidates.into_values().filter(|one| !one.tasks.is_empty()).collect();
    // By name: the order says nothing of merit.
    candidates.sort_by_cached_key(|one| (one.unit.kind, units::natural_key(&one.unit.name)));
    Ok(List::whole(candidates))
}
