//! Who did what, when, from what to what: one row in the same transaction as the change.
//!
//! A transaction that changes something and leaves no row here is rolled back (`access::Gate::write`). Rows hold
//! route words, ids and office fields, never a child's data; fields that are secret are written as "changed" only.

pub mod denials;
pub mod once;

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

#[derive(Insertable)]
#[diesel(table_name = audit)]
struct NewRow<'a> {
    at: Instant,
    ward_id: Option<&'a Id>,
    actor_id: Option<&'a Id>,
    acting_for_id: Option<&'a Id>,
    action: String,
    resource: &'a str,
    row_id: Option<&'a Id>,
    changes: String,
    outcome: &'a str,
    request_id: &'a str,
}

/// Writes the row of a change: `verb` is the action's last word, as in the address (`submit`).
///
/// # Errors
/// When the row cannot be written; the change must not happen then.
pub fn record<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, verb: &str, row_id: &Id, changes: Changes) -> Result<()> {
    let actor = cx.actor();
    let resource = R::RESOURCE.as_str();
    let request_id = cx.request_id().to_owned();
    let row = NewRow {
        at: cx.now(),
        ward_id: actor.ward_id.as_ref(),
        actor_id: actor.person(),
        acting_for_id: actor.acting_for.as_ref(),
        action: format!("{resource}.{verb}"),
        resource,
        row_id: Some(row_id),
        changes: Value::Object(changes.0).to_string(),
        outcome: "done",
        request_id: &request_id,
    };
    diesel::insert_into(audit::table).values(row).execute(cx.conn())?;
    cx.mark_audited();
    Ok(())
}

/// Writes the row of something that happens before anybody is signed in (sign-in, refused or done).
///
/// # Errors
/// When the row cannot be written.
pub fn record_public(
    cx: &mut PublicCx<'_>,
    action: &str,
    ward_id: Option<&Id>,
    user_id: Option<&Id>,
    outcome: &str,
) -> Result<()> {
    let row = NewRow {
        at: cx.now,
        ward_id,
        actor_id: user_id,
        acting_for_id: None,
        action: action.to_owned(),
        resource: "own",
        row_id: user_id,
        changes: "{}".to_owned(),
        outcome,
        request_id: cx.request_id,
    };
    diesel::insert_into(audit::table).values(row).execute(cx.conn)?;
    Ok(())
}
