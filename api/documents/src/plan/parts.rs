//! The parts of an official document (Decree 30/2020, annex I): head, summary, body, foot, annexes.

use super::lines::{Item, Line};
use super::marker;
use crate::words::{Pattern, bare, char_count, fold, is_capitals, is_mostly_capitals, regex, starts_lower};

#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Letterhead: issuer, number, place and date.
    pub(crate) head: Vec<Line>,
    /// `KẾ HOẠCH` and the summary below it, as lines of the opening.
    pub(crate) heading: Vec<Line>,
    pub(crate) title: String,
    pub(crate) body: Vec<Item>,
    /// Recipients and signature.
    pub(crate) foot: Vec<Line>,
    /// `PHỤ LỤC` and all after it.
    pub(crate) annex: Vec<Item>,
}

static PLAN: Pattern = regex!(r"^(?:du thao )?ke hoach(?: (?:lien tich|lien nganh|phoi hop lien nganh))?\b[\s:]*");
static RULE: Pattern = regex!(r"^[-_=*–—.\s•~]+$");
static LETTERHEAD: Pattern = regex!(
    r"^(?:uy ban nhan dan|ubnd|cong hoa xa hoi|doc lap|so ?:|so \d|phuong |xa |thi tran |dac khu |ban chi dao|hdnd|du thao|[^,]{2,40}, ?ngay)"
);

/// How far down the word KẾ HOẠCH may stand.
const HEAD_LINES: usize = 60;

pub(crate) fn split(items: Vec<Item>) -> Parts {
    let mut parts = Parts::default();
    let mut items = items;
    let foot = foot_start(&items);
    let annex = annex_start(&items, foot);
    parts.annex = items.split_off(annex.min(items.len()));
    let foot_items = items.split_off(foot.min(items.len()));
    let (lines, tables): (Vec<Item>, Vec<Item>) =
        foot_items.into_iter().partition(|item| matches!(item, Item::Line(_)));
    parts.foot = lines.into_iter().filter_map(into_line).collect();
    // A table below the signature without the word "Phụ lục" is an annex all the same.
    parts.annex.splice(0..0, tables);
    let body = match plan_line(&items) {
        Some(place) => {
            let rest = items.split_off(place);
            parts.head = items.into_iter().filter_map(into_line).collect();
            take_title(&mut parts, rest)
        }
        None => {
            let head = items.iter().take_while(|item| item.line().is_some_and(is_letterhead)).count();
            let rest = items.split_off(head);
            parts.head = items.into_iter().filter_map(into_line).collect();
            rest
        }
    };
    parts.body = body;
    parts
}

fn into_line(item: Item) -> Option<Line> {
    match item {
        Item::Line(line) => Some(line),
        Item::Table(table) => Some(Line::plain(&super::lines::table_text(&table))),
    }
}

fn is_letterhead(line: &Line) -> bool {
    let folded = fold(&line.text);
    char_count(&folded) <= 120
        && (LETTERHEAD.is_match(&folded) || RULE.is_match(&folded))
        && marker::parse(&line.text).is_none()
}

/// The line that is the word KẾ HOẠCH, or a summary in capitals that begins with it.
fn plan_line(items: &[Item]) -> Option<usize> {
    let mut summary = None;
    for (place, item) in items.iter().take(HEAD_LINES).enumerate() {
        let Some(line) = item.line() else { continue };
        let folded = fold(&line.text);
        if PLAN.find(&folded).is_some_and(|found| bare(folded.get(found.end()..).unwrap_or_default()).is_empty()) {
            return Some(place);
        }
        if summary.is_none()
            && PLAN.is_match(&folded)
            && (is_mostly_capitals(&line.text)
                || ((line.bold || line.centered) && char_count(&folded) < 300)
                || is_plain_title(&folded, place))
        {
            summary = Some(place);
        }
        if summary.is_some()
            || marker::parse(&line.text).is_some_and(|marker| marker.style().is_some_and(marker::Style::is_wide))
        {
            break;
        }
    }
    summary
}

/// The first words of a paper without a letterhead: "Kế hoạch Tháng hành động vì trẻ em năm 2025 của xã …".
fn is_plain_title(folded: &str, place: usize) -> bool {
    place < 6 && char_count(folded) <= 200 && YEAR.is_match(folded) && !folded.ends_with(['.', ';', ':', ','])
}

