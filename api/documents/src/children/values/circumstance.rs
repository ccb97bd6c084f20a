//! Words of circumstances and risks → codes: the 14 groups of the Law on Children art. 10.1 and the administrative
//! list of risks. What no word explains is given back, never lost.

use std::ops::Range;

use crate::children::values::is_blank;
use crate::words::{Folded, Pattern, regex};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::children) struct Found {
    /// `HC01`…, ascending.
    pub(in crate::children) groups: Vec<String>,
    /// `NC01`…, ascending.
    pub(in crate::children) risks: Vec<String>,
    /// Pieces without any known word.
    pub(in crate::children) unknown: Vec<String>,
    /// "Mồ côi" alone: it doesn't say of whom.
    pub(in crate::children) unclear_orphan: bool,
}

/// What the more special words say goes before what a part of them says: "cha nghiện ma túy" is no addicted child.
static RULES: [(&str, Pattern); 36] = [
    ("NC15", regex!(r"(?:mac )?(?:benh )?(?:hiem ngheo|nan y|dai ngay)[^;,\n]*khong (?:thuoc|phai)[^;,\n]*")),
    (
        "HC13",
        regex!(
            r"(?:mac )?(?:benh )?(?:hiem ngheo|nan y|phai dieu tri dai ngay|dieu tri dai ngay)(?: (?:hoac|va) [^;,\n]*)?(?:[^;,\n]*(?:ho|gia dinh) (?:can )?ngheo(?: hoac (?:ho )?(?:can )?ngheo)?)?"
        ),
    ),
    ("NC13", regex!(r"(?:\bcha|\bbo|\bme|bo me|cha me)\b[^;,\n]*\bhiv(?:/aids)?")),
    (
        "NC06",
        regex!(
            r"(?:cha|bo|me|nguoi cham soc|gia dinh|nguoi than)\b[^;,\n]*(?:chap hanh an|di tu|o tu|tu toi|vi pham phap luat|trai giam)[^;,\n]*|chap hanh an[^;,\n]*|\bdi tu\b"
        ),
    ),
    ("NC07", regex!(r"(?:cha|bo|me|gia dinh|nguoi than|nguoi cham soc)\b[^;,\n]*(?:nghien|ma tuy|ruou|co bac)[^;\n]*")),
    ("NC08", regex!(r"(?:gia dinh|bo me|cha me)[^;,\n]*bao luc(?: gia dinh)?|bao luc gia dinh")),
    (
        "NC09",
        regex!(
            r"(?:song|o|sinh song) (?:voi|cung) (?:ong|ba)\b[^;,\n]*|ong ba (?:gia yeu|nuoi|cham)[^;,\n]*|nguoi cham soc (?:bi )?(?:khuyet tat|benh|gia)[^;,\n]*"
        ),
    ),
    ("HC14", regex!(r"di cu|lanh nan|t[iy] nan")),
    ("HC08", regex!(r"bo hoc (?:de )?(?:di )?(?:kiem song|lam|kiem tien)[^;,\n]*|kiem song[^;,\n]*")),
    ("NC10", regex!(r"(?:co )?(?:nguy co )?bo hoc|nghi hoc")),
    (
        "HC01",
        regex!(
            r"mo coi (?:ca )?(?:cha|bo|ba)(?: ?,| ?\+| va| lan| ?[-/&]| ca)? ?me|mo coi (?:ca )?me(?: ?,| va| lan| ?[-/&])? ?(?:cha|bo)|mo coi (?:ca )?(?:hai|2|ca hai)|mo coi hoan toan|mo coi cha me"
        ),
    ),
    ("NC03", regex!(r"mo coi (?:cha hoac me|(?:cha|bo|ba|me)\b)|(?:cha|bo|me) (?:da )?(?:mat|chet|qua doi)")),
    ("HC01?", regex!(r"mo coi")),
    ("HC02", regex!(r"(?:bi )?bo roi")),
    ("HC03", regex!(r"khong (?:co )?(?:noi|ai) nuong tua|ko noi nuong tua|khong noi nuong")),
    (
        "HC04",
        regex!(r"khuyet tat(?: (?:dac biet nang|nang|nhe))?|tan tat|khiem thi|khiem thinh|\bkt (?:nang|nhe|dbn)\b"),
    ),
    ("HC05", regex!(r"(?:nhiem )?hiv(?:/aids)?|\baids\b|nhiem h\b")),
    ("NC07", regex!(r"gia dinh [^;,\n]*ma tuy")),
    ("HC07", regex!(r"nghien (?:ma tuy|hut)|su dung (?:trai phep )?(?:chat )?ma tuy|ma tuy")),
    ("HC06", regex!(r"(?:vi pham|trai) phap luat|\bvppl\b")),
    ("HC10", regex!(r"boc lot(?: suc lao dong)?|lao dong trai quy dinh")),
    ("HC11", regex!(r"(?:bi )?xam hai(?: tinh duc)?|hiep dam|cuong dam|dam o")),
    ("HC09", regex!(r"(?:bi )?(?:ton hai[^;,\n]*bao luc|bao luc|bao hanh|nguoc dai)")),
    ("HC12", regex!(r"(?:bi )?mua ban|(?:bi )?buon ban")),
    ("NC02", regex!(r"(?:thuoc )?(?:ho |gd |gia dinh )?can ngheo|\bhcn\b")),
    ("NC01", regex!(r"(?:thuoc )?(?:ho|gd|gia dinh) ngheo|^ngheo$|\bhn\b")),
    (
        "NC04",
        regex!(r"(?:(?:cha|bo) me |bm |cha, me |bo, me )?(?:da )?(?:ly hon|ly than|li hon|li than|bo nhau|chia tay)"),
    ),
    (
        "NC05",
        regex!(
            r"(?:(?:cha|bo|me|cha me|bo me)[^;,\n]{0,30} )?(?:di )?(?:lam an xa|lam xa|xuat khau lao dong|xkld|di nuoc ngoai)[^;,\n]*"
        ),
    ),
    ("NC12", regex!(r"lao dong som")),
    (
        "NC11",
        regex!(r"nhap cu|khong co noi o[^;,\n]*|khong (?:co )?nha o[^;,\n]*|noi o khong on dinh|o tro\b|nha tro\b"),
    ),
    (
        "NC14",
        regex!(
            r"(?:anh huong (?:boi |cua |do )?)?(?:thien tai|bao lu|lu lut|dich benh|covid(?:-19)?)(?:, ?dich benh)?"
        ),
    ),
    // A sentence about the child's own code.
    ("HC#", regex!(r"\b(?:hc|nhom)\s?\.?0?(\d{1,2})\b")),
    ("NC#", regex!(r"\bnc\s?\.?0?(\d{1,2})\b")),
    ("", regex!(r"\b(?:tre em|tre|em|chau|be|thuoc dien|dien|doi tuong)\b")),
    ("", regex!(r"\b(?:co|bi|va|mac|thuoc|la|ho)\b")),
    ("", regex!(r"\b(?:hoan canh dac biet|hcdb|nguy co)\b")),
];

