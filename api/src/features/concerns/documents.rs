//! Mẫu 01 of Decree 56/2017 on paper.

use bup_documents::cases as paper;
use bup_documents::decree30::Header;

use super::content::{self, Reporter};
use super::export::via_word;
use super::model::{ConcernChild, ConcernParent, SubjectKind};
use super::{rules, store};
use crate::access::subject::Concerns;
use crate::access::{Cx, Read};
use crate::audit::{self, Changes};
use crate::calendar;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::children::model::Sex;
use crate::features::{users, wards};
use crate::http::Download;
use crate::keys::sealed::CONCERN_REPORTERS;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A text that may be missing: a dotted line on paper then.
pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// # Errors
/// 404.
pub fn intake(cx: &mut Cx<'_, Concerns, Read>, id: &Id) -> Result<Download> {
    let row = store::find_row(cx, id)?;
    let vault = &cx.services().vault;
    let said = store::shown_content(cx, &row)?;
    let reporter: Reporter = content::open(vault, &CONCERN_REPORTERS, id, &row.reporter)?;
    let shows_reporter = rules::shows_reporter(cx.actor().role);
    let ward = wards::letterhead(cx, &row.ward_id)?;
    let people = users::references(cx, row.created_by_id.as_ref())?;
    let receiver = row.created_by_id.as_ref().and_then(|id| people.get(id));
    let received = row.known_at.utc().with_timezone(&chrono_tz::Asia::Ho_Chi_Minh).naive_local();
    let intake = paper::Intake {
        head: paper::Head {
            header: Header {
                parent: None,
                issuer: format!("ỦY BAN NHÂN DÂN\n{}", ward.name),
                number: None,
                symbol: "BC-UBND".to_owned(),
                place: ward.place,
                date: Some(calendar::ward_today(row.received_at.utc())),
            },
            form: "Mẫu số 01".to_owned(),
        },
        kind: kind_word(row.subject_kind).to_owned(),
        channel: Some(via_word(row.received_via).to_owned()),
        received: Some(received),
        child: child(&said.child),
        place: some(&said.place),
        condition: some(&said.condition).or_else(|| some(&said.narrative)),
        outlook: some(&said.consequences),
        father: parent(&said.father),
        mother: parent(&said.mother),
        family: some(&said.family),
        carer: some(&said.carer),
        done_before: some(&said.actions_taken),
        informant: informant(reporter, shows_reporter),
        officer: paper::Officer {
            position: receiver.map_or_else(|| "Cán bộ tiếp nhận".to_owned(), |person| person.position.clone()),
            name: receiver.map(|person| person.full_name.clone()),
        },
    };
    let bytes = paper::intake_docx(&intake).map_err(Error::internal)?;
    audit::record(cx, "print", id, Changes::none())?;
    Ok(Download { bytes, media_type: DOCX, file_name: format!("{}-mau-01.docx", row.code) })
}

fn kind_word(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Abused => "bị xâm hại",
        SubjectKind::AtRisk => "có nguy cơ bị bạo lực, bóc lột, bỏ rơi",
        SubjectKind::SpecialCircumstances => "có hoàn cảnh đặc biệt",
        SubjectKind::Unclear => "",
    }
}

fn child(child: &ConcernChild) -> paper::Child {
    paper::Child {
        name: some(&child.full_name),
        born: child.date_of_birth,
        estimated_age: child.estimated_age.and_then(|age| u8::try_from(age).ok()),
        sex: child.sex.map(sex),
        residence: some(&child.address),
    }
}

pub fn sex(sex: Sex) -> paper::Sex {
    match sex {
        Sex::Male => paper::Sex::Male,
        Sex::Female => paper::Sex::Female,
        Sex::Unknown => paper::Sex::Unknown,
    }
}

fn parent(parent: &ConcernParent) -> paper::Parent {
    paper::Parent {
        name: some(&parent.full_name),
        age: parent.age.and_then(|age| u8::try_from(age).ok()),
        occupation: some(&parent.occupation),
    }
}

fn informant(reporter: Reporter, is_shown: bool) -> paper::Informant {
    if reporter.is_empty() {
        return paper::Informant::Anonymous;
    }
    if !is_shown {
        return paper::Informant::Withheld;
    }
    paper::Informant::Given {
        name: some(&reporter.name),
        phone: some(&reporter.phone),
        address: some(&reporter.address),
        note: some(&reporter.note),
    }
}
