//! Who did what, when, from what to what: one row in the same transaction as the change.
//!
//! A transaction that changes something and leaves no row here is rolled back (`access::Gate::write`). Rows hold
//! route words, ids and office fields, never a child's data; fields that are secret are written as "changed" only.
//! They are chained, and written where their transaction ends: see [`chain`].

pub(crate) mod chain;
pub mod denials;
pub mod once;
pub mod verify;

use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::access::{Cx, Deed, PublicCx, Subject};
use crate::db::schema::audit;
use crate::db::types::{Id, Instant};
use crate::error::Result;

/// The changed fields of a row, each as `[before, after]`.
#[derive(Default, Debug)]
pub struct Changes(Map<String, Value>);

impl Changes {
    pub fn none() -> Self {
        Self::default()
    }

    /// Everything that differs between two states of a row.
    pub fn between(before: &impl Serialize, after: &impl Serialize) -> Self {
        let (before, after) = (json!(before), json!(after));
        let (Some(old), Some(new)) = (before.as_object(), after.as_object()) else { return Self::none() };
        let differing = new.iter().filter(|(field, value)| {
            !["version", "updated_at"].contains(&field.as_str()) && old.get(*field) != Some(*value)
        });
        Self(differing.map(|(field, value)| (field.clone(), json!([old.get(field), value]))).collect())
    }

    /// One field, named by hand.
    pub fn field(mut self, name: &str, before: impl Serialize, after: impl Serialize) -> Self {
        self.0.insert(name.to_owned(), json!([before, after]));
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A row as it is stored; its number and hash come when the transaction ends.
#[derive(Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = audit)]
pub struct Row {
    seq: i64,
    at: Instant,
    ward_id: Option<Id>,
    actor_id: Option<Id>,
    acting_for_id: Option<Id>,
    action: String,
    resource: String,
    row_id: Option<Id>,
    changes: String,
    outcome: String,
    request_id: String,
    hash: String,
}

/// Takes the row of a change: `verb` is the action's last word, as in the address (`submit`).
///
/// # Errors
/// None here: where the transaction ends and the row cannot be written, the change does not happen.
pub fn record<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, verb: &str, row_id: &Id, changes: Changes) -> Result<()> {
    let actor = cx.actor();
    let resource = R::RESOURCE.as_str();
    let row = Row {
        seq: 0,
        at: cx.now(),
        ward_id: actor.ward_id.clone(),
        actor_id: actor.person().cloned(),
        acting_for_id: actor.acting_for.clone(),
        action: format!("{resource}.{verb}"),
        resource: resource.to_owned(),
        row_id: Some(row_id.clone()),
        changes: Value::Object(changes.0).to_string(),
        outcome: "done".to_owned(),
        request_id: cx.request_id().to_owned(),
        hash: String::new(),
    };
    cx.keep_audit_row(row);
    Ok(())
}

/// Takes the row of something that happens before anybody is signed in (sign-in, refused or done).
///
/// # Errors
/// As with [`record`].
pub fn record_public(
    cx: &mut PublicCx<'_>,
    action: &str,
    ward_id: Option<&Id>,
    user_id: Option<&Id>,
    outcome: &str,
) -> Result<()> {
    cx.audit_rows.push(Row {
        seq: 0,
        at: cx.now,
        ward_id: ward_id.cloned(),
        actor_id: user_id.cloned(),
        acting_for_id: None,
        action: action.to_owned(),
        resource: "own".to_owned(),
        row_id: user_id.cloned(),
        changes: "{}".to_owned(),
        outcome: outcome.to_owned(),
        request_id: cx.request_id.to_owned(),
        hash: String::new(),
    });
    Ok(())
}
