//! Commendations as statistics see them: the very rows of the list.

use std::collections::HashMap;

use super::model::{Commendation, CommendationQuery};
use super::store;
use crate::access::subject::Commendations;
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::page::PageRequest;
use crate::db::types::Id;
use crate::error::Result;

/// What was decided within the days.
///
/// # Errors
/// When the database refuses.
pub fn decided(cx: &mut Cx<'_, Commendations, Read>, period: Period) -> Result<Vec<Counted>> {
    let query = CommendationQuery { status: Some("decided,awarded".to_owned()), ..CommendationQuery::default() };
    let rows = store::list(cx, &query, &PageRequest::all("proposed_on"))?.items;
    let is_within = |row: &Commendation| row.decision.as_ref().is_some_and(|one| period.holds(one.decided_on));
    let shape = |row: Commendation| Counted::new(row.id).mark("commended", row.kind);
    Ok(rows.into_iter().filter(is_within).map(shape).collect())
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Commendations, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = store::list(cx, &CommendationQuery::default(), &PageRequest::all("proposed_on"))?.items;
    Ok(rows.into_iter().filter(|row| ids.contains(&row.id)).map(|row| (row.id, row.name)).collect())
}
