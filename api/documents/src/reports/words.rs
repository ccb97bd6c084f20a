//! Figures as Vietnamese papers write them.

use super::{Indicator, ReportTable, Value};
use crate::decree30::clean;

/// 1234567 → "1.234.567".
pub(super) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// One digit behind the comma: "1.087,5". What is no number is nothing.
pub(super) fn decimal(number: f64) -> String {
    tenths(number).map_or_else(String::new, |tenths| {
        let sign = if tenths < 0 { "-" } else { "" };
        let tenths = tenths.unsigned_abs();
        let whole = i64::try_from(tenths / 10).unwrap_or(i64::MAX);
        format!("{sign}{},{}", grouped(whole), tenths % 10)
    })
}

/// Rounded half away from zero, as spreadsheets do.
pub(super) fn tenths(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "within what a double holds exactly")]
    (number.is_finite() && number.abs() < 1e14).then(|| (number * 10.0).round() as i64)
}

/// Whole numbers without a comma: for labels of charts.
pub(super) fn plain(number: f64) -> String {
    match tenths(number) {
        Some(tenths) if tenths % 10 == 0 => grouped(tenths / 10),
        Some(_) => decimal(number),
        None => String::new(),
    }
}

impl Value {
    /// As it stands on paper.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Missing => String::new(),
            Self::Number(number) => grouped(*number),
            Self::Decimal(number) => decimal(*number),
            Self::Small => "<5".to_owned(),
            Self::Hidden => "…".to_owned(),
            Self::Text(text) => clean(text),
        }
    }

    pub(super) const fn is_withheld(&self) -> bool {
        matches!(self, Self::Small | Self::Hidden)
    }
}

/// This year less the last: "+12", "-3,5", "0"; "…" where one of them is not told.
pub(super) fn difference(indicator: &Indicator) -> String {
    let signed = |text: String, positive: bool| if positive { format!("+{text}") } else { text };
    match (&indicator.value, &indicator.last) {
        (Value::Number(now), Value::Number(then)) => {
            let difference = now.saturating_sub(*then);
            signed(grouped(difference), difference > 0)
        }
        (Value::Decimal(now), Value::Decimal(then)) => {
            let difference = now - then;
            signed(decimal(difference), tenths(difference).is_some_and(|tenths| tenths > 0))
        }
        (now, then) if now.is_withheld() || then.is_withheld() => "…".to_owned(),
        _ => String::new(),
    }
}

/// This year in hundredths of the last; nothing where the last was nothing.
pub(super) fn proportion(indicator: &Indicator) -> Option<f64> {
    let (Value::Number(now), Value::Number(then)) = (&indicator.value, &indicator.last) else { return None };
    share(*now, *then)
}

pub(super) fn share(part: i64, whole: i64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "spreadsheets compute with doubles too")]
    (whole > 0).then(|| (part as f64 / whole as f64 * 1_000.0).round() / 10.0)
}

impl ReportTable {
    pub(super) fn withholds(&self) -> bool {
        self.rows.iter().chain(&self.total).flatten().any(Value::is_withheld)
    }
}

/// Below a table that does not tell everything.
pub(super) const WITHHELD: &str = "Ghi chú: “<5” là số từ 1 đến 4; “…” là số không nêu vì từ đó có thể suy ra số từ 1 \
                                   đến 4. Các số này không nêu cụ thể để bảo vệ bí mật đời sống riêng tư của trẻ em.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_a_vietnamese_paper() {
        assert_eq!([0, 12, 999, 1_000, -1_234_567].map(grouped), ["0", "12", "999", "1.000", "-1.234.567"]);
        assert_eq!(grouped(i64::MIN), "-9.223.372.036.854.775.808");
        assert_eq!([0.0, 87.45, -0.04, 1_087.5, -3.25].map(decimal), ["0,0", "87,5", "0,0", "1.087,5", "-3,3"]);
        assert_eq!(decimal(f64::NAN), "");
        assert_eq!([75.0, 66.7].map(plain), ["75", "66,7"]);
        assert_eq!((share(1, 3), share(1, 0)), (Some(33.3), None));
    }

    #[test]
    fn a_difference_tells_nothing_that_was_withheld() {
        let of = |value, last| difference(&Indicator { value, last, ..Indicator::default() });
        assert_eq!(of(Value::Number(12), Value::Number(10)), "+2");
        assert_eq!(of(Value::Number(10), Value::Number(12)), "-2");
        assert_eq!(of(Value::Decimal(66.7), Value::Decimal(66.7)), "0,0");
        assert_eq!(of(Value::Small, Value::Number(12)), "…");
        assert_eq!(of(Value::Number(10), Value::Hidden), "…");
        assert_eq!(of(Value::Number(10), Value::Missing), "");
    }
}
