//! The year's theme and the slogans.

use super::lines::Item;
use super::marker;
use super::preview::WarningCode;
use super::sections::Section;
use super::warnings::Warnings;
use crate::block::{Cell, Table};
use crate::words::{Folded, Pattern, bare, char_count, fold, identity, regex, squeeze};

static THEME: Pattern = regex!(r"\bchu de\b");
static QUOTED: Pattern = regex!(r#"^([^";.\n]{0,140}?)"([^"]{4,400})""#);
/// A forum or contest may have a theme of its own.
static OTHER_THEME: Pattern = regex!(
    r"(?:dien dan|hoi thi|cuoc thi|toa dam|hoi nghi|hoi thao|sinh hoat|chuyen de|trai he|ve tranh|thi ve|van nghe|buoi|cac|nhieu|theo|ngay gia dinh|thang hanh dong quoc gia|phong, ?chong bao luc)[^;.]{0,60}$"
);

struct Candidate {
    text: String,
    /// Said of the Action Month itself.
    sure: bool,
}

/// # Warnings
/// None found, one found without quotes, or several that differ.
pub(crate) fn theme(paragraphs: &[String], sections: &[Section], warnings: &mut Warnings) -> String {
    let own: Vec<&Section> = sections.iter().filter(|section| is_theme_title(&section.title)).collect();
    let mut candidates: Vec<Candidate> = Vec::new();
    for section in &own {
        let texts: Vec<String> = section.lines().map(|line| line.text.clone()).collect();
        let before = candidates.len();
        for text in &texts {
            candidates.extend(quoted(text).map(|found| Candidate { sure: true, ..found }));
        }
        candidates.extend(below_theme(&texts).map(|text| Candidate { text, sure: true }));
        // The section is only about the theme: any quote in it is one.
        if candidates.len() == before && !is_slogan_title(&section.title) {
            candidates.extend(texts.iter().find_map(|text| any_quote(text)).map(|text| Candidate { text, sure: true }));
        }
    }
    candidates.extend(paragraphs.iter().flat_map(|text| quoted(text).collect::<Vec<_>>()));
    if candidates.iter().any(|candidate| candidate.sure) {
        candidates.retain(|candidate| candidate.sure);
    }
    let Some(first) = candidates.first() else {
        return unquoted(&own, paragraphs, warnings);
    };
    let identities: Vec<String> = candidates.iter().map(|candidate| identity(&candidate.text)).collect();
    if let Some(place) = identities.iter().position(|other| Some(other) != identities.first()) {
        let other = candidates.get(place).map_or("", |candidate| candidate.text.as_str());
        warnings.add(WarningCode::ThemeConflict, &format!("{} / {other}", first.text));
    }
    first.text.clone()
}

fn is_theme_title(title: &str) -> bool {
    let folded = fold(title);
    THEME.is_match(&folded) && char_count(&folded) < 160
}

/// Every `chủ đề … “…”` of a paragraph.
fn quoted(text: &str) -> impl Iterator<Item = Candidate> {
    let folded = Folded::new(text);
    let mut found = Vec::new();
    for theme in THEME.find_iter(&folded.text) {
        let rest = folded.text.get(theme.end()..).unwrap_or_default();
        let rest = rest.get(..floor(rest, 600)).unwrap_or(rest);
        let Some(quote) = QUOTED.captures(rest) else { continue };
        let (Some(between), Some(inner)) = (quote.get(1), quote.get(2)) else { continue };
        let before = folded.text.get(back(&folded.text, theme.start(), 260)..theme.start()).unwrap_or_default();
        let month = |text: &str| text.contains("thang hanh dong");
        if OTHER_THEME.is_match(before)
            && !month(between.as_str())
            && !month(before.get(back(before, before.len(), 60)..).unwrap_or_default())
        {
            continue;
        }
        let sure = month(before)
            || month(between.as_str())
            || before.trim_matches(|char: char| !char.is_alphabetic()).is_empty();
        let start = theme.end() + inner.start();
        let text = squeeze(bare(folded.raw(start..start + inner.as_str().len())));
        found.push(Candidate { text, sure });
    }
    found.into_iter()
}

fn floor(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn back(text: &str, place: usize, length: usize) -> usize {
    floor(text, place.saturating_sub(length))
}

/// "Chủ đề:" and the quote on the line below it.
fn below_theme(texts: &[String]) -> impl Iterator<Item = String> {
    static ALONE: Pattern = regex!(r"\bchu de\b[^:;.\x22]{0,80}(?::|\bla)$");
    let pairs = texts.iter().zip(texts.iter().skip(1));
    let quoted = pairs.filter(|(line, next)| ALONE.is_match(fold(line).trim_end()) && fold(next).starts_with('"'));
    quoted.filter_map(|(_, next)| any_quote(next)).collect::<Vec<_>>().into_iter()
}

fn any_quote(text: &str) -> Option<String> {
    static QUOTE: Pattern = regex!(r#""([^"]{8,400})""#);
    let folded = Folded::new(text);
    let found = QUOTE.captures(&folded.text)?.get(1)?;
    Some(squeeze(bare(folded.raw(found.range()))))
}

/// "Chủ đề: Vì một tương lai an toàn" without quotes.
fn unquoted(own: &[&Section], paragraphs: &[String], warnings: &mut Warnings) -> String {
    static AFTER: Pattern = regex!(r"\bchu de[^:;.]{0,100}:\s*([^;:]{8,200}?)(?:[.;]|$)");
    let after = |text: &str| {
        let folded = Folded::new(text);
        let captures = AFTER.captures(&folded.text)?;
        let month = captures.get(0).is_some_and(|all| all.start() < 6) || folded.text.contains("thang hanh dong");
        captures.get(1).filter(|_| month).map(|found| bare(folded.raw(found.range())).to_owned())
    };
    // A section on nothing but the theme with one short line in it.
    let only = own.iter().filter(|section| !is_slogan_title(&section.title)).find_map(|section| {
        let mut lines = section.lines().map(|line| line.text.as_str());
        let first = lines.next().filter(|line| (8..=250).contains(&char_count(line)))?;
        let text = marker::parse(first).map_or_else(|| first.to_owned(), |marker| marker.rest);
        let text = after(&text).unwrap_or(text);
        (lines.next().is_none() && !text.ends_with(':')).then(|| bare(&text).to_owned())
    });
    let in_section = own.iter().find_map(|section| section.lines().find_map(|line| after(&line.text)));
    let Some(theme) = only.or(in_section).or_else(|| paragraphs.iter().find_map(|text| after(text))) else {
        warnings.missing(WarningCode::ThemeMissing);
        return String::new();
    };
    warnings.add(WarningCode::ThemeUnquoted, &theme);
    theme
}

static SLOGANS: Pattern = regex!(r"\b(?:khau hieu|thong diep)\b");
/// Work with slogans, not slogans.
static ACTIVITY: Pattern = regex!(
    r"^(?:treo|cong tac|to chuc|hoat dong|hinh thuc|tang cuong|day manh|trien khai|tuyen truyen (?:bang|qua)|truyen thong)\b"
);
static MOSTLY: Pattern = regex!(
    r"^(?:[-+*•\s]*)(?:cac |mot so |noi dung |he thong |danh muc )*(?:chu de,? ?(?:va )?)?(?:thong diep|khau hieu)"
);

/// Whatever is done with them, the slogans themselves come next.
static ANNOUNCED: Pattern =
    regex!(r"\b(?:khau hieu|thong diep)\b[^:;.]{0,50}\b(?:sau|sau day|nhu sau|gom|bao gom|cu the|la)\s*:$");

pub(crate) fn is_slogan_title(title: &str) -> bool {
    let folded = fold(title);
    SLOGANS.is_match(&folded) && !ACTIVITY.is_match(&folded) && char_count(&folded) < 200
}

/// # Warnings
/// When there are none.
pub(crate) fn slogans(sections: &[Section], theme: &str, warnings: &mut Warnings) -> Vec<String> {
    let named: Vec<usize> = sections
        .iter()
        .enumerate()
        .filter(|(_, section)| is_slogan_title(&section.title))
        .map(|(place, _)| place)
        .collect();
    // The narrowest: a heading "Chủ đề, thông điệp, thời gian" has one below it on the slogans alone.
    let above = |place: &usize| {
        named.iter().any(|other| sections.get(*other).is_some_and(|section| section.parent == Some(*place)))
    };
    let mut found: Vec<String> = Vec::new();
    for section in named.iter().filter(|place| !above(place)).filter_map(|place| sections.get(*place)) {
        found.extend(of_section(section, theme));
    }
    if found.is_empty() {
        found = sections.iter().flat_map(after_introduction).collect();
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|slogan| seen.insert(identity(slogan)));
    if found.is_empty() {
        warnings.missing(WarningCode::SlogansMissing);
    }
    found
}

fn of_section(section: &Section, theme: &str) -> Vec<String> {
    let lines: Vec<&str> = section.lines().map(|line| line.text.as_str()).collect();
    let introduced = after_introduction(section);
    if !introduced.is_empty() {
        return introduced;
    }
    let listed: Vec<String> =
        lines.iter().filter(|line| marker::parse(line).is_some()).filter_map(|line| slogan(line)).collect();
    if !listed.is_empty() {
        return listed;
    }
    let quotes: Vec<String> =
        lines.iter().flat_map(|line| all_quotes(line)).filter(|quote| identity(quote) != identity(theme)).collect();
    if !quotes.is_empty() {
        return quotes;
    }
    // One a line without bullets: several short lines, none of them an introduction.
    let tabled: Vec<String> = section.items.iter().filter_map(Item::table).flat_map(of_table).collect();
    if !tabled.is_empty() {
        return tabled;
    }
    let plain: Vec<String> =
        lines.iter().filter(|line| char_count(line) <= 200).filter_map(|line| slogan(line)).collect();
    if plain.len() >= 2 || (plain.len() == 1 && lines.len() == 1) { plain } else { Vec::new() }
}

/// The column that is headed so, else the one with the most words.
fn of_table(table: &Table) -> Vec<String> {
    let words = |row: &[Cell], column: usize| row.get(column).map(Cell::text).unwrap_or_default();
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let named = table.rows.first().and_then(|row| row.iter().position(|cell| SLOGANS.is_match(&fold(&cell.text()))));
    let length = |column: &usize| table.rows.iter().map(|row| words(row, *column).len()).sum::<usize>();
    let Some(column) = named.or_else(|| (0..width).max_by_key(length)) else { return Vec::new() };
    let rows = table.rows.iter().skip(usize::from(named.is_some()));
    rows.flat_map(|row| words(row, column).lines().filter_map(slogan).collect::<Vec<_>>()).collect()
}

/// "- Khẩu hiệu tuyên truyền:" and the deeper bullets after it.
fn after_introduction(section: &Section) -> Vec<String> {
    let mut found = Vec::new();
    let announced =
        ANNOUNCED.is_match(&fold(&format!("{}:", section.title))).then_some(Some(marker::Style::Unnumbered));
    let mut introduction: Option<Option<marker::Style>> = announced;
    for line in section.lines() {
        let marker = marker::parse(&line.text);
        let style = marker.as_ref().and_then(marker::Marker::style);
        let folded = fold(&line.text);
        let mostly = folded.trim_end().ends_with(':') && MOSTLY.is_match(&folded) && !ACTIVITY.is_match(&folded);
        if char_count(&folded) < 160 && (mostly || ANNOUNCED.is_match(&folded)) {
            introduction = Some(style);
            continue;
        }
        // "- Thông điệp: “…”; “…”": all in one line.
        if introduction.is_none() && MOSTLY.is_match(&folded) && !ACTIVITY.is_match(&folded) {
            found.extend(inline(&line.text));
        }
        match &introduction {
            Some(intro) if style.is_some() && style != *intro => found.extend(slogan(&line.text)),
            Some(_) => introduction = None,
            None => {}
        }
    }
    found
}

/// The quotes right after the colon of "Thông điệp:"; those of a theme named before it are none.
fn inline(line: &str) -> Vec<String> {
    static COLON: Pattern = regex!(r"\b(?:khau hieu|thong diep)[^:\x22;.]{0,60}:\s*\x22");
    let folded = Folded::new(line);
    let start = COLON.find(&folded.text).map(|found| found.end() - 1);
    start.map(|start| all_quotes(folded.raw_from(start))).unwrap_or_default()
}

fn slogan(line: &str) -> Option<String> {
    let text = marker::parse(line).map_or_else(|| squeeze(line), |marker| marker.rest);
    let folded = fold(&text);
    let theme = THEME.is_match(&folded) && (folded.contains(':') || folded.contains('"'));
    // "(Kèm theo Kế hoạch số …)" is a remark.
    if theme || text.starts_with('(') || folded.ends_with(':') || char_count(&text) > 300 {
        return None;
    }
    let text = text.trim_end_matches(|char: char| char.is_whitespace() || ".;,/".contains(char));
    let text = if text.starts_with(['"', '“', '”', '«', '\'']) { bare(text) } else { text };
    (char_count(text) >= 6).then(|| text.to_owned())
}

fn all_quotes(line: &str) -> Vec<String> {
    static QUOTE: Pattern = regex!(r#""([^"]{6,300})""#);
    let folded = Folded::new(line);
    let quotes = QUOTE.captures_iter(&folded.text).filter_map(|found| found.get(1));
    quotes.map(|found| squeeze(bare(folded.raw(found.range())))).collect()
}
