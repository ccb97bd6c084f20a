//! One row of a preview is corrected, left out or taken back; it is read and judged like all the others.

use bup_documents::children::{self as lists, ColumnReading};
use diesel::prelude::*;

use super::super::views::View;
use super::commit::NOT_PREVIEWED;
use super::judge::Keys;
use super::model::{ImportDbRow, ImportRowChanged, ImportRowChanges, ImportSheet, ImportStatus, Judged, KeptRow};
use super::rules::{self, Importer};
use super::{drafts, store, verdicts};
use crate::access::subject::Children;
use crate::access::{Create, Cx};
use crate::audit::{self, Changes};
use crate::db::schema::child_imports;
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::units;
use crate::http::IfMatch;
use crate::http::context;
use crate::text;

/// As long as any cell that the reader of files takes whole.
const MAX_TEXT: usize = 2000;

const NO_SUCH_COLUMN: Message = Message::new(
    "no_such_column",
    "Trang tính không có cột này, hoặc nội dung dài quá 2000 chữ.",
    "The sheet has no such column, or the text is longer than 2000 characters.",
);

/// Changes one row; what else changed with it is told too.
///
/// # Errors
/// 404, 409 when the import is done, 412 and 428, 422 for a column that the sheet does not have.
pub fn correct(
    cx: &mut Cx<'_, Children, Create>,
    id: &Id,
    position: i32,
    if_match: IfMatch,
    input: &ImportRowChanges,
) -> Result<ImportRowChanged> {
    let import = store::find_to_write(cx, id)?;
    if_match.check_version(import.version, || store::find(cx, id))?;
    if import.status != ImportStatus::Previewed {
        return Err(Error::conflict(NOT_PREVIEWED));
    }
    let sheets = store::open_sheets(&cx.services().vault, &import)?;
    let before = drafts::find(cx, id, position)?;
    let mut after = before.clone();
    if !input.cells.is_empty() || input.neighborhood.is_some() {
        after.row = read_again(cx, &import, &sheets, &before.row, input)?;
    }
    after.row.is_left_out = input.left_out.unwrap_or(before.row.is_left_out);
    drafts::save(cx, id, &sheets, &after)?;
    let others = judge_around(cx, &import, &before, &after)?;
    let told = Changes::none().field("row", (), before.row.row).field(
        "left_out",
        before.row.is_left_out,
        after.row.is_left_out,
    );
    audit::record(cx, "correct_import", id, told)?;
    let version = raise(cx, &import)?;
    let row = store::shape_row(drafts::find(cx, id, position)?);
    let counts = *store::find_row(cx, id)?.counts;
    let others = others.into_iter().filter(|one| one.position != position).map(store::shape_row).collect();
    Ok(ImportRowChanged { id: id.clone(), row, others, counts, version })
}

fn read_again(
    cx: &mut Cx<'_, Children, Create>,
    import: &ImportDbRow,
    sheets: &[ImportSheet],
    row: &KeptRow,
    input: &ImportRowChanges,
) -> Result<KeptRow> {
    let columns: &[ColumnReading] =
        sheets.iter().find(|sheet| sheet.name == row.sheet).map_or(&[], |sheet| sheet.columns.as_slice());
    let mut source = row.source.clone();
    for (column, said) in &input.cells {
        if columns.iter().all(|known| known.index != *column) || said.chars().count() > MAX_TEXT {
            return Err(Error::field("cells", NO_SUCH_COLUMN));
        }
        source.put(*column, &text::clean(said));
    }
    if let Some(name) = &input.neighborhood {
        source.section.neighborhood = Some(text::clean(name)).filter(|name| !name.is_empty());
    }
    let (child, problems) = lists::read_row(columns, &source, cx.today());
    let units = units::active(cx, &import.ward_id)?;
    let actor = cx.actor();
    let lang = context::lang();
    let importer = Importer { role: actor.role, unit_id: &actor.unit_id, view: View::of(actor), units: &units, lang };
    Ok(rules::keep(&importer, &row.sheet, row.row, child, &problems, source))
}

/// Judges the row, and those in which its child stood before or stands now; those whose verdict changed.
fn judge_around(
    cx: &mut Cx<'_, Children, Create>,
    import: &ImportDbRow,
    before: &Judged,
    after: &Judged,
) -> Result<Vec<Judged>> {
    let vault = &cx.services().vault;
    let keys = [Keys::of(vault, &before.row), Keys::of(vault, &after.row)];
    let mut around = drafts::alike(cx, &import.id, &keys, drafts::BATCH)?;
    if around.len() >= drafts::BATCH || verdicts::are_old(cx, &import.id)? {
        verdicts::again(cx, import)?;
        return Ok(Vec::new());
    }
    if around.iter().all(|one| one.position != after.position) {
        around.push(after.clone());
    }
    let mut same_as = Vec::with_capacity(around.len());
    for one in &around {
        let keys = Keys::of(&cx.services().vault, &one.row);
        same_as.push(drafts::stands_before(cx, &import.id, one.position, &keys)?);
    }
    let changed = verdicts::rejudge(cx, around, &same_as)?;
    verdicts::settle(cx, &import.id)?;
    Ok(changed)
}

fn raise(cx: &mut Cx<'_, Children, Create>, import: &ImportDbRow) -> Result<i32> {
    let version = import.version + 1;
    let unchanged = child_imports::table.find(&import.id).filter(child_imports::version.eq(import.version));
    let saved = diesel::update(unchanged)
        .set((child_imports::updated_at.eq(cx.now()), child_imports::version.eq(version)))
        .execute(cx.conn())?;
    if saved == 0 { Err(Error::stale(store::find(cx, &import.id)?)) } else { Ok(version) }
}
