//! Sections added, changed and deleted by hand.

use diesel::prelude::*;

use super::model::{NewSection, PlanStatus, Section, SectionChanges};
use super::rules::{self, SECTION_IN_USE, SECTION_TWICE, SECTION_UNKNOWN};
use super::{store, write};
use crate::access::subject::Plans;
use crate::access::{Cx, Update};
use crate::db::schema::plan_sections;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::tasks::of_plan;
use crate::http::IfMatch;
use crate::input::Checks;

/// Adds a section.
///
/// # Errors
/// 404, 409, 412, 422.
pub fn add(cx: &mut Cx<'_, Plans, Update>, plan: &Id, if_match: IfMatch, input: &NewSection) -> Result<()> {
    let before = write::open(cx, plan)?;
    if_match.check_version_if_given(before.version, || store::find(cx, plan))?;
    let sections = store::sections_of(cx, plan)?;
    let mut checks = Checks::new();
    let number = checks.line("number", &input.number, 40);
    let title = checks.line("title", &input.title, 1000);
    let body = checks.lines("body", &input.body, 100_000);
    let parent = input.parent_id.as_ref().map(|id| sections.iter().find(|section| section.id == *id));
    if parent == Some(None) {
        checks.fail("parent_id", SECTION_UNKNOWN);
    }
    let parent = parent.flatten();
    let path = rules::path_of(parent.map(|section| section.path.as_str()), &number);
    if sections.iter().any(|section| section.path == path) {
        checks.fail("number", SECTION_TWICE);
    }
    checks.finish()?;
    let end = i32::try_from(sections.len()).unwrap_or(i32::MAX);
    let position = input.position.unwrap_or_else(|| after_last(&sections, parent).unwrap_or(end)).clamp(0, end);
    diesel::update(
        plan_sections::table.filter(plan_sections::plan_id.eq(plan)).filter(plan_sections::position.ge(position)),
    )
    .set(plan_sections::position.eq(plan_sections::position + 1))
    .execute(cx.conn())?;
    let section = Section {
        id: cx.new_id(),
        plan_id: plan.clone(),
        parent_id: input.parent_id.clone(),
        position,
        number,
        path,
        title,
        body,
    };
    diesel::insert_into(plan_sections::table).values(&section).execute(cx.conn())?;
    write::touch(cx, &before, "add_section")
}

/// The place after everything that stands below a parent.
fn after_last(sections: &[Section], parent: Option<&Section>) -> Option<i32> {
    let prefix = format!("{}.", parent?.path);
    let last = sections.iter().rfind(|section| section.path.starts_with(&prefix)).or(parent);
    last.map(|section| section.position + 1)
}

/// Changes a section; a new number moves the paths of those below it.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn change(
    cx: &mut Cx<'_, Plans, Update>,
    plan: &Id,
    id: &Id,
    if_match: IfMatch,
    changes: &SectionChanges,
) -> Result<()> {
    let before = write::open(cx, plan)?;
    if_match.check_version(before.version, || store::find(cx, plan))?;
    let sections = store::sections_of(cx, plan)?;
    let known = sections.iter().find(|section| section.id == *id).ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let number = checks.line("number", changes.number.as_deref().unwrap_or(&known.number), 40);
    let title = checks.line("title", changes.title.as_deref().unwrap_or(&known.title), 1000);
    let body = checks.lines("body", changes.body.as_deref().unwrap_or(&known.body), 100_000);
    let parent = known.parent_id.as_ref().and_then(|id| sections.iter().find(|section| section.id == *id));
    let path = if number == known.number {
        known.path.clone()
    } else {
        rules::path_of(parent.map(|section| section.path.as_str()), &number)
    };
    if sections.iter().any(|section| section.path == path && section.id != *id) {
        checks.fail("number", SECTION_TWICE);
    }
    checks.finish()?;
    diesel::update(plan_sections::table.find(id))
        .set((
            plan_sections::number.eq(&number),
            plan_sections::path.eq(&path),
            plan_sections::title.eq(&title),
            plan_sections::body.eq(&body),
        ))
        .execute(cx.conn())?;
    let below = format!("{}.", known.path);
    for section in sections.iter().filter(|section| section.path.starts_with(&below)) {
        let rest = section.path.strip_prefix(&below).unwrap_or_default();
        diesel::update(plan_sections::table.find(&section.id))
            .set(plan_sections::path.eq(format!("{path}.{rest}")))
            .execute(cx.conn())?;
    }
    write::touch(cx, &before, "change_section")
}

/// Deletes a section of a draft that holds neither tasks nor sections.
///
/// # Errors
/// 404, 409, 412.
pub fn delete(cx: &mut Cx<'_, Plans, Update>, plan: &Id, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = write::open(cx, plan)?;
    if_match.check_version_if_given(before.version, || store::find(cx, plan))?;
    let sections = store::sections_of(cx, plan)?;
    if !sections.iter().any(|section| section.id == *id) {
        return Err(Error::not_found());
    }
    let has_children = sections.iter().any(|section| section.parent_id.as_ref() == Some(id));
    if before.status != PlanStatus::Draft || has_children || of_plan::count_of_section(cx, id)? > 0 {
        return Err(Error::conflict(SECTION_IN_USE));
    }
    diesel::delete(plan_sections::table.find(id)).execute(cx.conn())?;
    write::touch(cx, &before, "delete_section")
}
