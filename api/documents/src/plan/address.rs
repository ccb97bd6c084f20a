//! To whom a heading or a sentence is addressed, and who is to join.

use super::preview::UnitKind;
use super::units::{Mention, ORDER, end_of_name, find};
use crate::words::{Folded, Pattern, bare, char_count, fold, regex, squeeze};

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
    r"^(?:(?:de nghi|yeu cau|giao(?: cho| nhiem vu cho)?|phan cong|uy quyen(?: cho)?|trach nhiem(?: cua)?|nhiem vu(?: cua)?|doi voi|ve phia|cac dong chi|dong chi|cac d/c|d/c|(?:cac )?ong,? ?\(?ba\)?|ong|ba|moi)(?:\s*:\s*|\s+))+"
);
/// With marks: "Đội" is a unit, "Đối" and "Đổi" are not; unaccented text is taken as it comes.
static ORGANISATION: Pattern = regex!(
    r"(?i)^(?:các |công chức|cán bộ|bộ phận|phòng |ban |trung tâm|văn phòng|hội |đội |tổ |đài |ngành |đơn vị|cơ quan|câu lạc bộ|clb |chi bộ|đảng [uủ][ỷy]|bưu điện|công ty|doanh nghiệp|gia đình|cộng tác viên|lực lượng|thủ trưởng|liên đội|hợp tác xã|kế toán|tài chính|cac |cong chuc|can bo|phong |trung tam|van phong|hoi |to |dai |don vi)"
);
static NO_ORGANISATION: Pattern = regex!(
    r"^(?:to chuc [a-z]|to chuc$|ban hanh|ban giao|hoi thi|hoi nghi|hoi thao|doi moi|doi voi|cac (?:hoat dong|noi dung|nhiem vu|giai phap|bien phap|chi tieu|chuong trinh|mo hinh|chi so|hinh thuc|che do)|dai hoi|phong (?:ngua|chong|, ?chong)|don vi tinh|to chuc trien khai|to chuc thuc hien)"
);
/// What may stand before the unit itself: a person and a post.
static PERSON: Pattern = regex!(
    r"^(?:[^,;:.]{3,40}[,-] ?)?(?:thu truong|lanh dao|truong|pho|ban lanh dao|hieu truong|bi thu|chu tich|pho chu tich)?\s*$"
);
/// Who of the unit is meant: "Chủ tịch Hội Phụ nữ", "Lãnh đạo Trạm Y tế".
static ROLE: Pattern = regex!(
    r"^(?:(?:cac|pho|chu tich|truong|bi thu|hieu truong|giam doc|thu truong|lanh dao|ban lanh dao|thuong truc|dai dien|can bo|chi huy truong|tram truong|doi truong|to truong|chi hoi truong|dong chi)\s+)+$"
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
            || (mention.range.start >= lead_end
                && lead_end > 0
                && named
                && PERSON.is_match(&gap)
                && gap.contains([',', '-']))
            || ROLE.is_match(&gap)
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
        if lead.kind.is_none() {
            return unknown(&text_folded, lead_end);
        }
        if !has_verb && !is_office(&lead) {
            return None;
        }
    }
    let words = squeeze(bare(text_folded.raw(lead.range.start..end)));
    let has_order = char_count(order) > 12 || ORDER.is_match(order);
    Some(Heading { lead: Some(lead), others, words, end, has_order })
}

/// A name that is never part of another thought, whatever verb comes after it.
fn is_office(lead: &Mention) -> bool {
    static OFFICER: Pattern = regex!(r"^(?:cong chuc|can bo|bo phan)\b");
    let office = matches!(
        lead.kind,
        Some(UnitKind::Police | UnitKind::HealthStation | UnitKind::YouthUnion | UnitKind::FatherlandFront)
    );
    (lead.sure && office) || OFFICER.is_match(&fold(&lead.words))
}

static BRACKETS: Pattern = regex!(r"^\s*\([^()]{0,80}\)");
static HAS_VERB: Pattern = regex!(
    r"\b(?:chu tri|phoi hop|tham muu|co trach nhiem|chiu trach nhiem|thuc hien|to chuc|trien khai|tuyen truyen|phan cong|huong dan|bao cao)\b"
);

