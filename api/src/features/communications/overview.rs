//! Communications in numbers: what was to be done on each channel, and what the units have reported.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use serde::Serialize;
use utoipa::ToSchema;

use super::model::{CommunicationChannel, CommunicationPlace, CommunicationQuery, CommunicationStatus};
use super::store;
use crate::access::subject::Communications;
use crate::access::{Cx, Read, Scope};
use crate::db::schema::{communication_units, communications};
use crate::db::types::{Id, Json};
use crate::error::Result;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ChannelTally {
    pub channel: CommunicationChannel,
    /// Items that are approved or done.
    pub items: i64,
    /// Shares of units in them, and those of which the unit has reported something.
    pub shares: i64,
    pub reported: i64,
    /// How many times it was to be done, and was.
    pub planned: i64,
    pub times: i64,
}

/// A place of a banner or poster with a point on the map.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommunicationSpot {
    pub id: Id,
    pub title: String,
    pub channel: CommunicationChannel,
    pub place: String,
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct CommunicationOverview {
    /// Items that are approved or done, in the period.
    pub total: i64,
    /// Drafts of the period that wait for their approval.
    pub waiting: i64,
    pub by_channel: Vec<ChannelTally>,
    pub places: Vec<CommunicationSpot>,
}

/// # Errors
/// When the database refuses.
pub fn overview(
    cx: &mut Cx<'_, Communications, Read>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<CommunicationOverview> {
    let query = CommunicationQuery {
        status: Some("draft,approved,done".to_owned()),
        from: Some(from),
        to: Some(to),
        ..CommunicationQuery::default()
    };
    let own = match cx.scope() {
        Scope::Unit { unit, .. } => Some(unit.clone()),
        _ => None,
    };
    type Share = (Id, i32, i32, i32);
    type Row = (Id, String, CommunicationChannel, CommunicationStatus, Json<Vec<CommunicationPlace>>, Option<Share>);
    let rows: Vec<Row> = store::filtered(cx, &query)?
        .left_join(communication_units::table.on(communication_units::communication_id.eq(communications::id)))
        .order((communications::starts_on, communications::id))
        .select((
            communications::id,
            communications::title,
            communications::channel,
            communications::status,
            communications::places,
            (
                communication_units::unit_id,
                communication_units::planned,
                communication_units::reports,
                communication_units::times,
            )
                .nullable(),
        ))
        .load(cx.conn())?;
    let mut overview = CommunicationOverview::default();
    let mut channels: BTreeMap<CommunicationChannel, ChannelTally> = BTreeMap::new();
    let mut seen: HashSet<Id> = HashSet::new();
    for (id, title, channel, status, places, share) in rows {
        let is_first = seen.insert(id.clone());
        if status == CommunicationStatus::Draft {
            overview.waiting += i64::from(is_first);
            continue;
        }
        let empty = || ChannelTally { channel, items: 0, shares: 0, reported: 0, planned: 0, times: 0 };
        let tally = channels.entry(channel).or_insert_with(empty);
        if is_first {
            overview.total += 1;
            tally.items += 1;
            let spot = |one: CommunicationPlace| {
                let (id, title) = (id.clone(), title.clone());
                let (latitude, longitude) = (one.latitude?, one.longitude?);
                Some(CommunicationSpot { id, title, channel, place: one.place, latitude, longitude })
            };
            overview.places.extend(places.into_inner().into_iter().filter_map(spot));
        }
        // Of a unit's reader its own share alone, as in the counts.
        let share = share.filter(|(unit, ..)| own.as_ref().is_none_or(|own| own == unit));
        if let Some((_, planned, reports, times)) = share {
            tally.shares += 1;
            tally.reported += i64::from(reports > 0);
            tally.planned += i64::from(planned);
            tally.times += i64::from(times);
        }
    }
    overview.by_channel = channels.into_values().collect();
    Ok(overview)
}

/// The communications of one ward in a period, for those who look over several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct CommunicationSums {
    pub total: i64,
    pub shares: i64,
    pub reported: i64,
}

/// The communications of each ward within the scope: added up by the database.
///
/// # Errors
/// When the database refuses.
pub fn by_ward(
    cx: &mut Cx<'_, Communications, Read>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<Id, CommunicationSums>> {
    // A sum of bigints is a numeric on PostgreSQL.
    let sum = |more: &str| {
        sql::<BigInt>(&format!(
            "CAST(COALESCE(SUM((SELECT COUNT(*) FROM communication_units u WHERE u.communication_id = \
             communications.id{more})), 0) AS BIGINT)"
        ))
    };
    let done = [CommunicationStatus::Approved, CommunicationStatus::Done];
    let rows: Vec<(Id, i64, i64, i64)> = communications::table
        .filter(store::visible(cx.scope()))
        .filter(communications::status.eq_any(done))
        .filter(communications::ends_on.ge(from))
        .filter(communications::starts_on.le(to))
        .group_by(communications::ward_id)
        .select((communications::ward_id, count_star(), sum(""), sum(" AND u.reports > 0")))
        .load(cx.conn())?;
    let sums = |(ward, total, shares, reported)| (ward, CommunicationSums { total, shares, reported });
    Ok(rows.into_iter().map(sums).collect())
}
