//! What the papers of a handover say: data of the registry and of the list, put into the words of `bup_documents`.

use std::collections::HashMap;

use bup_documents::decree30::Header;
use bup_documents::summer as paper;
use chrono::{NaiveDate, NaiveTime};

use super::model::{
    HandoverChild, HandoverDetail, HandoverSignature, HandoverStatus, SummerMembership, SummerPerson, SummerRating,
};
use super::{rules, store};
use crate::access::subject::Summer;
use crate::access::{Cx, Read};
use crate::audit::{self, Changes};
use crate::calendar::ward_today;
use crate::db::types::Id;
use crate::error::Result;
use crate::export::{Cell, Table};
use crate::features::children::model::{Relation, Sex};
use crate::features::children::roster::{self, Pupil};
use crate::features::wards::{self, Letterhead};
use crate::http::Download;
use crate::text;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A handover with what only its papers need.
struct Papers {
    handover: HandoverDetail,
    pupils: HashMap<Id, Pupil>,
    ward: Letterhead,
}

fn open(cx: &mut Cx<'_, Summer, Read>, id: &Id, what: &str) -> Result<Papers> {
    let handover = store::find(cx, id)?;
    let pupils = roster::named(cx, handover.children.iter().map(|child| &child.child_id))?;
    let ward = wards::letterhead(cx, &handover.handover.ward_id)?;
    audit::record(cx, "export", id, Changes::none().field("paper", (), what))?;
    Ok(Papers { handover, pupils, ward })
}

/// Minutes of the handover; of the return once there was one.
///
/// # Errors
/// 404.
pub fn minutes(cx: &mut Cx<'_, Summer, Read>, id: &Id) -> Result<Download> {
    let papers = open(cx, id, "minutes")?;
    let head = &papers.handover.handover;
    let (bytes, name) = if head.status == HandoverStatus::Returned {
        (paper::return_minutes(&papers.returning()), "bien-ban-ban-giao-ve-truong")
    } else {
        let ids: Vec<Id> = papers.handover.children.iter().map(|child| child.child_id.clone()).collect();
        let in_need = roster::count_in_need(cx, &ids)?;
        (paper::handover_minutes(&papers.handing_over(in_need)), "bien-ban-ban-giao-he")
    };
    Ok(Download { bytes, media_type: DOCX, file_name: format!("{name}-{}.docx", head.year) })
}

/// # Errors
/// 404.
pub fn cards(cx: &mut Cx<'_, Summer, Read>, id: &Id) -> Result<Download> {
    let papers = open(cx, id, "cards")?;
    let cards: Vec<paper::ActivityCard> = papers.handover.children.iter().map(|child| papers.card(child)).collect();
    let file_name = format!("phieu-sinh-hoat-he-{}.docx", papers.handover.handover.year);
    Ok(Download { bytes: paper::activity_cards(&cards), media_type: DOCX, file_name })
}

/// # Errors
/// 404.
pub fn list(cx: &mut Cx<'_, Summer, Read>, id: &Id) -> Result<Download> {
    let papers = open(cx, id, "list")?;
    let year = papers.handover.handover.year;
    let head = &papers.handover.handover;
    let place = head.neighborhood.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default();
    let columns = [
        "STT",
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Lớp",
        "Trường",
        "Địa chỉ",
        "Khu phố",
        "Cha, mẹ, người chăm sóc",
        "Điện thoại",
        "Đội viên, nhi đồng",
        "Biết bơi",
        "Lưu ý khi tham gia hoạt động",
        "Ghi chú của nhà trường",
        "Số buổi tham gia",
        "Xếp loại",
        "Nhận xét",
    ];
    let rows = (1..).zip(&papers.handover.children).map(|(number, child)| papers.line(number, child));
    let table = Table {
        title: format!("Danh sách trẻ em sinh hoạt hè năm {year} – {place}"),
        columns: columns.to_vec(),
        rows: rows.collect(),
    };
    table.xlsx(format!("danh-sach-sinh-hoat-he-{year}.xlsx"))
}

impl Papers {
    fn school(&self) -> String {
        self.handover.handover.school.as_ref().map(|unit| unit.name.clone()).unwrap_or_default()
    }

    fn neighborhood(&self) -> String {
        self.handover.handover.neighborhood.as_ref().map(|unit| unit.name.clone()).unwrap_or_default()
    }

    fn committee(&self) -> String {
        format!("Ban Chỉ đạo hoạt động hè {}", text::within_sentence(&self.ward.name))
    }