/// Words of an organisation that is not in the lexicon: short, or followed by a colon.
fn unknown(text: &Folded<'_>, lead_end: usize) -> Option<Heading> {
    let rest = text.text.get(lead_end..)?;
    if !ORGANISATION.is_match(text.raw_from(lead_end)) || NO_ORGANISATION.is_match(rest) {
        return None;
    }
    let colon = rest.find(':');
    let verb = Some(end_of_name(text, lead_end..text.text.len()) - lead_end);
    let cut = [colon, verb].into_iter().flatten().min().unwrap_or(rest.len());
    if cut > 120 {
        return None;
    }
    let words = squeeze(bare(text.raw(lead_end..lead_end + cut)));
    let has_order = rest.len() > cut + 12;
    (!words.is_empty()).then_some(Heading { lead: None, others: Vec::new(), words, end: lead_end + cut, has_order })
}

static WITH: Pattern = regex!(
    r"\b(?:phoi hop|phoi ket hop|ket hop)(?: chat che)?(?:,? (?:cung|voi))* ?:? ?|\b(?:don vi|co quan) phoi hop ?:"
);
static JOINS: Pattern = regex!(r"^ (?:cung )?phoi hop\s*(?:thuc hien\s*)?(?:[;.),]|$)");
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
        // Without "với" only what stands right behind it: "phối hợp Đoàn phường".
        let told = with.as_str().contains("voi") || with.as_str().contains("cung") || with.as_str().contains(':');
        if !told && !mentions.iter().any(|mention| mention.range.start == with.end()) {
            continue;
        }
        let rest = folded.text.get(with.end()..).unwrap_or_default();
        let end = with.end() + STOP.find(rest).map_or(rest.len(), |stop| stop.start());
        let near = mentions.iter().filter(|mention| mention.range.start >= with.end() && mention.range.start < end);
        for mention in near {
            let known = found.iter().any(|other| other.range == mention.range || other.words == mention.words);
            // "các công chức liên quan" tells nobody in particular.
            let somebody = mention.kind.is_some() || !fold(&mention.words).starts_with("cac ");
            if !known && somebody {
                found.push(mention.clone());
            }
        }
    }
    // "Đoàn phường phối hợp" at the end of a clause.
    for mention in &mentions {
        let joins = folded.text.get(mention.range.end..).is_some_and(|rest| JOINS.is_match(rest));
        if joins && mention.kind.is_some() && !found.contains(mention) {
            found.push(mention.clone());
        }
    }
    found
}

/// Who a sentence gives work to, and where (in bytes) the words begin that name it: at its beginning, after "giao" or
/// "phân công", or in brackets at the end.
pub(crate) fn addressed(text: &str) -> Option<(usize, Heading)> {
    static GIVES: Pattern =
        regex!(r"^(?:ubnd|uy ban nhan dan|chu tich|lanh dao)[^,;:.]{0,40} (?:giao|phan cong|yeu cau)\b");
    let found = heading(text);
    let gives = GIVES.is_match(&fold(text));
    // "UBND phường giao công chức …": who is given it, not who gives.
    if found.as_ref().is_some_and(Heading::is_known) && !gives {
        return found.map(|found| (0, found));
    }
    let short =
        found.filter(|found| char_count(&found.words) <= 80 && !(gives && found.is_known())).map(|found| (0, found));
    given(text).or_else(|| in_brackets(text)).or(short)
}

/// The unit after "giao" or "phân công".
pub(crate) fn given(text: &str) -> Option<(usize, Heading)> {
    static GIVEN: Pattern = regex!(
        r"(?:^|[.;,] ?|(?:ubnd|uy ban nhan dan) (?:phuong|xa|thi tran) |chu tich )(?:giao|phan cong)(?: cho| nhiem vu cho)? "
    );
    let folded = Folded::new(text);
    GIVEN.find_iter(&folded.text).take(20).find_map(|found| {
        let heading = heading(folded.raw_from(found.end()))?;
        heading.is_known().then_some((folded.place(found.end()), heading))
    })
}

