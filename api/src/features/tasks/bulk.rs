//! One move for many tasks: those that cannot be changed are named, the others are done.

use std::collections::HashSet;

use actix_web::post;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::TaskChanges;
use super::reminders::{self, NewReminder};
use super::{store, write};
use crate::access::subject::Tasks;
use crate::access::{Access, Approve, Cx};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::http::{Body, Created, IfMatch, context};
use crate::input::{Checks, DUPLICATE, REQUIRED, TOO_MANY};
use crate::text_enum;

text_enum! {
    pub enum BulkAction {
        DueOn = "due_on",
        LeadUnit = "lead_unit",
        Remind = "remind",
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkChange {
    /// At most 200.
    pub task_ids: Vec<Id>,
    pub action: BulkAction,
    /// With `due_on`.
    pub due_on: Option<NaiveDate>,
    /// With `lead_unit`.
    pub lead_unit_id: Option<Id>,
    /// With `remind`.
    pub message: Option<String>,
}

/// What became of each task.
#[derive(Serialize, ToSchema)]
pub struct BulkResult {
    pub done: Vec<Id>,
    pub failed: Vec<BulkFailure>,
}

#[derive(Serialize, ToSchema)]
pub struct BulkFailure {
    pub id: Id,
    pub code: String,
    pub message: String,
}

/// Change the due day or the lead unit of many tasks, or remind of them
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:approve"])), request_body = BulkChange,
    responses((status = 200, body = BulkResult)))]
#[post("/tasks/bulk")]
pub async fn change_many(access: Access<Tasks, Approve>, body: Body<BulkChange>) -> Result<Created> {
    let lang = context::lang();
    access.act(move |cx| run(cx, &body.0, lang)).await
}

fn run(cx: &mut Cx<'_, Tasks, Approve>, input: &BulkChange, lang: context::Lang) -> Result<BulkResult> {
    let mut checks = Checks::new();
    if input.task_ids.len() > 200 {
        checks.fail_with("task_ids", TOO_MANY, vec![("max", "200".to_owned())]);
    }
    match input.action {
        _ if input.task_ids.is_empty() => checks.fail("task_ids", REQUIRED),
        BulkAction::DueOn if input.due_on.is_none() => checks.fail("due_on", REQUIRED),
        BulkAction::LeadUnit if input.lead_unit_id.is_none() => checks.fail("lead_unit_id", REQUIRED),
        _ => {}
    }
    let mut seen = HashSet::new();
    for (at, id) in input.task_ids.iter().enumerate() {
        // Named twice, a unit would be reminded twice.
        if !seen.insert(id) {
            checks.fail(format!("task_ids[{at}]"), DUPLICATE);
        }
    }
    checks.finish()?;
    let mut result = BulkResult { done: Vec::new(), failed: Vec::new() };
    for id in &input.task_ids {
        // Rules are checked before the first write of each task, so a refused one leaves nothing behind.
        match change_one(cx, id, input) {
            Ok(()) => result.done.push(id.clone()),
            Err(error) if error.status().is_client_error() => {
                let failure =
                    BulkFailure { id: id.clone(), code: error.code().to_owned(), message: error.sentence(lang) };
                result.failed.push(failure);
            }
            Err(error) => return Err(error),
        }
    }
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    audit::record(cx, "bulk", &ward, Changes::none().field("done", (), &result.done))?;
    Ok(result)
}

fn change_one(cx: &mut Cx<'_, Tasks, Approve>, id: &Id, input: &BulkChange) -> Result<()> {
    if input.action == BulkAction::Remind {
        let reminder = NewReminder { message: input.message.clone(), unit_ids: None };
        return reminders::remind(cx, id, IfMatch::none(), &reminder);
    }
    let before = store::find_to_write(cx, id)?;
    let changes =
        TaskChanges { due_on: input.due_on, lead_unit_id: input.lead_unit_id.clone(), ..TaskChanges::default() };
    write::update(&mut cx.also()?, &before, &changes)
}
