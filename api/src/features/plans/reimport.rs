//! A corrected document into a plan that is there: the difference, and what of it is accepted.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::difference::{self, Step, What};
use super::model::{Difference, Plan, PlanChanges, PlanPreview, PlanStatus, ReimportAcceptance, Section, TaskPreview};
use super::rules::SECTION_IN_USE;
use super::{store, write};
use crate::access::subject::Plans;
use crate::access::{Cx, Deed, Update};
use crate::db::schema::plan_sections;
use crate::db::types::Id;
use crate::error::{Message, Result};
use crate::features::tasks::of_plan::{self, Correction, OfPlan, PlannedTask};
use crate::features::units;
use crate::http::IfMatch;
use crate::input::Checks;

pub const DIFFERENCE_GONE: Message = Message::new(
    "difference_gone",
    "Điểm khác này không còn: kế hoạch đã đổi từ lúc so sánh. Hãy nhập lại tệp để so sánh lại.",
    "This difference is no more: the plan changed since the comparison. Import the file again.",
);
/// Why a task is called off that a corrected document no longer holds.
pub(super) const REMOVED: &str = "Kế hoạch đã sửa không còn nhiệm vụ này.";

/// What a corrected document would change.
///
/// # Errors
/// 404, 409.
pub fn compare<A: Deed>(cx: &mut Cx<'_, Plans, A>, id: &Id, preview: &PlanPreview) -> Result<Vec<Difference>> {
    write::open(cx, id)?;
    let plan = store::find(cx, id)?;
    let tasks = of_plan::all(cx, id)?;
    Ok(difference::steps(&plan, &tasks, preview).into_iter().map(|step| step.difference).collect())
}

/// Applies the accepted differences: all of them or, when one cannot be, none.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn apply(cx: &mut Cx<'_, Plans, Update>, id: &Id, if_match: IfMatch, input: &ReimportAcceptance) -> Result<()> {
    let before = write::open(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    let plan = store::find(cx, id)?;
    let tasks = of_plan::all(cx, id)?;
    let steps = difference::steps(&plan, &tasks, &input.preview);
    let mut checks = Checks::new();
    for (at, key) in input.accept.iter().enumerate() {
        if !steps.iter().any(|step| step.difference.key == *key) {
            checks.fail(format!("accept[{at}]"), DIFFERENCE_GONE);
        }
    }
    checks.finish()?;
    let wanted: HashSet<&String> = input.accept.iter().collect();
    let accepted: Vec<&Step<'_>> = steps.iter().filter(|step| wanted.contains(&step.difference.key)).collect();

    let changes = head_changes(&accepted, &input.preview);
    let mut checks = Checks::new();
    let row = write::apply(&mut checks, &before, &changes);
    checks.finish()?;
    let paths = apply_sections(cx, &plan, &accepted, &input.preview)?;
    apply_tasks(cx, &plan, &accepted, &paths)?;
    remove_sections(cx, &accepted)?;
    write::save(cx, &before, row, "reimport")
}

