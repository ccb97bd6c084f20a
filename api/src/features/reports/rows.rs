//! The list behind a number: the very rows that it adds up.

use std::collections::HashMap;

use super::bodies::RowsQuery;
use super::catalogue::{self, Indicator};
use super::model::{IndicatorRow, IndicatorRows, ReportRow, SourceRow};
use super::rules::Side;
use super::sources::IndicatorSource;
use super::{content, freeze, store};
use crate::access::subject::{Children, Reports};
use crate::access::{Cx, Read, Subject};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::children::catalogue::GroupKind;
use crate::features::{
    cases, children, commendations, communications, concerns, events, injuries, inspections, obstacles, summer, tasks,
};

pub const NUMBERS_ONLY: Message = Message::new(
    "numbers_only",
    "Cấp trên xem số liệu tổng hợp; danh sách phía sau số này ở phường.",
    "The upper level sees numbers; the list behind this one stays in the ward.",
);

const DEFAULT_LIMIT: i64 = 50;
const MAX_LIMIT: i64 = 200;

/// What the upper level may open anyway: its own right to these reads the wards below.
const OPEN_ABOVE: [IndicatorSource; 3] =
    [IndicatorSource::Tasks, IndicatorSource::Events, IndicatorSource::Communications];

/// The rows behind a number of a report, of the version that its reader sees. The look is written down.
///
/// # Errors
/// 400, 403 for the upper level where rows are people, 404.
pub fn list(cx: &mut Cx<'_, Reports, Read>, id: &Id, code: &str, query: &RowsQuery) -> Result<IndicatorRows> {
    let report = store::find_row(cx, id)?;
    let author = content::author(cx, &report)?;
    let indicator =
        catalogue::indicators(author, report.period_to).find(|one| one.code == code).ok_or_else(Error::not_found)?;
    let source = indicator.source.ok_or_else(Error::not_found)?;
    let side = store::side(cx);
    if side == Side::Above && !OPEN_ABOVE.contains(&source) {
        return Err(Error::forbidden(NUMBERS_ONLY));
    }
    let mut rows = source_rows(cx, &report, indicator, &side)?;
    if let Some(part) = &query.part {
        let (dimension, key) = part.split_once(':').ok_or_else(|| Error::bad_parameter("part"))?;
        // Who is in none of the groups that may be told is in the one that may not: there is no such part.
        if key == super::figures::NONE && !catalogue::dimension(dimension).is_some_and(|found| found.single) {
            return Err(Error::bad_parameter("part"));
        }
        rows.retain(|row| is_of_part(row, dimension, key));
    }
    let value = rows.iter().map(|row| row.amount).sum();
    let mut names = names(cx, source, &rows)?;
    forget_closed(cx, &report, indicator, &mut names)?;
    let unnamed = rows.iter().filter(|row| !names.contains_key(&row.open_id)).count();
    let total = rows.len();
    let (page, next_cursor) = page(rows, query)?;
    let shape = |row: SourceRow| IndicatorRow {
        label: names.get(&row.open_id).cloned(),
        id: row.open_id,
        resource: source.resource().to_owned(),
        amount: row.amount,
        marks: row.marks,
    };
    // Rows that are not the reader's to open are counted, and not even their ids are shown.
    let items = page.into_iter().map(shape).filter(|row| row.label.is_some()).collect();
    audit::record_in(cx, &report.ward_id, "read_rows", id, Changes::none().field("code", (), code))?;
    Ok(IndicatorRows {
        code: code.to_owned(),
        label: indicator.label.clone(),
        value,
        rows: total,
        unnamed,
        items,
        next_cursor,
    })
}

fn is_of_part(row: &SourceRow, dimension: &str, key: &str) -> bool {
    let mut words = row.marks.iter().filter_map(|mark| mark.split_once(':')).filter(|(name, _)| *name == dimension);
    match key {
        super::figures::NONE => words.next().is_none(),
        _ => words.any(|(_, word)| word == key),
    }
}

