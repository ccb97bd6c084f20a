//! What the plan rests on, and the numbers to call.

use std::collections::HashSet;

use crate::words::{Folded, Pattern, bare, identity, regex, squeeze};

static LEAD: Pattern = regex!(
    r"^(?:\W*)(?:(?:can cu(?: vao)?|thuc hien|tiep tuc thuc hien|trien khai thuc hien|trien khai|theo|tren co so|xet)\s*:?\s*(?:theo\s+)?(?:noi dung\s+|tinh than\s+)?)+"
);
static DOCUMENT: Pattern = regex!(
    r"\b(?:bo luat|luat|nghi quyet(?: lien tich)?|nghi dinh|thong tu(?: lien tich)?|quyet dinh|chi thi|ke hoach(?: lien tich)?|cong van|huong dan(?: lien nganh)?|chuong trinh(?: hanh dong| phoi hop)?|de an|thong bao|cong dien|phap lenh|ket luan|cong uoc|hien phap|van ban|thong tri)\b"
);
/// A number with its sign: `36/2018/TT-BLĐTBXH`, `1712/KH-UBND`, `102/2016/QH13`, `20-CT/TW`.
static NUMBER: Pattern = regex!(r"\b\d{1,5}[a-z]?(?:/\d{4})?/[a-z][a-z0-9&/-]*[a-z0-9]|\b\d{1,4}-[a-z]{2,4}/[a-z]{2,}");
/// The words of a document before its number.
static BEFORE: Pattern = regex!(
    r"(?:bo luat|luat|nghi quyet(?: lien tich)?|nghi dinh|thong tu(?: lien tich)?|quyet dinh|chi thi|ke hoach(?: lien tich)?|cong van|huong dan(?: lien nganh)?|chuong trinh(?: phoi hop)?|de an|thong bao|cong dien|ket luan|van ban)(?: [^;.,()]{0,60}?)?\s*(?:so)?\s*:?\s*$"
);
/// Where the phrase of a document ends.
static END: Pattern = regex!(
    r"[;\n]|\.(?:\s|$)|\s(?:va|,)\s(?:can cu |theo )?(?:thong tu|nghi dinh|quyet dinh|ke hoach|cong van|chi thi|nghi quyet|huong dan) (?:lien tich )?(?:so )?\d|,\s*(?:ubnd|uy ban nhan dan|ban chi dao|doan|phong)\s[^,;]{2,60}?\s(?:ban hanh|xay dung|trien khai|to chuc|lap)\b|,\s*(?:nham|de)\s"
);
static LAW: Pattern = regex!(r"^(?:bo )?luat [a-z]|^cong uoc|^hien phap");
/// Nothing after this names a document.
static ISSUED: Pattern =
    regex!(r",\s*(?:ubnd|uy ban nhan dan)\s[^,;]{2,60}?\s(?:ban hanh|xay dung|trien khai|to chuc|lap)\s.*$");

/// Longest phrase kept: number, date, issuer and subject.
const LONGEST: usize = 600;

/// Laws and letters: whole clauses of the opening, and every numbered document in the rest. `own` is the plan's number.
pub(crate) fn legal_bases(opening: &[String], body: &[String], own: Option<&str>) -> Vec<String> {
    let mut bases = Bases { list: Vec::new(), seen: HashSet::new() };
    bases.seen.extend(own.map(identity));
    for paragraph in opening {
        bases.clauses(paragraph);
    }
    for paragraph in opening.iter().chain(body) {
        bases.numbered(paragraph);
        bases.children_law(paragraph);
    }
    bases.list
}

struct Bases {
    list: Vec<String>,
    seen: HashSet<String>,
}

impl Bases {
    /// "Căn cứ Luật Trẻ em năm 2016; Căn cứ …": each clause that names a document.
    fn clauses(&mut self, paragraph: &str) {
        if !LEAD.is_match(&crate::words::fold(paragraph)) {
            return;
        }
        for clause in paragraph.split([';', '\n']).flat_map(|clause| clause.split(". ")) {
            let folded = Folded::new(clause);
            let start = LEAD.find(&folded.text).map_or(0, |lead| lead.end());
            let end = ISSUED.find(&folded.text).map_or(folded.text.len(), |found| found.start());
            let named = folded.text.get(start..end).is_some_and(|rest| {
                DOCUMENT.find(rest).is_some_and(|found| found.start() < 12)
                    && (NUMBER.is_match(rest) || LAW.is_match(rest))
            });
            if named {
                self.add(folded.raw(start..end));
            }
        }
    }

    fn numbered(&mut self, paragraph: &str) {
        let folded = Folded::new(paragraph);
        let mut done = 0;
        for number in NUMBER.find_iter(&folded.text) {
            if number.start() < done {
                continue;
            }
            let before = window(&folded.text, number.start(), 110);
            let Some(named) = BEFORE.find(before) else { continue };
            // The last document word before the number, not an earlier one.
            let name = DOCUMENT.find_iter(before).last().map_or(named.start(), |found| found.start());
            let start = number.start() - (before.len() - name);
            let rest = folded.text.get(number.end()..).unwrap_or_default();
            let end = number.end() + END.find(rest).map_or(rest.len(), |end| end.start());
            done = end;
            self.add(folded.raw(start..end));
        }
    }

