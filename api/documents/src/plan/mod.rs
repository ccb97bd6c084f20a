//! The plan (kế hoạch) of an Action Month: text → what it says.
//!
//! Nothing here knows the sentences of any one plan. It reads structure: the layout of official documents (Decree
//! 30/2020), numbers that go on, words for units, dates. What it cannot place becomes a warning, never silence.

mod address;
mod attributes;
mod common;
mod dates;
mod foot;
mod front;
mod heading;
mod judge;
mod lexicon;
mod lines;
mod marker;
mod orders;
mod outline;
mod parts;
mod period;
mod preview;
mod references;
mod sections;
mod table_tasks;
mod task_text;
mod tasks;
mod theme;
mod units;
mod warnings;

pub use preview::{
    DueSource, PlanPreview, Reason, SectionPreview, SignedBy, TaskPreview, UnitKind, UnitWords, Warning, WarningCode,
};

use chrono::{Datelike, NaiveDate};

use crate::block::{Block, Document};
use crate::words::{self, fold, squeeze};
use crate::{ReadError, docx, format, txt};
use dates::Frame;
use lines::{Item, Line};
use parts::Parts;
use period::Period;
use sections::Section;
use warnings::Warnings;

/// Largest file taken. A plan with a scanned stamp is about 1 MB.
pub const MAX_BYTES: usize = 20 << 20;

/// Reads a signed plan from the bytes of a `.docx` or `.txt` file; which of both is judged by content.
///
/// `file_name` is only a last resort for a title. `today_year` is taken, with a warning, for a plan that names no year.
///
/// # Errors
/// A [`ReadError`] that says what the file is instead, and what its owner can do.
pub fn read(bytes: &[u8], file_name: &str, today_year: i32) -> Result<PlanPreview, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    let document = match format::detect(bytes)? {
        format::Format::Zip => docx::read(bytes)?,
        format::Format::Text => txt::read(bytes)?,
    };
    if txt::is_old_encoding(&mut texts(&document.blocks).into_iter()) {
        return Err(ReadError::OldEncoding);
    }
    Ok(understand(document, file_name, today_year))
}

/// Whether a line begins with a number or bullet; `txt` must not join it to the line before.
pub(crate) fn begins_item(text: &str) -> bool {
    marker::parse(text).is_some()
}

fn texts(blocks: &[Block]) -> Vec<&str> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph.text.as_str()),
            Block::Table(table) => {
                let paragraphs = table.rows.iter().flatten().flat_map(|cell| cell.paragraphs());
                found.extend(paragraphs.map(|paragraph| paragraph.text.as_str()));
            }
        }
    }
    found
}

fn understand(document: Document, file_name: &str, today_year: i32) -> PlanPreview {
    let mut warnings = Warnings::default();
    document.notes.iter().for_each(|note| warnings.note(*note));
    let Parts { head, heading, title, body, foot: foot_lines, annex } = parts::split(lines::flow(document.blocks));
    let body = lines::join_page_cuts(body, &mut warnings);
    let (before, mut sections) = sections::from_outline(outline::read(body, &mut warnings));
    let ending = take_ending(&mut sections);
    sections::annexes(lines::join_page_cuts(annex, &mut warnings), &mut sections);
    if sections.is_empty() {
        warnings.missing(WarningCode::NoSections);
    }

    let opening_texts: Vec<String> = before.iter().map(Item::text).collect();
    let paragraphs: Vec<String> = paragraphs(&opening_texts, &sections);
    let title = titled(title, file_name, &mut warnings);
    let number = front::number(&head);
    let issued_on = front::issued_on(&head).or_else(|| front::issued_on(&foot_lines));
    let issuer = front::issuer(&head, &opening_texts, &mut warnings);
    if number.is_none() {
        warnings.missing(WarningCode::NumberMissing);
    }
    if issued_on.is_none() {
        warnings.missing(WarningCode::IssuedOnMissing);
    }
    let title_year = front::year_of(&title);
    let hint = title_year
        .or_else(|| opening_texts.iter().rev().find_map(|text| front::year_of(text)))
        .or(issued_on.map(|date| date.year()));
    let period = period(&sections, &paragraphs, hint.unwrap_or(today_year), &mut warnings);
    let year = year(title_year, period, hint, today_year, &mut warnings);
    let foot = foot::read(&foot_lines, &mut warnings);
    let theme_texts: Vec<String> = paragraphs.iter().chain(std::iter::once(&title)).cloned().collect();
    let theme = theme::theme(&theme_texts, &sections, &mut warnings);
    let slogans = theme::slogans(&sections, &theme, &mut warnings);
    let (starts_on, ends_on) = (period.map(|period| period.starts_on), period.map(|period| period.ends_on));
    let tasks = tasks::read(&sections, Frame { year, starts_on, ends_on }, ends_on, &mut warnings);
    let legal_bases = references::legal_bases(&opening_texts, &paragraphs, number.as_deref());
    if legal_bases.is_empty() {
        warnings.missing(WarningCode::LegalBasesMissing);
    }

    let hotlines = references::hotlines(&with_titles(&opening_texts, &sections));
    let opening = head.iter().chain(&heading).map(|line| line.text.clone()).chain(opening_texts);
    let closing = ending.into_iter().chain(foot_lines.iter().map(|line| line.text.clone()));
    PlanPreview {
        year,
        issuer,
        number,
        issued_on,
        theme,
        slogans,
        starts_on,
        ends_on,
        legal_bases,
        hotlines,
        signed_by: foot.signed_by,
        recipients: foot.recipients,
        opening: opening.collect::<Vec<_>>().join("\n"),
        closing: closing.collect::<Vec<_>>().join("\n"),
        sections: sections.iter().map(|section| section.preview(&sections)).collect(),
        tasks,
        warnings: warnings.into_list(),
        title,
    }
}

