//! What changed in a child's row, when, by whom and on which way. The contents are sealed: the audit log beside it
//! holds no word about a child.

use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::store;
use super::views::{self, View};
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Read};
use crate::db::schema::child_history;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::users::{self, model::UserRef};
use crate::keys::sealed::{self, Place};
use crate::text_enum;

text_enum! {
    /// The way on which a row was changed.
    pub enum Source {
        Form = "form",
        Import = "import",
        ImportUndo = "import_undo",
        Handover = "handover",
        Move = "move",
        Merge = "merge",
        MergeUndo = "merge_undo",
        /// A job of the system: somebody turned sixteen.
        System = "system",
    }
}

/// The members that differ between two states, each as `[before, after]`.
pub fn between(before: &impl Serialize, after: &impl Serialize) -> Map<String, Value> {
    let (Value::Object(before), Value::Object(after)) = (json!(before), json!(after)) else { return Map::new() };
    let differs = |(name, value): &(&String, &Value)| before.get(*name) != Some(*value);
    after.iter().filter(differs).map(|(name, value)| (name.clone(), json!([before.get(name), value]))).collect()
}

pub(super) fn place(id: &Id) -> Place {
    sealed::CHILD_HISTORY.of(id)
}

/// Writes down a change; an empty one is left out.
///
/// # Errors
/// When the row cannot be written.
pub fn record<A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    child: &Id,
    source: Source,
    changes: Map<String, Value>,
) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let row = row(cx, child, source, changes)?;
    diesel::insert_into(child_history::table).values(&row).execute(cx.conn())?;
    Ok(())
}

/// A line of the history as it is stored.
#[derive(Insertable)]
#[diesel(table_name = child_history)]
pub struct HistoryRow {
    id: Id,
    child_id: Id,
    at: Instant,
    by_user_id: Option<Id>,
    source: Source,
    changes: String,
}

/// Seals a change into a row, for whoever writes many at once.
///
/// # Errors
/// When it cannot be sealed.
pub fn row<A: Deed>(
    cx: &Cx<'_, Children, A>,
    child: &Id,
    source: Source,
    changes: Map<String, Value>,
) -> Result<HistoryRow> {
    let id = cx.new_id();
    let text = Value::Object(changes).to_string();
    let changes = cx.services().vault.seal(&place(&id), &text).map_err(Error::internal)?;
    Ok(HistoryRow {
        id,
        child_id: child.clone(),
        at: cx.now(),
        by_user_id: cx.actor().person().cloned(),
        source,
        changes,
    })
}

/// A change as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChildHistoryEntry {
    pub id: Id,
    pub at: Instant,
    /// Nobody for a job.
    pub by: Option<UserRef>,
    pub source: Source,
    /// Each changed member as `[before, after]`; members that the reader does not see are left out.
    #[schema(value_type = std::collections::HashMap<String, Vec<Value>>)]
    pub changes: Map<String, Value>,
}

/// The history of a child within the scope, newest first; entries of which nothing is left for this reader are not
/// there.
///
/// # Errors
/// 404.
pub fn of(cx: &mut Cx<'_, Children, Read>, child: &Id) -> Result<Vec<ChildHistoryEntry>> {
    store::find_row(cx, child)?;
    type Row = (Id, Instant, Option<Id>, Source, String);
    let rows: Vec<Row> = child_history::table
        .filter(child_history::child_id.eq(child))
        .order(child_history::id.desc())
        .limit(500)
        .select((
            child_history::id,
            child_history::at,
            child_history::by_user_id,
            child_history::source,
            child_history::changes,
        ))
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.2.as_ref()))?;
    let (view, vault) = (View::of(cx.actor()), &cx.services().vault);
    let mut entries = Vec::new();
    for (id, at, by, source, sealed) in rows {
        let opened = vault.open(&place(&id), &sealed).map_err(Error::internal)?;
        let changes = serde_json::from_str(&opened).map_err(Error::internal)?;
        let changes = shown(view, changes);
        if !changes.is_empty() {
            entries.push(ChildHistoryEntry { id, at, by: by.and_then(|id| people.get(&id).cloned()), source, changes });
        }
    }
    Ok(entries)
}

/// Groups stand under their code (`HC05`): shown to whoever may know it.
fn shown(view: View, changes: Map<String, Value>) -> Map<String, Value> {
    let is_shown = |name: &str| match super::catalogue::group(name) {
        Some(_) => view.knows_code(name),
        None => view.shows(name),
    };
    let mask = |name: &str, value: Value| match value {
        Value::Array(pair) if name == "personal_id" && view.masks_ids => {
            pair.into_iter().map(|one| one.as_str().map_or(Value::Null, |id| json!(views::mask(id)))).collect()
        }
        Value::Array(pair) if name == "guardians" => pair.into_iter().map(|one| view.cut_guardians(one)).collect(),
        other => other,
    };
    changes
        .into_iter()
        .filter(|(name, _)| is_shown(name))
        .map(|(name, value)| {
            let value = mask(&name, value);
            (name, value)
        })
        .collect()
}
