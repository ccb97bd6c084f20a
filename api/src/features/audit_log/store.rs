//! Reading the table of the audit log.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::model::{Entry, EntryQuery, EntryRow};
use super::rules;
use crate::access::subject::Audit;
use crate::access::{Cx, Read, Scope};
use crate::calendar;
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest};
use crate::db::schema::audit;
use crate::db::types::Instant;
use crate::error::{Error, Result};
use crate::features::{service_accounts, users};

type Condition = Box<dyn BoxableExpression<audit::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The rows within a scope: the one place where scopes become SQL for this table.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(audit::ward_id.eq(ward.clone())),
        Scope::User { user, .. } => Box::new(audit::actor_id.eq(user.clone())),
        other => Box::new(audit::ward_id.eq_any(other.wards())),
    }
}

type Filtered = audit::BoxedQuery<'static, MultiBackend>;

fn filtered(scope: &Scope, query: &EntryQuery) -> Filtered {
    let mut rows = audit::table.filter(visible(scope)).into_boxed();
    if let Some(resource) = &query.resource {
        rows = rows.filter(audit::resource.eq(resource.clone()));
    }
    if let Some(row) = &query.row_id {
        rows = rows.filter(audit::row_id.eq(row.clone()));
    }
    if let Some(actor) = &query.actor_id {
        rows = rows.filter(audit::actor_id.eq(actor.clone()));
    }
    if let Some(action) = &query.action {
        rows = rows.filter(audit::action.eq(action.clone()));
    }
    if let Some(outcome) = query.outcome {
        rows = rows.filter(audit::outcome.eq(outcome));
    }
    if let Some(day) = query.from {
        rows = rows.filter(audit::at.ge(Instant::new(calendar::start_of_ward_day(day))));
    }
    if let Some(day) = query.to {
        rows = rows.filter(audit::at.le(Instant::new(calendar::end_of_ward_day(day))));
    }
    rows
}

/// A page of the log, newest first.
pub fn list(cx: &mut Cx<'_, Audit, Read>, query: &EntryQuery, page: &PageRequest) -> Result<List<Entry>> {
    let mut rows = filtered(cx.scope(), query);
    if let Some(cursor) = &page.cursor {
        let seq: i64 = cursor.value.parse().map_err(|_| Error::bad_parameter("cursor"))?;
        rows = rows.filter(audit::seq.lt(seq));
    }
    let rows: Vec<EntryRow> =
        rows.order(audit::seq.desc()).limit(page.limit + 1).select(EntryRow::as_select()).load(cx.conn())?;
    let total = filtered(cx.scope(), query).select(count_star()).first(cx.conn())?;
    // `seq` alone orders the log: the id that every cursor carries says nothing here, so it is the reader's own.
    let reader = &cx.actor().user_id;
    let List { items, next_cursor, total, .. } =
        List::from_rows(rows, page, total, |row| (row.seq.to_string(), reader.clone()));
    Ok(List { items: dress(cx, items)?, next_cursor, total, total_is_at_least: false })
}

fn dress(cx: &mut Cx<'_, Audit, Read>, rows: Vec<EntryRow>) -> Result<Vec<Entry>> {
    let named = rows.iter().flat_map(|row| [&row.actor_id, &row.acting_for_id]).flatten();
    let mut people = users::references(cx, named)?;
    // Machines act under their own name.
    let others = rows.iter().filter_map(|row| row.actor_id.as_ref()).filter(|id| !people.contains_key(id));
    people.extend(service_accounts::references(cx, others.collect::<Vec<_>>())?);
    let role = cx.actor().role;
    let shape = |row: EntryRow| Entry {
        id: row.seq,
        at: row.at,
        actor: row.actor_id.and_then(|id| people.get(&id).cloned()),
        acting_for: row.acting_for_id.and_then(|id| people.get(&id).cloned()),
        changes: if rules::shows_changes(role, &row.resource) { row.changes.into_inner() } else { HashMap::new() },
        action: row.action,
        resource: row.resource,
        row_id: row.row_id,
        outcome: row.outcome,
        request_id: row.request_id,
    };
    Ok(rows.into_iter().map(shape).collect())
}