    /// The law that every such plan rests on is often named without its number.
    fn children_law(&mut self, paragraph: &str) {
        static CHILDREN: Pattern = regex!(r"\bluat tre em(?: (?:nam )?\d{4}| so \d+/\d{4}/qh\d+[^;.,]{0,40})?");
        let folded = Folded::new(paragraph);
        if self.seen.contains("luat tre em") {
            return;
        }
        if let Some(found) = CHILDREN.find(&folded.text).filter(|found| folded.raw(found.range()).starts_with("Luật"))
        {
            self.add(folded.raw(found.range()));
        }
    }

    fn add(&mut self, phrase: &str) {
        let phrase = squeeze(bare(phrase));
        let phrase = crate::words::shorten(&phrase, LONGEST);
        let folded = crate::words::fold(&phrase);
        let mut keys: Vec<String> = NUMBER.find_iter(&folded).take(1).map(|number| identity(number.as_str())).collect();
        if folded.starts_with("luat tre em") {
            keys.push("luat tre em".to_owned());
        }
        if keys.is_empty() {
            keys.push(identity(&phrase));
        }
        let known = keys.iter().any(|key| self.seen.contains(key));
        self.seen.extend(keys);
        if !known && !phrase.is_empty() {
            self.list.push(phrase);
        }
    }
}

/// Up to so many bytes before a place.
fn window(text: &str, place: usize, length: usize) -> &str {
    let mut start = place.saturating_sub(length);
    while start < place && !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..place).unwrap_or_default()
}

static SHORT: Pattern = regex!(r"\b(111|112|113|114|115|1022)\b");
static LONG: Pattern = regex!(r"\b(1[89]00[ .]?\d{2,4}(?:[ .]?\d{2,3})?|0\d{1,4}\)?(?:[ .-]?\d{1,4}){1,4})\b");
static CALL: Pattern = regex!(
    r"tong dai|duong day nong|hotline|dien thoai|so may|\bsdt\b|\bdt\b|\bgoi\b|lien he|canh sat|so \d|so(?: may)? nong|zalo"
);

/// Numbers that people are told to call, as digits, in the order of the text.
pub(crate) fn hotlines(paragraphs: &[String]) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        let folded = crate::words::fold(paragraph);
        let mut found: Vec<(usize, String)> = Vec::new();
        for number in SHORT.find_iter(&folded) {
            let before = window(&folded, number.start(), 110);
            let after = folded.get(number.end()..).unwrap_or_default();
            if CALL.is_match(before) && !is_count(before, after) {
                found.push((number.start(), number.as_str().to_owned()));
            }
        }
        for number in LONG.find_iter(&folded) {
            let near = window(&folded, number.start(), 160);
            if CALL.is_match(near) || number.as_str().starts_with('1') {
                let digits: String = number.as_str().chars().filter(char::is_ascii_digit).collect();
                if (8..=11).contains(&digits.len()) {
                    found.push((number.start(), digits));
                }
            }
        }
        found.sort();
        for (_, number) in found {
            // More than a ward would print is not a list of hotlines.
            if !numbers.contains(&number) && numbers.len() < 50 {
                numbers.push(number);
            }
        }
    }
    numbers
}

/// "111 trẻ em", "số 111/KH-UBND", "1.111" are counts and letters.
fn is_count(before: &str, after: &str) -> bool {
    static COUNTED: Pattern =
        regex!(r"^(?:\s*/|\.\d|,\d|\s+(?:tre em|em\b|suat|truong hop|nguoi|ho\b|chau|phan qua|trieu|dong|%))");
    COUNTED.is_match(after) || before.ends_with(['/', '-', '.', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_are_whole_phrases_without_doubles() {
        let opening = [
            "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;".to_owned(),
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 01/5/2025 của UBND tỉnh về Tháng hành động. UBND phường X ban hành Kế hoạch".to_owned(),
        ];
        let body = ["theo Thông tư số 36/2018/TT-BLĐTBXH ngày 26/12/2018 của Bộ trưởng; Thông tư số 29/2019/TT-BLĐTBXH; Luật Trẻ em; Kế hoạch số 12/KH-UBND".to_owned()];
        assert_eq!(
            legal_bases(&opening, &body, None),
            [
                "Luật Trẻ em ngày 05 tháng 4 năm 2016",
                "Kế hoạch số 12/KH-UBND ngày 01/5/2025 của UBND tỉnh về Tháng hành động",
                "Thông tư số 36/2018/TT-BLĐTBXH ngày 26/12/2018 của Bộ trưởng",
                "Thông tư số 29/2019/TT-BLĐTBXH",
            ]
        );
        assert!(legal_bases(&[], &["Kèm theo Kế hoạch số 45/KH-UBND".to_owned()], Some("45/KH-UBND")).is_empty());
    }

    #[test]
    fn numbers_to_call() {
        let text = |text: &str| hotlines(&[text.to_owned()]);
        assert_eq!(
            text("Tổng đài điện thoại quốc gia bảo vệ trẻ em (số 111), Ngôi nhà Ánh Dương (số 18001744)"),
            ["111", "18001744"]
        );
        assert_eq!(text("Đường dây nóng: 0237.3824.555 hoặc 0912 345 678"), ["02373824555", "0912345678"]);
        assert_eq!(text("gọi 113, 1900 1234"), ["113", "19001234"]);
        assert!(text("tặng quà 111 trẻ em").is_empty());
        assert!(text("Kế hoạch số 111/KH-UBND").is_empty());
    }
}