    fn header(&self, date: Option<NaiveDate>) -> Header {
        Header {
            parent: None,
            issuer: format!("BAN CHỈ ĐẠO HOẠT ĐỘNG HÈ\n{}", self.ward.name),
            number: self.handover.handover.number.and_then(|number| u32::try_from(number).ok()),
            symbol: "BB-BCĐ".to_owned(),
            place: self.ward.place.clone(),
            date,
        }
    }

    fn summer(&self) -> paper::Summer {
        let head = &self.handover.handover;
        paper::Summer { year: head.year, from: head.summer_from, to: head.summer_to }
    }

    fn parents(&self) -> Vec<paper::Person> {
        self.handover.handover.parents.iter().map(person).collect()
    }

    fn copies(&self) -> u32 {
        u32::try_from(self.handover.handover.copies).unwrap_or(0)
    }

    fn handing_over(&self, in_need: usize) -> paper::HandoverMinutes {
        let head = &self.handover.handover;
        let children = &self.handover.children;
        let with_warning = children.iter().filter(|child| !child.medical_warning.is_empty()).count();
        let needing_attention = rules::needing_attention(children.len(), with_warning, in_need);
        let date = head.meets_on.or(signed_on(&head.handed_over));
        paper::HandoverMinutes {
            header: self.header(date),
            legal_bases: Vec::new(),
            meeting: meeting(date, (&head.begins_at, &head.ends_at), &head.venue),
            summer: self.summer(),
            giver: party(self.school(), &head.school_representatives, &head.handed_over),
            receiver: party(
                format!("{}, {}", self.committee(), text::within_sentence(&self.neighborhood())),
                &head.receiving_representatives,
                &head.received,
            ),
            parents: self.parents(),
            children: children.iter().map(|child| self.listed(child)).collect(),
            needing_attention: u32::try_from(needing_attention).unwrap_or(u32::MAX),
            documents: head.documents.clone(),
            duties: paper::Duties::usual(),
            copies: self.copies(),
        }
    }

    fn returning(&self) -> paper::ReturnMinutes {
        let head = &self.handover.handover;
        let date = head.returns_on.or(signed_on(&head.returned));
        let venue = if head.return_venue.is_empty() { &head.venue } else { &head.return_venue };
        let meeting = meeting(date, (&head.return_begins_at, &head.return_ends_at), venue);
        paper::ReturnMinutes {
            header: self.header(date),
            legal_bases: Vec::new(),
            meeting,
            summer: self.summer(),
            giver: party(
                format!("{}, {}", self.committee(), text::within_sentence(&self.neighborhood())),
                &head.receiving_representatives,
                &head.returned,
            ),
            receiver: party(self.school(), &head.school_representatives, &None),
            parents: self.parents(),
            children: self.handover.children.iter().map(returned).collect(),
            assessment: head.assessment.clone(),
            documents: head.documents.clone(),
            copies: self.copies(),
        }
    }

    fn address(&self, child: &HandoverChild) -> Option<String> {
        self.pupils.get(&child.child_id).and_then(rules::address_for_files)
    }

    fn listed(&self, child: &HandoverChild) -> paper::ListedChild {
        let guardian = child.guardian.as_ref();
        paper::ListedChild {
            name: child.full_name.clone(),
            born: born(child),
            sex: sex(child.sex),
            grade: rules::grade_number(&child.grade),
            class: filled(&child.grade),
            school: child.school.as_ref().map(|unit| unit.name.clone()),
            address: self.address(child),
            neighborhood: child.neighborhood.as_ref().map(|unit| unit.name.clone()),
            caregiver: guardian.map(|one| one.full_name.clone()),
            phone: guardian.and_then(|one| one.phone.clone()),
            membership: membership(child.membership),
            swims: child.can_swim,
            health_note: filled(&child.medical_warning),
        }
    }

    fn card(&self, child: &HandoverChild) -> paper::ActivityCard {
        let pupil = self.pupils.get(&child.child_id);
        let parent = |relation| pupil.and_then(|one| one.parent(relation)).map(str::to_owned);
        let head = &self.handover.handover;
        paper::ActivityCard {
            year: head.year,
            school_parent: None,
            school: self.school(),
            place: self.ward.place.clone(),
            name: child.full_name.clone(),
            born: born(child),
            sex: sex(child.sex),
            class: filled(&child.grade),
            academic: filled(&child.academic),
            conduct: filled(&child.conduct),
            talents: filled(&child.talents),
            address: self.address(child),
            neighborhood: child.neighborhood.as_ref().map(|unit| unit.name.clone()),
            father: parent(Relation::Father),
            mother: parent(Relation::Mother),
            teacher: filled(&child.teacher),
            unit: format!("Tiểu ban hoạt động hè {}", text::within_sentence(&self.neighborhood())),
            committee: self.committee(),
            sessions: sessions(child),
            remarks: filled(&child.remarks),
            rating: child.rating.map(rating),
            unit_head: None,
            committee_head: None,
        }
    }

