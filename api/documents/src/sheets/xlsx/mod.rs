//! `.xlsx` (ECMA-376, transitional and strict): streamed, so that a sheet costs the memory of its content alone.
//!
//! Read here and not by calamine, which takes the file's word for sizes (`uniqueCount`, the used range): a hostile file
//! can end the process. The tests hold both against each other.

mod parts;
mod sheet;

use super::build::Budget;
use super::package::Package;
use super::workbook::{FileKind, Workbook};
use super::{SheetFault, ods};

pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetFault> {
    let mut package = Package::open(bytes)?;
    let Some(main) = main_part(&mut package)? else { return Err(other_kind(&mut package)) };
    if main.to_lowercase().ends_with(".bin") {
        return Err(SheetFault::Binary);
    }
    let links = parts::links(&mut package, &main)?;
    let book = parts::book(&mut package, &main)?;
    let linked = |kind: &str| links.iter().find(|link| link.kind == kind).map(|link| link.target.clone());
    let mut budget = Budget::new();
    let strings = match linked("sharedStrings").or_else(|| package.find("xl/sharedStrings.xml")) {
        Some(name) => parts::strings(&mut package, &name, &mut budget)?,
        None => Vec::new(),
    };
    let date_styles = match linked("styles").or_else(|| package.find("xl/styles.xml")) {
        Some(name) => parts::date_styles(&mut package, &name)?,
        None => Vec::new(),
    };
    let context = sheet::Context { strings: &strings, date_styles: &date_styles, from_1904: book.from_1904 };
    let mut sheets = Vec::new();
    for entry in &book.sheets {
        budget.sheet()?;
        let link = links.iter().find(|link| link.id == entry.link);
        // Charts and macro sheets have no cells.
        let Some(link) = link.filter(|link| link.kind == "worksheet") else { continue };
        sheets.push(sheet::read(&mut package, &link.target, &context, &mut budget, entry)?);
    }
    if sheets.is_empty() {
        return Err(SheetFault::Broken);
    }
    Ok(Workbook { kind: FileKind::Xlsx, dates_from_1904: book.from_1904, sheets })
}

/// The workbook's part: what the package says, else the usual name.
fn main_part(package: &mut Package<'_>) -> Result<Option<String>, SheetFault> {
    let links = parts::links(package, "")?;
    let said = links.into_iter().find(|link| link.kind == "officeDocument").map(|link| link.target);
    let said = said.filter(|name| name.contains("workbook") || name.starts_with("xl/"));
    let usual = ["xl/workbook.xml", "xl/workbook.bin"];
    let candidates = said.iter().map(String::as_str).chain(usual);
    Ok(candidates.filter_map(|name| package.find(name)).next())
}

/// What a zip is that is no `.xlsx`.
fn other_kind(package: &mut Package<'_>) -> SheetFault {
    let has = |start: &str| package.names().any(|name| name.starts_with(start));
    if has("word/") {
        SheetFault::Word
    } else if has("ppt/") || has("visio/") {
        SheetFault::OtherOffice
    } else if has("xl/") {
        SheetFault::Broken
    } else {
        ods::other_kind(package)
    }
}
