//! Columns of yes and no.

use super::{clean, is_blank};
use crate::sheets::Cell;
use crate::words::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::children) enum Flag {
    /// Nothing is said.
    Empty,
    Yes,
    No,
    /// Something is said, but neither yes nor no.
    Other,
}

pub(in crate::children) fn read(cell: &Cell) -> Flag {
    match cell {
        Cell::Empty => return Flag::Empty,
        Cell::Bool(value) => return if *value { Flag::Yes } else { Flag::No },
        Cell::Number(number) if *number == 1.0 => return Flag::Yes,
        Cell::Number(number) if *number == 0.0 => return Flag::No,
        _ => {}
    }
    let text = clean(cell);
    if text.chars().any(|char| "✓✔√☑✗✘☒×⨯".contains(char)) && text.chars().count() <= 2 {
        return Flag::Yes;
    }
    let folded = fold(&text);
    match folded.trim_matches(|char: char| !char.is_alphanumeric() && char != '+') {
        "x" | "xx" | "v" | "co" | "co x" | "1" | "01" | "yes" | "y" | "true" | "dung" | "da co" | "da" | "roi"
        | "biet" | "+" | "c" | "biet boi" | "co the" | "dang co" | "phai" | "ho ngheo" | "ngheo" | "can ngheo"
        | "ho can ngheo" => Flag::Yes,
        "no" | "n" | "false" | "sai" | "chua biet" | "khong biet boi" | "khong biet" | "chua biet boi"
        | "khong phai" => Flag::No,
        _ if is_blank(&text) => Flag::No,
        _ => Flag::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no() {
        let flag = |text: &str| read(&Cell::Text(text.into()));
        for yes in ["x", "X", " x ", "✓", "✔", "có", "Có", "1", "v", "(x)", "√"] {
            assert_eq!(flag(yes), Flag::Yes, "{yes}");
        }
        for no in ["không", "-", "0", "Ko", "chưa", "chưa biết"] {
            assert_eq!(flag(no), Flag::No, "{no}");
        }
        assert_eq!(flag("nhẹ"), Flag::Other);
        assert_eq!(read(&Cell::Number(1.0)), Flag::Yes);
        assert_eq!(read(&Cell::Empty), Flag::Empty);
    }
}
