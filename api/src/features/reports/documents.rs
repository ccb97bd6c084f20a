//! The report as a paper (`.docx`, `.pdf`) and its figures as a workbook: what is shown leaves the ward, so small numbers
//! are held back whoever prints it.

use std::collections::HashMap;

use bup_documents::decree30::{Header, Signature};
use bup_documents::reports as paper;

use super::catalogue::{self, IndicatorDimension};
use super::content::{self, Content};
use super::figures::{IndicatorPart, IndicatorValue};
use super::model::{ReportRow, ReportSection, ReportStatus};
use super::store;
use super::suppress::suppress;
use crate::access::subject::Reports;
use crate::access::{Cx, Read};
use crate::calendar;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::cases::{Signed, signer};
use crate::features::{plans, units, users, wards};
use crate::http::Download;
use crate::text;

/// Breakdowns that the annex prints; those by unit and neighborhood would make it a book.
const PRINTED: [&str; 8] = ["sex", "age", "group", "risk", "kind", "place", "danger", "rating"];

/// The shapes that a report is taken away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperShape {
    Docx,
    Pdf,
    Xlsx,
}

impl PaperShape {
    fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    fn bytes(self, report: &paper::ReportPaper) -> Vec<u8> {
        match self {
            Self::Docx => paper::report_docx(report),
            Self::Pdf => paper::report_pdf(report),
            Self::Xlsx => paper::report_xlsx(report),
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }
}

/// The paper of the version that its reader sees.
///
/// # Errors
/// 404.
pub fn print(cx: &mut Cx<'_, Reports, Read>, id: &Id, shape: PaperShape) -> Result<Download> {
    let row = store::find_row(cx, id)?;
    let content = content::of(cx, &row)?;
    let report = fill(cx, &row, content)?;
    let file_name = format!("bao-cao-{}-{}.{}", row.year, row.kind.as_str().replace('_', "-"), shape.ending());
    Ok(Download { bytes: shape.bytes(&report), media_type: shape.media_type(), file_name })
}

fn fill(cx: &mut Cx<'_, Reports, Read>, row: &ReportRow, mut content: Content) -> Result<paper::ReportPaper> {
    let terms = wards::settings(cx, &row.ward_id)?.reports;
    let title = store::title(row, content.suppressed).to_owned();
    let known: HashMap<String, IndicatorValue> =
        content.values.iter().map(|one| (one.code.clone(), one.clone())).collect();
    if row.kind.is_wards() && !content.suppressed {
        suppress(&mut content.values, terms.suppress_below);
    }
    let letterhead = wards::letterhead(cx, &row.ward_id)?;
    let plan = plans::paper(cx, &row.plan_id)?;
    let unit = match &row.unit_id {
        Some(id) => units::references(cx, [id])?.remove(id).map(|unit| unit.name),
        None => None,
    };
    let is_draft = match content.revision {
        None => true,
        // A unit's is final when it is handed in; nobody approves or sends it.
        Some(revision) => {
            row.kind.is_wards() && row.sent_revision != Some(revision) && row.status == ReportStatus::Submitted
        }
    };
    let handed_in = row.submitted_at.filter(|_| !row.kind.is_wards()).map(|at| calendar::ward_today(at.utc()));
    let (parent, issuer) = match &unit {
        Some(unit) => (Some(format!("ỦY BAN NHÂN DÂN\n{}", letterhead.name)), unit.clone()),
        None => (None, format!("ỦY BAN NHÂN DÂN\n{}", letterhead.name)),
    };
    let writer = match &unit {
        Some(unit) => unit.clone(),
        None => format!("Ủy ban nhân dân {}", text::within_sentence(&letterhead.name)),
    };
    let mut recipients: Vec<String> = content.head.recipients.clone();
    recipients.push("Lưu: VT".to_owned());
    Ok(paper::ReportPaper {
        header: Header {
            parent,
            issuer,
            number: content.head.number,
            symbol: if unit.is_some() { "BC".to_owned() } else { "BC-UBND".to_owned() },
            place: letterhead.place,
            date: content.head.issued_on.or_else(|| handed_in.or(Some(cx.today())).filter(|_| !is_draft)),
        },
        kind: "BÁO CÁO".to_owned(),
        subject: title.clone(),
        addressed: Some(content.head.addressee.clone()).filter(|name| !name.is_empty()).into_iter().collect(),
        legal_bases: Vec::new(),
        opening: opening(&plan, &writer, &title),
        sections: tree(&content.sections, &content.values),
        closing: format!("Trên đây là báo cáo {}, {writer} trân trọng báo cáo", uncapitalized(&title)),
        signature: signature(cx, row, unit.is_some())?,
        recipients,
        is_draft,
        appendix: appendix(row, &title, &content.values, &known, terms.suppress_below),
    })
}

/// "kết quả thực hiện …" within a sentence.
fn uncapitalized(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn opening(plan: &plans::PlanPaper, writer: &str, title: &str) -> String {
    format!("Thực hiện {}, {writer} báo cáo {} như sau:", content::plan_words(plan), uncapitalized(title))
}

/// Sections below their headings: "II.3" stands under "II".
fn tree(sections: &[ReportSection], values: &[IndicatorValue]) -> Vec<paper::ReportSection> {
    let shape = |section: &ReportSection, is_top: bool| paper::ReportSection {
        title: if is_top { section.title.to_uppercase() } else { section.title.clone() },
        paragraphs: section.body.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        chart: chart(&section.key, values),
        ..paper::ReportSection::default()
    };
    let mut tops: Vec<(String, paper::ReportSection)> = Vec::new();
    for section in sections {
        match section.number.split_once('.') {
            Some((top, _)) => {
                if let Some((_, parent)) = tops.iter_mut().find(|(number, _)| number == top) {
                    parent.sections.push(shape(section, false));
                }
            }
            None => tops.push((section.number.clone(), shape(section, true))),
        }
    }
    tops.into_iter().map(|(_, section)| section).collect()
}

/// Where people would rather look than read.
fn chart(section: &str, values: &[IndicatorValue]) -> Option<paper::Chart> {
    let parts = |code: &str, dimension: &str| -> Vec<(String, Option<f64>)> {
        let found = values.iter().find(|one| one.code == code);
        let parts = found.into_iter().flat_map(|one| &one.parts).filter(|part| part.dimension == dimension);
        #[expect(clippy::cast_precision_loss, reason = "counts of tasks and events are far below 2^52")]
        parts.map(|part| (part.label.clone(), part.value.map(|value| value as f64))).collect()
    };
    match section {
        "direction" => {
            let (all, done) = (parts("tasks_total", "unit"), parts("tasks_done", "unit"));
            if all.len() < 2 {
                return None;
            }
            let of =
                |name: &String| done.iter().find(|(known, _)| known == name).map_or(Some(0.0), |(_, value)| *value);
            Some(paper::Chart {
                title: "Nhiệm vụ được giao và đã hoàn thành theo đơn vị chủ trì".to_owned(),
                kind: paper::ChartKind::Bars,
                unit: String::new(),
                categories: all.iter().map(|(name, _)| name.clone()).collect(),
                series: vec![
                    paper::Series {
                        name: "Được giao".to_owned(),
                        values: all.iter().map(|(_, value)| *value).collect(),
                    },
                    paper::Series {
                        name: "Đã hoàn thành".to_owned(),
                        values: all.iter().map(|(name, _)| of(name)).collect(),
                    },
                ],
            })
        }
        "events" => {
            let held = parts("events_held", "kind");
            (held.len() > 1).then(|| paper::Chart {
                title: "Sự kiện, hoạt động đã tổ chức theo loại".to_owned(),
                kind: paper::ChartKind::Bars,
                unit: String::new(),
                categories: held.iter().map(|(name, _)| name.clone()).collect(),
                series: vec![paper::Series {
                    name: "Số cuộc".to_owned(),
                    values: held.into_iter().map(|(_, value)| value).collect(),
                }],
            })
        }
        _ => None,
    }
}

fn signature(cx: &mut Cx<'_, Reports, Read>, row: &ReportRow, is_units: bool) -> Result<Signature> {
    if is_units {
        let by = row.submitted_by_id.iter();
        let mut people = users::references(cx, by.clone())?;
        let person = row.submitted_by_id.as_ref().and_then(|id| people.remove(id));
        let (position, name) = person.map(|one| (one.position, Some(one.full_name))).unwrap_or_default();
        let line = if position.is_empty() { "NGƯỜI BÁO CÁO".to_owned() } else { position };
        return Ok(Signature { lines: vec![line], hint: None, name });
    }
    let signed = Signed { by: row.approved_by_id.clone(), acting_for: row.approved_for_id.clone() };
    let signer = signer(cx, &signed)?;
    Ok(bup_documents::cases::committee(&signer))
}

fn appendix(
    row: &ReportRow,
    title: &str,
    values: &[IndicatorValue],
    known: &HashMap<String, IndicatorValue>,
    below: i64,
) -> paper::Appendix {
    let block = |block: &catalogue::IndicatorBlock| {
        let of_block = values.iter().filter(|one| one.block == block.code);
        let indicators: Vec<paper::Indicator> =
            of_block.flat_map(|one| lines(one, values, known.get(&one.code), below)).collect();
        paper::IndicatorBlock { title: block.title.clone(), indicators, ..paper::IndicatorBlock::default() }
    };
    let blocks = catalogue::catalogue().blocks.iter().map(block).filter(|block| !block.indicators.is_empty());
    let has_last = values.iter().any(|one| one.previous.is_some() || one.previous_hidden);
    paper::Appendix {
        title: format!("Số liệu {}", uncapitalized(title)),
        this_period: format!("Năm {}", row.year),
        last_period: if has_last { format!("Năm {}", row.year - 1) } else { String::new() },
        blocks: blocks.collect(),
    }
}

fn lines(
    one: &IndicatorValue,
    values: &[IndicatorValue],
    known: Option<&IndicatorValue>,
    below: i64,
) -> Vec<paper::Indicator> {
    // A part stands indented below its whole, where that is in the same block.
    let is_part = values.iter().any(|whole| Some(&whole.code) == one.part_of.as_ref() && whole.block == one.block);
    let depth = u8::from(is_part);
    let first = paper::Indicator {
        code: one.code.clone(),
        label: one.label.clone(),
        depth,
        measure: one.measure.clone(),
        value: told(one.value, one.hidden, known.and_then(|known| known.value), below),
        last: told(one.previous, one.previous_hidden, known.and_then(|known| known.previous), below),
        note: if one.is_manual { one.note.clone() } else { String::new() },
        measured: sum_of_parts(one),
    };
    let part = |part: &IndicatorPart| {
        let raw = known.and_then(|known| {
            let same = |other: &&IndicatorPart| other.dimension == part.dimension && other.key == part.key;
            known.parts.iter().find(same).and_then(|part| part.value)
        });
        let title = catalogue::dimension(&part.dimension).map(|found: &IndicatorDimension| found.title.as_str());
        paper::Indicator {
            code: format!("{}/{}:{}", one.code, part.dimension, part.key),
            label: format!("{}: {}", title.unwrap_or(&part.dimension), part.label),
            depth: depth + 1,
            measure: one.measure.clone(),
            value: told(part.value, part.value.is_none(), raw, below),
            ..paper::Indicator::default()
        }
    };
    let printed = one.parts.iter().filter(|part| PRINTED.contains(&part.dimension.as_str()));
    std::iter::once(first).chain(printed.map(part)).collect()
}

/// The workbook adds the whole up from the first breakdown of one word each, where all of it is printed. It writes the
/// formula only where that gives the number.
fn sum_of_parts(one: &IndicatorValue) -> paper::Measured {
    let adds_up = |code: &str| catalogue::dimension(code).is_some_and(|found| found.single) && PRINTED.contains(&code);
    let Some(first) = one.parts.iter().map(|part| part.dimension.as_str()).find(|code| adds_up(code)) else {
        return paper::Measured::Given;
    };
    let parts = one.parts.iter().filter(|part| part.dimension == first);
    paper::Measured::Sum(parts.map(|part| format!("{}/{}:{}", one.code, part.dimension, part.key)).collect())
}

/// A number as it may be told. `raw` is the number itself, where it is known here.
fn told(value: Option<i64>, hidden: bool, raw: Option<i64>, below: i64) -> paper::Value {
    match (value, hidden) {
        (Some(value), _) => paper::Value::Number(value),
        (None, false) => paper::Value::Missing,
        // Above the ward nobody knows which of the two it is.
        (None, true) if raw.is_some_and(|raw| (1..below).contains(&raw)) => paper::Value::Small,
        (None, true) => paper::Value::Hidden,
    }
}