static NO_TITLE: Pattern = regex!(
    r"^(?:can cu|xet |theo (?:de nghi|chi dao|ke hoach so)|kinh gui|thuc hien (?:ke hoach|cong van|chi thi|quyet dinh|nghi quyet|chuong trinh|huong dan|thong tu|van ban|su chi dao)\b.*\d|nham |de (?:tiep tuc|trien khai)|(?:uy ban nhan dan|ubnd) .* (?:ban hanh|xay dung))"
);

fn take_title(parts: &mut Parts, rest: Vec<Item>) -> Vec<Item> {
    let mut rest = rest.into_iter().peekable();
    let mut title: Vec<String> = Vec::new();
    let mut first: Option<Line> = None;
    if let Some(Item::Line(line)) = rest.next() {
        let folded = crate::words::Folded::new(&line.text);
        let end = PLAN.find(&folded.text).map_or(0, |found| found.end());
        let summary = folded.raw_from(end).trim();
        if !bare(summary).is_empty() {
            title.push(summary.to_owned());
            first = Some(line.clone());
        }
        parts.heading.push(line);
    }
    while let Some(Item::Line(line)) = rest.peek() {
        let rule = RULE.is_match(&line.text);
        if !rule && !goes_on(line, first.as_ref(), &title) {
            break;
        }
        if !rule {
            title.push(line.text.clone());
            first.get_or_insert_with(|| line.clone());
        }
        parts.heading.extend(rest.next().and_then(into_line));
    }
    let title = title.join(" ");
    let folded = crate::words::Folded::new(&title);
    let about = ABOUT.find(&folded.text).map_or(0, |found| found.end());
    let summary = unwrapped(folded.raw_from(about));
    parts.title = crate::words::capitalise(summary);
    rest.collect()
}

/// Without what ends a sentence; quotes go only when they hold the whole.
fn unwrapped(summary: &str) -> &str {
    let ends = |char: char| char.is_whitespace() || ".,;:…*_/".contains(char);
    let summary = summary.trim_matches(ends);
    let inner = bare(summary);
    let quotes = inner.chars().filter(|char| "\"“”„‟«»".contains(*char)).count();
    if quotes % 2 == 0 && (quotes == 0 || summary.starts_with('(')) { inner } else { summary }
}

static ABOUT: Pattern = regex!(r"^\W*(?:v/v|ve viec|vv)\b[\s:]*");

/// Whether a line belongs to the summary: it looks like its first line, or goes on in its middle.
fn goes_on(line: &Line, first: Option<&Line>, title: &[String]) -> bool {
    let folded = fold(&line.text);
    if char_count(&folded) > 300
        || folded.ends_with([':', ';'])
        || marker::parse(&line.text).is_some()
        || title.len() >= 6
    {
        return false;
    }
    if starts_lower(&line.text) {
        return true;
    }
    if NO_TITLE.is_match(&folded) {
        return false;
    }
    let Some(first) = first else { return true };
    let year = title.iter().any(|text| YEAR.is_match(&fold(text)));
    // The year is the last word of nearly every summary; after it only a place follows.
    if year && !PLACE.is_match(&folded) {
        return false;
    }
    let alike = (first.bold && line.bold) || (first.centered && line.centered);
    let capitals = is_mostly_capitals(&first.text) && is_mostly_capitals(&line.text);
    let short = char_count(&folded) <= 100 && !folded.ends_with('.');
    if alike || capitals { short || first.bold && line.bold } else { short && !first.bold && !first.centered }
}

static PLACE: Pattern = regex!(r"^\(?(?:tren dia ban|tai|cua|va|cho|thuoc|voi chu de|phuong|xa|thi tran)\b");
static YEAR: Pattern = regex!(r"\bnam 20\d\d\b");

static RECIPIENTS: Pattern = regex!(r"^\W*noi nhan\b");
static POST: Pattern = regex!(
    r"^(?:(?:t/?m|k/?t|t/?l|tuq|q|thay mat|ky thay|quyen)\s?[./]?\s?)?(?:uy ban nhan dan|ubnd|uy ban mttq|(?:pho )?chu tich|(?:pho )?bi thu|(?:pho )?truong|(?:pho )?chanh van phong|cong chuc|ban chi dao|ban chap hanh|btv|ban thuong vu|giam doc|pho giam doc|hieu truong)\b"
);

/// Whether a text begins with a post or an office. "Trương" is a family, "trưởng" a post.
pub(super) fn begins_with_post(text: &str) -> bool {
    let text = bare(text);
    POST.is_match(&fold(text)) && !text.to_lowercase().starts_with("trương ")
}

