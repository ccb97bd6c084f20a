//! What the writer of an inspection chooses from: units, topics, the parts of the plan.

use diesel::prelude::*;

use super::model::{InspectionChoices, InspectionSection};
use super::rules;
use crate::access::subject::{Inspections, Plans};
use crate::access::{Cx, Read};
use crate::db::schema::plan_sections;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::{plans, units};

/// # Errors
/// When the database refuses.
pub fn choices(cx: &mut Cx<'_, Inspections, Read>) -> Result<InspectionChoices> {
    let mut choices = InspectionChoices {
        units: Vec::new(),
        topics: rules::default_topics(),
        plan_id: None,
        plan_title: None,
        sections: Vec::new(),
    };
    // The upper level has many wards, and nothing to write in them.
    let Some(ward) = cx.scope().ward().cloned() else { return Ok(choices) };
    let ids: Vec<Id> = units::active(cx, &ward)?.into_iter().map(|unit| unit.id).collect();
    choices.units = units::references(cx, &ids)?.into_values().collect();
    choices.units.sort_by_cached_key(|unit| (unit.kind, units::natural_key(&unit.name)));
    if let Some(plan) = plans::current(&mut cx.also::<Plans, Read>()?)? {
        let sections: Vec<(Id, String, String)> = plan_sections::table
            .filter(plan_sections::plan_id.eq(&plan.id))
            .order(plan_sections::position)
            .select((plan_sections::id, plan_sections::path, plan_sections::title))
            .load(cx.conn())?;
        let shape = |(id, path, title)| InspectionSection { id, path, title };
        choices.sections = sections.into_iter().map(shape).collect();
        choices.plan_id = Some(plan.id);
        choices.plan_title = Some(plan.title);
    }
    Ok(choices)
}