fn head_changes(accepted: &[&Step<'_>], preview: &PlanPreview) -> PlanChanges {
    let mut changes = PlanChanges::default();
    for step in accepted {
        let What::Field(field) = step.what else { continue };
        match field {
            "title" => changes.title = Some(preview.title.clone()),
            "number" => changes.number = Some(preview.number.clone()),
            "issued_on" => changes.issued_on = Some(preview.issued_on),
            "issuer" => changes.issuer = Some(preview.issuer.clone()),
            "theme" => changes.theme = Some(preview.theme.clone()),
            "slogans" => changes.slogans = Some(preview.slogans.clone()),
            "starts_on" => changes.starts_on = preview.starts_on,
            "ends_on" => changes.ends_on = preview.ends_on,
            "legal_bases" => changes.legal_bases = Some(preview.legal_bases.clone()),
            "hotlines" => changes.hotlines = Some(preview.hotlines.clone()),
            "recipients" => changes.recipients = Some(preview.recipients.clone()),
            "signed_by" => changes.signed_by = Some(preview.signed_by.clone()),
            _ => {}
        }
    }
    changes
}

/// Adds and changes sections; answers which section stands now under each key of the document.
fn apply_sections(
    cx: &mut Cx<'_, Plans, Update>,
    plan: &Plan,
    accepted: &[&Step<'_>],
    preview: &PlanPreview,
) -> Result<HashMap<String, Id>> {
    let mut ids: HashMap<String, Id> =
        plan.sections.iter().map(|section| (section.path.clone(), section.id.clone())).collect();
    let place = |key: &str| {
        let at = preview.sections.iter().position(|section| section.key == key);
        at.and_then(|at| i32::try_from(at).ok()).unwrap_or(i32::MAX)
    };
    for step in accepted {
        let (id, read) = match step.what {
            What::AddSection(read) => (cx.new_id(), read),
            What::ChangeSection(kept, read) => (kept.id.clone(), read),
            _ => continue,
        };
        let parent_id = read.parent_key.as_ref().and_then(|key| ids.get(key)).cloned();
        let section = Section {
            id: id.clone(),
            plan_id: plan.id.clone(),
            parent_id,
            position: place(&read.key),
            number: read.number.clone(),
            path: read.key.clone(),
            title: read.title.clone(),
            body: read.body.clone(),
        };
        if let What::AddSection(_) = step.what {
            diesel::insert_into(plan_sections::table).values(&section).execute(cx.conn())?;
        } else {
            let Section { parent_id, position, number, path, title, body, .. } = section;
            diesel::update(plan_sections::table.find(&id))
                .set((
                    plan_sections::parent_id.eq(parent_id),
                    plan_sections::position.eq(position),
                    plan_sections::number.eq(number),
                    plan_sections::path.eq(path),
                    plan_sections::title.eq(title),
                    plan_sections::body.eq(body),
                ))
                .execute(cx.conn())?;
        }
        ids.insert(read.key.clone(), id);
    }
    // Those that did not change move to their place in the document too.
    for (key, id) in &ids {
        diesel::update(plan_sections::table.find(id)).set(plan_sections::position.eq(place(key))).execute(cx.conn())?;
    }
    Ok(ids)
}

fn apply_tasks(
    cx: &mut Cx<'_, Plans, Update>,
    plan: &Plan,
    accepted: &[&Step<'_>],
    sections: &HashMap<String, Id>,
) -> Result<()> {
    let units = units::active(cx, &plan.ward_id)?;
    let section_of = |read: &TaskPreview| read.section_key.as_ref().and_then(|key| sections.get(key)).cloned();
    for step in accepted {
        match &step.what {
            What::AddTask(at, read) => {
                let mut checks = Checks::new();
                let due_on = read.due_on.unwrap_or(plan.ends_on);
                let template = PlannedTask {
                    section_id: section_of(read),
                    title: checks.line(&format!("preview.tasks[{at}].title"), &read.title, 300),
                    description: checks.lines("description", &read.description, 20_000),
                    source: checks.lines("source", &read.source, 20_000),
                    is_published: plan.status == PlanStatus::Published,
                    ..PlannedTask::default_for(&plan.id, &plan.ward_id, due_on)
                };
                let tasks = write::assign(&mut checks, *at, read, &template, &units);
                checks.finish()?;
                for task in &tasks {
                    of_plan::create(cx, task)?;
                }
            }
            What::ChangeTasks(group, read) => correct(cx, plan, group, read, section_of(read))?,
            What::RemoveTask(kept) => of_plan::remove(cx, &kept.task, REMOVED)?,
            _ => {}
        }
    }
    Ok(())
}

fn correct(
    cx: &mut Cx<'_, Plans, Update>,
    plan: &Plan,
    group: &[&OfPlan],
    read: &TaskPreview,
    section: Option<Id>,
) -> Result<()> {
    for kept in group {
        let says_the_same = kept.task.source == read.source;
        let correction = Correction {
            // A title that the officer gave stays while the sentence does.
            title: if says_the_same { kept.task.title.clone() } else { read.title.clone() },
            description: if says_the_same { kept.task.description.clone() } else { read.description.clone() },
            source: read.source.clone(),
            due_on: read.due_on.unwrap_or(plan.ends_on),
            section_id: section.clone().or_else(|| kept.task.section_id.clone()),
        };
        of_plan::correct(cx, &kept.task.id, &correction)?;
    }
    Ok(())
}

fn remove_sections(cx: &mut Cx<'_, Plans, Update>, accepted: &[&Step<'_>]) -> Result<()> {
    // Children stand after their parents: from the back, so that a parent is empty when its turn comes.
    for step in accepted.iter().rev() {
        let What::RemoveSection(section) = step.what else { continue };
        let children: i64 =
            plan_sections::table.filter(plan_sections::parent_id.eq(&section.id)).count().get_result(cx.conn())?;
        if children > 0 || of_plan::count_of_section(cx, &section.id)? > 0 {
            return Err(crate::error::Error::field(&step.difference.key, SECTION_IN_USE));
        }
        diesel::delete(plan_sections::table.find(&section.id)).execute(cx.conn())?;
    }
    Ok(())
}
