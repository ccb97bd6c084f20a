//! What both minutes have in common: the parties, the counts, the end.

use std::collections::BTreeMap;

use super::{Meeting, Party, Person, Sex, Summer};
use crate::decree30::{
    Align, BLANK, Column, Document, Level, Signature, Table, clean, clock, long_date, or_blank, people, sentence,
    signature, without_address,
};

/// Who stands where in the minutes.
pub(super) struct Sides<'a> {
    pub(super) giver: &'a Party,
    pub(super) receiver: &'a Party,
    pub(super) parents: &'a [Person],
}

pub(super) fn parties(document: &mut Document, sides: &Sides<'_>) {
    document.heading(Level::Roman, "THÀNH PHẦN");
    for (title, party) in [("Bên giao", sides.giver), ("Bên nhận", sides.receiver)] {
        document.heading(Level::Number, &format!("{title}: {}", or_blank(Some(&party.body))));
        people(document, &party.representatives);
    }
    if !sides.parents.is_empty() {
        document.heading(Level::Number, "Đại diện cha mẹ học sinh");
        people(document, sides.parents);
    }
}

pub(super) fn documents(document: &mut Document, list: &str, others: &[String]) {
    document.heading(Level::Number, "Tài liệu kèm theo");
    document.item(list);
    for other in others {
        document.item(&sentence(other));
    }
}

pub(super) fn period(summer: &Summer) -> String {
    format!("từ {} đến {}", long_date(summer.from), long_date(summer.to))
}

/// A total and the girls in it.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) all: usize,
    pub(super) girls: usize,
}

impl Tally {
    pub(super) fn add(&mut self, sex: Option<Sex>) {
        self.all += 1;
        self.girls += usize::from(sex == Some(Sex::Female));
    }

    pub(super) fn sentence(self, what: &str) -> String {
        format!("{what}: {} em; trong đó nữ: {} em.", self.all, self.girls)
    }
}

/// Rows by grade; children without one stand last.
pub(super) fn by_grade(children: impl Iterator<Item = (Option<u8>, Option<Sex>)>) -> Vec<(String, Tally)> {
    let mut tallies = BTreeMap::<u8, Tally>::new();
    for (grade, sex) in children {
        tallies.entry(grade.unwrap_or(u8::MAX)).or_default().add(sex);
    }
    let name =
        |grade| if grade == u8::MAX { "Chưa rõ khối lớp".to_owned() } else { format!("Khối lớp {grade}") };
    tallies.into_iter().map(|(grade, tally)| (name(grade), tally)).collect()
}

/// Rows by neighborhood, "Khu phố 2" before "Khu phố 10"; children without one stand last.
pub(super) fn by_neighborhood<'a>(
    children: impl Iterator<Item = (Option<&'a str>, Option<Sex>)>,
) -> Vec<(String, Tally)> {
    let mut tallies = BTreeMap::<(bool, String, u64, String), Tally>::new();
    for (neighborhood, sex) in children {
        let name = clean(neighborhood.unwrap_or_default()).trim().to_owned();
        let words = name.trim_end_matches(|char: char| char.is_ascii_digit());
        let number = name.strip_prefix(words).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        let key = (name.is_empty(), words.to_lowercase(), number, name.clone());
        tallies.entry(key).or_default().add(sex);
    }
    let name = |name: String| if name.is_empty() { "Chưa rõ khu phố".to_owned() } else { name };
    tallies.into_iter().map(|((_, _, _, key), tally)| (name(key), tally)).collect()
}

pub(super) fn counts(title: &str, rows: Vec<(String, Tally)>) -> Table {
    let total = rows
        .iter()
        .fold(Tally::default(), |sum, (_, row)| Tally { all: sum.all + row.all, girls: sum.girls + row.girls });
    let cells = |name: &str, tally: Tally| vec![name.to_owned(), tally.all.to_string(), tally.girls.to_string()];
    Table {
        columns: vec![
            Column::new(title, 95, Align::Left),
            Column::new("Tổng số", 35, Align::Center),
            Column::new("Trong đó nữ", 35, Align::Center),
        ],
        rows: rows.iter().map(|(name, tally)| cells(name, *tally)).collect(),
        total: Some(cells("Cộng", total)),
        points: 13,
    }
}

pub(super) fn ending(document: &mut Document, meeting: &Meeting, copies: u32, sides: &Sides<'_>) {
    let parties = if sides.parents.is_empty() { 2 } else { 3 };
    let share = if copies == parties { ", mỗi bên giữ 01 bản" } else { "" };
    let copies = if copies == 0 { BLANK.to_owned() } else { format!("{copies:02}") };
    document.closing(&format!(
        "Việc bàn giao kết thúc hồi {} cùng ngày. Biên bản đã đọc cho các bên cùng nghe, thống nhất và ký tên; được \
         lập thành {copies} bản có giá trị như nhau{share}.",
        clock(meeting.ended)
    ));
    let mut signatures = vec![signature("ĐẠI DIỆN BÊN GIAO", sides.giver)];
    if let Some(person) = sides.parents.first() {
        signatures.push(Signature {
            lines: vec!["ĐẠI DIỆN CHA MẸ HỌC SINH".to_owned()],
            hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
            name: Some(without_address(&person.name).to_owned()),
        });
    }
    signatures.push(signature("ĐẠI DIỆN BÊN NHẬN", sides.receiver));
    document.signatures(&signatures, &[]);
}

pub(super) fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighborhoods_by_their_numbers() {
        let names = ["Khu phố 10", "", "Khu phố 2", "Khu phố 2", "Tân Sơn"];
        let rows = by_neighborhood(names.iter().map(|name| (Some(*name), Some(Sex::Female))));
        let rows: Vec<_> = rows.iter().map(|(name, tally)| (name.as_str(), tally.all)).collect();
        assert_eq!(rows, [("Khu phố 2", 2), ("Khu phố 10", 1), ("Tân Sơn", 1), ("Chưa rõ khu phố", 1)]);
    }
}
