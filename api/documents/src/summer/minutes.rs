//! What both minutes have in common: the opening, the parties, the counts, the end.

use std::collections::BTreeMap;

use chrono::{NaiveTime, Timelike};

use super::{Meeting, Party, Person, Sex, Summer};
use crate::decree30::{Align, BLANK, Column, Document, Level, Signature, Table, clean, long_date};

/// Who stands where in the minutes.
pub(super) struct Sides<'a> {
    pub(super) giver: &'a Party,
    pub(super) receiver: &'a Party,
    pub(super) parents: &'a [Person],
}

pub(super) fn opening(document: &mut Document, meeting: &Meeting) {
    let venue = or_blank(meeting.venue.as_deref());
    let (time, date) = (time(meeting.begun), long_date(meeting.date));
    document.paragraph(&format!("Hôm nay, hồi {time}, {date}, tại {venue}, chúng tôi gồm:"));
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

fn people(document: &mut Document, people: &[Person]) {
    let unknown = [Person::default()];
    for person in if people.is_empty() { &unknown } else { people } {
        let name = or_blank(Some(&person.name));
        let position = or_blank(Some(&person.position));
        document.item(&format!("{name} – Chức vụ: {position}."));
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
        time(meeting.ended)
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

fn signature(side: &str, party: &Party) -> Signature {
    let first = party.representatives.first();
    let position = || first.map(|person| person.position.clone()).filter(|position| !position.is_empty());
    let powers = if party.signing.is_empty() { position().into_iter().collect() } else { party.signing.clone() };
    let name = party.signer.clone().or_else(|| first.map(|person| without_address(&person.name).to_owned()));
    Signature { lines: std::iter::once(side.to_owned()).chain(powers).collect(), hint: None, name }
}

/// "Bà Nguyễn Thị Hoa" signs as "Nguyễn Thị Hoa".
fn without_address(name: &str) -> &str {
    ["Ông ", "Bà ", "Cô ", "Thầy ", "Anh ", "Chị "]
        .iter()
        .find_map(|address| name.strip_prefix(address))
        .unwrap_or(name)
}

fn time(time: Option<NaiveTime>) -> String {
    match time {
        Some(time) => format!("{:02} giờ {:02} phút", time.hour(), time.minute()),
        None => format!("{BLANK} giờ {BLANK} phút"),
    }
}

pub(super) fn or_blank(text: Option<&str>) -> String {
    match text.map(str::trim) {
        None | Some("") => BLANK.repeat(4),
        Some(text) => clean(text).replace('\n', " "),
    }
}

/// Ends in a full stop.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', ':', ';']) { text.to_owned() } else { format!("{text}.") }
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

    #[test]
    fn who_signs() {
        let mut party = Party {
            representatives: vec![Person {
                name: "Bà Lê Thị An".to_owned(), position: "Hiệu trưởng".to_owned()
            }],
            ..Party::default()
        };
        let signed = signature("BÊN GIAO", &party);
        assert_eq!(
            (signed.lines, signed.name),
            (vec!["BÊN GIAO".into(), "Hiệu trưởng".into()], Some("Lê Thị An".into()))
        );
        party.signing = vec!["KT. HIỆU TRƯỞNG".to_owned(), "PHÓ HIỆU TRƯỞNG".to_owned()];
        assert_eq!(signature("BÊN GIAO", &party).lines.len(), 3);
    }
}
