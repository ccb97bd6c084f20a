//! Who did what, when, from what to what: one row in the same transaction as the change.
//!
//! A transaction that changes something and leaves no row here is rolled back (`access::Gate::write`). Rows hold
//! route words, ids and office fields, never a child's data; fields that are secret are written as "changed" only.
//! They are chained, and written where their transaction ends: see [`chain`].

pub(crate) mod chain;
pub mod copies;
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
    let ward = cx.caller().ward_id().cloned();
    keep(cx, ward, verb, row_id, changes)
}

/// Like [`record`], of a row of that ward: for what the upper level does to it (the ward's own people see it in their
/// log then, and its webhooks hear of it).
///
/// # Errors
/// As with [`record`].
pub fn record_in<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ward: &Id,
    verb: &str,
    row_id: &Id,
    changes: Changes,
) -> Result<()> {
    keep(cx, Some(ward.clone()), verb, row_id, changes)
}

fn keep<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ward_id: Option<Id>,
    verb: &str,
    row_id: &Id,
    changes: Changes,
) -> Result<()> {
    let caller = cx.caller();
    let resource = R::RESOURCE.as_str();
    let row = Row {
        seq: 0,
        at: cx.now(),
        ward_id,
        actor_id: caller.doer().cloned(),
        acting_for_id: caller.acting_for().cloned(),
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

/// What of a change others may be told: what was done to which row of which ward, and when.
pub(crate) struct Fact<'a> {
    pub action: &'a str,
    pub ward_id: &'a Id,
    pub row_id: &'a Id,
    pub at: Instant,
    /// The changed fields as JSON.
    pub changes: &'a str,
}

impl Row {
    /// `None` for what was refused, or is about no row of a ward.
    pub(crate) fn fact(&self) -> Option<Fact<'_>> {
        let (ward_id, row_id) = (self.ward_id.as_ref()?, self.row_id.as_ref()?);
        (self.outcome == "done").then_some(Fact {
            action: &self.action,
            ward_id,
            row_id,
            at: self.at,
            changes: &self.changes,
        })
    }
}

/// Takes the row of a sign-in that was refused: of which account, by whom nobody knows.
pub(crate) fn record_refused_sign_in(cx: &mut PublicCx<'_>, ward_id: Option<&Id>, user_id: Option<&Id>) {
    cx.audit_rows.push(Row {
        seq: 0,
        at: cx.now,
        ward_id: ward_id.cloned(),
        actor_id: None,
        acting_for_id: None,
        action: "own.sign_in".to_owned(),
        resource: "own".to_owned(),
        row_id: user_id.cloned(),
        changes: "{}".to_owned(),
        outcome: "denied".to_owned(),
        request_id: cx.request_id.to_owned(),
        hash: String::new(),
    });
}

/// Takes the row of what the first setup makes, in the name of the administrator who is made with it.
pub fn record_first(cx: &mut PublicCx<'_>, action: &str, ward: &Id, admin: &Id, row_id: &Id, changes: Changes) {
    let resource = action.split('.').next().unwrap_or_default();
    cx.audit_rows.push(Row {
        seq: 0,
        at: cx.now,
        ward_id: Some(ward.clone()),
        actor_id: Some(admin.clone()),
        acting_for_id: None,
        action: action.to_owned(),
        resource: resource.to_owned(),
        row_id: Some(row_id.clone()),
        changes: Value::Object(changes.0).to_string(),
        outcome: "done".to_owned(),
        request_id: cx.request_id.to_owned(),
        hash: String::new(),
    });
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
    keep_public(cx, action, ward_id, user_id, outcome, Changes::none());
    Ok(())
}

/// Takes the row of a proof of oneself that failed (a wrong password or one-time code of a known account), with what
/// was wrong about it; what was typed is never written.
///
/// # Errors
/// As with [`record`].
pub fn record_refused(
    cx: &mut PublicCx<'_>,
    action: &str,
    ward_id: Option<&Id>,
    user_id: &Id,
    reason: &str,
) -> Result<()> {
    keep_public(cx, action, ward_id, Some(user_id), "denied", Changes::none().field("reason", (), reason));
    Ok(())
}

fn keep_public(
    cx: &mut PublicCx<'_>,
    action: &str,
    ward_id: Option<&Id>,
    user_id: Option<&Id>,
    outcome: &str,
    changes: Changes,
) {
    cx.audit_rows.push(Row {
        seq: 0,
        at: cx.now,
        ward_id: ward_id.cloned(),
        actor_id: user_id.cloned(),
        acting_for_id: None,
        action: action.to_owned(),
        resource: "own".to_owned(),
        row_id: user_id.cloned(),
        changes: Value::Object(changes.0).to_string(),
        outcome: outcome.to_owned(),
        request_id: cx.request_id.to_owned(),
        hash: String::new(),
    });
}
