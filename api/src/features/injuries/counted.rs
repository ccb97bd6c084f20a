//! Injuries as statistics see them.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{AgeBand, InjuryKind, InjuryOutcome, InjuryPlaceKind, InjuryQuery};
use super::store::filtered;
use crate::access::subject::Injuries;
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::injuries;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::children::model::Sex;

/// The accidents within the days.
///
/// # Errors
/// When the database refuses.
pub fn counted(cx: &mut Cx<'_, Injuries, Read>, period: Period) -> Result<Vec<Counted>> {
    type Row = (Id, InjuryKind, Sex, i32, InjuryPlaceKind, InjuryOutcome);
    let days = InjuryQuery { from: Some(period.from), to: Some(period.to), ..InjuryQuery::default() };
    let rows: Vec<Row> = filtered(cx, &days)
        .order(injuries::id)
        .select((injuries::id, injuries::kind, injuries::sex, injuries::age, injuries::place_kind, injuries::outcome))
        .load(cx.conn())?;
    let shape = |(id, kind, sex, age, place, outcome): Row| {
        Counted::new(id)
            .mark("kind", kind)
            .mark("sex", sex)
            .mark("age", AgeBand::of(age))
            .mark("place", place)
            .mark("outcome", outcome)
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Injuries, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = filtered(cx, &InjuryQuery::default()).filter(injuries::id.eq_any(ids.to_vec()));
    let rows: Vec<(Id, NaiveDate)> = rows.select((injuries::id, injuries::happened_on)).load(cx.conn())?;
    Ok(rows.into_iter().map(|(id, day)| (id, format!("Tai nạn ngày {}", day.format("%d/%m/%Y")))).collect())
}
