//! Boy or girl, in one column.

use super::{Read, clean, is_blank};
use crate::children::ProblemCode as Code;
use crate::children::Sex;
use crate::children::problem::Finding;
use crate::sheets::Cell;
use crate::words::fold;

pub(in crate::children) fn read(cell: &Cell) -> Read<Sex> {
    let text = clean(cell);
    let folded = fold(&text);
    match folded.trim_matches(|char: char| !char.is_alphanumeric()) {
        "nam" | "trai" | "con trai" | "be trai" | "m" | "male" | "boy" | "true" => Read::good(Sex::Male),
        "nu" | "gai" | "con gai" | "be gai" | "f" | "female" | "girl" | "n\u{169}" | "false" => Read::good(Sex::Female),
        "1" => Read::good(Sex::Male).with(numbered("1", "nam", "boy")),
        "0" | "2" => Read::good(Sex::Female).with(numbered(&text, "nữ", "girl")),
        _ if is_blank(&text) => Read::none(),
        _ => Read::bad(Finding::error(
            Code::SexUnreadable,
            format!("Không đọc được giới tính “{text}”. Hãy ghi Nam hoặc Nữ."),
            format!("The sex “{text}” can't be read. Write Nam or Nữ."),
        )),
    }
}

fn numbered(text: &str, vietnamese: &str, english: &str) -> Finding {
    Finding::warning(
        Code::SexFromNumber,
        format!("Giới tính ghi “{text}” được hiểu là {vietnamese}. Hãy kiểm tra."),
        format!("The sex “{text}” was read as {english}. Check it."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sexes() {
        let value = |text: &str| read(&Cell::Text(text.into())).value;
        for boy in ["Nam", "NAM", " trai", "M", "Nam."] {
            assert_eq!(value(boy), Some(Sex::Male), "{boy}");
        }
        for girl in ["Nữ", "NỮ", "gái", "F", "Nu"] {
            assert_eq!(value(girl), Some(Sex::Female), "{girl}");
        }
        assert_eq!(read(&Cell::Number(1.0)).value, Some(Sex::Male));
        assert_eq!(read(&Cell::Number(0.0)).value, Some(Sex::Female));
        assert_eq!(read(&Cell::Text("Kinh".into())).findings[0].code, Code::SexUnreadable);
        assert_eq!(read(&Cell::Empty), Read::none());
    }
}
