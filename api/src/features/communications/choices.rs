//! What the writer of an item chooses from: the units of the ward, and the words of the plan.

use diesel::prelude::*;

use super::campaigns;
use super::report_model::{CommunicationChoices, CommunicationPlan};
use crate::access::subject::{Communications, Plans};
use crate::access::{Cx, Deed, Read};
use crate::db::schema::plans;
use crate::db::types::{Id, Json};
use crate::error::Result;
use crate::features::units;

/// The units of the ward in the order in which people look for them, and the plan of the month.
///
/// # Errors
/// When the database refuses.
pub fn choices<A: Deed>(cx: &mut Cx<'_, Communications, A>) -> Result<CommunicationChoices> {
    // The upper level has many wards, and nothing to write in them.
    let Some(ward) = cx.scope().ward().cloned() else {
        return Ok(CommunicationChoices { units: Vec::new(), plan: None });
    };
    let ids: Vec<Id> = units::active(cx, &ward)?.into_iter().map(|unit| unit.id).collect();
    let mut units: Vec<_> = units::references(cx, &ids)?.into_values().collect();
    units.sort_by_cached_key(|unit| (unit.kind, units::natural_key(&unit.name)));
    let current = crate::features::plans::current(&mut cx.also::<Plans, Read>()?)?;
    let plan = current.map(|plan| words_of(cx, &plan.id)).transpose()?.flatten();
    Ok(CommunicationChoices { units, plan })
}

/// The plan whose words go with an item: its campaign's, else the plan of the month.
///
/// # Errors
/// When the database refuses.
pub fn plan_for<A: Deed>(
    cx: &mut Cx<'_, Communications, A>,
    campaign: Option<&Id>,
) -> Result<Option<CommunicationPlan>> {
    let chosen = campaign.map(|id| campaigns::plan_of(cx, id)).transpose()?.flatten();
    let plan = match chosen {
        Some(plan) => Some(plan),
        None => crate::features::plans::current(&mut cx.also::<Plans, Read>()?)?.map(|plan| plan.id),
    };
    Ok(plan.map(|plan| words_of(cx, &plan)).transpose()?.flatten())
}

fn words_of<A: Deed>(cx: &mut Cx<'_, Communications, A>, plan: &Id) -> Result<Option<CommunicationPlan>> {
    type Words = (Id, String, String, chrono::NaiveDate, chrono::NaiveDate, Json<Vec<String>>, Json<Vec<String>>);
    let found: Option<Words> = plans::table
        .find(plan)
        .filter(plans::ward_id.eq_any(cx.scope().wards()))
        .select((
            plans::id,
            plans::title,
            plans::theme,
            plans::starts_on,
            plans::ends_on,
            plans::slogans,
            plans::hotlines,
        ))
        .first(cx.conn())
        .optional()?;
    Ok(found.map(|(id, title, theme, starts_on, ends_on, slogans, hotlines)| CommunicationPlan {
        id,
        title,
        theme,
        starts_on,
        ends_on,
        slogans: slogans.into_inner(),
        hotlines: hotlines.into_inner(),
    }))
}
