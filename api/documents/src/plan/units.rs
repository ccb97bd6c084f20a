//! Units in running words: which kind, which words, one or all of the kind.

use std::ops::Range;

use super::lexicon::{self, ENTRIES, Entry};
use super::preview::{UnitKind, UnitWords};
use crate::words::{Folded, Pattern, bare, char_count, regex, squeeze};

/// A unit named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// `None`: it is an organisation, of a kind that is not known.
    pub(crate) kind: Option<UnitKind>,
    pub(crate) sure: bool,
    /// The original words.
    pub(crate) words: String,
    /// Every unit of the kind is meant.
    pub(crate) all: bool,
    /// A misspelt name, understood all the same.
    pub(crate) slip: bool,
    /// In the folded text.
    pub(crate) range: Range<usize>,
}

impl Mention {
    pub(crate) fn to_words(&self) -> UnitWords {
        UnitWords { kind: self.kind, name: self.words.clone(), all_units_of_kind: self.all }
    }
}

/// All units named in a text, from left to right. `expected`: the text is a heading or a cell where units stand, so
/// that words like "Văn hóa - Xã hội" mean one.
pub(crate) fn find(text: &Folded<'_>, expected: bool) -> Vec<Mention> {
    let mut found: Vec<Mention> = officers(text);
    for entry in ENTRIES.iter().filter(|entry| expected || !entry.expected_only) {
        found.extend(entry.pattern.find_iter(&text.text).filter_map(|place| mention(text, entry, place.range())));
    }
    // Leftmost first, then the longest: "UBND Tổ quốc Việt Nam" before "UBND".
    found.sort_by_key(|mention| (mention.range.start, usize::MAX - mention.range.end));
    let mut kept: Vec<Mention> = Vec::new();
    for mention in found {
        match kept.last_mut() {
            Some(last) if mention.range.start < last.range.end => {
                // A known kind beats an unknown one that merely begins earlier ("Trung tâm Y tế").
                if last.kind.is_none() && mention.kind.is_some() && mention.range.start == last.range.start {
                    *last = mention;
                }
            }
            _ => kept.push(mention),
        }
    }
    kept
}

fn mention(text: &Folded<'_>, entry: &Entry, range: Range<usize>) -> Option<Mention> {
    let words = text.raw(range.clone());
    let lower = words.to_lowercase();
    if !entry.marks.is_empty() && !entry.marks.iter().any(|mark| lower.contains(mark)) && !lower.is_ascii() {
        return None;
    }
    let start = match entry.kind {
        Some(UnitKind::Neighborhood) => behind_schools(text, range.clone()),
        _ => range.start,
    };
    let range = start..range.end;
    let end = if entry.open_ended { end_of_name(text, range.clone()) } else { extend(text, range.end) };
    let range = trim(text, range.start..end);
    let words = squeeze(bare(text.raw(range.clone())));
    let folded = crate::words::fold(&words);
    let slip = entry.kind == Some(UnitKind::FatherlandFront) && lexicon::FRONT_SLIP.is_match(&folded);
    let all = is_all(entry.kind, &folded, &words);
    Some(Mention { kind: entry.kind, sure: entry.sure, words, all, slip, range })
}

/// "các trường, các thôn": folded, "trường" looks like the heads of the hamlets.
fn behind_schools(text: &Folded<'_>, range: Range<usize>) -> usize {
    let words = text.text.get(range.clone()).unwrap_or_default();
    let schools =
        words.match_indices("truong").map(|(place, word)| range.start + place..range.start + place + word.len());
    let last = schools.filter(|place| text.raw(place.clone()).to_lowercase() == "trường").last();
    let Some(end) = last.map(|place| place.end) else { return range.start };
    let rest = text.text.get(end..range.end).unwrap_or_default();
    let rest = rest.trim_start_matches([',', ' ']);
    range.end - rest.strip_prefix("va ").unwrap_or(rest).len()
}