/// "Trên đây là Kế hoạch …" stands below the last unit and is not addressed to it.
fn take_ending(sections: &mut [Section]) -> Vec<String> {
    let Some(last) = sections.last_mut() else { return Vec::new() };
    let mut ending = Vec::new();
    while last.items.len() > 1 || (last.items.len() == 1 && last.parent.is_none()) {
        let closes = last
            .items
            .last()
            .and_then(Item::line)
            .is_some_and(|line: &Line| orders::is_closing(&line.text, true) && !begins_item(&line.text));
        if !closes {
            break;
        }
        ending.extend(last.items.pop().map(|item| item.text()));
    }
    ending.reverse();
    ending
}

/// Every paragraph with words, in the order of the text, headings included.
fn paragraphs(opening: &[String], sections: &[Section]) -> Vec<String> {
    let mut all: Vec<String> = opening.to_vec();
    for section in sections {
        all.push(section.title.clone());
        for item in &section.items {
            all.extend(item.text().split('\n').map(str::to_owned));
        }
    }
    all
}

/// The same, each line of a section behind the words that it stands under: "Đường dây nóng" and then the numbers.
fn with_titles(opening: &[String], sections: &[Section]) -> Vec<String> {
    let below = sections.iter().flat_map(|section| {
        let texts: Vec<String> = section.items.iter().map(Item::text).collect();
        let under = texts.iter().flat_map(|text| text.split('\n')).map(|text| format!("{}: {text}", section.title));
        std::iter::once(section.title.clone()).chain(under).collect::<Vec<_>>()
    });
    opening.iter().cloned().chain(below).collect()
}

fn titled(title: String, file_name: &str, warnings: &mut Warnings) -> String {
    if !title.is_empty() {
        return title;
    }
    warnings.missing(WarningCode::TitleMissing);
    let stem = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    squeeze(&crate::words::tidy(stem).replace(['-', '_'], " ")).chars().take(200).collect()
}

/// The period: from a section on time, else from a sentence on the Action Month's time, else from the title.
fn period(sections: &[Section], paragraphs: &[String], year: i32, warnings: &mut Warnings) -> Option<Period> {
    let timed = |text: &str| fold(text).contains("thoi gian");
    let own = sections.iter().filter(|section| timed(&section.title));
    let mut found: Vec<(Period, String)> = Vec::new();
    for section in own {
        let texts = section.lines().map(|line| line.text.clone());
        // A heading may hold several things; then only the lines on time count.
        let mixed = fold(&section.title).contains("chu de") || fold(&section.title).contains("thong diep");
        let texts: Vec<String> = texts.filter(|text| !mixed || timed(text)).collect();
        let mut given = texts.iter().filter_map(|text| period::find(text, year).map(|period| (period, text.clone())));
        let Some(first) = given.next() else { continue };
        // "Đợt 1: …", "Đợt 2: …": from the first to the last.
        let phases = texts.iter().filter(|text| is_phase(text)).count() > 1;
        found.push(if phases { given.fold(first, |all, next| (all.0.with(next.0), all.1)) } else { first });
    }
    if found.is_empty() {
        let sentence = paragraphs.iter().filter(|text| {
            let folded = fold(text);
            folded.contains("thang hanh dong") || folded.contains("thoi gian")
        });
        let mut exact = sentence.filter_map(|text| period::find(text, year).map(|period| (period, text.clone())));
        let first = exact.next();
        // An exact one later beats a month named in passing.
        found.extend(first.and_then(|first| {
            if first.0.guessed { exact.find(|(period, _)| !period.guessed).or(Some(first)) } else { Some(first) }
        }));
    }
    let Some((period, source)) = found.first() else {
        warnings.missing(WarningCode::PeriodMissing);
        return None;
    };
    if period.guessed {
        warnings.add(WarningCode::PeriodGuessed, source);
    }
    if let Some((_, other)) =
        found.iter().find(|(other, _)| (other.starts_on, other.ends_on) != (period.starts_on, period.ends_on))
    {
        warnings.add(WarningCode::PeriodConflict, &format!("{source} / {other}"));
    }
    Some(*period)
}

fn is_phase(text: &str) -> bool {
    static PHASE: words::Pattern = words::regex!(r"^\W*(?:dot|giai doan|buoc) \d");
    PHASE.is_match(&fold(text))
}

fn year(title: Option<i32>, period: Option<Period>, hint: Option<i32>, today: i32, warnings: &mut Warnings) -> i32 {
    let of_period = period.map(|period: Period| NaiveDate::year(&period.ends_on));
    match (title, of_period) {
        (Some(title), Some(period)) if title != period => {
            warnings.add(WarningCode::YearConflict, &format!("{title} / {period}"));
            title
        }
        (Some(year), _) => year,
        (None, _) if hint.is_some() => hint.unwrap_or(today),
        // Without any written year the period's was filled in with today's.
        (None, Some(period)) if period != today => period,
        _ => {
            warnings.missing(WarningCode::YearGuessed);
            today
        }
    }
}
