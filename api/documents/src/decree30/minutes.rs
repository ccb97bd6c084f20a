//! What all minutes have in common: when and where, who was there, who signs for whom.

use chrono::{NaiveDate, NaiveTime};

use super::document::Document;
use super::model::Signature;
use super::text::{clock, long_date, or_blank};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// With its form of address where it is used so: "Bà Nguyễn Thị Hoa".
    pub name: String,
    /// "Hiệu trưởng", "Bí thư Đoàn phường".
    pub position: String,
}

/// One side of a handover.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// "Trường Tiểu học Ngọc Trạo"; "Ban Chỉ đạo hoạt động hè phường Ngọc Trạo".
    pub body: String,
    /// Who came; the first one signs.
    pub representatives: Vec<Person>,
    /// In which power the first one signs: `["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]`. Empty: by their position.
    pub signing: Vec<String>,
    /// The name below the signature, without title or degree. `None`: room to write it.
    pub signer: Option<String>,
}

/// When and where minutes were taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    pub date: Option<NaiveDate>,
    pub begun: Option<NaiveTime>,
    pub ended: Option<NaiveTime>,
    /// "Nhà văn hóa khu phố 3, phường Ngọc Trạo".
    pub venue: Option<String>,
}

pub(crate) fn opening(document: &mut Document, meeting: &Meeting) {
    let venue = or_blank(meeting.venue.as_deref());
    let (time, date) = (clock(meeting.begun), long_date(meeting.date));
    document.paragraph(&format!("Hôm nay, hồi {time}, {date}, tại {venue}, chúng tôi gồm:"));
}

pub(crate) fn people(document: &mut Document, people: &[Person]) {
    let unknown = [Person::default()];
    for person in if people.is_empty() { &unknown } else { people } {
        let name = or_blank(Some(&person.name));
        let position = or_blank(Some(&person.position));
        document.item(&format!("{name} – Chức vụ: {position}."));
    }
}

pub(crate) fn signature(side: &str, party: &Party) -> Signature {
    let first = party.representatives.first();
    let position = || first.map(|person| person.position.clone()).filter(|position| !position.is_empty());
    let powers = if party.signing.is_empty() { position().into_iter().collect() } else { party.signing.clone() };
    let name = party.signer.clone().or_else(|| first.map(|person| without_address(&person.name).to_owned()));
    Signature { lines: std::iter::once(side.to_owned()).chain(powers).collect(), hint: None, name }
}

/// "Bà Nguyễn Thị Hoa" signs as "Nguyễn Thị Hoa".
pub(crate) fn without_address(name: &str) -> &str {
    ["Ông ", "Bà ", "Cô ", "Thầy ", "Anh ", "Chị "]
        .iter()
        .find_map(|address| name.strip_prefix(address))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

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
