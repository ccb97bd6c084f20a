//! The campaign of the month: scripts, banners, posts and leaflets as the plan asks for them (II.2, III.1, V.1, V.4,
//! V.6). Some neighborhoods have reported, some not, so that the counts show who is missing. Streets are invented.

use anyhow::{Context, Result};
use chrono::TimeDelta;

use super::communication_texts::{DRAFTS, Doing, ITEMS, Item};
use super::dice::Dice;
use super::told;
use crate::access::subject::{Communications, Plans};
use crate::access::{Approve, Create, Cx, Gate, Publish, Read, UnitKind};
use crate::db::types::{Id, Instant};
use crate::error;
use crate::features::communications::model::{
    BroadcastSchedule, CommunicationChannel, CommunicationPlace, CommunicationReason, NewCommunication,
};
use crate::features::communications::{self as items, NewCampaign, NewCommunicationReport};
use crate::features::plans;
use crate::features::units::{self, ActiveUnit};
use crate::http::IfMatch;

/// Who always reports, sometimes, and never: the number in "Khu phố 3".
const DILIGENT: u32 = 6;
const SLACK: u32 = 9;

/// The campaign's data.
///
/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    let mut ward = Ward::open(gate, gate.services().clock.now())?;
    for item in ITEMS {
        let id = told(ward.write("vanhoa", item))?;
        told(ward.approve(&id, item))?;
        if item.from <= 0 {
            told(ward.report_all(&id, item))?;
        }
        if item.to < 0 {
            told(ward.finish(&id))?;
        }
    }
    for (writer, item, reason) in DRAFTS {
        let id = told(ward.write(writer, item))?;
        if let Some(reason) = reason {
            told(ward.give_back(&id, reason))?;
        }
    }
    Ok(())
}

/// The month of the plan as it stood on its last day.
///
/// # Errors
/// When the database refuses.
pub fn month(gate: &Gate, last: Instant) -> Result<()> {
    let mut ward = Ward::open(gate, last)?;
    for item in ITEMS.iter().filter(|item| item.from <= 0) {
        let id = told(ward.write("vanhoa", item))?;
        told(ward.approve(&id, item))?;
        told(ward.report_all(&id, item))?;
        told(ward.finish(&id))?;
    }
    Ok(())
}

struct Ward<'a> {
    gate: &'a Gate,
    now: Instant,
    dice: Dice,
    campaign: Id,
    units: Vec<ActiveUnit>,
}