/// Where recipients and signature begin: whichever of both comes first; the end when there is neither.
fn foot_start(items: &[Item]) -> usize {
    let column = |item: &Item| {
        let line = item.line()?;
        Some(fold(line.columns.first().unwrap_or(&line.text)))
    };
    let recipients = items.iter().position(|item| {
        let found = column(item).is_some_and(|text| RECIPIENTS.is_match(&text));
        found || item.line().is_some_and(|line| line.columns.iter().any(|text| RECIPIENTS.is_match(&fold(text))))
    });
    if let Some(place) = recipients {
        // Some files have the right column of the signature table before the left one.
        let above =
            items.iter().take(place).rev().take(12).position(|item| !item.line().is_some_and(is_signature_line));
        return place - above.unwrap_or(0);
    }
    // No recipients: a post in capitals near the end, with nothing long after it.
    let near = items.len().saturating_sub(15);
    items
        .iter()
        .enumerate()
        .skip(near.max(1))
        .find(|(_, item)| item.line().is_some_and(is_post))
        .map(|(place, _)| place)
        .filter(|place| items.iter().skip(*place).all(|item| char_count(&item.text()) <= 120))
        .map_or(items.len(), |place| {
            let above = place.checked_sub(1).and_then(|above| items.get(above)).and_then(Item::line);
            place - usize::from(above.is_some_and(|line| is_place_and_date(&line.text)))
        })
}

/// "Bắc Sơn, ngày 25 tháng 5 năm 2026" as short papers have it above the signature.
pub(super) fn is_place_and_date(text: &str) -> bool {
    static DATED: Pattern = regex!(r"^[^,;:.\d]{2,40}, ?ngay \d{1,2} thang \d{1,2} nam \d{4}\W*$");
    DATED.is_match(&fold(text))
}

fn is_post(line: &Line) -> bool {
    let columns = if line.columns.is_empty() { std::slice::from_ref(&line.text) } else { line.columns.as_slice() };
    columns.iter().any(|text| (is_capitals(text) && begins_with_post(text)) || is_bare_post(text))
}

/// A post and nothing else, in whatever letters: "Phó Chủ tịch".
pub(super) fn is_bare_post(text: &str) -> bool {
    static BARE: Pattern = regex!(r"^\W*(?:kt\.? ?)?(?:pho )?chu tich\W*$");
    BARE.is_match(&fold(text))
}

/// A post, a name, a mark of signing or sealing.
fn is_signature_line(line: &Line) -> bool {
    let text = line.text.trim();
    let words = text.split(' ').count();
    let name = (2..=6).contains(&words)
        && text.split(' ').all(|word| {
            word.starts_with(char::is_uppercase) && word.chars().all(|char| char.is_alphabetic() || ".-".contains(char))
        })
        && char_count(text) <= 40;
    let mark = text.starts_with(['(', '[']) && char_count(text) <= 40;
    marker::parse(text).is_none() && (is_post(line) || name || mark) && !text.ends_with(['.', ':', ';'])
}

static ANNEX: Pattern = regex!(r"^(?:phu luc|bieu|mau)\b(?: (?:so )?[\divxa-c.]+)?[\s:.-]*");

fn annex_start(items: &[Item], foot: usize) -> usize {
    let place =
        items.iter().enumerate().skip(foot).find(|(_, item)| item.line().is_some_and(is_annex)).map(|(place, _)| place);
    // Without recipients an annex still ends the body.
    let alone =
        || (foot == items.len()).then(|| items.iter().position(|item| item.line().is_some_and(is_annex))).flatten();
    place.or_else(alone).unwrap_or(items.len())
}

/// `PHỤ LỤC`, `Phụ lục 1`, `PHỤ LỤC I: …` as a line of its own.
pub(super) fn is_annex(line: &Line) -> bool {
    let folded = fold(&line.text);
    let named = folded.starts_with("phu luc") && ANNEX.is_match(&folded);
    named
        && char_count(&folded) <= 160
        && (is_mostly_capitals(&line.text) || line.bold || line.centered || char_count(&folded) <= 12)
}

/// The number of an annex heading and the words after it.
pub(super) fn annex_heading(text: &str) -> (String, String) {
    static NUMBER: Pattern = regex!(r"^phu luc\s*(?:so\s*)?([ivx]{1,4}\b|\d{1,2}\b)?[\s:.-]*");
    let folded = crate::words::Folded::new(text);
    let Some(found) = NUMBER.captures(&folded.text) else { return (String::new(), text.to_owned()) };
    let number = found.get(1).map_or_else(String::new, |number| number.as_str().to_uppercase());
    let end = found.get(0).map_or(0, |whole| whole.end());
    (number, folded.raw_from(end).trim().to_owned())
}
