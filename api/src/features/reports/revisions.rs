//! The revisions of a report, and what one says otherwise than the one before.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::bodies::{NumberDifference, ReportRevision, RevisionContent, RevisionDifference, SectionDifference};
use super::content::{self, Content};
use super::model::{ReportAction, ReportRow, RevisionRow};
use super::rules::Side;
use super::store;
use super::suppress::suppress;
use crate::access::subject::Reports;
use crate::access::{Cx, Read};
use crate::db::page::List;
use crate::db::schema::{report_revisions, report_steps};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::{users, wards};

/// The revisions that were handed in, the newest first; above, those that were sent.
///
/// # Errors
/// 404.
pub fn list(cx: &mut Cx<'_, Reports, Read>, id: &Id) -> Result<List<ReportRevision>> {
    store::find_row(cx, id)?;
    let mut kept: Vec<RevisionRow> = report_revisions::table
        .filter(report_revisions::report_id.eq(id))
        .order(report_revisions::revision.desc())
        .select(RevisionRow::as_select())
        .load(cx.conn())?;
    let sent = sent(cx, id)?;
    if store::side(cx) == Side::Above {
        kept.retain(|one| sent.contains(&one.revision));
    }
    let people = users::references(cx, kept.iter().filter_map(|one| one.by_user_id.as_ref()))?;
    let shape = |one: RevisionRow| ReportRevision {
        revision: one.revision,
        reason: one.reason,
        by: one.by_user_id.and_then(|id| people.get(&id).cloned()),
        at: one.at,
        is_sent: sent.contains(&one.revision),
    };
    Ok(List::whole(kept.into_iter().map(shape).collect()))
}

/// The revisions that the upper level was sent.
fn sent(cx: &mut Cx<'_, Reports, Read>, id: &Id) -> Result<BTreeSet<i32>> {
    let rows: Vec<i32> = report_steps::table
        .filter(report_steps::report_id.eq(id))
        .filter(report_steps::action.eq(ReportAction::Send))
        .select(report_steps::revision)
        .load(cx.conn())?;
    Ok(rows.into_iter().collect())
}

/// What a revision says; the upper level only what it was sent, with small numbers held back.
fn of(cx: &mut Cx<'_, Reports, Read>, row: &ReportRow, revision: i32) -> Result<Content> {
    let is_above = store::side(cx) == Side::Above;
    if is_above && !sent(cx, &row.id)?.contains(&revision) {
        return Err(Error::not_found());
    }
    let mut content = content::frozen(cx, row, revision)?;
    if is_above {
        let below = wards::settings(cx, &row.ward_id)?.reports.suppress_below;
        suppress(&mut content.values, below);
    }
    Ok(content)
}

/// # Errors
/// 404.
pub fn find(cx: &mut Cx<'_, Reports, Read>, id: &Id, revision: i32) -> Result<RevisionContent> {
    let row = store::find_row(cx, id)?;
    let content = of(cx, &row, revision)?;
    Ok(RevisionContent { revision, head: content.head, sections: content.sections, indicators: content.values })
}

/// What a revision says otherwise than the one before it; above, than the one that was sent before it.
///
/// # Errors
/// 404, also for the first revision.
pub fn difference(cx: &mut Cx<'_, Reports, Read>, id: &Id, revision: i32) -> Result<RevisionDifference> {
    let row = store::find_row(cx, id)?;
    let against = match store::side(cx) {
        Side::Above => sent(cx, id)?.range(..revision).next_back().copied().ok_or_else(Error::not_found)?,
        _ => revision - 1,
    };
    let (before, after) = (of(cx, &row, against)?, of(cx, &row, revision)?);
    let mut numbers = Vec::new();
    for figure in &after.values {
        let old = before.values.iter().find(|one| one.code == figure.code).and_then(|one| one.value);
        if old != figure.value {
            numbers.push(NumberDifference {
                code: figure.code.clone(),
                label: figure.label.clone(),
                before: old,
                after: figure.value,
            });
        }
    }
    let mut sections = Vec::new();
    for section in &after.sections {
        let old = before.sections.iter().find(|one| one.key == section.key);
        let old = old.map(|one| one.body.clone()).unwrap_or_default();
        if old != section.body {
            sections.push(SectionDifference {
                key: section.key.clone(),
                title: format!("{}. {}", section.number, section.title),
                before: old,
                after: section.body.clone(),
            });
        }
    }
    Ok(RevisionDifference { revision, against, numbers, sections })
}
