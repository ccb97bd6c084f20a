//! A list of pupils for another feature: read, compared with the registry and, where somebody decides so, made
//! children. Nothing of it is kept between preview and decision: the file is sent again.

use std::collections::BTreeMap;

use bup_documents::children::{Field, Options};

use super::super::duplicates;
use super::super::history::Source;
use super::super::many::{self, Newcomer};
use super::super::views::View;
use super::judge::{self, Keys, Seen};
use super::model::{ImportSheet, KeptRow, Verdict};
use super::rules::Importer;
use super::{reading, store};
use crate::access::subject::Children;
use crate::access::{Access, Create, Cx, Public, Role};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::units;
use crate::http::Upload;
use crate::http::context::Lang;

pub use reading::ListRead;

/// Reads the file that a request of another feature carries, as the ward read such files before.
///
/// # Errors
/// 413, 415 or 422 for a file or a mapping that cannot be read.
pub async fn read(access: Access<Children, Create>, public: &Public, upload: Upload) -> Result<ListRead> {
    let options = reading::options(public, &upload)?;
    let remembered = access.read(store::remembered).await?;
    reading::read(upload, Options { remembered, ..options }).await
}

/// A row with everybody whom it may be about.
pub struct Compared {
    pub row: KeptRow,
    pub verdict: Verdict,
}

/// A list with everything that its rows may be about.
pub struct List {
    pub sheets: Vec<ImportSheet>,
    pub mapping: BTreeMap<String, BTreeMap<u32, Field>>,
    pub legacy: Option<String>,
    pub rows: Vec<Compared>,
}

/// Compares the rows with the children within the scope, as rows of a school's own list: whoever sends it, its
/// children are that school's.
///
/// # Errors
/// When the database refuses.
pub fn compare(cx: &mut Cx<'_, Children, Create>, school: &Id, mut read: ListRead, lang: Lang) -> Result<List> {
    let ward = cx.scope().ward().cloned().ok_or_else(crate::error::Error::not_found)?;
    let units = units::active(cx, &ward)?;
    let importer = Importer { role: Role::School, unit_id: school, view: View::of(cx.actor()), units: &units, lang };
    let rows: Vec<KeptRow> = reading::keep(&importer, &mut read.reading).into_iter().map(|(_, row)| row).collect();
    let (vault, mut seen) = (&cx.services().vault, Seen::default());
    let pairs: Vec<_> = rows.iter().map(|row| (row, seen.before(Keys::of(vault, row), row.row))).collect();
    let verdicts = judge::judge(cx, &pairs)?;
    let rows = rows.into_iter().zip(verdicts).map(|(row, verdict)| Compared { row, verdict }).collect();
    let legacy = reading::legacy_of(&read.reading);
    let sheets = reading::sheets_of(read.reading);
    Ok(List { mapping: store::mapping_of(&sheets), sheets, legacy, rows })
}

/// Makes children of rows that are about nobody who is there; each is kept apart from those whom it is like. Their
/// ids, in the order given.
///
/// # Errors
/// When the database refuses.
pub fn enter(cx: &mut Cx<'_, Children, Create>, ward: &Id, rows: &[&Compared]) -> Result<Vec<Id>> {
    let newcomers: Vec<Newcomer<'_>> =
        rows.iter().map(|one| Newcomer { content: &one.row.content, groups: &one.row.groups }).collect();
    let ids = many::insert(cx, ward, &newcomers, Source::Handover)?;
    for (child, one) in ids.iter().zip(rows).filter(|(_, one)| !one.verdict.alike.is_empty()) {
        duplicates::keep_apart_from(cx, child, &one.verdict.alike)?;
    }
    Ok(ids)
}

/// Remembers how the list was read.
///
/// # Errors
/// When the database refuses.
pub fn remember(cx: &mut Cx<'_, Children, Create>, ward: &Id, list: &List) -> Result<()> {
    store::remember(cx, ward, &list.sheets)
}