/// "- Treo băng rôn (Đài truyền thanh, xong trước 30/5)."
fn in_brackets(text: &str) -> Option<(usize, Heading)> {
    let (before, rest) = text.rsplit_once('(')?;
    let heading = heading(rest.split(')').next()?)?;
    let fits = heading.is_known() && char_count(before) >= 10;
    fits.then_some((before.len() + 1, Heading { has_order: true, ..heading }))
}

/// "… (Hội Phụ nữ phường chủ trì)": who leads, told behind an activity.
pub(crate) fn led_in_brackets(text: &str) -> Option<Heading> {
    static LEADS_IT: Pattern = regex!(r"^\s*(?:chu tri|phu trach|chiu trach nhiem|thuc hien)\b");
    let (start, found) = in_brackets(text)?;
    let inner = fold(text.get(start..)?);
    inner.get(found.end..).is_some_and(|after| LEADS_IT.is_match(after)).then_some(found)
}

impl Heading {
    pub(crate) fn is_known(&self) -> bool {
        self.lead.as_ref().is_some_and(|lead| lead.kind.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::UnitKind::*;

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
            ("Đồng chí Nguyễn Văn Bình - Phó Chủ tịch UBND xã", Leadership),
            ("Bà Lê Thị Hà, công chức LĐTBXH", SocialPolicy),
            ("Các ông (bà) trưởng thôn", Neighborhood),
            ("Chủ tịch Hội Phụ nữ, Hội Nông dân", FatherlandFront),
            ("Các chi đoàn, khu phố", YouthUnion),
            ("Bí thư chi đoàn các tổ dân phố", YouthUnion),
            ("Ban Công an xã", Police),
            ("Hiệu trưởng 03 nhà trường tổ chức bàn giao học sinh", School),
            ("Trạm Y tế xã cấp thuốc bổ cho trẻ em", HealthStation),
            ("Công an xã Tân Lập", Police),
            ("Trung tâm Y tế đặc khu", HealthStation),
            ("Cán bộ y tế", HealthStation),
            ("Sở Y tế", Superior),
            ("Bộ Y tế", Superior),
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
        assert!(lead("Hiệu trưởng 03 nhà trường").2 && lead("Trưởng 8 thôn").2);
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
    fn where_a_name_ends_and_an_order_begins() {
        let found = heading("Trường Tiểu học Tân Lập lập danh sách học sinh").unwrap();
        assert_eq!((found.words.as_str(), found.has_order), ("Trường Tiểu học Tân Lập", true));
        assert!(heading("Đề nghị Ủy ban MTTQ xã giám sát.").unwrap().has_order);
        assert!(!heading("Công an xã Tân Lập").unwrap().has_order);
        let radio = heading("Công chức Văn hóa - Thông tin tăng thời lượng phát trên Đài truyền thanh").unwrap();
        assert_eq!((radio.words.as_str(), radio.has_order), ("Công chức Văn hóa - Thông tin", true));
        assert_eq!(heading("Kế toán ngân sách xã đảm bảo kinh phí").unwrap().words, "Kế toán ngân sách xã");
        assert!(addressed("UBND xã giao:").is_none() && addressed("UBND xã giao Công an xã: tuần tra").is_some());
        let joins = joining("phối hợp với các trường, các thôn và MTTQ, Phụ nữ tổ chức");
        let kinds = joins.iter().filter_map(|unit| unit.kind).collect::<Vec<_>>();
        assert_eq!(kinds, [School, Neighborhood, FatherlandFront, FatherlandFront]);
        let joins = joining("phối hợp với Bí thư chi đoàn các tổ dân phố và Trạm Y tế tổ chức");
        assert_eq!(joins.iter().filter_map(|unit| unit.kind).collect::<Vec<_>>(), [YouthUnion, HealthStation]);
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
        assert_eq!(kinds("chủ trì, phối hợp Đoàn phường tổ chức lễ"), [YouthUnion]);
    }
}
