//! The quarter's table, as JSON and as the form that goes up.

use bup_documents::injuries::{QuarterTable, Signer, quarter_table};

use super::model::{InjuryOutcome, InjuryQuarter, InjuryQuery, QuarterQuery};
use super::{rules, store};
use crate::access::subject::{Children, Injuries};
use crate::access::{Cx, Read};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::children::roster;
use crate::features::wards;
use crate::http::Download;

/// The table of a quarter within the reader's scope.
///
/// # Errors
/// 400 for a quarter that is none.
pub fn quarter(cx: &mut Cx<'_, Injuries, Read>, query: &QuarterQuery) -> Result<InjuryQuarter> {
    let year = query.year.ok_or_else(|| Error::bad_parameter("year"))?;
    let number = query.quarter.ok_or_else(|| Error::bad_parameter("quarter"))?;
    let (from, to) = rules::quarter(year, number)
        .ok_or_else(|| Error::bad_parameter(if (1..=4).contains(&number) { "year" } else { "quarter" }))?;
    let rows = store::counted(cx, &InjuryQuery { from: Some(from), to: Some(to), ..InjuryQuery::default() })?;
    let disabled = rows.iter().filter(|row| row.outcome == InjuryOutcome::Disabled).count();
    let (lines, total) = rules::lines(&rows);
    Ok(InjuryQuarter {
        year,
        quarter: number,
        from,
        to,
        rows: lines,
        total,
        disabled: i64::try_from(disabled).unwrap_or(i64::MAX),
        children: roster::count(&mut cx.also::<Children, Read>()?)?,
    })
}

/// The same table as the form, an `.xlsx`.
///
/// # Errors
/// As [`quarter`].
pub fn export(cx: &mut Cx<'_, Injuries, Read>, query: &QuarterQuery) -> Result<Download> {
    let table = quarter(cx, query)?;
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let head = wards::letterhead(cx, &ward)?;
    // A table is nobody's row: the exporter's own id stands for it.
    let reader: Id = cx.actor().user_id.clone();
    audit::record(cx, "export", &reader, Changes::none().field("rows", (), table.total.total.cases))?;
    let number = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
    let signer = |lines: &[&str]| Signer { lines: lines.iter().map(|line| (*line).to_owned()).collect(), name: None };
    let lines = |place: usize| table.rows.get(place).map(super::model::InjuryLine::paper).unwrap_or_default();
    let bytes = quarter_table(&QuarterTable {
        parent: None,
        unit: format!("ỦY BAN NHÂN DÂN {}", head.name),
        place: head.place,
        date: Some(cx.today()),
        period: rules::quarter_name(table.year, table.quarter),
        from: table.from,
        to: table.to,
        rows: std::array::from_fn(lines),
        disabled: number(table.disabled),
        children: number(table.children),
        wards_reporting: None,
        signers: vec![signer(&["NGƯỜI LẬP BIỂU"]), signer(&["CHỦ TỊCH"])],
    });
    let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let file_name = format!("tai-nan-thuong-tich-quy-{}-{}.xlsx", table.quarter, table.year);
    Ok(Download { bytes, media_type, file_name })
}