pub(in crate::children) fn read(text: &str) -> Found {
    let mut found = Found::default();
    if is_blank(text) {
        return found;
    }
    let folded = Folded::new(text);
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut known: Vec<Range<usize>> = Vec::new();
    for (code, pattern) in &RULES {
        for captures in pattern.captures_iter(&folded.text) {
            let Some(whole) = captures.get(0) else { continue };
            let range = whole.range();
            if range.is_empty() || taken.iter().any(|other| other.start < range.end && range.start < other.end) {
                continue;
            }
            let number = captures.get(1).and_then(|number| number.as_str().parse::<u32>().ok());
            let recognised = note(&mut found, code, number);
            if recognised {
                known.push(range.clone());
            }
            taken.push(range);
        }
    }
    pieces(&folded, &known, &mut found);
    for list in [&mut found.groups, &mut found.risks] {
        list.sort();
        list.dedup();
    }
    found
}

/// Is it a code, rather than a word that may stand beside one?
fn note(found: &mut Found, code: &str, number: Option<u32>) -> bool {
    match code {
        "" => return false,
        "HC01?" => {
            found.unclear_orphan = true;
            found.groups.push("HC01".into());
        }
        "HC#" => match number.filter(|number| (1..=14).contains(number)) {
            Some(number) => found.groups.push(format!("HC{number:02}")),
            None => return false,
        },
        "NC#" => match number.filter(|number| (1..=15).contains(number) || *number == 99) {
            Some(number) => found.risks.push(format!("NC{number:02}")),
            None => return false,
        },
        _ if code.starts_with("HC") => found.groups.push(code.into()),
        _ => found.risks.push(code.into()),
    }
    true
}