impl<'a> Ward<'a> {
    fn open(gate: &'a Gate, now: Instant) -> Result<Self> {
        let (campaign, units) = told(gate.demo_at("vanhoa", now, |cx: &mut Cx<'_, Communications, Create>| {
            let plan = plans::current(&mut cx.also::<Plans, Read>()?)?;
            let input = NewCampaign {
                plan_id: plan.as_ref().map(|plan| plan.id.clone()),
                name: "Truyền thông Tháng hành động vì trẻ em".to_owned(),
                theme: plan.map(|plan| plan.theme).unwrap_or_default(),
                starts_on: cx.today() - TimeDelta::days(25),
                ends_on: cx.today() + TimeDelta::days(14),
                note: "Loa truyền thanh mỗi ngày hai lượt; băng-rôn trên các trục đường chính.".to_owned(),
            };
            let ward = cx.actor().ward_id.clone().ok_or_else(error::Error::not_found)?;
            Ok((items::create_campaign(cx, &input)?, units::active(cx, &ward)?))
        }))?;
        units.iter().find(|unit| unit.kind == UnitKind::Neighborhood).context("a ward without neighborhoods")?;
        Ok(Self { gate, now, dice: Dice::new(0x00b0_0b1e_10a0_2024), campaign, units })
    }

    /// The units of a kind, or the one desk.
    fn doing(&self, doing: Doing) -> Vec<Id> {
        let kind = match doing {
            Doing::Neighborhoods => UnitKind::Neighborhood,
            Doing::Schools => UnitKind::School,
            Doing::Writer => return Vec::new(),
        };
        self.units.iter().filter(|unit| unit.kind == kind).map(|unit| unit.id.clone()).collect()
    }

    fn write(&self, writer: &str, item: &Item) -> error::Result<Id> {
        let doing = self.doing(item.doing);
        // Written a week before it begins.
        let at = self.now.plus(TimeDelta::days((item.from - 7).min(-2)));
        self.gate.demo_at(writer, at, |cx: &mut Cx<'_, Communications, Create>| {
            let today = crate::calendar::ward_today(self.now.utc());
            let place = |(number, place): (usize, &(&str, i32))| {
                // Invented, and within the ward.
                let along = f64::from(u8::try_from(number).unwrap_or(0));
                CommunicationPlace {
                    place: place.0.to_owned(),
                    count: place.1,
                    unit_id: doing.get(number).cloned(),
                    latitude: Some(20.071 + 0.0017 * along),
                    longitude: Some(105.852 + 0.0011 * (along * 7.0 % 5.0)),
                    note: String::new(),
                }
            };
            let input = NewCommunication {
                campaign_id: Some(self.campaign.clone()),
                channel: item.channel,
                title: item.title.to_owned(),
                body: item.body.to_owned(),
                reader: item.reader.to_owned(),
                starts_on: today + TimeDelta::days(item.from),
                ends_on: today + TimeDelta::days(item.to),
                schedule: BroadcastSchedule {
                    weekdays: item.weekdays.to_vec(),
                    times: item.times.iter().map(|time| (*time).to_owned()).collect(),
                },
                places: item.places.iter().enumerate().map(place).collect(),
                link: item.link.to_owned(),
                copies: item.copies,
                lead_unit_id: None,
                unit_ids: doing.clone(),
                section_id: None,
                task_id: None,
                event_id: None,
            };
            items::create(cx, &input)
        })
    }

    fn approve(&self, id: &Id, item: &Item) -> error::Result<()> {
        let at = self.now.plus(TimeDelta::days((item.from - 1).min(-2)));
        self.gate
            .demo_at("lanhdao", at, |cx: &mut Cx<'_, Communications, Approve>| items::approve(cx, id, IfMatch::none()))
    }

    fn give_back(&self, id: &Id, reason: &str) -> error::Result<()> {
        let reason = CommunicationReason { reason: reason.to_owned() };
        let at = self.now.plus(-TimeDelta::days(2));
        self.gate.demo_at("vanhoa", at, |cx: &mut Cx<'_, Communications, Approve>| {
            items::give_back(cx, id, IfMatch::none(), &reason)
        })
    }

    fn finish(&self, id: &Id) -> error::Result<()> {
        self.gate.demo_at("vanhoa", self.now, |cx: &mut Cx<'_, Communications, Publish>| {
            items::finish(cx, id, IfMatch::none())
        })
    }

    /// Neighborhoods and schools by their habits, the culture desk always.
    fn report_all(&mut self, id: &Id, item: &Item) -> error::Result<()> {
        match item.doing {
            Doing::Writer => self.report("vanhoa", id, item),
            Doing::Schools => ["truong2", "truong3"].iter().try_for_each(|school| self.report(school, id, item)),
            Doing::Neighborhoods => {
                for number in 1..=SLACK {
                    if number <= DILIGENT || self.dice.one_in(2) {
                        self.report(&format!("khupho{number}"), id, item)?;
                    }
                }
                Ok(())
            }
        }
    }

    fn report(&mut self, who: &str, id: &Id, item: &Item) -> error::Result<()> {
        let days = item.to.min(0) - item.from;
        let (times, note) = match item.channel {
            CommunicationChannel::Loudspeaker => {
                let per_day = i64::try_from(item.times.len()).unwrap_or(1);
                ((days + 1) * per_day, "Đã phát đủ các buổi, loa nghe rõ.")
            }
            CommunicationChannel::Banner | CommunicationChannel::Poster => (2, "Đã treo, chụp ảnh lưu tại khu phố."),
            CommunicationChannel::Leaflet => (200, "Đã phát đến từng lớp."),
            _ => (1, "Đã thực hiện."),
        };
        let missed = i64::try_from(self.dice.below(3)).unwrap_or(0).min(times - 1);
        let back = i64::try_from(self.dice.below(2)).unwrap_or(0);
        let done_on = crate::calendar::ward_today(self.now.utc()) + TimeDelta::days(item.to.min(0) - back);
        let input = NewCommunicationReport {
            done_on: Some(done_on),
            times: i32::try_from(times - missed).unwrap_or(1),
            note: note.to_owned(),
            link: String::new(),
            attachment_ids: Vec::new(),
            unit_id: None,
        };
        self.gate
            .demo_at(who, self.now, |cx: &mut Cx<'_, Communications, Create>| items::report(cx, id, &input))
            .map(drop)
    }
}
