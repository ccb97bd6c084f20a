//! What the papers say: commendations put into the words of `bup_documents`.

use bup_documents::decree30::{Header, Signature};
use bup_documents::inspections as paper;
use diesel::prelude::*;

use super::model::{Commendation, CommendationQuery, CommendedKind};
use super::{decisions, store};
use crate::access::subject::{Commendations, Plans};
use crate::access::{Cx, Read};
use crate::db::page::PageRequest;
use crate::db::schema::commendations;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::cases::{Signed, signer};
use crate::features::{plans, units, wards};
use crate::http::Download;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const LAW: &str = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022";
const DECREE: &str = "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi \
                      hành một số điều của Luật Thi đua, khen thưởng";

fn commended(row: &Commendation) -> paper::Commended {
    paper::Commended {
        name: row.name.clone(),
        position: row.position.clone(),
        form: row.form.clone(),
        achievement: row.achievement.clone(),
        proposer: row.proposed_unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default(),
    }
}

/// Units and groups, and people, each in the order of names: a paper ranks nobody.
fn both(rows: &[Commendation]) -> (Vec<paper::Commended>, Vec<paper::Commended>) {
    let some = |people: bool| {
        let its = rows.iter().filter(|row| (row.kind == CommendedKind::Person) == people);
        let mut some: Vec<paper::Commended> = its.map(commended).collect();
        some.sort_by_cached_key(|one| units::natural_key(&one.name));
        some
    };
    (some(false), some(true))
}

/// Tờ trình of what the list shows, proposals that wait unless another state is asked for.
///
/// # Errors
/// 400 for an unknown state.
pub fn proposal(cx: &mut Cx<'_, Commendations, Read>, query: &CommendationQuery) -> Result<Download> {
    let mut query = query.clone();
    query.status.get_or_insert_with(|| "proposed".to_owned());
    let rows = store::list(cx, &query, &PageRequest::all("proposed_on"))?.items;
    let ward = cx.scope().wards().into_iter().next().ok_or_else(Error::not_found)?;
    let ward = wards::letterhead(cx, &ward)?;
    let desk = cx.actor().unit_id.clone();
    let desk = units::references(cx, [&desk])?.remove(&desk).map(|unit| unit.name).unwrap_or_default();
    let plan = plans::current(&mut cx.also::<Plans, Read>()?)?;
    let occasion = match &plan {
        Some(plan) => format!("có thành tích trong Tháng hành động vì trẻ em năm {}", plan.year),
        None => "có thành tích trong công tác bảo vệ, chăm sóc trẻ em".to_owned(),
    };
    let (groups, people) = both(&rows);
    let proposal = paper::Proposal {
        header: Header {
            parent: Some(format!("ỦY BAN NHÂN DÂN\n{}", ward.name)),
            issuer: desk.clone(),
            number: None,
            symbol: "TTr".to_owned(),
            place: ward.place,
            date: Some(cx.today()),
        },
        authority: format!("Chủ tịch Ủy ban nhân dân {}", lowered(&ward.name)),
        occasion,
        legal_bases: vec![LAW.to_owned(), DECREE.to_owned()],
        units: groups,
        people,
        signer: Signature { lines: vec!["NGƯỜI ĐỀ NGHỊ".to_owned()], hint: None, name: None },
        recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
    };
    let bytes = paper::proposal_docx(&proposal);
    Ok(Download { bytes, media_type: DOCX, file_name: "to-trinh-khen-thuong.docx".to_owned() })
}

/// Quyết định with its list: all that it holds, for whoever sees something of it.
///
/// # Errors
/// 404.
pub fn decision(cx: &mut Cx<'_, Commendations, Read>, id: &Id) -> Result<Download> {
    let row = decisions::find_row(cx, id)?;
    let ward = wards::letterhead(cx, &row.ward_id)?;
    let query = CommendationQuery { decision_id: Some(id.clone()), ..CommendationQuery::default() };
    let rows = store::list(cx, &query, &PageRequest::all("proposed_on"))?.items;
    let held: i64 = commendations::table.filter(commendations::decision_id.eq(id)).count().get_result(cx.conn())?;
    // A unit that sees a part of the list does not get a paper that says it were the whole.
    if usize::try_from(held).ok() != Some(rows.len()) {
        return Err(Error::not_found());
    }
    let signed = Signed { by: row.decided_by_id.clone(), acting_for: row.acting_for_id.clone() };
    let signer = signer(cx, &signed)?;
    let (groups, people) = both(&rows);
    let number = row.number.and_then(|number| u32::try_from(number).ok());
    let authority = format!("Chủ tịch Ủy ban nhân dân {}", lowered(&ward.name));
    let decision = paper::CommendationDecision {
        header: Header {
            parent: None,
            issuer: format!("ỦY BAN NHÂN DÂN\n{}", ward.name),
            number,
            symbol: "QĐ-UBND".to_owned(),
            place: ward.place,
            date: Some(row.decided_on),
        },
        authority,
        occasion: row.title.clone(),
        legal_bases: vec![
            LAW.to_owned(),
            DECREE.to_owned(),
            "Theo đề nghị của công chức chính sách xã hội và các đơn vị".to_owned(),
        ],
        units: groups,
        people,
        recipients: vec!["Như Điều 3".to_owned(), "Lưu: VT".to_owned()],
        signer,
    };
    let bytes = paper::commendation_decision_docx(&decision);
    let file_name = match row.number {
        Some(number) => format!("quyet-dinh-khen-thuong-{number}.docx"),
        None => "quyet-dinh-khen-thuong.docx".to_owned(),
    };
    Ok(Download { bytes, media_type: DOCX, file_name })
}

/// "phường Ba Đình" within a sentence.
fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