fn source_rows(
    cx: &mut Cx<'_, Reports, Read>,
    report: &ReportRow,
    indicator: &Indicator,
    side: &Side,
) -> Result<Vec<SourceRow>> {
    match content::version_for(side, report)? {
        Some(revision) => freeze::frozen_rows(cx, &report.id, revision, &indicator.code),
        None => {
            let rows = content::live(cx, report)?.1;
            Ok(freeze::source_rows(indicator, rows.of(indicator)))
        }
    }
}

/// The rows after the cursor; it is the number of those before.
fn page(rows: Vec<SourceRow>, query: &RowsQuery) -> Result<(Vec<SourceRow>, Option<String>)> {
    let limit = query.limit.unwrap_or(DEFAULT_LIMIT);
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(Error::bad_parameter("limit"));
    }
    let start = match &query.cursor {
        Some(text) => text.parse::<usize>().map_err(|_| Error::bad_parameter("cursor"))?,
        None => 0,
    };
    let end = start.saturating_add(usize::try_from(limit).unwrap_or(0));
    let next = (end < rows.len()).then(|| end.to_string());
    Ok((rows.into_iter().skip(start).take(end - start).collect(), next))
}

/// What the rows are called, each under the reader's own right to it.
fn names(cx: &mut Cx<'_, Reports, Read>, source: IndicatorSource, rows: &[SourceRow]) -> Result<HashMap<Id, String>> {
    let mut ids: Vec<Id> = rows.iter().map(|row| row.open_id.clone()).collect();
    ids.sort();
    ids.dedup();
    let mut names = HashMap::new();
    for some in ids.chunks(500) {
        names.extend(match source {
            IndicatorSource::Tasks | IndicatorSource::TaskParts => named(cx, some, tasks::counted::labels)?,
            IndicatorSource::Obstacles => named(cx, some, obstacles::counted::labels)?,
            IndicatorSource::Children
            | IndicatorSource::Supports
            | IndicatorSource::SupportedChildren
            | IndicatorSource::HandedOver => named(cx, some, children::counted::labels)?,
            IndicatorSource::Injuries => named(cx, some, injuries::counted::labels)?,
            IndicatorSource::Concerns => named(cx, some, concerns::counted::labels)?,
            IndicatorSource::Cases => named(cx, some, cases::counted::labels)?,
            IndicatorSource::Events => named(cx, some, events::counted::labels)?,
            IndicatorSource::Communications => named(cx, some, communications::counted::labels)?,
            IndicatorSource::Inspections => named(cx, some, inspections::counted::labels)?,
            IndicatorSource::Recommendations => named(cx, some, inspections::counted::recommendation_labels)?,
            IndicatorSource::Commendations => named(cx, some, commendations::counted::labels)?,
            IndicatorSource::SummerSessions => named(cx, some, summer::counted::labels)?,
        });
    }
    Ok(names)
}

/// Children whom nothing but a closed group brings into the list stay unnamed for whoever is not on its list.
fn forget_closed(
    cx: &mut Cx<'_, Reports, Read>,
    report: &ReportRow,
    indicator: &Indicator,
    names: &mut HashMap<Id, String>,
) -> Result<()> {
    for (condition, kind) in [("special", GroupKind::Circumstance), ("at_risk", GroupKind::Risk)] {
        if names.is_empty() || !indicator.conditions.contains_key(condition) {
            continue;
        }
        let (ids, on) = (names.keys().cloned().collect::<Vec<Id>>(), report.period_to.min(cx.today()));
        let known = children::counted::known_by_group(&mut cx.also::<Children, Read>()?, &ids, kind, on)?;
        if let Some(known) = known {
            names.retain(|id, _| known.contains(id));
        }
    }
    Ok(())
}

type Labels<R> = fn(&mut Cx<'_, R, Read>, &[Id]) -> Result<HashMap<Id, String>>;

fn named<R: Subject>(cx: &mut Cx<'_, Reports, Read>, ids: &[Id], labels: Labels<R>) -> Result<HashMap<Id, String>> {
    if cx.caller().granted::<R, Read>().is_none() {
        return Ok(HashMap::new());
    }
    labels(&mut cx.also::<R, Read>()?, ids)
}