/// Where an open-ended name stops: before a verb that is not its second word ("Ban Quản lý chợ").
pub(super) fn end_of_name(text: &Folded<'_>, range: Range<usize>) -> usize {
    let words = text.text.get(range.clone()).unwrap_or_default();
    let mut starts = words.match_indices(' ').map(|(place, _)| place).skip(2);
    // "Trung tâm Dịch vụ tổng hợp phường": a verb before nothing but the place is a part of the name.
    let verb = starts.find(|place| {
        let rest = words.get(place + 1..).unwrap_or_default();
        ORDER
            .find(rest)
            .and_then(|verb| rest.get(verb.end()..))
            .is_some_and(|after| !after.trim().is_empty() && !TAIL.is_match(after))
    });
    verb.map_or(range.end, |place| range.start + place)
}

fn trim(text: &Folded<'_>, range: Range<usize>) -> Range<usize> {
    let slice = text.text.get(range.clone()).unwrap_or_default();
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..range.end - (slice.len() - slice.trim_end().len())
}

static TAIL: Pattern = regex!(
    r"^ ?(?:(?:cua|tren dia ban|thuoc|o)(?: toan)? (?:phuong|xa|thi tran|dac khu|dia ban)|tren dia ban|(?:phuong|xa|thi tran|dac khu|viet nam))\b"
);
static NAME: Pattern = regex!(r#"^ (?:so )?(?:"[^"]{1,40}"|[^\s,;:.()"]+)"#);

/// The place or name that belongs to a unit: "… phường", "… trên địa bàn phường", "… Ba Đình", "… 3".
fn extend(text: &Folded<'_>, end: usize) -> usize {
    let mut end = end;
    for _ in 0..8 {
        let Some(rest) = text.text.get(end..) else { break };
        if let Some(tail) = TAIL.find(rest) {
            end += tail.end();
            continue;
        }
        let Some(name) = NAME.find(rest) else { break };
        let raw = text.raw(end..end + name.end());
        let word = raw.trim().trim_start_matches("số ");
        // A capital within the words is a name; "Chủ trì" and the like begin an order.
        let named = word.starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit() || "\"“".contains(char));
        // "Tân Lập" is a name, "Lập danh sách" right after a unit is none that offices write.
        let order = ORDER.find(rest.trim_start()).is_some_and(|order| order.as_str().contains(' '));
        if !named || order || word.chars().all(char::is_uppercase) && char_count(word) > 5 {
            break;
        }
        end += name.end();
    }
    end
}

/// Verbs that begin an order.
pub(super) static ORDER: Pattern = regex!(
    r"^(?:chu tri|chu dong|phoi hop|tham muu|tang cuong|to chuc|xay dung|thuc hien|trien khai|tuyen truyen|huong dan|chi dao|kiem tra|giam sat|bo tri|ra soat|tiep tuc|dam bao|bao dam|van dong|theo doi|tong hop|co trach nhiem|chiu trach nhiem|phu trach|quan ly|bao cao|lap|cung cap|day manh|quan tam|tiep nhan|ban giao|can doi|can cu|duoc giao|dua tin|phan cong|quyet dinh|len)\b"
);

/// Plural words, or a kind of which a ward has many, named without a number or a name.
fn is_all(kind: Option<UnitKind>, folded: &str, words: &str) -> bool {
    static PLURAL: Pattern = regex!(r"\bcac\b|\btat ca\b|\btoan bo\b|^\d+ |\bnha truong\b|\bdoi ngu\b");
    if !matches!(kind, Some(UnitKind::Neighborhood | UnitKind::School)) {
        return false;
    }
    static COUNTED: Pattern =
        regex!(r"\b\d{1,3} (?:nha truong|truong|thon|xom|ap|ban|lang|khu|khoi|to dan pho|tdp|tieu khu)\b");
    if COUNTED.is_match(folded) {
        return true;
    }
    let numbered = folded.split(' ').skip(1).any(|word| word.starts_with(|char: char| char.is_ascii_digit()));
    if numbered {
        return false;
    }
    // "Trường Tiểu học Ba Đình", "thôn Đông Thôn": a name after the words for the kind.
    let named = words.split(' ').skip(2).any(|word| {
        let known = ["Học", "Non", "Tiểu", "Mầm", "Dân", "Phố", "THCS", "THPT", "TH", "Phường", "Xã"];
        word.starts_with(char::is_uppercase) && !known.contains(&word)
    });
    PLURAL.is_match(folded) || !named
}

