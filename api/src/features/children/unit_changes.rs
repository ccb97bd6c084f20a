//! Children of a unit that merges into another: a child must never hang on a unit that is no more.

use diesel::prelude::*;
use serde_json::json;

use super::history::{self, Source};
use crate::access::subject::Accounts;
use crate::access::{Cx, Update};
use crate::db::schema::{child_history, children};
use crate::db::types::Id;
use crate::each_backend;
use crate::error::{Error, Result};

/// How many children still belong to a neighborhood or a school.
///
/// # Errors
/// When the database refuses.
pub fn count_of_unit(cx: &mut Cx<'_, Accounts, Update>, unit: &Id) -> Result<i64> {
    let rows = children::table.filter(children::neighborhood_id.eq(unit).or(children::school_id.eq(unit)));
    let rows = rows.filter(children::status.eq("active")).filter(children::merged_into_id.is_null());
    Ok(rows.count().get_result(cx.conn())?)
}

/// Puts `into` in the place of `from` in every child's row, whatever became of the child since, each with its line in
/// the history.
///
/// # Errors
/// When the database refuses.
pub fn hand_over_to_unit(cx: &mut Cx<'_, Accounts, Update>, from: &Id, into: &Id) -> Result<i64> {
    let living: Vec<Id> =
        children::table.filter(children::neighborhood_id.eq(from)).select(children::id).load(cx.conn())?;
    let learning: Vec<Id> =
        children::table.filter(children::school_id.eq(from)).select(children::id).load(cx.conn())?;
    let now = cx.now();
    let version = (children::updated_at.eq(now), children::version.eq(children::version + 1));
    diesel::update(children::table.filter(children::neighborhood_id.eq(from)))
        .set((children::neighborhood_id.eq(into), version))
        .execute(cx.conn())?;
    let version = (children::updated_at.eq(now), children::version.eq(children::version + 1));
    diesel::update(children::table.filter(children::school_id.eq(from)))
        .set((children::school_id.eq(into), version))
        .execute(cx.conn())?;
    write_down(cx, &living, &json!({"neighborhood_id": [from, into]}).to_string())?;
    write_down(cx, &learning, &json!({"school_id": [from, into]}).to_string())?;
    Ok(i64::try_from(living.len() + learning.len()).unwrap_or(i64::MAX))
}

fn write_down(cx: &mut Cx<'_, Accounts, Update>, rows: &[Id], changes: &str) -> Result<()> {
    let (now, by) = (cx.now(), cx.actor().person().cloned());
    for some in rows.chunks(500) {
        let mut lines = Vec::with_capacity(some.len());
        for child in some {
            let id = cx.new_id();
            let sealed = cx.services().vault.seal(&history::place(&id), changes).map_err(Error::internal)?;
            lines.push((
                child_history::id.eq(id),
                child_history::child_id.eq(child.clone()),
                child_history::at.eq(now),
                child_history::by_user_id.eq(by.clone()),
                child_history::source.eq(Source::Move),
                child_history::changes.eq(sealed),
            ));
        }
        each_backend!(cx.conn(), plain => diesel::insert_into(child_history::table).values(&lines).execute(plain))?;
    }
    Ok(())
}
