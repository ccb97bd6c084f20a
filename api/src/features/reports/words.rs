//! Numbers and lists as an administrative paper writes them. Pure.

use super::figures::IndicatorValue;

/// "1.234.567".
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        grouped.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// In running text a number below ten is written with a leading zero: "05 sự kiện".
pub fn count(value: i64) -> String {
    if (1..10).contains(&value) { format!("0{value}") } else { number(value) }
}

/// "87,5%"; nothing of nothing has no share.
pub fn percent(part: i64, whole: i64) -> Option<String> {
    if whole <= 0 {
        return None;
    }
    let tenths = (part.saturating_mul(1000) + whole / 2) / whole;
    Some(if tenths % 10 == 0 { format!("{}%", tenths / 10) } else { format!("{},{}%", tenths / 10, tenths % 10) })
}

/// The numbers of a report by code, as its text may name them: those that are held back are not there.
pub struct Numbers<'a>(pub &'a [IndicatorValue]);

impl Numbers<'_> {
    /// A number that is there and not nothing.
    pub fn get(&self, code: &str) -> Option<i64> {
        self.0.iter().find(|one| one.code == code)?.value.filter(|value| *value > 0)
    }

    pub fn or_zero(&self, code: &str) -> i64 {
        self.get(code).unwrap_or(0)
    }

    /// The clauses whose number is there, with it in the place of `{}`, and semicolons between.
    pub fn clauses(&self, clauses: &[(&str, &str)]) -> Option<String> {
        let told: Vec<String> =
            clauses.iter().filter_map(|(code, words)| Some(words.replace("{}", &count(self.get(code)?)))).collect();
        (!told.is_empty()).then(|| told.join("; "))
    }

    /// A sentence of clauses: "Trong kỳ, các đơn vị đã treo 12 băng-rôn; phát 30 lượt."
    pub fn sentence(&self, beginning: &str, clauses: &[(&str, &str)]) -> Option<String> {
        Some(format!("{beginning} {}.", self.clauses(clauses)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_papers_write_them() {
        assert_eq!([number(0), number(999), number(1_234_567), number(-1000)], ["0", "999", "1.234.567", "-1.000"]);
        assert_eq!([count(0), count(7), count(12), count(1200)], ["0", "07", "12", "1.200"]);
        assert_eq!(percent(7, 8).as_deref(), Some("87,5%"));
        assert_eq!(percent(1, 2).as_deref(), Some("50%"));
        assert_eq!(percent(1, 0), None);
    }
}