/// Parts between `;`, `,`, `+` and line ends in which nothing was recognised.
fn pieces(folded: &Folded<'_>, known: &[Range<usize>], found: &mut Found) {
    let mut start = 0;
    let ends = folded.text.char_indices().filter(|(_, char)| matches!(char, ';' | ',' | '\n' | '+'));
    for end in ends.map(|(place, _)| place).chain([folded.text.len()]) {
        let piece = start..end;
        let explained = known.iter().any(|range| range.start < piece.end && piece.start < range.end);
        let raw = folded.raw(piece).trim_matches(|char: char| char.is_whitespace() || "-–.".contains(char));
        if !explained && raw.chars().any(char::is_alphanumeric) && !is_blank(raw) {
            found.unknown.push(raw.to_owned());
        }
        start = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> String {
        let found = read(text);
        let unknown = found.unknown.iter().map(|piece| format!("?{piece}"));
        found.groups.into_iter().chain(found.risks).chain(unknown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_group_by_the_words_of_the_law() {
        let labels = [
            "Trẻ em mồ côi cả cha và mẹ",
            "Trẻ em bị bỏ rơi",
            "Trẻ em không nơi nương tựa",
            "Trẻ em khuyết tật",
            "Trẻ em nhiễm HIV/AIDS",
            "Trẻ em vi phạm pháp luật",
            "Trẻ em nghiện ma túy",
            "Trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục trung học cơ sở",
            "Trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực",
            "Trẻ em bị bóc lột",
            "Trẻ em bị xâm hại tình dục",
            "Trẻ em bị mua bán",
            "Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo hoặc hộ cận nghèo",
            "Trẻ em di cư, trẻ em lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc",
        ];
        for (place, label) in labels.iter().enumerate() {
            assert_eq!(codes(label).split(' ').next(), Some(format!("HC{:02}", place + 1).as_str()), "{label}");
            assert_eq!(read(label).groups.len(), 1, "{label}");
        }
    }

    #[test]
    fn every_risk() {
        let labels = [
            "sống trong hộ nghèo",
            "sống trong hộ cận nghèo",
            "mồ côi cha",
            "cha mẹ ly hôn",
            "cha mẹ đi làm ăn xa",
            "cha đang chấp hành án",
            "gia đình có người nghiện ma túy",
            "gia đình có bạo lực gia đình",
            "sống với ông bà già yếu",
            "nguy cơ bỏ học",
            "trẻ em nhập cư",
            "lao động sớm",
            "mẹ nhiễm HIV",
            "ảnh hưởng thiên tai, dịch bệnh",
            "mắc bệnh hiểm nghèo nhưng không thuộc hộ nghèo",
        ];
        for (place, label) in labels.iter().enumerate() {
            assert_eq!(codes(label), format!("NC{:02}", place + 1), "{label}");
        }
    }

    #[test]
    fn several_codes_and_what_is_unknown() {
        assert_eq!(codes("Khuyết tật nặng; hộ nghèo"), "HC04 NC01");
        assert_eq!(codes("mồ côi cha, mẹ"), "HC01");
        assert_eq!(codes("HC04, hc 1; NC05"), "HC01 HC04 NC05");
        assert_eq!(codes("bố mẹ ly hôn, thích vẽ"), "NC04 ?thích vẽ");
        assert_eq!(codes("HC15"), "?HC15");
        assert_eq!(codes("không"), "");
        assert_eq!(codes("x"), "?x");
        assert!(read("Mồ côi").unclear_orphan);
        assert!(!read("Mồ côi cả cha và mẹ").unclear_orphan);
    }
}
