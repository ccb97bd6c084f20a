//! Amounts as papers write them: in figures, and in words that nobody can change.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// "12.500.000 đồng".
pub(super) fn dong(amount: i128) -> String {
    format!("{} đồng", figures(amount))
}

fn figures(amount: i128) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut grouped = String::from(if amount < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// "bằng chữ: Mười hai triệu năm trăm nghìn đồng". What no ward ever paid stays in figures.
pub(super) fn in_words(amount: i128) -> String {
    let words = match u64::try_from(amount) {
        Ok(0) => "không".to_owned(),
        Ok(amount) if amount < 1_000_000_000_000 => spelled(amount),
        Ok(_) | Err(_) => figures(amount),
    };
    let mut chars = words.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("bằng chữ: {first}{} đồng", chars.as_str())
}

/// Below a thousand thousand million.
fn spelled(amount: u64) -> String {
    let mut words = Vec::new();
    for (unit, name) in [(1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = amount / unit % 1_000;
        if group > 0 {
            hundreds(&mut words, group, amount >= unit * 1_000);
            words.extend(Some(name).filter(|name| !name.is_empty()));
        }
    }
    words.join(" ")
}

/// A group of three digits; within a number its zeros are spoken.
fn hundreds(words: &mut Vec<&'static str>, group: u64, within: bool) {
    let [hundred, ten, one] = [group / 100, group / 10 % 10, group % 10];
    if hundred > 0 || within {
        words.extend([digit(hundred), "trăm"]);
    }
    match ten {
        0 if one > 0 && (hundred > 0 || within) => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(ten), "mươi"]),
    }
    match one {
        0 => {}
        1 if ten > 1 => words.push("mốt"),
        5 if ten > 0 => words.push("lăm"),
        _ => words.push(digit(one)),
    }
}

fn digit(value: u64) -> &'static str {
    usize::try_from(value).ok().and_then(|index| DIGITS.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_words() {
        for (amount, figures, words) in [
            (0, "0 đồng", "Không đồng"),
            (5, "5 đồng", "Năm đồng"),
            (1_000, "1.000 đồng", "Một nghìn đồng"),
            (21_015, "21.015 đồng", "Hai mươi mốt nghìn không trăm mười lăm đồng"),
            (500_000, "500.000 đồng", "Năm trăm nghìn đồng"),
            (1_005_000, "1.005.000 đồng", "Một triệu không trăm linh năm nghìn đồng"),
            (12_500_000, "12.500.000 đồng", "Mười hai triệu năm trăm nghìn đồng"),
            (3_000_000_104, "3.000.000.104 đồng", "Ba tỷ một trăm linh bốn đồng"),
            (55_000_000, "55.000.000 đồng", "Năm mươi lăm triệu đồng"),
            (-1, "-1 đồng", "-1 đồng"),
        ] {
            assert_eq!(dong(amount), figures);
            assert_eq!(in_words(amount), format!("bằng chữ: {words}"));
        }
        assert!(in_words(i128::MAX).ends_with(" đồng") && !dong(i128::MIN).is_empty());
    }
}