/// Where the fields end that stand together; one further on belongs to the order ("… phát trên Đài truyền thanh").
fn end_of_fields(window: &str) -> usize {
    let fields = [&lexicon::FIELD_SOCIAL, &lexicon::FIELD_CULTURE, &lexicon::FIELD_OFFICE, &lexicon::FIELD_OTHER];
    let mut places: Vec<Range<usize>> =
        fields.iter().flat_map(|field| field.find_iter(window).map(|found| found.range())).collect();
    places.sort_by_key(|place| place.start);
    let Some(first) = places.first() else { return window.len() };
    places.iter().fold(first.end, |end, place| if place.start <= end + 25 { end.max(place.end) } else { end })
}

/// "Công chức …", "cán bộ …": what comes after says whose field it is.
fn officers(text: &Folded<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for head in lexicon::OFFICER.find_iter(&text.text) {
        let Some(rest) = text.text.get(head.end()..) else { continue };
        let near: usize = rest.char_indices().nth(90).map_or(rest.len(), |(place, _)| place);
        let window = rest.get(..near).unwrap_or_default();
        let window =
            lexicon::FIELD_END.find(window).map_or(window, |end| window.get(..end.start()).unwrap_or_default());
        let window = window.get(..end_of_fields(window)).unwrap_or(window);
        let last = |pattern: &Pattern| pattern.find_iter(window).last().map(|found| found.end());
        let first = |pattern: &Pattern| pattern.find(window).map(|found| found.start());
        let short_head = matches!(head.as_str().trim(), "cc" | "cb" | "ban" | "nganh" | "phu trach");
        let (social, culture) = (last(&lexicon::FIELD_SOCIAL), last(&lexicon::FIELD_CULTURE));
        let (kind, sure, end) = match (social, culture) {
            // "văn hóa - xã hội phụ trách chính sách": the narrower field comes last.
            (Some(social), culture) if culture.is_none_or(|culture| culture <= social) => {
                (Some(UnitKind::SocialPolicy), culture.is_none(), social)
            }
            (_, Some(culture)) => (Some(UnitKind::Culture), social.is_none(), culture),
            _ => match (last(&lexicon::FIELD_OFFICE), last(&lexicon::FIELD_OTHER)) {
                (Some(office), _) => (Some(UnitKind::Leadership), false, office),
                (None, Some(other)) if !short_head => (None, false, other),
                _ => continue,
            },
        };
        let start = [first(&lexicon::FIELD_SOCIAL), first(&lexicon::FIELD_CULTURE)].into_iter().flatten().min();
        // The field stands near the office, or it belongs to another thought.
        if start.is_some_and(|start| start > if short_head { 0 } else { 45 }) {
            continue;
        }
        let mut end = extend(text, head.end() + end);
        // "(phụ trách chính sách)": with its closing bracket.
        let open = text.text.get(head.start()..end).is_some_and(|words| words.contains('(') && !words.contains(')'));
        if let Some(close) = text.text.get(end..).and_then(|rest| rest.find(')')).filter(|close| open && *close < 40) {
            end += close + 1;
        }
        let range = trim(text, head.start()..end);
        let words = squeeze(bare(text.raw(range.clone())));
        found.push(Mention { kind, sure: sure && !short_head, words, all: false, slip: false, range });
    }
    found
}