    fn line(&self, number: i64, child: &HandoverChild) -> Vec<Cell> {
        let name = |unit: &Option<crate::features::units::model::UnitRef>| {
            Cell::text(unit.as_ref().map_or("", |unit| unit.name.as_str()))
        };
        let guardian = child.guardian.as_ref();
        let came = sessions(child).map(|(came, held)| format!("{came}/{held}")).unwrap_or_default();
        vec![
            Cell::Number(number),
            Cell::text(&child.full_name),
            born(child).map_or_else(|| Cell::text(&child.date_of_birth.format("%Y").to_string()), Cell::Day),
            Cell::text(sex(child.sex).map_or("", paper::Sex::vietnamese)),
            Cell::text(&child.grade),
            name(&child.school),
            Cell::text(&self.address(child).unwrap_or_default()),
            name(&child.neighborhood),
            Cell::text(guardian.map_or("", |one| &one.full_name)),
            Cell::text(guardian.and_then(|one| one.phone.as_deref()).unwrap_or("")),
            Cell::text(membership(child.membership).vietnamese()),
            Cell::text(child.can_swim.map_or("", |can| if can { "Có" } else { "Không" })),
            Cell::text(&child.medical_warning),
            Cell::text(&child.note),
            Cell::text(&came),
            Cell::text(child.rating.map_or("", |one| rating(one).vietnamese())),
            Cell::text(&child.remarks),
        ]
    }
}

fn meeting(date: Option<NaiveDate>, (begins, ends): (&Option<String>, &Option<String>), venue: &str) -> paper::Meeting {
    let time = |text: &Option<String>| NaiveTime::parse_from_str(text.as_deref()?, "%H:%M").ok();
    paper::Meeting { date, begun: time(begins), ended: time(ends), venue: filled(venue) }
}

fn signed_on(signature: &Option<HandoverSignature>) -> Option<NaiveDate> {
    signature.as_ref().map(|one| ward_today(one.at.utc()))
}

fn person(one: &SummerPerson) -> paper::Person {
    paper::Person { name: one.name.clone(), position: one.position.clone() }
}

/// One side: who was named for it, or whoever signed in the app.
fn party(body: String, named: &[SummerPerson], signature: &Option<HandoverSignature>) -> paper::Party {
    let mut representatives: Vec<paper::Person> = named.iter().map(person).collect();
    if let (true, Some(signed)) = (representatives.is_empty(), signature) {
        let name = signed.by.as_ref().map(|user| user.full_name.clone()).unwrap_or_default();
        representatives.push(paper::Person { name, position: signed.position.clone() });
    }
    paper::Party { body, representatives, signing: Vec::new(), signer: None }
}

fn returned(child: &HandoverChild) -> paper::ReturnedChild {
    paper::ReturnedChild {
        name: child.full_name.clone(),
        born: born(child),
        sex: sex(child.sex),
        grade: rules::grade_number(&child.grade),
        class: filled(&child.grade),
        neighborhood: child.neighborhood.as_ref().map(|unit| unit.name.clone()),
        sessions: sessions(child),
        rating: child.rating.map(rating),
        remarks: filled(&child.remarks),
        commended: child.commended,
    }
}

fn sessions(child: &HandoverChild) -> Option<(u32, u32)> {
    let number = |value: i64| u32::try_from(value).unwrap_or(0);
    (child.sessions_held > 0).then(|| (number(child.sessions_came), number(child.sessions_held)))
}

/// A day that is not known is no first of January.
fn born(child: &HandoverChild) -> Option<NaiveDate> {
    (!child.birth_year_only).then_some(child.date_of_birth)
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn sex(sex: Sex) -> Option<paper::Sex> {
    match sex {
        Sex::Male => Some(paper::Sex::Male),
        Sex::Female => Some(paper::Sex::Female),
        Sex::Unknown => None,
    }
}

fn membership(one: SummerMembership) -> paper::Membership {
    match one {
        SummerMembership::None => paper::Membership::None,
        SummerMembership::Star => paper::Membership::Star,
        SummerMembership::Pioneer => paper::Membership::Pioneer,
        SummerMembership::Union => paper::Membership::Union,
    }
}

fn rating(one: SummerRating) -> paper::Rating {
    match one {
        SummerRating::Good => paper::Rating::Good,
        SummerRating::Fair => paper::Rating::Fair,
        SummerRating::Average => paper::Rating::Average,
        SummerRating::Weak => paper::Rating::Weak,
    }
}
