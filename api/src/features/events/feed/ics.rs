//! The calendar itself. Times are in UTC: every program shows them in its own zone, and none has to know ours.

use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus as State, Property};

use crate::access::PublicCx;
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::events::export::kind_word;
use crate::features::events::model::{EventRow, EventStatus};
use crate::features::{units, wards};

/// Who wrote it (RFC 5545, 3.7.3).
const PRODUCT: &str = "-//Bup Tren Canh//Lich hoat dong//VI";

/// The calendar of a ward: nothing of it names a child.
///
/// # Errors
/// When the database refuses.
pub fn written(cx: &mut PublicCx<'_>, ward: &Id, events: &[EventRow]) -> Result<String> {
    let name = format!("Hoạt động vì trẻ em – {}", wards::name_of(cx, ward)?);
    let leads = units::names(cx, events.iter().map(|row| &row.lead_unit_id))?;
    Ok(calendar(&name, events, |unit| leads.get(unit).cloned().unwrap_or_default()))
}

fn calendar(name: &str, events: &[EventRow], unit_names: impl Fn(&Id) -> String) -> String {
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    calendar.name(name).timezone("Asia/Ho_Chi_Minh");
    calendar.append_property(Property::new("REFRESH-INTERVAL", "PT1H").add_parameter("VALUE", "DURATION").done());
    calendar.append_property(("X-PUBLISHED-TTL", "PT1H"));
    for event in events {
        calendar.push(entry(event, &unit_names(&event.lead_unit_id)));
    }
    calendar.to_string()
}

fn entry(event: &EventRow, lead: &str) -> Entry {
    let mut entry = Entry::new();
    entry
        .uid(&format!("{}@bup", event.id))
        .sequence(u32::try_from(event.version).unwrap_or(1))
        .summary(&event.title)
        .location(&event.place)
        .description(&description(event, lead))
        .status(state(event.status))
        .starts(event.starts_at.utc())
        .ends(event.ends_at.utc());
    stamp(&mut entry, event.updated_at);
    entry.add_property("CATEGORIES", kind_word(event.kind));
    if let Some(point) = *event.point {
        entry.add_property("GEO", format!("{};{}", point.lat, point.lng));
    }
    entry.done()
}

fn stamp(entry: &mut Entry, at: Instant) {
    entry.timestamp(at.utc());
    entry.last_modified(at.utc());
}

fn state(status: EventStatus) -> State {
    match status {
        EventStatus::Draft | EventStatus::Proposed => State::Tentative,
        EventStatus::Approved | EventStatus::Held | EventStatus::Reported => State::Confirmed,
        EventStatus::Cancelled => State::Cancelled,
    }
}

fn description(event: &EventRow, lead: &str) -> String {
    let mut lines = vec![format!("Đơn vị chủ trì: {lead}")];
    if !event.details.audience.is_empty() {
        lines.push(format!("Đối tượng: {}", event.details.audience));
    }
    let programme = event.details.programme.iter();
    lines.extend(programme.map(|line| match &line.time {
        Some(time) => format!("{time} {}", line.what),
        None => line.what.clone(),
    }));
    lines.join("\n")
}
