//! When rows are judged: once as they are read, and again only when the children they are compared with have changed.

use chrono::TimeDelta;
use diesel::dsl::{count_star, max, sum};
use diesel::prelude::*;

use super::judge::{self, Keys, Seen};
use super::model::{ImportDbRow, ImportSheet, ImportStatus, Judged, KeptRow};
use super::{drafts, store};
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Writes};
use crate::db::schema::{child_imports, children};
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Result};

/// On PostgreSQL a transaction may end after a later one: changes of the last seconds are told apart one by one.
const OVERLAP: TimeDelta = TimeDelta::seconds(10);

/// What the verdicts of this reader rest on: whose eyes they were made with, and how the ward's children were. An
/// officer knows of children that a neighborhood does not, so no verdict passes from one to the other.
fn standing<A: Deed>(cx: &mut Cx<'_, Children, A>) -> Result<String> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let of_ward = || children::table.filter(children::ward_id.eq(ward.clone()));
    let last: Option<Instant> = of_ward().select(max(children::updated_at)).first(cx.conn())?;
    let (rows, versions): (i64, Option<i64>) = match last {
        None => (0, None),
        Some(last) => of_ward()
            .filter(children::updated_at.ge(last.plus(-OVERLAP)))
            .select((count_star(), sum(children::version)))
            .first(cx.conn())?,
    };
    let eyes = (cx.actor().role, cx.scope().clone());
    let last = last.map(Instant::rfc3339);
    Ok(cx.services().vault.index("child_imports.judged", &format!("{eyes:?} {last:?} {rows} {versions:?}")))
}

/// Whether the rows of a preview must be judged again before this reader sees them.
///
/// # Errors
/// 404.
pub fn are_old<A: Deed>(cx: &mut Cx<'_, Children, A>, id: &Id) -> Result<bool> {
    let import = store::find_row(cx, id)?;
    Ok(import.status == ImportStatus::Previewed && import.judged != standing(cx)?)
}

/// Judges the rows of a new file and keeps them; batch by batch, each forgotten when it is kept.
///
/// # Errors
/// When the database refuses.
pub fn first<A: Writes>(
    cx: &mut Cx<'_, Children, A>,
    import: &Id,
    sheets: &[ImportSheet],
    rows: Vec<KeptRow>,
) -> Result<()> {
    let mut seen = Seen::default();
    let mut rows = rows.into_iter();
    let mut positions = 0..;
    loop {
        let batch: Vec<KeptRow> = rows.by_ref().take(drafts::BATCH).collect();
        if batch.is_empty() {
            break;
        }
        let vault = &cx.services().vault;
        let pairs: Vec<_> = batch.iter().map(|row| (row, seen.before(Keys::of(vault, row), row.row))).collect();
        let verdicts = judge::judge(cx, &pairs)?;
        let judged = positions.by_ref().zip(batch.into_iter().zip(verdicts));
        let judged: Vec<Judged> =
            judged.map(|(position, (row, verdict))| Judged { id: cx.new_id(), position, row, verdict }).collect();
        drafts::insert(cx, import, sheets, &judged)?;
    }
    settle(cx, import)
}

/// Judges all rows of a preview again; only verdicts that are others than before are written.
///
/// # Errors
/// When the database refuses.
pub fn again<A: Writes>(cx: &mut Cx<'_, Children, A>, import: &ImportDbRow) -> Result<()> {
    let mut seen = Seen::default();
    let mut last = -1;
    loop {
        let batch = drafts::after(cx, &import.id, last)?;
        let Some(end) = batch.last() else { break };
        last = end.position;
        let vault = &cx.services().vault;
        let same_as: Vec<Option<u32>> =
            batch.iter().map(|one| seen.before(Keys::of(vault, &one.row), one.row.row)).collect();
        rejudge(cx, batch, &same_as)?;
    }
    settle(cx, &import.id)
}

/// Judges some rows; those with another verdict than before.
///
/// # Errors
/// When the database refuses.
pub fn rejudge<A: Writes>(
    cx: &mut Cx<'_, Children, A>,
    rows: Vec<Judged>,
    same_as: &[Option<u32>],
) -> Result<Vec<Judged>> {
    let pairs: Vec<_> = rows.iter().map(|one| &one.row).zip(same_as.iter().copied()).collect();
    let verdicts = judge::judge(cx, &pairs)?;
    let mut others = Vec::new();
    for (one, verdict) in rows.into_iter().zip(verdicts) {
        if one.verdict != verdict {
            drafts::save_verdict(cx, &one.id, &verdict)?;
            others.push(Judged { verdict, ..one });
        }
    }
    Ok(others)
}

/// Writes down how many rows of each state there are, and what that rests on.
///
/// # Errors
/// When the database refuses.
pub fn settle<A: Writes>(cx: &mut Cx<'_, Children, A>, import: &Id) -> Result<()> {
    let (counts, judged) = (drafts::count(cx, import)?, standing(cx)?);
    diesel::update(child_imports::table.find(import))
        .set((child_imports::counts.eq(Json::new(counts)), child_imports::judged.eq(judged)))
        .execute(cx.conn())?;
    Ok(())
}
