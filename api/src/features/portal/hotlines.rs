//! The numbers to call, in the order in which they should be tried. Pure.

use super::content::PublicHotline;
use crate::setup::Hotline;

/// What a number is called that people know: digits, label, note.
const KNOWN: [(&str, &str, &str); 4] = [
    ("111", "Tổng đài quốc gia bảo vệ trẻ em", "Ngày và đêm, miễn phí"),
    ("18001744", "Ngôi nhà Ánh Dương Thanh Hóa", "Người bị bạo lực, xâm hại; miễn phí"),
    ("113", "Công an", "Khi cần can thiệp ngay"),
    ("115", "Cấp cứu y tế", "Khi trẻ bị thương, bị ốm nặng"),
];

/// The child helpline first, then those of the plan, the police, and the ward's own, each once.
pub fn all(of_plan: &[String], of_ward: &[Hotline]) -> Vec<PublicHotline> {
    let named = of_ward.iter().map(|line| (line.phone.as_str(), Some(line)));
    let plain = ["111"].into_iter().chain(of_plan.iter().map(String::as_str)).chain(["113"]).map(|phone| (phone, None));
    let mut lines: Vec<PublicHotline> = Vec::new();
    for (typed, own) in plain.chain(named) {
        let phone = digits(typed);
        if phone.len() >= 3 && !lines.iter().any(|line| line.phone == phone) {
            lines.push(describe(phone, own));
        }
    }
    lines
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(15).collect()
}

fn describe(phone: String, own: Option<&Hotline>) -> PublicHotline {
    let known = KNOWN.iter().find(|(digits, ..)| *digits == phone);
    let (usual, note) = known.map_or(("Đường dây nóng", ""), |(_, label, note)| (*label, *note));
    let (label, note) = own.map_or((usual, note), |own| (own.label.as_str(), own.hours.as_str()));
    PublicHotline { label: label.to_owned(), note: note.to_owned(), phone }
}

/// As people read a number: `1800 1744`, `0912 345 678`.
pub fn spaced(phone: &str) -> String {
    let cuts: &[usize] = match (phone.len(), phone.starts_with('0')) {
        (8, false) => &[4, 4],
        (10, true) => &[4, 3, 3],
        (11, true) => &[4, 4, 3],
        _ => return phone.to_owned(),
    };
    let mut rest = phone;
    let mut groups = Vec::new();
    for cut in cuts {
        let (group, after) = rest.split_at_checked(*cut).unwrap_or((rest, ""));
        groups.push(group);
        rest = after;
    }
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phones(of_plan: &[&str], of_ward: &[(&str, &str)]) -> Vec<String> {
        let of_plan: Vec<String> = of_plan.iter().map(|one| (*one).to_owned()).collect();
        let own = |(label, phone): &(&str, &str)| Hotline {
            label: (*label).to_owned(),
            phone: (*phone).to_owned(),
            hours: String::new(),
        };
        let of_ward: Vec<_> = of_ward.iter().map(own).collect();
        all(&of_plan, &of_ward).into_iter().map(|line| line.phone).collect()
    }

    #[test]
    fn each_number_stands_once_and_the_helpline_first() {
        assert_eq!(phones(&["1800 1744", "111"], &[]), ["111", "18001744", "113"]);
        let own = [("Trực của phường", "0237.3824.113"), ("Công an phường", "113")];
        assert_eq!(phones(&[], &own), ["111", "113", "02373824113"]);
        assert_eq!(phones(&["<script>", "1"], &[]), ["111", "113"], "what is no number is left out");
    }

    #[test]
    fn numbers_are_read_in_groups() {
        assert_eq!(spaced("18001744"), "1800 1744");
        assert_eq!(spaced("0912345678"), "0912 345 678");
        assert_eq!(spaced("111"), "111");
    }
}
