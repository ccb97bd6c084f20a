//! Ethnic groups: names as people write them → codes of the list of 1979 (Decision 121-TCTK/PPCĐ).

use super::{Read, clean, is_blank};
use crate::children::ProblemCode as Code;
use crate::children::problem::Finding;
use crate::sheets::Cell;
use crate::words::fold;

/// In the order of their codes, `01` first.
pub(in crate::children) const NAMES: [&str; 55] = [
    "Kinh",
    "Tày",
    "Thái",
    "Hoa",
    "Khơ-me",
    "Mường",
    "Nùng",
    "Mông",
    "Dao",
    "Gia-rai",
    "Ngái",
    "Ê-đê",
    "Ba-na",
    "Xơ-đăng",
    "Sán Chay",
    "Cơ-ho",
    "Chăm",
    "Sán Dìu",
    "Hrê",
    "Mnông",
    "Ra-glai",
    "Xtiêng",
    "Bru-Vân Kiều",
    "Thổ",
    "Giáy",
    "Cơ-tu",
    "Gié-Triêng",
    "Mạ",
    "Khơ-mú",
    "Co",
    "Ta-ôi",
    "Chơ-ro",
    "Kháng",
    "Xinh-mun",
    "Hà Nhì",
    "Chu-ru",
    "Lào",
    "La Chí",
    "La Ha",
    "Phù Lá",
    "La Hủ",
    "Lự",
    "Lô Lô",
    "Chứt",
    "Mảng",
    "Pà Thẻn",
    "Cơ Lao",
    "Cống",
    "Bố Y",
    "Si La",
    "Pu Péo",
    "Brâu",
    "Ơ-đu",
    "Rơ-măm",
    "Người nước ngoài",
];

/// Other spellings, folded and without signs.
const ALIASES: [(&str, usize); 34] = [
    ("viet", 1),
    ("kinhviet", 1),
    ("khmer", 5),
    ("khome", 5),
    ("hmong", 8),
    ("meo", 8),
    ("hmoong", 8),
    ("jarai", 10),
    ("jrai", 10),
    ("ede", 12),
    ("rade", 12),
    ("bahnar", 13),
    ("xedang", 14),
    ("sedang", 14),
    ("caolan", 15),
    ("kho", 16),
    ("coho", 16),
    ("koho", 16),
    ("cham", 17),
    ("hre", 19),
    ("munong", 20),
    ("raglay", 21),
    ("stieng", 22),
    ("vankieu", 23),
    ("bruvankieu", 23),
    ("katu", 26),
    ("gietrieng", 27),
    ("khomu", 29),
    ("cor", 30),
    ("taoi", 31),
    ("paco", 31),
    ("pacoh", 31),
    ("nuocngoai", 55),
    ("ngoaiquoc", 55),
];

fn key(text: &str) -> String {
    fold(text).chars().filter(|char| char.is_alphanumeric()).collect()
}

pub(in crate::children) fn code(text: &str) -> Option<String> {
    let whole = key(text);
    let bare = ["dantoc", "nguoi", "dt"].into_iter().find_map(|lead| whole.strip_prefix(lead)).unwrap_or(&whole);
    let by_name = |wanted: &str| NAMES.iter().position(|name| key(name) == wanted).map(|place| place + 1);
    let by_alias = |wanted: &str| ALIASES.iter().find(|(alias, _)| *alias == wanted).map(|(_, code)| *code);
    let by_code = |text: &str| text.parse::<usize>().ok().filter(|code| text.len() == 2 && (1..=55).contains(code));
    let found = by_name(&whole).or_else(|| by_alias(&whole)).or_else(|| by_name(bare)).or_else(|| by_alias(bare));
    found.or_else(|| by_code(&whole)).map(|code| format!("{code:02}"))
}

pub(in crate::children) fn read(cell: &Cell) -> Read<String> {
    let text = clean(cell);
    if is_blank(&text) {
        return Read::none();
    }
    match code(&text) {
        Some(code) => Read::good(code),
        None => Read::bad(Finding::warning(
            Code::EthnicityUnknown,
            format!("Không có dân tộc “{text}” trong danh mục. Hãy ghi như: Kinh, Mường, Thái."),
            format!("The ethnic group “{text}” is not in the list. Write it as: Kinh, Mường, Thái."),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_and_its_spellings() {
        for (place, name) in NAMES.iter().enumerate() {
            assert_eq!(code(name), Some(format!("{:02}", place + 1)), "{name}");
            assert_eq!(code(&name.to_uppercase()), Some(format!("{:02}", place + 1)), "{name}");
        }
        for (text, expected) in [
            ("Dân tộc Mường", "06"),
            ("H'Mông", "08"),
            ("Hmong", "08"),
            ("Ê Đê", "12"),
            ("M'nông", "20"),
            ("01", "01"),
            ("K'Ho", "16"),
        ] {
            assert_eq!(code(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(code("Sao Hỏa"), None);
        assert_eq!(read(&Cell::Empty), Read::none());
    }
}
