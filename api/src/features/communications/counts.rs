//! What each unit was to do and has done: counted from the very rows that the list shows.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::model::{CommunicationChannel, CommunicationQuery};
use super::report_model::{CommunicationCount, CommunicationCountQuery};
use super::store;
use crate::access::subject::Communications;
use crate::access::{Cx, Deed, Scope};
use crate::db::page::List;
use crate::db::schema::communications;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::units;

/// The numbers of each unit and channel; a unit's reader sees its own.
///
/// # Errors
/// When the database refuses.
pub fn count<A: Deed>(
    cx: &mut Cx<'_, Communications, A>,
    query: &CommunicationCountQuery,
) -> Result<List<CommunicationCount>> {
    let query = CommunicationQuery {
        campaign_id: query.campaign_id.clone(),
        channel: query.channel,
        status: Some("approved,done".to_owned()),
        from: query.from,
        to: query.to,
        ..CommunicationQuery::default()
    };
    let items: Vec<(Id, CommunicationChannel)> =
        store::filtered(cx, &query)?.select((communications::id, communications::channel)).load(cx.conn())?;
    let ids: Vec<Id> = items.iter().map(|(id, _)| id.clone()).collect();
    let channels: BTreeMap<Id, CommunicationChannel> = items.into_iter().collect();
    let own = match cx.scope() {
        Scope::Unit { unit, .. } => Some(unit.clone()),
        _ => None,
    };
    let mut shares = store::shares_of(cx, &ids)?;
    shares.retain(|share| own.as_ref().is_none_or(|unit| *unit == share.unit_id));
    let names = units::references(cx, shares.iter().map(|share| &share.unit_id))?;
    let mut counts: BTreeMap<(Id, CommunicationChannel), CommunicationCount> = BTreeMap::new();
    for share in shares {
        let (Some(channel), Some(unit)) = (channels.get(&share.communication_id), names.get(&share.unit_id)) else {
            continue;
        };
        let empty = || CommunicationCount {
            unit: unit.clone(),
            channel: *channel,
            items: 0,
            reported: 0,
            planned: 0,
            times: 0,
            last_on: None,
        };
        let count = counts.entry((share.unit_id, *channel)).or_insert_with(empty);
        count.items += 1;
        count.reported += i64::from(share.reports > 0);
        count.planned += i64::from(share.planned);
        count.times += i64::from(share.times);
        count.last_on = count.last_on.max(share.last_on);
    }
    let mut counts: Vec<CommunicationCount> = counts.into_values().collect();
    counts.sort_by_cached_key(|count| (count.unit.kind, units::natural_key(&count.unit.name), count.channel));
    Ok(List::whole(counts))
}
