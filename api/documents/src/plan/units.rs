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
    let end = extend(text, range.end);
    let range = trim(text, range.start..end);
    let words = squeeze(bare(text.raw(range.clone())));
    let folded = crate::words::fold(&words);
    let slip = entry.kind == Some(UnitKind::FatherlandFront) && lexicon::FRONT_SLIP.is_match(&folded);
    let all = is_all(entry.kind, &folded, &words);
    Some(Mention { kind: entry.kind, sure: entry.sure, words, all, slip, range })
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
        if !named || ORDER.is_match(rest.trim_start()) || word.chars().all(char::is_uppercase) && char_count(word) > 5 {
            break;
        }
        end += name.end();
    }
    end
}

/// Verbs that begin an order.
static ORDER: Pattern = regex!(
    r"^(?:chu tri|chu dong|phoi hop|tham muu|tang cuong|to chuc|xay dung|thuc hien|trien khai|tuyen truyen|huong dan|chi dao|kiem tra|giam sat|bo tri|ra soat|tiep tuc|dam bao|bao dam|van dong|theo doi|tong hop|co trach nhiem|chiu trach nhiem|phu trach|quan ly|bao cao|lap|cung cap|day manh|quan tam|tiep nhan|ban giao|can doi|can cu|duoc giao|dua tin|phan cong|quyet dinh|len)\b"
);

