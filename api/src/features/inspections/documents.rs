//! What the papers say: visits and plans put into the words of `bup_documents`.

use bup_documents::decree30::{Header, Meeting, Party, Person};
use bup_documents::inspections as paper;
use chrono::{NaiveDate, NaiveTime};

use super::export::kind_word;
use super::model::{Inspection, InspectionKind, InspectionMember, TopicResult};
use super::recommendation_model::{RecommendationQuery, RecommendationStatus};
use super::{recommendations, store};
use crate::access::subject::{Inspections, Recommendations};
use crate::access::{Cx, Read, UnitKind};
use crate::db::page::PageRequest;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::wards::{self, Letterhead};
use crate::http::Download;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The Committee's own desks write under its name; the Front and the unions write under their own.
fn header(ward: &Letterhead, inspection: &Inspection, symbol: &str, date: Option<NaiveDate>) -> Header {
    let committee = format!("ỦY BAN NHÂN DÂN\n{}", ward.name);
    let own = [UnitKind::FatherlandFront, UnitKind::YouthUnion].contains(&inspection.lead_unit.kind);
    Header {
        parent: None,
        issuer: if own { inspection.lead_unit.name.clone() } else { committee },
        number: None,
        symbol: symbol.to_owned(),
        place: ward.place.clone(),
        date,
    }
}

fn people(members: &[InspectionMember]) -> Vec<Person> {
    members.iter().map(|one| Person { name: one.name.clone(), position: one.position.clone() }).collect()
}

fn time(text: Option<&str>) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text?, "%H:%M").ok()
}

/// Biên bản kiểm tra, giám sát of one unit; with room for a hand where nothing is written yet.
///
/// # Errors
/// 404.
pub fn minutes(cx: &mut Cx<'_, Inspections, Read>, id: &Id, visit: &Id) -> Result<Download> {
    let inspection = store::find(cx, id)?;
    let visit = store::visit(cx, id, visit)?;
    let ward = wards::letterhead(cx, &inspection.ward_id)?;
    let query = RecommendationQuery {
        inspection_id: Some(id.clone()),
        unit_id: Some(visit.unit_id.clone()),
        ..RecommendationQuery::default()
    };
    let mut asked =
        recommendations::list(&mut cx.also::<Recommendations, Read>()?, &query, &PageRequest::all("due_on"))?.items;
    asked.retain(|one| one.status != RecommendationStatus::Withdrawn);
    let line = |topic: &super::model::InspectionTopic| {
        let answer = visit.answers.iter().find(|answer| answer.code == topic.code);
        paper::ChecklistLine {
            topic: topic.text.clone(),
            result: answer.map(|answer| match answer.result {
                TopicResult::Met => paper::Finding::Met,
                TopicResult::NotMet => paper::Finding::NotMet,
                TopicResult::NotApplicable => paper::Finding::NotApplicable,
            }),
            note: answer.map(|answer| answer.note.clone()).unwrap_or_default(),
        }
    };
    let is_supervision = inspection.kind == InspectionKind::Supervision;
    let minutes = paper::VisitMinutes {
        header: header(&ward, &inspection, if is_supervision { "BB-ĐGS" } else { "BB-ĐKT" }, visit.visited_on),
        is_supervision,
        title: inspection.title.clone(),
        meeting: Meeting {
            date: visit.visited_on,
            begun: time(visit.begun.as_deref()),
            ended: time(visit.ended.as_deref()),
            venue: Some(visit.place.clone()).filter(|place| !place.is_empty()),
        },
        team: Party {
            body: inspection.lead_unit.name.clone(),
            representatives: people(&inspection.members),
            ..Party::default()
        },
        unit: Party { body: visit.unit.name.clone(), representatives: people(&visit.present), ..Party::default() },
        checklist: inspection.topics.iter().map(line).collect(),
        positives: visit.positives,
        findings: visit.findings,
        unit_opinion: visit.unit_opinion,
        recommendations: asked.into_iter().map(|one| paper::Asked { text: one.text, due_on: one.due_on }).collect(),
    };
    let bytes = paper::visit_minutes_docx(&minutes);
    Ok(Download { bytes, media_type: DOCX, file_name: format!("bien-ban-{}.docx", visit.unit.code) })
}

/// Kế hoạch kiểm tra, giám sát, as the units get it.
///
/// # Errors
/// 404.
pub fn schedule(cx: &mut Cx<'_, Inspections, Read>, id: &Id) -> Result<Download> {
    let inspection = store::find(cx, id)?;
    let ward = wards::letterhead(cx, &inspection.ward_id)?;
    let schedule = paper::Schedule {
        header: header(&ward, &inspection, "KH", Some(cx.today())),
        kind: kind_word(inspection.kind).to_lowercase(),
        title: inspection.title.clone(),
        purpose: inspection.purpose.clone(),
        from: inspection.starts_on,
        to: inspection.ends_on,
        lead: inspection.lead_unit.name.clone(),
        members: people(&inspection.members),
        topics: inspection.topics.iter().map(|topic| topic.text.clone()).collect(),
        units: inspection.units.iter().map(|unit| unit.name.clone()).collect(),
    };
    let bytes = paper::schedule_docx(&schedule);
    Ok(Download { bytes, media_type: DOCX, file_name: "ke-hoach-kiem-tra.docx".to_owned() })
}
