//! Inspections and what they asked for, as statistics see them: the very rows of the lists.

use std::collections::HashMap;

use super::model::InspectionQuery;
use super::recommendation_model::{RecommendationQuery, RecommendationStatus};
use super::{recommendations, store};
use crate::access::subject::{Inspections, Recommendations};
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::page::PageRequest;
use crate::db::types::Id;
use crate::error::Result;

/// What was done within the days: the rows of the list with `status=done`, `done_from` and `done_to`.
///
/// # Errors
/// When the database refuses.
pub fn held(cx: &mut Cx<'_, Inspections, Read>, period: Period) -> Result<Vec<Counted>> {
    let query = InspectionQuery {
        status: Some("done".to_owned()),
        done_from: Some(period.from),
        done_to: Some(period.to),
        ..InspectionQuery::default()
    };
    let rows = store::list(cx, &query, &PageRequest::all("starts_on"))?.items;
    let shape = |row: super::model::Inspection| {
        Counted::new(row.id).mark("inspection_kind", row.kind).mark("unit", &row.lead_unit_id)
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What was asked for within the days and stands: the rows of the list with `status=open,fixed,verified`, `made_from`
/// and `made_to`.
///
/// # Errors
/// When the database refuses.
pub fn recommended(cx: &mut Cx<'_, Recommendations, Read>, period: Period) -> Result<Vec<Counted>> {
    let query = RecommendationQuery {
        status: Some("open,fixed,verified".to_owned()),
        made_from: Some(period.from),
        made_to: Some(period.to),
        ..RecommendationQuery::default()
    };
    let rows = recommendations::list(cx, &query, &PageRequest::all("due_on"))?.items;
    let shape = |row: super::recommendation_model::Recommendation| {
        let is_fixed = row.status != RecommendationStatus::Open;
        Counted::new(row.id).mark("unit", &row.unit_id).flag("fixed", is_fixed)
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What some inspections are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Inspections, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = store::list(cx, &InspectionQuery::default(), &PageRequest::all("starts_on"))?.items;
    Ok(rows.into_iter().filter(|row| ids.contains(&row.id)).map(|row| (row.id, row.title)).collect())
}

/// What some recommendations ask for, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn recommendation_labels(cx: &mut Cx<'_, Recommendations, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = recommendations::list(cx, &RecommendationQuery::default(), &PageRequest::all("due_on"))?.items;
    Ok(rows.into_iter().filter(|row| ids.contains(&row.id)).map(|row| (row.id, row.text)).collect())
}