/// Plural words, or a kind of which a ward has many, named without a number or a name.
fn is_all(kind: Option<UnitKind>, folded: &str, words: &str) -> bool {
    static PLURAL: Pattern = regex!(r"\bcac\b|\btat ca\b|\btoan bo\b|^\d+ |\bnha truong\b|\bdoi ngu\b");
    if !matches!(kind, Some(UnitKind::Neighborhood | UnitKind::School)) {
        return false;
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

/// "Công chức …", "cán bộ …": what comes after says whose field it is.
fn officers(text: &Folded<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for head in lexicon::OFFICER.find_iter(&text.text) {
        let Some(rest) = text.text.get(head.end()..) else { continue };
        let near: usize = rest.char_indices().nth(90).map_or(rest.len(), |(place, _)| place);
        let window = rest.get(..near).unwrap_or_default();
        let window =
            lexicon::FIELD_END.find(window).map_or(window, |end| window.get(..end.start()).unwrap_or_default());
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

/// So many characters of it: no paragraph needs more, and a hostile one would cost its square.
fn start_of(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).and_then(|(place, _)| text.get(..place)).unwrap_or(text)
}

/// A heading or sentence that begins with a unit.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    /// The first unit; `None` when the words are an organisation that is not known.
    pub(crate) lead: Option<Mention>,
    /// Further units that are addressed with it.
    pub(crate) others: Vec<Mention>,
    /// The words of all of them, as written.
    pub(crate) words: String,
    /// Where the units' words end, in the folded text.
    pub(crate) end: usize,
    /// An order follows in the same sentence.
    pub(crate) has_order: bool,
}

static LEADS: Pattern = regex!(
    r"^(?:(?:de nghi|yeu cau|giao(?: cho| nhiem vu cho)?|phan cong|uy quyen(?: cho)?|trach nhiem(?: cua)?|nhiem vu(?: cua)?|doi voi|ve phia|dong chi|cac dong chi|d/c|ong|ba|moi)(?:\s*:\s*|\s+))+"
);
static ORGANISATION: Pattern = regex!(
    r"^(?:cac |cong chuc|can bo|bo phan|phong |ban |trung tam|van phong|hoi |doi |to |dai |nganh |don vi|co quan|cau lac bo|clb |chi bo|dang uy|buu dien|cong ty|doanh nghiep|gia dinh|cong tac vien|luc luong|thu truong|lien doi|hop tac xa|ke toan|tai chinh)"
);
static NO_ORGANISATION: Pattern = regex!(
    r"^(?:to chuc (?:cac|hoat|thuc|trien|le|hoi|kiem|dien|tot|giao|gap|tham|trao)|to chuc$|ban hanh|ban giao|hoi thi|hoi nghi|hoi thao|doi moi|doi voi|cac (?:hoat dong|noi dung|nhiem vu|giai phap|bien phap|chi tieu|chuong trinh|mo hinh|chi so|hinh thuc|che do)|dai hoi|phong (?:ngua|chong|, ?chong)|don vi tinh|to chuc trien khai|to chuc thuc hien)"
);
/// What may stand before the unit itself: a person and a post.
static PERSON: Pattern = regex!(
    r"^(?:[^,;:.]{3,40}[,-] ?)?(?:thu truong|lanh dao|truong|pho|ban lanh dao|hieu truong|bi thu|chu tich|pho chu tich)?\s*$"
);
static JOINED_BY: Pattern = regex!(r"^\s*(?:,|va|;|/|&|-|cung|cung voi)\s*(?:va\s+)?(?:de nghi\s+)?(?:cac\s+)?$");

/// Reads the units at the beginning of a heading or sentence; `None` when it does not begin with one.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    let text_folded = Folded::new(start_of(text, 800));
    let lead_end = LEADS.find(&text_folded.text).map_or(0, |lead| lead.end());
    let mentions = find(&text_folded, true);
    let before = |mention: &Mention| text_folded.text.get(lead_end..mention.range.start).unwrap_or("?").to_owned();
    let named = text_folded.raw_from(lead_end).starts_with(char::is_uppercase);
    let first = mentions.iter().position(|mention| {
        let gap = before(mention);
        gap.trim().is_empty()
            || (mention.range.start >= lead_end && lead_end > 0 && named && PERSON.is_match(&gap) && gap.contains(','))
    });
    let Some(first) = first else { return unknown(&text_folded, lead_end) };
    let lead = mentions.get(first)?.clone();
    let mut end = lead.range.end;
    let mut others = Vec::new();
    for mention in mentions.iter().skip(first + 1) {
        let between = text_folded.text.get(end..mention.range.start)?;
        if !JOINED_BY.is_match(between) {
            break;
        }
        end = mention.range.end;
        others.push(mention.clone());
    }
    let after = text_folded.text.get(end..).unwrap_or_default();
    // "Đoàn phường (phụ trách hè):" — a remark in brackets is no order.
    let remark = BRACKETS.find(after).map_or(0, |found| found.end());
    let order = after.get(remark..).unwrap_or_default().trim_start_matches([' ', ',', ':', '-', '.', ';']);
    let title_goes_on = after.starts_with(' ')
        && !order.is_empty()
        && !ORDER.is_match(order)
        && !after.trim_start().starts_with(['(', ':', '-']);
    // "Trường học an toàn", "Gia đình văn hóa": words of a unit inside another thought.
    if title_goes_on && lead.range.end - lead.range.start < after.len() && lead_end == 0 && !lead.all {
        let has_verb = HAS_VERB.is_match(after);
        if !has_verb || lead.kind.is_none() {
            return None;
        }
    }
    let words = squeeze(bare(text_folded.raw(lead.range.start..end)));
    Some(Heading { lead: Some(lead), others, words, end, has_order: char_count(order) > 12 })
}

static BRACKETS: Pattern = regex!(r"^\s*\([^()]{0,80}\)");
static HAS_VERB: Pattern = regex!(
    r"\b(?:chu tri|phoi hop|tham muu|co trach nhiem|chiu trach nhiem|thuc hien|to chuc|trien khai|tuyen truyen|phan cong|huong dan|bao cao)\b"
);

/// Words of an organisation that is not in the lexicon: short, or followed by a colon.
fn unknown(text: &Folded<'_>, lead_end: usize) -> Option<Heading> {
    let rest = text.text.get(lead_end..)?;
    if !ORGANISATION.is_match(rest) || NO_ORGANISATION.is_match(rest) {
        return None;
    }
    let colon = rest.find(':');
    let verb = ORDER_INSIDE.find(rest).map(|found| found.start());
    let cut = [colon, verb].into_iter().flatten().min().unwrap_or(rest.len());
    if cut > 120 {
        return None;
    }
    let words = squeeze(bare(text.raw(lead_end..lead_end + cut)));
    let has_order = rest.len() > cut + 12;
    (!words.is_empty()).then_some(Heading { lead: None, others: Vec::new(), words, end: lead_end + cut, has_order })
}

static ORDER_INSIDE: Pattern =
    regex!(r",? (?:chu tri|chu dong|phoi hop|tham muu|co trach nhiem|chiu trach nhiem|thuc hien|trien khai)\b");

static WITH: Pattern = regex!(
    r"\b(?:phoi hop|phoi ket hop|ket hop)(?: chat che)?(?:,? (?:cung|voi))+ ?:?|\b(?:don vi|co quan) phoi hop ?:"
);
/// What ends the list of those one works with.
static STOP: Pattern = regex!(
    r"[;.]|\b(?:trong viec|trong cong tac|de (?:to chuc|trien khai|thuc hien|huong)|nham|trien khai|thuc hien|huong dan|tham muu|xay dung|kiem tra|ra soat|tuyen truyen|tiep nhan|quan ly|van dong|day manh|tang cuong|xu ly|lap danh sach|bao ve|bao dam|dam bao|chuan bi|tham gia|to chuc (?:cac|hoat|thuc|trien|le|hoi|kiem|dien|tot|giao|gap|tham|trao|day|tuyen|sinh|phat|kham|tang))\b"
);

/// The units that a text tells to join: those right after "phối hợp với".
pub(crate) fn joining(text: &str) -> Vec<Mention> {
    let folded = Folded::new(start_of(text, 6_000));
    let mentions = find(&folded, true);
    let mut found: Vec<Mention> = Vec::new();
    for with in WITH.find_iter(&folded.text) {
        let rest = folded.text.get(with.end()..).unwrap_or_default();
        let end = with.end() + STOP.find(rest).map_or(rest.len(), |stop| stop.start());
        let near = mentions.iter().filter(|mention| mention.range.start >= with.end() && mention.range.start < end);
        for mention in near {
            let known = found.iter().any(|other| other.range == mention.range || other.words == mention.words);
            // "các công chức liên quan" tells nobody in particular.
            let somebody = mention.kind.is_some() || !crate::words::fold(&mention.words).starts_with("cac ");
            if !known && somebody {
                found.push(mention.clone());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use UnitKind::*;

    fn lead(text: &str) -> (Option<UnitKind>, bool, bool) {
        let found = heading(text).unwrap_or_else(|| panic!("no unit in {text}"));
        found.lead.map_or((None, false, false), |lead| (lead.kind, lead.sure, lead.all))
    }

    #[test]
    fn the_names_that_wards_use() {
        for (text, kind) in [
            ("Công an phường", Police),
            ("CÔNG AN PHƯỜNG", Police),
            ("Công an", Police),
            ("Công an xã Hà Long", Police),
            ("Đoàn TNCS Hồ Chí Minh Phường:", YouthUnion),
            ("Đề nghị Đoàn Thanh niên phường", YouthUnion),
            ("Ban Chấp hành Đoàn phường", YouthUnion),
            ("Đoàn phường", YouthUnion),
            ("Công chức chính sách xã hội", SocialPolicy),
            ("Công chức Lao động - Thương binh và Xã hội", SocialPolicy),
            ("Cán bộ LĐTB&XH phường", SocialPolicy),
            ("Công chức Văn hóa - Xã hội phụ trách LĐ-TBXH", SocialPolicy),
            ("Công chức Văn hoá- xã hội phường:", Culture),
            ("Công chức VH-XH", Culture),
            ("Đài Truyền thanh phường", Culture),
            ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức chính trị - xã hội", FatherlandFront),
            ("Uỷ ban MTTQ phường", FatherlandFront),
            ("UBMTTQ và các đoàn thể", FatherlandFront),
            ("Đề nghị UBND Tổ Quốc Việt Nam phường, các tổ chức chính trị xã hội của phường.", FatherlandFront),
            ("Hội Liên hiệp Phụ nữ phường", FatherlandFront),
            ("Hội Nông dân", FatherlandFront),
            ("Hội Cựu chiến binh phường", FatherlandFront),
            ("Các khu phố:", Neighborhood),
            ("Các tổ dân phố", Neighborhood),
            ("Trưởng các thôn", Neighborhood),
            ("Tổ trưởng tổ dân phố", Neighborhood),
            ("11 khu phố", Neighborhood),
            ("Các ấp", Neighborhood),
            ("Trường Tiểu học Ba Đình", School),
            ("Các trường học trên địa bàn phường", School),
            ("Trường Mầm non, Tiểu học, THCS", School),
            ("Trạm Y tế phường", HealthStation),
            ("Trạm y tế", HealthStation),
            ("UBND phường", Leadership),
            ("Văn phòng HĐND-UBND phường", Leadership),
            ("Văn phòng HĐND và UBND", Leadership),
            ("Phòng Văn hóa - Xã hội", SocialPolicy),
            ("Phòng Lao động - Thương binh và Xã hội thị xã", Superior),
            ("UBND thị xã Bỉm Sơn", Superior),
        ] {
            assert_eq!(lead(text).0, Some(kind), "{text}");
        }
    }

    #[test]
    fn unsure_unknown_and_all() {
        assert_eq!(lead("Phòng Văn hóa - Xã hội phường"), (Some(SocialPolicy), false, false));
        assert_eq!(lead("Các khu phố"), (Some(Neighborhood), true, true));
        assert!(!lead("Khu phố 3").2 && !lead("Trường Tiểu học Lê Lợi").2);
        assert!(lead("Trường học").2 && lead("Trưởng khu phố").2);
        assert_eq!(lead("Trung tâm Phục vụ hành chính công").0, None);
        assert_eq!(lead("Phòng Kinh tế, Hạ tầng và Đô thị").0, None);
        assert_eq!(lead("Công chức Tài chính - Kế toán").0, None);
        assert_eq!(
            heading("Trung tâm Phục vụ hành chính công phường").unwrap().words,
            "Trung tâm Phục vụ hành chính công phường"
        );
        let front = heading("Đề nghị UBND Tổ Quốc Việt Nam phường, các tổ chức chính trị xã hội của phường.").unwrap();
        assert!(front.lead.unwrap().slip);
        assert_eq!(front.words, "UBND Tổ Quốc Việt Nam phường, các tổ chức chính trị xã hội của phường");
    }

    #[test]
    fn what_begins_with_no_unit() {
        for text in [
            "Chế độ thông tin, báo cáo",
            "Tổ chức Lễ phát động",
            "Ban hành kế hoạch",
            "Các hoạt động văn hóa",
            "Công tác tuyên truyền",
            "Phối hợp với Đoàn Thanh niên",
            "Phòng, chống đuối nước",
            "Mục đích",
        ] {
            assert!(heading(text).is_none(), "{text}");
        }
    }

    #[test]
    fn who_joins() {
        let kinds = |text: &str| joining(text).iter().filter_map(|mention| mention.kind).collect::<Vec<_>>();
        assert_eq!(kinds("Phối hợp với các trường học, Đoàn phường triển khai thực hiện"), [School, YouthUnion]);
        assert_eq!(
            kinds(
                "phối hợp với các tổ chức chính trị xã hội, các công chức chuyên môn có liên quan, tham mưu cho chủ tịch UBND phường"
            ),
            [FatherlandFront]
        );
        assert_eq!(kinds("phối hợp với công chức văn hóa hướng dẫn các khu phố, thôn tổ chức"), [Culture]);
        assert_eq!(
            kinds("Giao Công an phường chủ trì, phối hợp với Trạm Y tế và Đoàn Thanh niên tổ chức tuần tra"),
            [HealthStation, YouthUnion]
        );
        assert_eq!(kinds("Tổ chức phối hợp tốt"), []);
    }
}
