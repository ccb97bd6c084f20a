//! What the papers say: items put into the words of `bup_documents`.

use bup_documents::communications as paper;
use bup_documents::decree30::Header;
use chrono::NaiveTime;

use super::model::{Communication, CommunicationChannel, CommunicationQuery};
use super::{choices, store};
use crate::access::subject::Communications;
use crate::access::{Cx, Read};
use crate::db::page::PageRequest;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::{units, wards};
use crate::http::Download;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn header(cx: &mut Cx<'_, Communications, Read>, ward: &Id) -> Result<Header> {
    let ward = wards::letterhead(cx, ward)?;
    Ok(Header {
        parent: None,
        issuer: format!("ỦY BAN NHÂN DÂN\n{}", ward.name),
        // A script and a list of places bear no number.
        number: None,
        symbol: String::new(),
        place: ward.place,
        date: Some(cx.today()),
    })
}

/// The script of an item, with the plan's slogans that it does not hold already and its hotlines.
///
/// # Errors
/// 404.
pub fn script(cx: &mut Cx<'_, Communications, Read>, id: &Id) -> Result<Download> {
    let mut item = store::find(cx, id)?;
    item.units.sort_by_cached_key(|share| units::natural_key(&share.unit.name));
    let plan = choices::plan_for(cx, item.campaign_id.as_ref())?;
    let (slogans, hotlines) = plan.map(|plan| (plan.slogans, plan.hotlines)).unwrap_or_default();
    let is_new = |slogan: &String| !item.body.contains(slogan.trim_end_matches('.'));
    let slogans = slogans.into_iter().filter(is_new).collect();
    let script = paper::Script {
        header: header(cx, &item.ward_id)?,
        is_broadcast: item.channel == CommunicationChannel::Loudspeaker,
        title: item.title,
        text: item.body,
        slogans,
        hotlines,
        from: item.starts_on,
        to: item.ends_on,
        weekdays: item.schedule.weekdays.iter().filter_map(|day| u8::try_from(*day).ok()).collect(),
        times: item.schedule.times.iter().filter_map(|time| NaiveTime::parse_from_str(time, "%H:%M").ok()).collect(),
        reader: Some(item.reader).filter(|reader| !reader.is_empty()),
        units: item.units.into_iter().map(|share| share.unit.name).collect(),
        approver: item.approved_by.map(|who| paper::Approver { name: who.full_name, position: who.position }),
    };
    let file_name = "bai-tuyen-truyen.docx".to_owned();
    Ok(Download { bytes: paper::script_docx(&script), media_type: DOCX, file_name })
}

/// The places of banners and posters, by unit.
///
/// # Errors
/// 400 for an unknown state.
pub fn banners(cx: &mut Cx<'_, Communications, Read>, query: &CommunicationQuery) -> Result<Download> {
    let mut items: Vec<Communication> = store::list(cx, query, &PageRequest::all("starts_on"))?.items;
    items.retain(|item| matches!(item.channel, CommunicationChannel::Banner | CommunicationChannel::Poster));
    let ward = items.first().map(|item| item.ward_id.clone()).or_else(|| cx.scope().wards().into_iter().next());
    let ward = ward.ok_or_else(Error::not_found)?;
    let chosen = items.iter().flat_map(|item| item.places.iter().filter_map(|place| place.unit_id.as_ref()));
    let names = units::references(cx, chosen)?;
    let mut places = Vec::new();
    for item in &items {
        for place in &item.places {
            let unit = place.unit_id.as_ref().and_then(|id| names.get(id)).unwrap_or(&item.lead_unit);
            places.push(paper::Place {
                unit: unit.name.clone(),
                place: place.place.clone(),
                kind: super::export::channel_word(item.channel).to_owned(),
                text: item.body.clone(),
                count: u32::try_from(place.count).unwrap_or(0),
                note: place.note.clone(),
            });
        }
    }
    places.sort_by_cached_key(|place| (units::natural_key(&place.unit), place.place.clone()));
    let period = items.iter().map(|item| item.starts_on).min().zip(items.iter().map(|item| item.ends_on).max());
    let list = paper::BannerList { header: header(cx, &ward)?, period, places };
    let file_name = "danh-sach-bang-ron.docx".to_owned();
    Ok(Download { bytes: paper::banner_list_docx(&list), media_type: DOCX, file_name })
}
