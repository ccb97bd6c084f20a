//! Personal identification numbers: twelve digits (Law on Identity 26/2023 art. 12), and what Excel does to them.
//!
//! The structure (Decree 137/2015) is no longer promised by the law, so what contradicts it is only a warning.

use chrono::Datelike;

use super::{Read, clean, is_blank, whole};
use crate::children::ProblemCode as Code;
use crate::children::Sex;
use crate::children::problem::Finding;
use crate::children::values::birth::Birth;
use crate::sheets::Cell;
use crate::words::{Pattern, regex};

static SCIENTIFIC: Pattern = regex!(r"^\d(?:[.,]\d+)?[eE]\+?\d{1,2}$");
static PASSPORT: Pattern = regex!(r"^[A-Z]{1,2}\d{6,8}$");

/// Codes of provinces and cities before the mergers of 2025 (Circular 59/2021, annex). New ones may follow others.
const PROVINCES: [u16; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45,
    46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92,
    93, 94, 95, 96,
];

pub(in crate::children) fn read(cell: &Cell) -> Read<String> {
    let (text, from_number) = match cell {
        Cell::Number(number) => match whole(*number) {
            Some(number) => (number.to_string(), true),
            None => return Read::bad(unreadable(&number.to_string())),
        },
        _ => (clean(cell), false),
    };
    if is_blank(&text) {
        return Read::none();
    }
    let solid: String = text.chars().filter(|char| !(char.is_whitespace() || ".-_'’‘`\"".contains(*char))).collect();
    if SCIENTIFIC.is_match(&text) {
        return Read::bad(Finding::error(
            Code::IdScientific,
            format!(
                "Số định danh “{text}” đã bị Excel làm mất chữ số. Hãy định dạng cột này là Văn bản (Text) rồi nhập lại đủ 12 số."
            ),
            format!("Excel dropped digits of “{text}”. Format the column as Text and type all twelve digits again."),
        ));
    }
    if !solid.bytes().all(|byte| byte.is_ascii_digit()) {
        if PASSPORT.is_match(&solid) {
            return Read::bad(Finding::warning(
                Code::IdUnreadable,
                format!("“{text}” có vẻ là số hộ chiếu; được giữ ở phần thông tin khác."),
                format!("“{text}” looks like a passport's number; it is kept beside."),
            ));
        }
        return Read::bad(unreadable(&text));
    }
    match (solid.len(), from_number) {
        (12, _) => Read::good(solid),
        (11, _) | (10, true) => {
            let full = format!("{solid:0>12}");
            Read::good(full.clone()).with(Finding::warning(
                Code::IdZeroRestored,
                format!("Số định danh “{text}” bị Excel bỏ số 0 ở đầu; hệ thống ghi là {full}. Hãy kiểm tra."),
                format!("Excel dropped the leading zero of “{text}”; it was read as {full}. Check it."),
            ))
        }
        (9, _) => Read::bad(Finding::error(
            Code::IdOldCard,
            format!(
                "“{text}” có 9 chữ số như chứng minh nhân dân cũ. Hãy ghi số định danh cá nhân 12 số của trẻ, hoặc để trống."
            ),
            format!(
                "“{text}” has nine digits, as old identity cards had. Write the child's twelve digits, or leave it empty."
            ),
        )),
        (length, _) => Read::bad(Finding::error(
            Code::IdLength,
            format!("Số định danh “{text}” có {length} chữ số; phải đủ 12 số. Hãy sửa, hoặc để trống nếu chưa có."),
            format!("The personal number “{text}” has {length} digits instead of 12. Correct it, or leave it empty."),
        )),
    }
}

fn unreadable(text: &str) -> Finding {
    Finding::error(
        Code::IdUnreadable,
        format!("Không đọc được số định danh “{text}”. Hãy ghi đủ 12 chữ số, hoặc để trống nếu chưa có."),
        format!("The personal number “{text}” can't be read. Write twelve digits, or leave it empty."),
    )
}

/// Digits 1–3 the place, 4 century and sex, 5–6 the year.
pub(in crate::children) fn mismatches(id: &str, sex: Option<Sex>, birth: Option<Birth>) -> Vec<Finding> {
    let number = |from: usize, to: usize| id.get(from..to).and_then(|digits| digits.parse::<u16>().ok());
    let (Some(place), Some(century), Some(year)) = (number(0, 3), number(3, 4), number(4, 6)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    if !PROVINCES.contains(&place) {
        findings.push(Finding::warning(
            Code::IdProvinceUnknown,
            "Ba số đầu của số định danh không phải mã tỉnh, thành phố quen thuộc. Hãy kiểm tra.".into(),
            "The first three digits of the personal number are no known province. Check them.".into(),
        ));
    }
    let said = if century % 2 == 0 { Sex::Male } else { Sex::Female };
    if sex.is_some_and(|sex| sex != said) {
        findings.push(Finding::warning(
            Code::IdSexMismatch,
            "Số thứ tư của số định danh không khớp với giới tính. Hãy kiểm tra.".into(),
            "The fourth digit of the personal number contradicts the sex. Check it.".into(),
        ));
    }
    let born = 1900 + i32::from(century / 2) * 100 + i32::from(year);
    if birth.is_some_and(|birth| birth.date.year() != born) {
        findings.push(Finding::warning(
            Code::IdYearMismatch,
            "Số định danh cho năm sinh khác với ngày sinh đã ghi. Hãy kiểm tra.".into(),
            "The personal number tells another year of birth. Check it.".into(),
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn told(cell: Cell) -> (Option<String>, Vec<Code>) {
        let read = read(&cell);
        (read.value, read.findings.into_iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn numbers() {
        let good = || Some("038215001234".to_owned());
        for same in ["038215001234", "038 215 001 234", "038.215.001.234", "'038215001234"] {
            assert_eq!(told(Cell::Text(same.into())), (good(), vec![]), "{same}");
        }
        assert_eq!(told(Cell::Number(38_215_001_234.0)), (good(), vec![Code::IdZeroRestored]));
        assert_eq!(told(Cell::Text("38215001234".into())), (good(), vec![Code::IdZeroRestored]));
        assert_eq!(told(Cell::Number(1_215_001_234.0)).0.as_deref(), Some("001215001234"));
        assert_eq!(told(Cell::Text("3.8215E+10".into())).1, [Code::IdScientific]);
        assert_eq!(told(Cell::Text("3,8E+10".into())).1, [Code::IdScientific]);
        assert_eq!(told(Cell::Text("123456789".into())).1, [Code::IdOldCard]);
        assert_eq!(told(Cell::Text("0382150012345".into())).1, [Code::IdLength]);
        assert_eq!(told(Cell::Text("chưa có".into())), (None, vec![]));
        assert_eq!(told(Cell::Text("abc".into())).1, [Code::IdUnreadable]);
        assert_eq!(told(Cell::Number(0.5)).1, [Code::IdUnreadable]);
    }

    #[test]
    fn structure() {
        let born = |year| Some(Birth { date: NaiveDate::from_ymd_opt(year, 6, 1).unwrap(), year_only: false });
        let codes = |id: &str, sex, birth| {
            mismatches(id, sex, birth).into_iter().map(|finding| finding.code).collect::<Vec<_>>()
        };
        assert_eq!(codes("038215001234", Some(Sex::Male), born(2015)), []);
        assert_eq!(codes("038215001234", Some(Sex::Female), born(2016)), [Code::IdSexMismatch, Code::IdYearMismatch]);
        assert_eq!(codes("003315001234", Some(Sex::Female), None), [Code::IdProvinceUnknown]);
    }
}
